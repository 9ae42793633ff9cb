"""The tables of briefing packs: what they are made of, their own sentences, their editions."""

TABLES = """
    create table pack(
        rowid integer primary key,
        id text not null unique,
        name text not null,
        product text not null,
        event text references event(id) deferrable initially deferred,
        meeting text references meeting(id) deferrable initially deferred,
        outreach text references outreach(id) deferrable initially deferred,
        facet text not null,
        sections text not null,
        language text not null,
        paper text not null,
        marking text not null,
        head_of_delegation text not null,
        distribution text not null,
        prepared_by text references officer(id) deferrable initially deferred,
        reviewed_by text references officer(id) deferrable initially deferred,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table pack_participants(
        owner text not null references pack(id) deferrable initially deferred,
        position integer not null,
        target text not null references participant(id) deferrable initially deferred,
        primary key (owner, position)
    ) strict, without rowid;
    create table pack_text(
        rowid integer primary key,
        id text not null unique,
        pack text not null references pack(id) deferrable initially deferred,
        part text not null,
        participant text references participant(id) deferrable initially deferred,
        message text references message(id) deferrable initially deferred,
        text_en text not null,
        text_vi text not null,
        met_when_en text not null,
        met_when_vi text not null,
        position integer not null,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table pack_edition(
        rowid integer primary key,
        id text not null unique,
        pack text not null references pack(id) deferrable initially deferred,
        number integer not null,
        document text not null,
        as_of text not null,
        made_on text,
        data_sha256 text not null,
        data text not null,
        file_name text not null,
        file_sha256 text not null,
        pages integer not null,
        copies integer not null,
        officer text references officer(id) deferrable initially deferred,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create index pack_text_pack on pack_text(pack);
    create index pack_edition_pack on pack_edition(pack);
    create index pack_edition_document on pack_edition(document)
"""

#: How a pack is printed; packs from before had no such wishes.
PRINTING = """
    alter table pack add column draft integer not null default 0;
    alter table pack add column copies integer not null default 0;
    alter table pack add column numbered integer not null default 0;
    alter table pack add column one_sided integer not null default 0;
    alter table pack add column greyscale integer not null default 0
"""
