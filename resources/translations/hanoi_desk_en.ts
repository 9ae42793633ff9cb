<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommitmentListing</name>
    <message numerus="yes">
        <source>%n commitment(s)</source>
        <translation>
            <numerusform>%n commitment</numerusform>
            <numerusform>%n commitments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitmentsCard</name>
    <message numerus="yes">
        <source>See all %n</source>
        <translation>
            <numerusform>See all %n</numerusform>
            <numerusform>See all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitmentsTab</name>
    <message numerus="yes">
        <source>%n day(s) after the promised date</source>
        <translation>
            <numerusform>%n day after the promised date</numerusform>
            <numerusform>%n days after the promised date</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountryList</name>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n participant</numerusform>
            <numerusform>%n participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventListing</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpListing</name>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n follow-up</numerusform>
            <numerusform>%n follow-ups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LastContactCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextStepCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutreachListing</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commitment(s)</source>
        <translation>
            <numerusform>%n commitment</numerusform>
            <numerusform>%n commitments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n follow-up</numerusform>
            <numerusform>%n follow-ups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message numerus="yes">
        <source>See all %n</source>
        <translation>
            <numerusform>See all %n</numerusform>
            <numerusform>See all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonListing</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointsCard</name>
    <message numerus="yes">
        <source>See all %n, with the reasons</source>
        <translation>
            <numerusform>See all %n, with the reasons</numerusform>
            <numerusform>See all %n, with the reasons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusImportDialog</name>
    <message numerus="yes">
        <source>Take %n line(s) into the record</source>
        <translation>
            <numerusform>Take %n line into the record</numerusform>
            <numerusform>Take %n lines into the record</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>Show earlier entries (%n left)</source>
        <translation>
            <numerusform>Show earlier entries (%n left)</numerusform>
            <numerusform>Show earlier entries (%n left)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n other country(ies)</source>
        <translation>
            <numerusform>with %n other country</numerusform>
            <numerusform>with %n other countries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) logged there</source>
        <translation>
            <numerusform>%n contact logged there</numerusform>
            <numerusform>%n contacts logged there</numerusform>
        </translation>
    </message>
</context>
</TS>
