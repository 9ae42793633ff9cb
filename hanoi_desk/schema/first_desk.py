"""The tables of the first release: the log of changes, the records and the search index."""

LOG = """
    -- One device in one scope: `id` is 16 bytes in hexadecimal, `number` stands for it in the rows of this file.
    create table stream(
        number integer primary key,
        id text not null unique,
        installation text not null
    ) strict;
    -- `hlc`: milliseconds since 1970 in the upper 48 bits, a counter in the lower 16.
    -- `fld` is "*" for a whole new record, "_deleted" for a deletion, else the name of a field.
    -- `prev`: the [stream number, seq] pairs of the changes of this field that the author saw.
    create table change(
        stream integer not null references stream(number),
        seq integer not null,
        hlc integer not null,
        who text not null,
        txn text not null,
        tbl text not null,
        rec text not null,
        fld text not null,
        val text not null,
        prev text not null,
        primary key (stream, seq)
    ) strict, without rowid;
    create index change_of_field on change(rec, fld);
    create index change_of_save on change(txn);
    create table save(
        id text primary key,
        action text not null,
        label text not null,
        turns text,
        hlc integer not null,
        who text not null,
        undone integer not null default 0  -- the hlc of the undo that took it back, 0 while it stands
    ) strict, without rowid;
    create index save_in_order on save(hlc);
    create index save_taken_back on save(undone) where undone > 0;
    -- This desk on this laptop: who uses it, whether it is the sample. Not part of the log.
    create table local(
        key text primary key,
        value text not null
    ) strict, without rowid;
    create table draft(
        form text primary key,
        record text not null,
        json text not null,
        saved_at text not null
    ) strict, without rowid;
    -- Files kept inside the desk, by hash.
    create table blob(
        sha256 text primary key,
        name text not null,
        size integer not null,
        packed blob not null
    ) strict;
    -- rowid = number of the kind in the upper bits, rowid of the record in the lower 40. The words come cut apart, so
    -- that the tokenizer only has to part them at blanks. Their places are not kept: nobody asks for a phrase.
    create virtual table search using fts5(
        folded, exact, content='', contentless_delete=1, detail=column, tokenize='ascii', prefix='1 2'
    )
"""

RECORDS = """
    create table participant(
        rowid integer primary key,
        id text not null unique,
        key text not null,
        name_en text not null,
        name_vi text not null,
        iso3 text not null,
        m49 text not null,
        entity text not null,
        name_en_formal text not null,
        name_fr text not null,
        untc_name text not null,
        aliases text not null,
        "group" text not null,
        group_note text not null,
        memberships text not null,
        eu_member integer not null,
        un_member_since text,
        capital text not null,
        lead_mission text references mission(id) deferrable initially deferred,
        priority integer not null,
        priority_reason text not null,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table participant_channels(
        owner text not null references participant(id) deferrable initially deferred,
        position integer not null,
        target text not null references mission(id) deferrable initially deferred,
        primary key (owner, position)
    ) strict, without rowid;
    create table treaty(
        rowid integer primary key,
        id text not null unique,
        key text not null,
        number text not null,
        title_en text not null,
        title_vi text not null,
        title_fr text not null,
        short_en text not null,
        short_vi text not null,
        short_fr text not null,
        depositary text not null,
        concluded_on text,
        concluded_at text not null,
        opens_on text,
        closes_on text,
        signing_place text not null,
        entry_rule text not null,
        threshold integer not null,
        days_after integer not null,
        later_days integer not null,
        in_force_on text,
        rule_text text not null,
        parent text references treaty(id) deferrable initially deferred,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table treaty_action(
        rowid integer primary key,
        id text not null unique,
        participant text references participant(id) deferrable initially deferred,
        treaty text not null references treaty(id) deferrable initially deferred,
        act text not null,
        "on" text,
        effective_on text,
        proof text not null,
        confidence text not null,
        as_of text,
        cn_number text not null,
        text text not null,
        missing text not null,
        corrects text references treaty_action(id) deferrable initially deferred,
        withdraws text references treaty_action(id) deferrable initially deferred,
        source text references source(id) deferrable initially deferred,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table domestic_step(
        rowid integer primary key,
        id text not null unique,
        participant text not null references participant(id) deferrable initially deferred,
        treaty text not null references treaty(id) deferrable initially deferred,
        stage text not null,
        state text not null,
        "on" text,
        text text not null,
        proof text not null,
        confidence text not null,
        source text references source(id) deferrable initially deferred,
        outreach text references outreach(id) deferrable initially deferred,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table mission(
        rowid integer primary key,
        id text not null unique,
        kind text not null,
        name_en text not null,
        name_vi text not null,
        city_en text not null,
        city_vi text not null,
        from_on text,
        to_on text,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table officer(
        rowid integer primary key,
        id text not null unique,
        name text not null,
        title text not null,
        mission text references mission(id) deferrable initially deferred,
        from_on text,
        to_on text,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table organisation(
        rowid integer primary key,
        id text not null unique,
        name_en text not null,
        name_vi text not null,
        name_fr text not null,
        acronym text not null,
        kind text not null,
        participant text references participant(id) deferrable initially deferred,
        parent text references organisation(id) deferrable initially deferred,
        city text not null,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table person(
        rowid integer primary key,
        id text not null unique,
        name text not null,
        name_native text not null,
        name_order text not null,
        pronunciation text not null,
        address text not null,
        languages text not null,
        participant text references participant(id) deferrable initially deferred,
        notes text not null,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table appointment(
        rowid integer primary key,
        id text not null unique,
        person text not null references person(id) deferrable initially deferred,
        title text not null,
        organisation text references organisation(id) deferrable initially deferred,
        participant text references participant(id) deferrable initially deferred,
        level integer,
        authority text not null,
        email text not null,
        phone text not null,
        from_on text,
        to_on text,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table event(
        rowid integer primary key,
        id text not null unique,
        name text not null,
        name_vi text not null,
        kind text not null,
        place text not null,
        starts_on text,
        ends_on text,
        hosts_text text not null,
        series text not null,
        notes text not null,
        source text references source(id) deferrable initially deferred,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table event_hosts(
        owner text not null references event(id) deferrable initially deferred,
        position integer not null,
        target text not null references participant(id) deferrable initially deferred,
        primary key (owner, position)
    ) strict, without rowid;
    create table event_host_organisations(
        owner text not null references event(id) deferrable initially deferred,
        position integer not null,
        target text not null references organisation(id) deferrable initially deferred,
        primary key (owner, position)
    ) strict, without rowid;
    create table outreach(
        rowid integer primary key,
        id text not null unique,
        held_on text not null,
        kind text not null,
        time text not null,
        minutes integer,
        place text not null,
        event text references event(id) deferrable initially deferred,
        summary text not null,
        purpose text not null,
        notes text not null,
        questions text not null,
        comment text not null,
        initiative text not null,
        language text not null,
        mission text references mission(id) deferrable initially deferred,
        drafter text references officer(id) deferrable initially deferred,
        state text not null,
        reference text not null,
        written_on text,
        source text references source(id) deferrable initially deferred,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table outreach_organisations(
        owner text not null references outreach(id) deferrable initially deferred,
        position integer not null,
        target text not null references organisation(id) deferrable initially deferred,
        primary key (owner, position)
    ) strict, without rowid;
    create table outreach_country(
        rowid integer primary key,
        id text not null unique,
        outreach text not null references outreach(id) deferrable initially deferred,
        participant text not null references participant(id) deferrable initially deferred,
        said text not null,
        quote text not null,
        quote_language text not null,
        quote_translation text not null,
        stance text not null,
        objections text not null,
        level integer,
        next_step text not null,
        position integer not null,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table outreach_person(
        rowid integer primary key,
        id text not null unique,
        outreach text not null references outreach(id) deferrable initially deferred,
        side text not null,
        name text not null,
        title text not null,
        organisation text not null,
        level integer,
        person text references person(id) deferrable initially deferred,
        officer text references officer(id) deferrable initially deferred,
        participant text references participant(id) deferrable initially deferred,
        lead integer not null,
        note_taker integer not null,
        position integer not null,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table commitment(
        rowid integer primary key,
        id text not null unique,
        participant text not null references participant(id) deferrable initially deferred,
        treaty text not null references treaty(id) deferrable initially deferred,
        act text not null,
        made_on text not null,
        "by" text,
        precision text not null,
        by_words text not null,
        words text not null,
        original_words text not null,
        original_language text not null,
        verbatim integer not null,
        grade text not null,
        form text not null,
        authority text not null,
        level integer,
        stage text,
        condition text not null,
        speaker text references person(id) deferrable initially deferred,
        speaker_title text not null,
        outreach text references outreach(id) deferrable initially deferred,
        source text references source(id) deferrable initially deferred,
        state text not null,
        closed_on text,
        closed_reason text not null,
        shown_by text references treaty_action(id) deferrable initially deferred,
        replaces text references commitment(id) deferrable initially deferred,
        confirmed_by text references officer(id) deferrable initially deferred,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table follow_up(
        rowid integer primary key,
        id text not null unique,
        what text not null,
        due_on text,
        owner text references officer(id) deferrable initially deferred,
        participant text references participant(id) deferrable initially deferred,
        outreach text references outreach(id) deferrable initially deferred,
        commitment text references commitment(id) deferrable initially deferred,
        state text not null,
        closed_on text,
        reason text not null,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table source(
        rowid integer primary key,
        id text not null unique,
        kind text not null,
        title text not null,
        author text not null,
        "on" text,
        as_of text,
        read_on text,
        number text not null,
        link text not null,
        confidence text not null,
        file_name text not null,
        file_sha256 text not null,
        taken_whole integer not null,
        treaty text references treaty(id) deferrable initially deferred,
        officer text references officer(id) deferrable initially deferred,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table message(
        rowid integer primary key,
        id text not null unique,
        code text not null,
        audiences text not null,
        point_en text not null,
        point_vi text not null,
        facts text not null,
        articles text not null,
        source_text text not null,
        evidence text not null,
        sort_title text not null,
        deleted integer not null default 0
    ) strict
"""

INDEXES = """
    create index treaty_action_treaty on treaty_action(treaty);
    create index treaty_action_participant on treaty_action(participant);
    create index domestic_step_participant on domestic_step(participant);
    create index appointment_person on appointment(person);
    -- These two hold all that a long list in their order asks for.
    create index outreach_held_on on outreach(held_on, rowid, id, deleted);
    create index outreach_title on outreach(sort_title, rowid, id, deleted);
    -- And this one is all that counting them asks for.
    create index outreach_kept on outreach(deleted) where not deleted;
    create index outreach_event on outreach(event);
    create index outreach_country_outreach on outreach_country(outreach);
    create index outreach_country_participant on outreach_country(participant, outreach);
    create index outreach_person_outreach on outreach_person(outreach);
    create index outreach_person_person on outreach_person(person);
    create index commitment_participant on commitment(participant);
    create index commitment_outreach on commitment(outreach);
    create index follow_up_due on follow_up(state, due_on);
    create index follow_up_participant on follow_up(participant);
    create index follow_up_outreach on follow_up(outreach)
"""
