<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AskListing</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attended</name>
    <message numerus="yes">
        <source>+ all that attended: %n more delegation(s)</source>
        <translation>
            <numerusform>+ all that attended: %n more delegation</numerusform>
            <numerusform>+ all that attended: %n more delegations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksTab</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>So many points of one kind are shown; a pack of all States would have thousands.</extracomment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
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
    <name>CountryListing</name>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n participant</numerusform>
            <numerusform>%n participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageListing</name>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n participant</numerusform>
            <numerusform>%n participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentTab</name>
    <message numerus="yes">
        <source>%n country(s)</source>
        <translation>
            <numerusform>%n country</numerusform>
            <numerusform>%n countries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n country(s) of the event</source>
        <translation>
            <numerusform>%n country of the event</numerusform>
            <numerusform>%n countries of the event</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditionsTab</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message numerus="yes">
        <source>%n record(s) that were merged into it</source>
        <translation>
            <numerusform>%n record that were merged into it</numerusform>
            <numerusform>%n records that were merged into it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n contact(s) the name becomes “{instead}”; the post stays</source>
        <translation>
            <numerusform>in %n contact the name becomes “{instead}”; the post stays</numerusform>
            <numerusform>in %n contacts the name becomes “{instead}”; the post stays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) lose their speaker</source>
        <translation>
            <numerusform>%n promise lose their speaker</numerusform>
            <numerusform>%n promises lose their speaker</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned meeting(s) lose their counterpart</source>
        <translation>
            <numerusform>%n planned meeting lose their counterpart</numerusform>
            <numerusform>%n planned meetings lose their counterpart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the name in %n other field(s)</source>
        <translation>
            <numerusform>the name in %n other field</numerusform>
            <numerusform>the name in %n other fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the file of %n edition(s) of briefing packs, in which the name stands</source>
        <translation>
            <numerusform>the file of %n edition of a briefing pack, in which the name stands</numerusform>
            <numerusform>the files of %n editions of briefing packs, in which the name stands</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the name in %n draft(s)</source>
        <translation>
            <numerusform>the name in %n draft</numerusform>
            <numerusform>the name in %n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the words of %n entry(ies) of the log of changes</source>
        <translation>
            <numerusform>the words of %n entry of the log of changes</numerusform>
            <numerusform>the words of %n entries of the log of changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventDetail</name>
    <message numerus="yes">
        <source>%n more by what is logged here</source>
        <translation>
            <numerusform>%n more by what is logged here</numerusform>
            <numerusform>%n more by what is logged here</numerusform>
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
    <name>KeysCard</name>
    <message numerus="yes">
        <source>Remove %n backup(s) that anybody can read?</source>
        <translation>
            <numerusform>Remove %n backup that anybody can read?</numerusform>
            <numerusform>Remove %n backups that anybody can read?</numerusform>
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
    <name>MessageListing</name>
    <message numerus="yes">
        <source>%n row(s) of the bank</source>
        <translation>
            <numerusform>%n row of the bank</numerusform>
            <numerusform>%n rows of the bank</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissionListing</name>
    <message numerus="yes">
        <source>%n mission(s)</source>
        <translation>
            <numerusform>%n mission</numerusform>
            <numerusform>%n missions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n State(s)</source>
        <translation>
            <numerusform>%n State</numerusform>
            <numerusform>%n States</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissionsPage</name>
    <message numerus="yes">
        <source>Deleted with %n responsibility(ies): {name}.</source>
        <translation>
            <numerusform>Deleted with %n responsibility: {name}.</numerusform>
            <numerusform>Deleted with %n responsibilities: {name}.</numerusform>
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
    <name>OfficerDetail</name>
    <message numerus="yes">
        <source>Hand over %n open matter(s)…</source>
        <translation>
            <numerusform>Hand over %n open matter…</numerusform>
            <numerusform>Hand over %n open matters…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficerListing</name>
    <message numerus="yes">
        <source>%n officer(s)</source>
        <translation>
            <numerusform>%n officer</numerusform>
            <numerusform>%n officers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficersPage</name>
    <message numerus="yes">
        <source>%n open matter(s) stay without an owner.</source>
        <translation>
            <numerusform>%n open matter stay without an owner.</numerusform>
            <numerusform>%n open matters stay without an owner.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrganisationListing</name>
    <message numerus="yes">
        <source>%n organization(s)</source>
        <translation>
            <numerusform>%n organization</numerusform>
            <numerusform>%n organizations</numerusform>
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
    <name>OwedCard</name>
    <message numerus="yes">
        <source>See all %n</source>
        <translation>
            <numerusform>See all %n</numerusform>
            <numerusform>See all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
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
    <name>PlenaryPage</name>
    <message numerus="yes">
        <source>%n delegation(s)</source>
        <extracomment>Milliseconds after the last letter until the list is filtered. Kinds of events at which delegations speak one after the other.</extracomment>
        <translation>
            <numerusform>%n delegation</numerusform>
            <numerusform>%n delegations</numerusform>
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
    <name>ProgrammePage</name>
    <message numerus="yes">
        <source>%n slot(s)</source>
        <translation>
            <numerusform>%n slot</numerusform>
            <numerusform>%n slots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es): show the next</source>
        <translation>
            <numerusform>%n clash: show the next</numerusform>
            <numerusform>%n clashes: show the next</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromisesCard</name>
    <message numerus="yes">
        <source>Done without a promise on file: %n act(s)</source>
        <translation>
            <numerusform>Done without a promise on file: %n act</numerusform>
            <numerusform>Done without a promise on file: %n acts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message numerus="yes">
        <source>Writing takes about %n second(s); the window waits until it is done.</source>
        <translation>
            <numerusform>Writing takes about %n second; the window waits until it is done.</numerusform>
            <numerusform>Writing takes about %n seconds; the window waits until it is done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without content or with totals are passed over.</source>
        <translation>
            <numerusform>%n row without content or with totals are passed over.</numerusform>
            <numerusform>%n rows without content or with totals are passed over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnCard</name>
    <message numerus="yes">
        <source>%n more row(s) stand in the document and in the spreadsheet.</source>
        <extracomment>No more rows of one table are drawn on the screen: a window is no document. Among so many of the longest cells of a column is the widest.</extracomment>
        <translation>
            <numerusform>%n more row stands in the document and in the spreadsheet.</numerusform>
            <numerusform>%n more rows stand in the document and in the spreadsheet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoadCard</name>
    <message numerus="yes">
        <source>Solid: %n State(s) on deposit.</source>
        <translation>
            <numerusform>Solid: %n State on deposit.</numerusform>
            <numerusform>Solid: %n States on deposit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dashed: with %n State(s) that promised with a date.</source>
        <translation>
            <numerusform>Dashed: with %n State that promised with a date.</numerusform>
            <numerusform>Dashed: with %n States that promised with a date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It reached {n} after %n month(s).</source>
        <translation>
            <numerusform>It reached {n} after %n month.</numerusform>
            <numerusform>It reached {n} after %n months.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The desk holds %n of its instruments of States</source>
        <translation>
            <numerusform>The desk holds %n of its instruments of States</numerusform>
            <numerusform>The desk holds %n of its instruments of States</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date of deposit are left out.</source>
        <translation>
            <numerusform>%n without a date of deposit are left out.</numerusform>
            <numerusform>%n without a date of deposit are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafekeepingPage</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetStep</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) with letters apart from their accents will be put together.</source>
        <translation>
            <numerusform>%n cell with letters apart from their accents will be put together.</numerusform>
            <numerusform>%n cells with letters apart from their accents will be put together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) could not be read; their rows will be named.</source>
        <translation>
            <numerusform>%n cell could not be read; their rows will be named.</numerusform>
            <numerusform>%n cells could not be read; their rows will be named.</numerusform>
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
    <message numerus="yes">
        <source>%n promise(s) to decide on the overview.</source>
        <translation>
            <numerusform>%n promise to decide on the overview.</numerusform>
            <numerusform>%n promises to decide on the overview.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
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
<context>
    <name>TrashLine</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deletion(s) chosen</source>
        <translation>
            <numerusform>%n deletion chosen</numerusform>
            <numerusform>%n deletions chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message numerus="yes">
        <source>%n deletion(s)</source>
        <translation>
            <numerusform>%n deletion</numerusform>
            <numerusform>%n deletions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkbookImportDialog</name>
    <message numerus="yes">
        <source>%n row(s) of the workbook are in the desk.</source>
        <translation>
            <numerusform>%n row of the workbook are in the desk.</numerusform>
            <numerusform>%n rows of the workbook are in the desk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n row(s)</source>
        <translation>
            <numerusform>&amp;Import %n row</numerusform>
            <numerusform>&amp;Import %n rows</numerusform>
        </translation>
    </message>
</context>
</TS>
