"""Reads rows of lists: people with posts, promises, tasks, events."""

from dataclasses import replace
from typing import Any

from hanoi_desk.desk.workbook.cells import Cells
from hanoi_desk.desk.workbook.known import event_kind, is_done, person_key
from hanoi_desk.desk.workbook.making import Maker, Wanted
from hanoi_desk.desk.workbook.naming import PersonNamed, persons_in
from hanoi_desk.desk.workbook.remarks import Refusal, Remark, RowCaution, RowFault
from hanoi_desk.desk.workbook.row import About, ReadRow, own_key
from hanoi_desk.records import (
    Event,
    EventKind,
    FollowUp,
    FollowUpState,
    Person,
)
from hanoi_desk.text import fold
from hanoi_desk.workbook.vocabulary import Meaning

M = Meaning


def read_person(cells: Cells, maker: Maker) -> ReadRow:
    """Return a person with a post.

    :raises Refusal: when the row cannot be taken.
    """
    persons = persons_in(cells.line(M.PERSON), cells.line(M.POST))
    if not persons:
        raise Refusal(Remark(RowFault.NO_NAME, cells.heading(M.PERSON)))
    named = cells.countries(needed=False)
    if len(persons) > 1 or len(named.ids) > 1:
        where = M.PERSON if len(persons) > 1 else M.COUNTRY
        raise Refusal(Remark(RowFault.SEVERAL, cells.heading(where), cells.line(where)))
    one, country = persons[0], named.ids[0] if named.ids else None
    key = person_key(one.name, country)
    if not key[1]:
        raise Refusal(Remark(RowFault.NO_NAME, cells.heading(M.PERSON), one.name))
    body, wanted = maker.organisation(cells.line(M.ORGANISATION), country)
    body = body or (named.bodies[0] if named.bodies else None)
    held = maker.known.persons.get(key, ())
    if len(held) > 1:
        raise Refusal(Remark(RowFault.NAMESAKES, cells.heading(M.PERSON), one.name))
    fields: dict[str, Any] = {"notes": cells.text(M.NOTES)} if cells.has(M.NOTES) else {}
    record_id = held[0] if held else maker.person(cells, PersonNamed(one.name), named.ids)[0] or ""
    if cells.line(M.KEY):
        record_id = held[0] if held else own_key(cells, "people")
        fields["name"] = one.name
    wanted.append(Wanted(Person(id=record_id, participant=country, **{"name": one.name, **fields}), frozenset(fields)))
    post_fields: dict[str, Any] = {}
    for meaning, name in ((M.EMAIL, "email"), (M.PHONE, "phone")):
        if cells.has(meaning):
            post_fields[name] = cells.line(meaning)
    if cells.has(M.LEVEL):
        post_fields["level"] = cells.level()
    if cells.has(M.ORGANISATION):
        post_fields["organisation"] = body
    if one.post:
        post = maker.post(record_id, one.post, country, **post_fields)
        wanted.append(Wanted(post, frozenset(post_fields)))
    about = About(" · ".join(filter(None, (one.name, one.post))), countries=named.ids)
    return ReadRow(cells.number, about, f"{record_id} {fold(one.post)}", tuple(wanted), main=record_id)


def read_commitment(cells: Cells, maker: Maker) -> ReadRow:
    """Return a promise of one State, with the workbook as its evidence.

    :raises Refusal: when the row cannot be taken.
    """
    named = cells.countries(needed=True)
    if len(named.ids) != 1:
        raise Refusal(Remark(RowFault.SEVERAL, cells.heading(M.COUNTRY), cells.line(M.COUNTRY)))
    made_on = cells.day(M.DATE)
    if made_on is None:
        raise Refusal(Remark(RowFault.NO_DATE, cells.heading(M.DATE)))
    if not (cells.text(M.PROMISE) or cells.text(M.ACT)):
        raise Refusal(Remark(RowFault.NO_TASK, cells.heading(M.PROMISE)))
    country = named.ids[0]
    persons = persons_in(cells.text(M.PERSON), cells.text(M.POST))[:1]
    speaker, wanted = maker.person(cells, persons[0], named.ids) if persons else (None, [])
    source = maker.source()
    promise = maker.commitment(
        cells, "", country, made_on, source=source.id, speaker=speaker, speaker_title=persons[0].post if persons else ""
    )
    name = persons[0].name if persons else ""
    act = getattr(promise.record, "act", "")
    record_id = own_key(cells, "commitment", country, str(act), made_on.isoformat(), name)
    wanted += [Wanted(source), Wanted(replace(promise.record, id=record_id), promise.decides)]
    about = About(" ".join(cells.text(M.PROMISE).split())[:80], made_on, named.ids)
    return ReadRow(cells.number, about, record_id, tuple(wanted), main=record_id)


def read_task(cells: Cells, maker: Maker) -> ReadRow:
    """Return a task of ours.

    :raises Refusal: when the row cannot be taken.
    """
    what = cells.line(M.TASK)
    if not what:
        raise Refusal(Remark(RowFault.NO_TASK, cells.heading(M.TASK)))
    named = cells.countries(needed=False)
    country = named.ids[0] if len(named.ids) == 1 else None
    record_id = own_key(cells, "follow_up", what, *sorted(named.ids))
    *new, wanted = maker.task(cells, record_id, country)
    task, decides = wanted.record, set(wanted.decides)
    if not isinstance(task, FollowUp):
        raise TypeError(task)
    if len(named.ids) > 1:
        names = ", ".join(maker.known.names[one].name_en for one in named.ids)
        task = replace(task, what=f"{task.what} ({names})")
    if cells.has(M.DONE):
        done = is_done(cells.line(M.DONE))
        state = FollowUpState.DROPPED if done is None else FollowUpState.DONE if done else FollowUpState.OPEN
        task = replace(task, state=state, closed_on=None if state is FollowUpState.OPEN else maker.known.today)
        decides.add("state")
    return ReadRow(
        cells.number,
        About(task.what, task.due_on, named.ids),
        record_id,
        (*new, Wanted(task, frozenset(decides))),
        main=record_id,
    )


def read_event(cells: Cells, maker: Maker) -> ReadRow:
    """Return an event.

    :raises Refusal: when the row cannot be taken.
    """
    name = cells.line(M.EVENT)
    if not name:
        raise Refusal(Remark(RowFault.NO_EVENT, cells.heading(M.EVENT)))
    starts_on, ends_on = cells.day(M.DATE), cells.day(M.ENDS)
    named = cells.countries(needed=False)
    values: tuple[tuple[Meaning, str, Any], ...] = (
        (M.DATE, "starts_on", starts_on),
        (M.ENDS, "ends_on", ends_on),
        (M.COUNTRY, "hosts", named.ids),
        (M.PLACE, "place", cells.line(M.PLACE)),
        (M.NOTES, "notes", cells.text(M.NOTES)),
    )
    fields = {name: value for meaning, name, value in values if cells.has(meaning)}
    if said := cells.line(M.EVENT_KIND):
        kind = event_kind(said)
        if kind is None:
            cells.say(RowCaution.UNKNOWN_WORD, M.EVENT_KIND, said)
        else:
            fields["kind"] = kind
    held = None if cells.line(M.KEY) else maker.held_event(name, starts_on)
    record_id = held.id if held else own_key(cells, "event", name, str(starts_on.year) if starts_on else "")
    event = Event(id=record_id, **{"kind": EventKind.OTHER, **fields, "name": held.name if held else name})
    decides = frozenset({*fields, *(("name",) if cells.line(M.KEY) else ())})
    return ReadRow(cells.number, About(name, starts_on), record_id, (Wanted(event, decides),), main=record_id)
