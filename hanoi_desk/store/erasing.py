"""Erasing a person for good: what the log, the records, the drafts and the files hold of the person is dropped.

The places of the changes in the log stay, with their authors and predecessors, so that what is exchanged still fits
together; only values go (exchange.md, erasure). Records made anew from the log come out equal afterwards too.
"""

from collections.abc import Iterable

from hanoi_desk.storage import Connection
from hanoi_desk.store import history, log
from hanoi_desk.store.codec import Json, canonical, parsed, shapes
from hanoi_desk.store.erasure_plan import EDITION, PRESENT, ChangeId, Field, Plan, held_of, ids_of
from hanoi_desk.store.erasure_plan import Erasure as Erasure
from hanoi_desk.store.erasure_plan import Mention as Mention
from hanoi_desk.store.erasure_plan import survey as survey
from hanoi_desk.store.naming import replaced

#: How many numbers one change of the log lists.
_CHUNK = 2000


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


def _new_values(connection: Connection, plan: Plan, instead: str, *, in_texts: bool) -> dict[Field, Json]:
    """Return what the records that stay say from now on."""
    # An edition that names the person has lost its file and says so by having none.
    found: dict[Field, Json] = {(EDITION, edition, "file_sha256"): None for edition in plan.editions}
    wanted = {*plan.named, *(plan.texts if in_texts else ())}
    for table, record_id in {*plan.links, *((table, record_id) for table, record_id, _ in wanted)}:
        held = held_of(connection, table, record_id)
        many = {c.name for c in shapes()[table].lists}
        for name in plan.links.get((table, record_id), ()):
            left = [one for one in held.get(name, ()) if one not in plan.persons] if name in many else None
            found[table, record_id, name] = left or None
        for name in [n for t, r, n in wanted if (t, r) == (table, record_id)]:
            found[table, record_id, name] = replaced(held.get(name), plan.naming, instead)
        if table == PRESENT and "person" in plan.links.get((table, record_id), ()):
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
    saves = set(ids_of(connection, "select txn from change where rec in ({})", sorted(records)))
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
