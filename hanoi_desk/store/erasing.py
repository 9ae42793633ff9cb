"""Erasing a person for good: what the log, the records, the drafts and the files hold of the person is dropped.

The places of the changes in the log stay, with their authors and predecessors, so that what is exchanged still fits
together; only values go (exchange.md, erasure). Records made anew from the log come out equal afterwards too.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from hanoi_desk.storage import Connection
from hanoi_desk.store import history, log
from hanoi_desk.store.actions import Action
from hanoi_desk.store.codec import Json, canonical, parsed, shapes, to_json
from hanoi_desk.store.naming import Naming, any_text, replaced

_PERSON, _POST, _FILE, _PRESENT = "person", "appointment", "attachment", "outreach_person"
_NAMES = ("name", "name_native", "other_names")
#: Fields that hold names and nothing else worth keeping: they are cleared of the name without asking.
_NAME_FIELDS = frozenset(
    {
        (_PRESENT, "name"),
        (_PRESENT, "title"),
        (_PRESENT, "organisation"),
        ("commitment", "speaker_title"),
        ("meeting", "counterpart_text"),
        ("statement", "speaker"),
        (_FILE, "name"),
    }
)
#: Whose name such a field holds, where it is another's: a namesake keeps it.
_HOLDERS = {_PRESENT: ("person", "officer"), "commitment": ("speaker",), "meeting": ("counterpart",)}
#: How many numbers one change of the log lists.
_CHUNK = 2000

ChangeId = tuple[int, int]
Field = tuple[str, str, str]  # table, record, field


@dataclass(frozen=True, slots=True)
class Mention:
    """A text of a record that names the person; `is_current` is False where only an earlier wording does."""

    table: str
    record: str
    field: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing a person removes, in numbers, and the texts that name the person."""

    persons: int  # more than one where others were merged into this one
    posts: int
    meetings: int  # contacts in which the name goes
    promises: int  # that lose their speaker
    planned: int  # planned meetings that lose their counterpart
    files: int
    changes: int  # of the log, that lose their words
    drafts: int
    names: int  # other fields that hold the name, such as the speaker of a statement
    mentions: tuple[Mention, ...]


@dataclass(slots=True)
class Plan:
    """What is to be done, found before anything is."""

    persons: list[str]
    naming: Naming
    erased: list[tuple[str, str]] = field(default_factory=list)  # table, record
    links: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    named: set[Field] = field(default_factory=set)
    texts: dict[Field, bool] = field(default_factory=dict)
    drops: dict[ChangeId, set[str]] = field(default_factory=lambda: defaultdict(set))
    text_drops: dict[ChangeId, set[str]] = field(default_factory=lambda: defaultdict(set))
    labels: list[tuple[ChangeId, str]] = field(default_factory=list)
    drafts: dict[str, Json] = field(default_factory=dict)
    local: dict[str, Json] = field(default_factory=dict)  # such as filters that were kept
    blobs: list[str] = field(default_factory=list)
    blob_names: dict[str, str] = field(default_factory=dict)
    told: Erasure = Erasure(0, 0, 0, 0, 0, 0, 0, 0, 0, ())


def survey(connection: Connection, person: str) -> Plan:
    """Return all that the desk holds of a person, also of those who were merged into this one; nothing is changed.

    :raises KeyError: when there is no such person, or the person was erased already.
    """
    known = connection.execute("select 1 from person where id = ?", (person,)).fetchone()
    if known is None or log.is_erased(connection, person):
        raise KeyError(f"no person {person}")
    persons = _merged_into(connection, person)
    posts = _ids(connection, "select id from appointment where person in ({})", persons)
    files = _ids(connection, "select id from attachment where record in ({})", [*persons, *posts])
    plan = Plan(persons, Naming(_names(connection, persons, posts)))
    plan.erased = [*((_PERSON, i) for i in persons), *((_POST, i) for i in posts), *((_FILE, i) for i in files)]
    _find_links(connection, plan)
    _drop_own(connection, plan)
    _drop_links(connection, plan)
    _find_names(connection, plan)
    _find_drafts(connection, plan)
    plan.blobs = _files_of_nobody_else(connection, files)
    names = connection.execute("select sha256, name from blob").fetchall()
    plan.blob_names = {digest: name for digest, name in names if plan.naming.is_in(name)}
    plan.told = Erasure(
        persons=len(persons),
        posts=len(posts),
        meetings=len(_meetings(connection, plan)),
        promises=sum(table == "commitment" for table, _ in plan.links),
        planned=sum(table == "meeting" for table, _ in plan.links),
        files=len(files),
        changes=len(plan.drops) + len(plan.labels),
        drafts=len(plan.drafts),
        names=sum(where[:2] not in plan.links and where[0] != _PRESENT for where in plan.named),
        mentions=tuple(Mention(*where, is_current) for where, is_current in plan.texts.items()),
    )
    return plan


def carry_out(
    connection: Connection,
    pen: log.Pen,
    plan: Plan,
    instead: str,
    touched: dict[str, set[str]],
    *,
    in_texts: bool,
) -> None:
    """Do what was planned; call it inside the transaction, with `secure_delete` on."""
    values = _new_values(connection, plan, instead, in_texts=in_texts)
    drops = {**plan.drops}
    if in_texts:
        for change, names in plan.text_drops.items():
            drops[change] = drops.get(change, set()) | names
    _drop(connection, plan, drops)
    for table, record_id in plan.erased:
        saw = log.heads(connection, record_id)
        log.write_field(pen, table, record_id, log.DELETED, {"saw": saw, log.ERASED: True})
        touched.setdefault(table, set()).add(record_id)
    for (table, record_id, name), value in values.items():
        log.write_field(pen, table, record_id, name, value)
        touched.setdefault(table, set()).add(record_id)
    for table, ids in touched.items():
        for record_id in sorted(ids):
            log.show(connection, table, record_id)
    settled = _settled(connection, pen, plan, drops)
    _tell(pen, [*drops, *(change for change, _ in plan.labels)], settled)
    log.settle(connection, settled)
    for form, text in plan.drafts.items():
        kept = canonical(replaced(text, plan.naming, instead))
        connection.execute("update draft set json = ? where form = ?", (kept, form))
    for key, value in plan.local.items():
        kept = replaced(value, plan.naming, instead)
        text = kept if isinstance(kept, str) else canonical(kept)
        connection.execute("update local set value = ? where key = ?", (text, key))
    connection.executemany("delete from blob where sha256 = ?", [(digest,) for digest in plan.blobs])
    for digest, name in plan.blob_names.items():
        connection.execute("update blob set name = ? where sha256 = ?", (plan.naming.without(name, instead), digest))
    # Rows that are gone stay in the index until its parts are put together.
    connection.execute("insert into search(search) values ('optimize')")


# ---- finding ----


def _merged_into(connection: Connection, person: str) -> list[str]:
    """Return the person and all who were merged into this one, and into those, and stand merged still."""
    gone: dict[str, list[str]] = defaultdict(list)
    for _, told in history.saves_by(connection, Action.MERGE_PERSONS):
        gone[str(told.get("kept"))].append(str(told.get("gone")))
    found = [person]
    for one in found:
        deleted = _ids(connection, "select id from person where deleted and id in ({})", gone[one])
        found += [other for other in deleted if other not in found]
    return found


def _names(connection: Connection, persons: list[str], posts: list[str]) -> Iterator[str]:
    """Yield every name and address that the persons ever had here, and the names under which they were present."""
    present = _ids(connection, f"select id from {_PRESENT} where person in ({{}})", persons)
    for ids, names in ((persons, _NAMES), (posts, ("email", "phone")), (present, ("name",))):
        for _, _, name, value in _changes_of(connection, ids):
            values = [value] if name in names else [value.get(n) for n in names] if name == log.WHOLE else []
            yield from (text.strip() for one in values for text in any_text(one))


def _find_links(connection: Connection, plan: Plan) -> None:
    """Find what points to the persons: each record with the fields that do."""
    erased = {record_id for _, record_id in plan.erased}
    for s in shapes().values():
        for column in s.columns:
            if column.link != _PERSON:
                continue
            source, owner, target = (
                (f"{s.table}_{column.name}", "owner", "target")
                if column.in_link_table
                else (s.table, "id", column.name)
            )
            for record_id in _ids(connection, f'select {owner} from {source} where "{target}" in ({{}})', plan.persons):
                if record_id not in erased:
                    plan.links[s.table, record_id].add(column.name)


def _drop_own(connection: Connection, plan: Plan) -> None:
    """Plan to drop all that the log says of the erased records, but for the links that a row cannot be without."""
    for table, record_id in plan.erased:
        needed = {c.name for c in shapes()[table].columns if c.link and not c.many and c.empty == ""}
        for stream, seq, name, value in _changes_of(connection, [record_id]):
            if name == log.WHOLE:
                plan.drops[stream, seq] |= value.keys() - needed
            elif name != log.DELETED and name not in needed:
                plan.drops[stream, seq].add(name)


def _drop_links(connection: Connection, plan: Plan) -> None:
    for (table, record_id), names in plan.links.items():
        many = {c.name for c in shapes()[table].lists}
        wanted = (names - many) | ({"name"} if table == _PRESENT else set())
        for stream, seq, name, value in _changes_of(connection, [record_id]):
            found = wanted & value.keys() if name == log.WHOLE else wanted & {name}
            if found:
                plan.drops[stream, seq] |= found


def _find_names(connection: Connection, plan: Plan) -> None:
    """Find the persons' names in all the log, in fields of names and in texts, and in the labels of saves."""
    erased = {record_id for _, record_id in plan.erased}
    own = _own_saves(connection, plan)
    now: dict[tuple[str, str], dict[str, Json]] = {}
    for stream, seq, table, record_id, name, text in _likely(connection, plan.naming, own):
        value = parsed(text)
        if table == "save":
            label = str(value.get("label", ""))
            if plan.naming.is_in(label) or (record_id in own and plan.naming.is_name(label)):
                plan.labels.append(((stream, seq), record_id))
            continue
        if record_id in erased or table not in shapes() or name == log.DELETED:
            continue
        for found in [n for n, one in (value.items() if name == log.WHOLE else [(name, value)]) if _is_in(plan, one)]:
            if (table, record_id) not in now:
                now[table, record_id] = _held(connection, table, record_id)
            if _is_anothers(connection, plan, table, found, now[table, record_id]):
                continue
            if (table, found) in _NAME_FIELDS:
                plan.drops[stream, seq].add(found)
                plan.named.add((table, record_id, found))
                continue
            plan.texts[table, record_id, found] = _is_in(plan, now[table, record_id].get(found))
            plan.text_drops[stream, seq].add(found)


def _is_anothers(connection: Connection, plan: Plan, table: str, name: str, held: dict[str, Json]) -> bool:
    """Tell whether a field holds the name of another person, who is only called the same."""
    if (table, name) in _NAME_FIELDS:
        holders = [(link, held[link]) for link in _HOLDERS.get(table, ()) if held.get(link)]
        return any(
            holder not in plan.persons and _is_called_so(connection, plan, shapes()[table].column(link).link, holder)
            for link, holder in holders
        )
    return name in _NAMES and table in (_PERSON, "officer", "organisation")


def _is_called_so(connection: Connection, plan: Plan, table: str | None, record_id: str) -> bool:
    held = _held(connection, table or "", record_id)
    return any(plan.naming.is_name(text) for name in _NAMES for text in any_text(held.get(name)))


def _likely(connection: Connection, naming: Naming, own: set[str]) -> Iterator[Any]:
    """Yield the changes that may name the person, and those that are the labels of saves about the person."""
    likes = naming.likes()
    fits = " or ".join(f"({' and '.join(['val like ?'] * len(patterns))})" for patterns in likes) or "0"
    yield from connection.execute(
        "select stream, seq, tbl, rec, fld, val from change"
        f" where {fits} or (tbl = 'save' and rec in (select value from json_each(?))) order by stream, seq",
        (*(pattern for patterns in likes for pattern in patterns), json.dumps(sorted(own))),
    ).fetchall()


def _own_saves(connection: Connection, plan: Plan) -> set[str]:
    found: set[str] = set()
    for ids in ([record_id for _, record_id in plan.erased], [record_id for _, record_id in plan.links]):
        found.update(_ids(connection, "select txn from change where rec in ({})", ids))
    return found


def _find_drafts(connection: Connection, plan: Plan) -> None:
    for form, text in connection.execute("select form, json from draft").fetchall():
        value = parsed(text)
        if _is_in(plan, value):
            plan.drafts[form] = value
    for key, text in connection.execute("select key, value from local").fetchall():
        value = _json_or_text(text)
        if _is_in(plan, value):
            plan.local[key] = value


def _json_or_text(text: str) -> Json:
    """Return what a setting of this desk holds: JSON, or a plain text."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, dict | list) else text


def _files_of_nobody_else(connection: Connection, files: list[str]) -> list[str]:
    marks = ",".join("?" * len(files))
    rows = connection.execute(
        f"select distinct sha256 from attachment a where id in ({marks})"
        f" and not exists (select 1 from attachment b where b.sha256 = a.sha256 and b.id not in ({marks}))"
        " and not exists (select 1 from source s where s.file_sha256 = a.sha256)",
        (*files, *files),
    )
    return [digest for (digest,) in rows.fetchall()]


def _meetings(connection: Connection, plan: Plan) -> set[str]:
    present = {record_id for table, record_id in plan.links if table == _PRESENT}
    present |= {record_id for table, record_id, name in plan.named if table == _PRESENT}
    return set(_ids(connection, f"select outreach from {_PRESENT} where id in ({{}})", sorted(present)))


def _is_in(plan: Plan, value: Json) -> bool:
    return any(plan.naming.is_in(text) for text in any_text(value))


# ---- doing ----


def _new_values(connection: Connection, plan: Plan, instead: str, *, in_texts: bool) -> dict[Field, Json]:
    """Return what the records that stay say from now on."""
    found: dict[Field, Json] = {}
    wanted = {*plan.named, *(plan.texts if in_texts else ())}
    for table, record_id in {*plan.links, *((table, record_id) for table, record_id, _ in wanted)}:
        held = _held(connection, table, record_id)
        many = {c.name for c in shapes()[table].lists}
        for name in plan.links.get((table, record_id), ()):
            left = [one for one in held.get(name, ()) if one not in plan.persons] if name in many else None
            found[table, record_id, name] = left or None
        for name in [n for t, r, n in wanted if (t, r) == (table, record_id)]:
            found[table, record_id, name] = replaced(held.get(name), plan.naming, instead)
        if table == _PRESENT and "person" in plan.links.get((table, record_id), ()):
            found[table, record_id, "name"] = instead
    return found


def _drop(connection: Connection, plan: Plan, drops: dict[ChangeId, set[str]]) -> None:
    """Drop values from the log and labels from the saves."""
    for (stream, seq), names in drops.items():
        name, text = connection.execute(
            "select fld, val from change where stream = ? and seq = ?", (stream, seq)
        ).fetchone()
        value = log.GONE if name != log.WHOLE else _without(parsed(text), names)
        connection.execute("update change set val = ? where stream = ? and seq = ?", (canonical(value), stream, seq))
    for (stream, seq), save in plan.labels:
        (text,) = connection.execute("select val from change where stream = ? and seq = ?", (stream, seq)).fetchone()
        value = {**parsed(text), "label": "", log.DROPPED: ["label"]}
        connection.execute("update change set val = ? where stream = ? and seq = ?", (canonical(value), stream, seq))
        connection.execute("update save set label = '' where id = ?", (save,))


def _settled(connection: Connection, pen: log.Pen, plan: Plan, drops: Iterable[ChangeId]) -> list[str]:
    """Return the saves of which nothing can be turned any more, now that values are gone.

    A change cannot be turned either when what it replaced is gone: so all that touched these records are looked at.
    """
    records = {record_id for _, record_id in plan.erased}
    for stream, seq in drops:
        found = connection.execute("select rec from change where stream = ? and seq = ?", (stream, seq)).fetchone()
        records.add(found[0])
    saves = set(_ids(connection, "select txn from change where rec in ({})", sorted(records)))
    return sorted(save for save in saves - {pen.save} if not history.turns_something(connection, save))


def _without(value: dict[str, Json], names: Iterable[str]) -> Json:
    gone = {*names, *value.get(log.DROPPED, ())} - {log.DROPPED}
    return {**{name: one for name, one in value.items() if name not in gone}, log.DROPPED: sorted(gone)}


def _tell(pen: log.Pen, dropped: Iterable[ChangeId], settled: list[str]) -> None:
    """Write into the log which changes lost their values, so that other desks can follow."""
    changes = sorted(dropped)
    for number, start in enumerate(range(0, len(changes), _CHUNK)):
        pen.write(log.REDACTION, pen.save, f"changes.{number}", changes[start : start + _CHUNK], [])
    for start in range(0, len(settled), _CHUNK // 2):
        pen.write(log.REDACTION, pen.save, log.SETTLED, settled[start : start + _CHUNK // 2], [])


# ---- reading ----


def _held(connection: Connection, table: str, record_id: str) -> dict[str, Json]:
    record, _ = log.state(connection, table, record_id)
    return to_json(record) if record is not None else {}


def _changes_of(connection: Connection, ids: Iterable[str]) -> Iterator[tuple[int, int, str, Json]]:
    for record_id in ids:
        rows = connection.execute("select stream, seq, fld, val from change where rec = ?", (record_id,)).fetchall()
        yield from ((stream, seq, name, parsed(value)) for stream, seq, name, value in rows)


def _ids(connection: Connection, sql: str, ids: Iterable[str]) -> list[str]:
    """Return the first column of a statement with a gap for identifiers."""
    asked = sql.format("select value from json_each(?)")
    return [str(row[0]) for row in connection.execute(asked, (json.dumps(list(ids)),)).fetchall()]
