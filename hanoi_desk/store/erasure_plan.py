"""What erasing a person for good would drop, found before anything is done."""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from hanoi_desk.storage import Connection
from hanoi_desk.store import history, log
from hanoi_desk.store.actions import Action
from hanoi_desk.store.codec import Json, parsed, shapes, to_json
from hanoi_desk.store.naming import Naming, any_text
from hanoi_desk.store.search import WORDS_NOTE

_PERSON, _POST, _FILE, PRESENT, EDITION = "person", "appointment", "attachment", "outreach_person", "pack_edition"
_NAMES = ("name", "name_native", "other_names")
#: Fields that hold names and nothing else worth keeping: they are cleared of the name without asking.
_NAME_FIELDS = frozenset(
    {
        (PRESENT, "name"),
        (PRESENT, "title"),
        (PRESENT, "organisation"),
        ("commitment", "speaker_title"),
        ("meeting", "counterpart_text"),
        ("statement", "speaker"),
        (_FILE, "name"),
        (EDITION, "file_name"),
        (EDITION, "data"),
    }
)
#: Whose name such a field holds, where it is another's: a namesake keeps it.
_HOLDERS = {PRESENT: ("person", "officer"), "commitment": ("speaker",), "meeting": ("counterpart",)}

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
    editions: int = 0  # of packs, that lose their file


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
    editions: list[str] = field(default_factory=list)  # whose document names the person
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
    posts = ids_of(connection, "select id from appointment where person in ({})", persons)
    plan = Plan(persons, Naming(_names(connection, persons, posts)))
    plan.editions = list(_editions(connection, plan.naming))
    files = ids_of(connection, "select id from attachment where record in ({})", [*persons, *posts, *plan.editions])
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
        files=len(files) - len(ids_of(connection, "select id from attachment where record in ({})", plan.editions)),
        changes=len(plan.drops) + len(plan.labels),
        drafts=len(plan.drafts),
        names=sum(where[:2] not in plan.links and where[0] != PRESENT for where in plan.named),
        mentions=tuple(Mention(*where, is_current) for where, is_current in plan.texts.items()),
        editions=len(plan.editions),
    )
    return plan


# ---- finding ----


def _editions(connection: Connection, naming: Naming) -> Iterator[str]:
    """Yield the editions of packs, deleted ones too, in whose document the person is named."""
    rows = connection.execute(
        f"select a.record, b.packed from attachment a join blob b on b.sha256 = a.sha256"
        f" where a.record_table = '{EDITION}' and a.note = ?",
        (WORDS_NOTE,),
    )
    for edition, packed in rows.fetchall():
        if naming.is_in(zlib.decompress(packed).decode(errors="replace")):
            yield str(edition)


def _merged_into(connection: Connection, person: str) -> list[str]:
    """Return the person and all who were merged into this one, and into those, and stand merged still."""
    gone: dict[str, list[str]] = defaultdict(list)
    for _, told in history.saves_by(connection, Action.MERGE_PERSONS):
        gone[str(told.get("kept"))].append(str(told.get("gone")))
    found = [person]
    for one in found:
        deleted = ids_of(connection, "select id from person where deleted and id in ({})", gone[one])
        found += [other for other in deleted if other not in found]
    return found


def _names(connection: Connection, persons: list[str], posts: list[str]) -> Iterator[str]:
    """Yield every name and address that the persons ever had here, and the names under which they were present."""
    present = ids_of(connection, f"select id from {PRESENT} where person in ({{}})", persons)
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
            for record_id in ids_of(
                connection, f'select {owner} from {source} where "{target}" in ({{}})', plan.persons
            ):
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
        wanted = (names - many) | ({"name"} if table == PRESENT else set())
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
                now[table, record_id] = held_of(connection, table, record_id)
            if _is_anothers(connection, plan, table, found, now[table, record_id]):
                continue
            if (table, found) in _NAME_FIELDS:
                plan.drops[stream, seq].add(found)
                plan.named.add((table, record_id, found))
                continue
            plan.texts[table, record_id, found] = _is_in(plan, now[table, record_id].get(found))
            plan.text_drops[stream, seq].add(found)


def _is_anothers(connection: Connection, plan: Plan, table: str, name: str, held: dict[str, Json]) -> bool:
    """Tell whether a field holds the name of another person, who is called the same, or so among other names."""
    if (table, name) in _NAME_FIELDS:
        holders = [(link, held[link]) for link in _HOLDERS.get(table, ()) if held.get(link)]
        return any(
            holder not in plan.persons and _is_called_so(connection, plan, shapes()[table].column(link).link, holder)
            for link, holder in holders
        )
    return name in _NAMES and table in (_PERSON, "officer", "organisation")


def _is_called_so(connection: Connection, plan: Plan, table: str | None, record_id: str) -> bool:
    held = held_of(connection, table or "", record_id)
    names = [text for name in _NAMES for text in any_text(held.get(name))]
    return any(plan.naming.is_name(text) or plan.naming.is_in(text) for text in names)


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
        found.update(ids_of(connection, "select txn from change where rec in ({})", ids))
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
    except (ValueError, RecursionError):
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
    present = {record_id for table, record_id in plan.links if table == PRESENT}
    present |= {record_id for table, record_id, name in plan.named if table == PRESENT}
    return set(ids_of(connection, f"select outreach from {PRESENT} where id in ({{}})", sorted(present)))


def _is_in(plan: Plan, value: Json) -> bool:
    return any(plan.naming.is_in(text) for text in any_text(value))


# ---- reading ----


def held_of(connection: Connection, table: str, record_id: str) -> dict[str, Json]:
    record, _ = log.state(connection, table, record_id)
    return to_json(record) if record is not None else {}


def _changes_of(connection: Connection, ids: Iterable[str]) -> Iterator[tuple[int, int, str, Json]]:
    for record_id in ids:
        rows = connection.execute("select stream, seq, fld, val from change where rec = ?", (record_id,)).fetchall()
        yield from ((stream, seq, name, parsed(value)) for stream, seq, name, value in rows)


def ids_of(connection: Connection, sql: str, ids: Iterable[str]) -> list[str]:
    """Return the first column of a statement with a gap for identifiers."""
    asked = sql.format("select value from json_each(?)")
    return [str(row[0]) for row in connection.execute(asked, (json.dumps(list(ids)),)).fetchall()]
