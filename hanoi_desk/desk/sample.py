"""The sample desk: the public record of 2024 to 2026, with invented contacts that are plainly marked as sample."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from hanoi_desk.assets import asset
from hanoi_desk.desk.refused import refuse_faulty
from hanoi_desk.desk.register import CONVENTION, participant_id, register, treaty_id
from hanoi_desk.records import (
    Appointment,
    Ask,
    Commitment,
    Coverage,
    DomesticStep,
    Event,
    FollowUp,
    Meeting,
    Mission,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Person,
    Record,
    Side,
    Source,
    Statement,
    fixed_id,
)
from hanoi_desk.store import Action, Store
from hanoi_desk.store.codec import shape

Row = Mapping[str, Any]

#: The officer and the mission of the sample desk, by their keys in the file.
_LINKS = {
    "mission": "missions",
    "officer": "officers",
    "drafter": "officers",
    "owner": "officers",
    "confirmed_by": "officers",
    "source": "sources",
    "event": "events",
    "person": "people",
    "speaker": "people",
    "outreach": "outreach",
    "commitment": "commitments",
    "replaces": "commitments",
    "counterpart": "people",
    "ours": "officers",
    "note_taker": "officers",
}


def start_sample(store: Store) -> None:
    """Fill a new desk with the shipped register and the sample, and mark it as a sample."""
    text = asset("data/sample.json").read_text(encoding="utf-8")
    sample = json.loads(text)
    records = list(_records(sample))
    refuse_faulty(records)
    with store.change(Action.START_DESK) as change:
        for record in [*register(), *records]:
            change.save(record)
    store.set_local("sample", "yes")
    store.set_local("mission", _id("missions", sample["missions"][0]["key"]))
    store.set_local("officer", _id("officers", sample["officers"][0]["key"]))


def sample_day() -> date:
    """Return the day on which the sample's story stands."""
    return date.fromisoformat(json.loads(asset("data/sample.json").read_text(encoding="utf-8"))["today"])


def _records(sample: Row) -> Iterator[Record]:
    yield from (_record(Mission, "missions", row) for row in sample["missions"])
    yield from (_record(Officer, "officers", row) for row in sample["officers"])
    yield from (_record(Coverage, "coverage", row) for row in sample["coverage"])
    yield from (_record(Source, "sources", row) for row in sample["sources"])
    yield from (_record(Event, "events", row) for row in sample["events"])
    for row in sample["people"]:
        yield from _person(row)
    titles = {row["key"]: row for row in sample["people"]}
    officers = {row["key"]: row for row in sample["officers"]}
    bodies = {record.id: record.name_en for record in register() if isinstance(record, Organisation)}
    for row in sample["outreach"]:
        yield from _outreach(row, titles, officers, bodies)
    for row in sample["commitments"]:
        yield _record(Commitment, "commitments", {"treaty": CONVENTION, **row})
    for row in sample["follow_ups"]:
        yield _record(FollowUp, "follow_ups", row)
    for row in sample["asks"]:
        yield _record(Ask, "asks", row)
    for row in sample["domestic_steps"]:
        yield _record(DomesticStep, "domestic_steps", {"treaty": CONVENTION, **row})
    yield from (_record(Meeting, "meetings", row) for row in sample["meetings"])
    yield from (_record(Statement, "statements", row) for row in sample["statements"])


def _person(row: Row) -> Iterator[Record]:
    yield _record(Person, "people", row)
    for number, post in enumerate(row.get("appointments", ())):
        more = {"person": row["key"], "participant": row.get("participant"), "key": f"{row['key']}/{number}"}
        yield _record(Appointment, "appointments", {**more, **post})


def _outreach(
    row: Row, people: Mapping[str, Row], officers: Mapping[str, Row], bodies: Mapping[str, str]
) -> Iterator[Record]:
    contact = _record(Outreach, "outreach", row)
    yield contact
    for position, said in enumerate(row.get("countries", ())):
        key = f"{row['key']}/{said['participant']}"
        yield _record(
            OutreachCountry, "outreach_countries", {**said, "key": key, "outreach": row["key"], "position": position}
        )
    sides = ((Side.OURS, "ours"), (Side.THEIRS, "theirs"), (Side.THIRD, "third"))
    position = 0
    for side, name in sides:
        for one in row.get(name, ()):
            position += 1
            more = {"key": f"{row['key']}/{position}", "outreach": row["key"], "side": side.value, "position": position}
            attendee = _attendee(one, people, officers, bodies)
            yield _record(OutreachPerson, "outreach_people", {**attendee, **more})


def _attendee(
    one: str | Row, people: Mapping[str, Row], officers: Mapping[str, Row], bodies: Mapping[str, str]
) -> dict[str, Any]:
    """Return name and post as they were on the day, in words; a key stands for one of our people or theirs.

    `bodies` are the names of organisations by id.
    """
    if not isinstance(one, str):
        return dict(one)
    if one in officers:
        return {"officer": one, "name": officers[one]["name"], "title": officers[one].get("title", "")}
    person = people[one]
    post: Row = next(iter(person.get("appointments", ())), {})
    return {
        "person": one,
        "name": person["name"],
        "participant": person.get("participant"),
        "title": post.get("title", ""),
        "organisation": bodies[_linked("organisation", post["organisation"])] if "organisation" in post else "",
        "level": post.get("level"),
    }


def _record(kind: type[Record], section: str, row: Row) -> Any:
    """Return a record from a row of the file, its keys turned into identifiers."""
    values: dict[str, Any] = {}
    for column in shape(kind).columns:
        if row.get(column.name) is None:
            continue
        value = row[column.name]
        if column.link is not None:
            value = tuple(_linked(column.name, v) for v in value) if column.many else _linked(column.name, value)
            values[column.name] = value
        else:
            values[column.name] = column.decode(value)
    return kind(id=_id(section, row["key"]), **values)


def _linked(field: str, key: str) -> str:
    if field == "treaty":
        return treaty_id(key)
    if field in ("participant", "hosts"):
        return participant_id(key)
    if field in ("organisation", "organisations", "host_organisations"):
        return fixed_id("organisation", key)
    if field == "shown_by":  # an act of the shipped record: treaty/participant/act/day
        return fixed_id("action", *key.split("/"))
    return _id(_LINKS[field], key)


def _id(section: str, key: str) -> str:
    return fixed_id("sample", section, key)
