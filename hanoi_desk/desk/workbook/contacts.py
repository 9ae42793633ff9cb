"""Reads rows that are contacts: countries, people, a promise and a task in the same row."""

import re
from dataclasses import replace
from typing import Any

from hanoi_desk.desk.workbook.cells import Cells
from hanoi_desk.desk.workbook.known import contact_kind, person_key
from hanoi_desk.desk.workbook.making import Maker, Wanted
from hanoi_desk.desk.workbook.naming import PersonNamed, persons_in
from hanoi_desk.desk.workbook.remarks import Refusal, Remark, RowCaution, RowFault
from hanoi_desk.desk.workbook.row import About, ReadRow, own_key
from hanoi_desk.records import (
    Commitment,
    FollowUp,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Record,
    Side,
    fixed_id,
)
from hanoi_desk.text import fold
from hanoi_desk.workbook.vocabulary import Meaning

M = Meaning
#: Letters of a note that tell a row in a list.
_SHOWN = 80

#: Columns that are one line of the contact.
_LINES = (
    (M.SUBJECT, "summary"),
    (M.PLACE, "place"),
    (M.REFERENCE, "reference"),
    (M.PURPOSE, "purpose"),
    (M.LANGUAGE, "language"),
)
_TIME = re.compile(r"([01]?\d|2[0-3])(?:[:hg.]([0-5]\d)?(?::\d\d)?)", re.IGNORECASE)


def read_contact(cells: Cells, maker: Maker) -> ReadRow:
    """Return a contact with the countries, persons, promise and task of the row.

    :raises Refusal: when the row cannot be taken.
    """
    held_on = cells.day(M.DATE)
    if held_on is None:
        raise Refusal(Remark(RowFault.NO_DATE, cells.heading(M.DATE)))
    named = cells.countries(needed=True)
    persons = persons_in(cells.text(M.PERSON), cells.text(M.POST))
    subject, place = cells.line(M.SUBJECT), cells.line(M.PLACE)
    beside = (subject,) if subject else (" ".join(one.name for one in persons), place)
    contact = own_key(cells, "outreach", held_on.isoformat(), *sorted((*named.ids, *named.bodies)), "", *beside)
    event, wanted = maker.event(cells.line(M.EVENT), held_on)
    country = named.ids[0] if len(named.ids) == 1 else None
    outreach, decides = _contact(cells, maker, contact, event)
    outreach = replace(outreach, held_on=held_on, organisations=named.bodies)
    promise = cells.text(M.PROMISE) or cells.text(M.ACT)
    if promise and country is None:
        # A statement of several is nobody's commitment (practice.md 3.2): its words stay with the contact.
        cells.say(RowCaution.COLLECTIVE, M.PROMISE if cells.has(M.PROMISE) else M.ACT, promise)
        outreach = replace(outreach, notes="\n\n".join(filter(None, (outreach.notes, promise))))
        decides.add("notes")
    level = cells.level()
    wanted += [Wanted(outreach, frozenset(decides))]
    wanted += _said(cells, contact, named.ids, level)
    people, speaker = _present(cells, maker, contact, persons, named.ids, level)
    wanted += [*people, *_ours(cells, maker, contact)]
    drops: list[tuple[type[Record], str]] = []
    if country and promise:
        post = persons[0].post if persons else ""
        wanted += [
            maker.commitment(
                cells,
                fixed_id(contact, "promise"),
                country,
                held_on,
                outreach=contact,
                speaker=speaker,
                speaker_title=post,
            )
        ]
    elif cells.has(M.PROMISE) or cells.has(M.ACT):
        drops.append((Commitment, fixed_id(contact, "promise")))
    if cells.line(M.TASK):
        wanted += maker.task(cells, fixed_id(contact, "task"), country, outreach=contact)
    elif cells.has(M.TASK):
        drops.append((FollowUp, fixed_id(contact, "task")))
    words = (
        subject or " ".join(cells.text(M.NOTES).split())[:_SHOWN] or cells.line(M.COUNTRY if not country else M.EVENT)
    )
    sides = ((M.PERSON, Side.THEIRS), (M.OURS, Side.OURS))
    return ReadRow(
        cells.number,
        About(words, held_on, named.ids),
        contact,
        tuple(wanted),
        tuple(drops),
        contact=contact,
        main=contact,
        sides=frozenset(side for meaning, side in sides if cells.has(meaning)),
    )


def _contact(cells: Cells, maker: Maker, contact: str, event: str | None) -> tuple[Outreach, set[str]]:
    """Return the contact itself, without its day, and the fields that the row decides."""
    fields: dict[str, Any] = {}
    for meaning, name in ((M.NOTES, "notes"), (M.COMMENT, "comment"), (M.QUESTIONS, "questions")):
        if cells.has(meaning):
            fields[name] = cells.text(meaning)
    for meaning, name in _LINES:
        if cells.has(meaning):
            fields[name] = cells.line(meaning)
    if cells.has(M.EVENT):
        fields["event"] = event
    if said := cells.line(M.CONTACT):
        kind = contact_kind(said)
        if kind is None:
            cells.say(RowCaution.UNKNOWN_WORD, M.CONTACT, said)
        else:
            fields["kind"] = kind
    if said := cells.line(M.TIME):
        if found := _TIME.fullmatch(said):
            fields["time"] = f"{int(found[1]):02d}:{found[2] or '00'}"
        else:
            cells.say(RowCaution.UNKNOWN_WORD, M.TIME, said)
    outreach = Outreach(
        id=contact,
        held_on=maker.known.today,
        drafter=maker.known.officer,
        mission=maker.known.mission,
        **fields,
    )
    return outreach, {*fields, "held_on", "organisations"}


def _said(cells: Cells, contact: str, ids: tuple[str, ...], level: int | None) -> list[Wanted]:
    decides = frozenset({"level"} if cells.has(M.LEVEL) else ())
    return [
        Wanted(
            OutreachCountry(
                id=fixed_id(contact, "country", one), outreach=contact, participant=one, level=level, position=place
            ),
            decides,
        )
        for place, one in enumerate(ids)
    ]


def _present(
    cells: Cells,
    maker: Maker,
    contact: str,
    persons: tuple[PersonNamed, ...],
    countries: tuple[str, ...],
    level: int | None,
) -> tuple[list[Wanted], str | None]:
    """Return those who were there on their side, after the persons who are new, and the first of them."""
    wanted: list[Wanted] = []
    speaker: str | None = None
    country = countries[0] if len(countries) == 1 else None
    for place, one in enumerate(persons):
        person, new = maker.person(cells, one, countries)
        speaker = person if place == 0 else speaker
        wanted += new
        attendee = OutreachPerson(
            id=attendee_id(contact, one.name),
            outreach=contact,
            side=Side.THEIRS,
            name=one.name,
            title=one.post,
            organisation=cells.line(M.ORGANISATION) if place == 0 else "",
            level=level if place == 0 else None,
            person=person,
            participant=country,
            lead=place == 0,
            position=place,
        )
        decides = {"name", "title", "position", "lead"}
        if cells.has(M.ORGANISATION):
            decides.add("organisation")
        if cells.has(M.LEVEL):
            decides.add("level")
        wanted.append(Wanted(attendee, frozenset(decides)))
    return wanted, speaker


def _ours(cells: Cells, maker: Maker, contact: str) -> list[Wanted]:
    """Return our own people who were there; one who is not among our officers is a name."""
    found: list[Wanted] = []
    for place, one in enumerate(persons_in(cells.text(M.OURS), "")):
        officers = maker.known.officers.get(fold(one.name), ())
        attendee = OutreachPerson(
            id=attendee_id(contact, one.name, Side.OURS),
            outreach=contact,
            side=Side.OURS,
            name=one.name,
            title=one.post,
            officer=officers[0] if len(officers) == 1 else None,
            position=place,
        )
        found.append(Wanted(attendee, frozenset({"name", "title", "position"})))
    return found


def attendee_id(contact: str, name: str, side: Side = Side.THEIRS) -> str:
    """Return the identifier of someone present at a contact from a workbook."""
    return fixed_id(contact, "person" if side is Side.THEIRS else side.value, *person_key(name, None)[1])
