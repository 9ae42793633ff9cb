"""The tables of the working day, and the move of the lead missions of 0.1 into records with dates."""

import json
from importlib import import_module

from hanoi_desk.storage import Database

TABLES = """
    create table coverage(
        rowid integer primary key,
        id text not null unique,
        participant text not null references participant(id) deferrable initially deferred,
        mission text not null references mission(id) deferrable initially deferred,
        role text not null,
        from_on text,
        to_on text,
        note text not null,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table ask(
        rowid integer primary key,
        id text not null unique,
        what text not null,
        direction text not null,
        kind text not null,
        participant text references participant(id) deferrable initially deferred,
        organisation text references organisation(id) deferrable initially deferred,
        state text not null,
        asked_on text,
        due_on text,
        owner text references officer(id) deferrable initially deferred,
        outreach text references outreach(id) deferrable initially deferred,
        source text references source(id) deferrable initially deferred,
        answer text not null,
        answered_on text,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table attachment(
        rowid integer primary key,
        id text not null unique,
        name text not null,
        sha256 text not null,
        size integer not null,
        record_table text not null,
        record text not null,
        media_type text not null,
        added_on text,
        note text not null,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table meeting(
        rowid integer primary key,
        id text not null unique,
        "on" text not null,
        event text references event(id) deferrable initially deferred,
        time text not null,
        minutes integer,
        place text not null,
        participant text references participant(id) deferrable initially deferred,
        organisation text references organisation(id) deferrable initially deferred,
        counterpart text references person(id) deferrable initially deferred,
        counterpart_text text not null,
        ours_text text not null,
        note_taker text references officer(id) deferrable initially deferred,
        topic text not null,
        language text not null,
        state text not null,
        outreach text references outreach(id) deferrable initially deferred,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table meeting_ours(
        owner text not null references meeting(id) deferrable initially deferred,
        position integer not null,
        target text not null references officer(id) deferrable initially deferred,
        primary key (owner, position)
    ) strict, without rowid;
    create table statement(
        rowid integer primary key,
        id text not null unique,
        event text not null references event(id) deferrable initially deferred,
        participant text not null references participant(id) deferrable initially deferred,
        mention text not null,
        "on" text,
        item text not null,
        speaker text not null,
        words text not null,
        verbatim integer not null,
        language text not null,
        translation text not null,
        stance text not null,
        source text references source(id) deferrable initially deferred,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    create table person_distinct_from(
        owner text not null references person(id) deferrable initially deferred,
        position integer not null,
        target text not null references person(id) deferrable initially deferred,
        primary key (owner, position)
    ) strict, without rowid;
    create table event_co_hosts(
        owner text not null references event(id) deferrable initially deferred,
        position integer not null,
        target text not null references participant(id) deferrable initially deferred,
        primary key (owner, position)
    ) strict, without rowid;
    create table event_attended(
        owner text not null references event(id) deferrable initially deferred,
        position integer not null,
        target text not null references participant(id) deferrable initially deferred,
        primary key (owner, position)
    ) strict, without rowid;
    alter table person add column other_names text not null default '[]';
    alter table person add column biography text not null default '';
    alter table event add column head_of_delegation text not null default '';
    alter table commitment add column grade_reason text not null default '';
    alter table commitment add column reciprocal text not null default '';
    alter table follow_up add column channel text not null default '';
    alter table follow_up add column repeat text not null default 'none';
    alter table follow_up add column event text references event(id) deferrable initially deferred;
    alter table follow_up add column ask text references ask(id) deferrable initially deferred;
    create index coverage_participant on coverage(participant);
    create index coverage_mission on coverage(mission);
    create index ask_state on ask(state, due_on);
    create index ask_participant on ask(participant);
    create index ask_outreach on ask(outreach);
    create index attachment_record on attachment(record);
    create index meeting_event on meeting(event);
    create index meeting_on on meeting("on");
    create index meeting_participant on meeting(participant);
    create index statement_event on statement(event);
    create index statement_participant on statement(participant);
    create index follow_up_commitment on follow_up(commitment);
    create index commitment_speaker on commitment(speaker);
    create index commitment_state on commitment(state);
    -- The trash asks for the newest deletions.
    create index change_deletion on change(hlc) where fld = '_deleted'
"""

PARTICIPANT = """
    create table participant_new(
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
        priority integer not null,
        priority_reason text not null,
        sort_title text not null,
        deleted integer not null default 0
    ) strict;
    insert into participant_new(
        id, key, name_en, name_vi, iso3, m49, entity, name_en_formal, name_fr, untc_name, aliases, "group",
        group_note, memberships, eu_member, un_member_since, capital, priority, priority_reason,
        sort_title, deleted, rowid
    ) select
        id, key, name_en, name_vi, iso3, m49, entity, name_en_formal, name_fr, untc_name, aliases, "group",
        group_note, memberships, eu_member, un_member_since, capital, priority, priority_reason,
        sort_title, deleted, rowid
    from participant;
    drop table participant_channels;
    drop table participant;
    alter table participant_new rename to participant
"""

_NAMESPACE = "5f0c1d3e-7f0b-5a86-9f43-3a6a5b1c7d10"


def move_missions(db: Database) -> None:
    """Write each participant's mission and channels, held in fields before, as records of their own into the log."""
    uuid = import_module("uuid")
    namespace = uuid.UUID(_NAMESPACE)
    found = [
        *(
            (p, m, "lead")
            for p, m in db.execute("select id, lead_mission from participant where not deleted").fetchall()
        ),
        *((p, m, "other") for p, m in db.execute("select owner, target from participant_channels").fetchall()),
    ]
    rows = sorted({row for row in found if row[1]})
    stream = db.execute("select max(number) from stream").fetchone()[0]
    if not rows or stream is None:
        return
    (seq,) = db.execute("select coalesce(max(seq), 0) from change where stream = ?", (stream,)).fetchone()
    (hlc,) = db.execute("select max(hlc) from change").fetchone()
    save = str(uuid.uuid5(namespace, "m002_working_day"))
    value = {"action": "upgrade_desk", "label": ""}
    changes = [("save", save, value)]
    for participant, mission, role in rows:
        record = str(uuid.uuid5(namespace, f"coverage\x1f{participant}\x1f{mission}\x1f{role}"))
        changes.append(("coverage", record, {"participant": participant, "mission": mission, "role": role}))
    for number, (table, record, fields) in enumerate(changes, start=1):
        text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        place = (stream, seq + number, hlc + number, "", save, table, record, "*", text, "[]")
        db.execute("insert into change values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", place)
        if table == "coverage":
            row = (record, fields["participant"], fields["mission"], fields["role"])
            db.execute(
                "insert into coverage(id, participant, mission, role, note, sort_title) values (?, ?, ?, ?, '', '')",
                row,
            )
    db.execute(
        "insert into save(id, action, label, hlc, who) values (?, ?, '', ?, '')", (save, "upgrade_desk", hlc + 1)
    )
