"""A question to the store as plain data, and its translation into SQL with bound values."""

import json
from datetime import date
from typing import Any

from hanoi_desk.records import Record
from hanoi_desk.store.codec import Shape, shape, shapes
from hanoi_desk.store.search import PARTS, ROW_MASK, folded_match, row_range
from hanoi_desk.values import Value, frozen

#: (field, operator, value); the operators are those of `_OPERATORS`, "in", "not_in", "is" (None), "is_not" (None) and
#: "has".
Condition = tuple[str, str, Any]

#: "!=" also keeps records whose field is empty.
_OPERATORS = {"=": "=", "!=": "is not", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


@frozen
class Query(Value):
    """Which records of one kind, in which order.

    `order_by` is a field, "title" (alphabetical in Vietnamese), or several of them; a leading "-" turns one round.
    `select` names the field that a query inside an "in" condition yields. `text` keeps what a search for it finds.
    `deleted` asks for the deleted ones too.
    """

    kind: type[Record]
    where: tuple[Condition, ...] = ()
    order_by: str | tuple[str, ...] = ()
    descending: bool = False
    limit: int | None = None
    offset: int = 0
    text: str = ""
    select: str = "id"
    deleted: bool = False


@frozen
class Sql(Value):
    """A piece of SQL and the values bound to it."""

    text: str
    values: tuple[Any, ...] = ()


def quoted(name: str) -> str:
    """Return a field's name as an SQL identifier; names come from record classes only."""
    return f'"{name}"'


def select(query: Query) -> Sql:
    """Return the statement that yields `query.select` of each record asked for."""
    s = shape(query.kind)
    return _yielding(s, query, "id" if query.select == "id" else quoted(s.column(query.select).name))


def whole(query: Query) -> Sql:
    """Return the statement that yields the identifier and all plain columns of each record asked for."""
    s = shape(query.kind)
    return _yielding(s, query, columns(s))


def columns(s: Shape) -> str:
    """Return the identifier and the plain columns of a kind, as a statement names them."""
    return ", ".join(["id", *(quoted(c.name) for c in s.plain)])


def _yielding(s: Shape, query: Query, what: str) -> Sql:
    condition = _where(s, query)
    text = f"select {what} from {s.table} where {condition.text}{_order(s, query)}"
    values = condition.values
    if query.limit is not None or query.offset:
        text += " limit ? offset ?"
        values = (*values, -1 if query.limit is None else query.limit, query.offset)
    return Sql(text, values)


def count(query: Query) -> Sql:
    """Return the statement that counts the records asked for."""
    s = shape(query.kind)
    condition = _where(s, query)
    return Sql(f"select count(*) from {s.table} where {condition.text}", condition.values)


def tally(query: Query, by: str) -> Sql:
    """Return the statement that counts the records asked for by the value of a field."""
    s = shape(query.kind)
    condition = _where(s, query)
    name = quoted(s.column(by).name)
    return Sql(f"select {name}, count(*) from {s.table} where {condition.text} group by {name}", condition.values)


def latest(link: Shape, by: str, via: str, order: str, target: Shape) -> Sql:
    """Return the statement that yields (`link.by`, `link.via`) of all links, those to the newest `target` first."""
    by, via, order = quoted(link.column(by).name), quoted(link.column(via).name), quoted(target.column(order).name)
    return Sql(
        f"select l.{by}, l.{via} from {target.table} t cross join {link.table} l on l.{via} = t.id and not l.deleted"
        f" where not t.deleted order by t.{order} desc, t.rowid desc"
    )


def distinct(link: Shape, by: str) -> Sql:
    """Return the statement that counts the values of a field with an index, deleted records and all.

    It goes from each value to the next: to count them by their rows would read every row of many years.
    """
    name = quoted(link.column(by).name)
    return Sql(
        f"with recursive one(value) as (select min({name}) from {link.table} union all"
        f" select (select min({name}) from {link.table} where {name} > value) from one where value is not null)"
        " select count(value) from one"
    )


def _where(s: Shape, query: Query) -> Sql:
    parts = [Sql("1" if query.deleted else "not deleted")]
    parts += [_condition(s, *condition) for condition in query.where]
    if query.text.strip():
        parts.append(_holds_text(s, query.text))
    return Sql(" and ".join(p.text for p in parts), tuple(v for p in parts for v in p.values))


def _holds_text(s: Shape, text: str) -> Sql:
    match = folded_match(text)
    if match is None:
        return Sql("0")
    pieces, values = [f"rowid in ({_matching_rows()})"], [match, *row_range(s)]
    for part in PARTS.get(s.table, ()):
        part_shape = shapes()[part]
        rows = f"select {s.table} from {part} where not deleted and rowid in ({_matching_rows()})"
        pieces.append(f"id in ({rows})")
        values += [match, *row_range(part_shape)]
    return Sql(f"({' or '.join(pieces)})", tuple(values))


def _matching_rows() -> str:
    return f"select rowid & {ROW_MASK} from search where search match ? and rowid between ? and ?"


def _condition(s: Shape, field: str, operator: str, value: Any) -> Sql:
    name = quoted("id" if field == "id" else s.column(field).name)
    if operator == "has":
        table = f"{s.table}_{s.column(field).name}"
        return Sql(f"id in (select owner from {table} where target = ?)", (value,))
    if operator in ("is", "is_not"):
        return Sql(f"{name} {'is' if operator == 'is' else 'is not'} null")
    if operator in ("in", "not_in"):
        among = "in" if operator == "in" else "not in"
        if isinstance(value, Query):
            inner = select(value)
            return Sql(f"{name} {among} ({inner.text})", inner.values)
        # One bound value, however many there are.
        return Sql(f"{name} {among} (select value from json_each(?))", (json.dumps([_bound(v) for v in value]),))
    return Sql(f"{name} {_OPERATORS[operator]} ?", (_bound(value),))


def _bound(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date) else value


def _order(s: Shape, query: Query) -> str:
    names = (query.order_by,) if isinstance(query.order_by, str) else query.order_by
    parts = []
    for name in names:
        down = name.startswith("-") != query.descending
        parts.append(f"{_order_term(s, name.removeprefix('-'))} {'desc' if down else 'asc'}")
    # Equal ones keep the order in which they were saved, so that pages never overlap.
    parts.append("rowid desc" if query.descending else "rowid")
    return " order by " + ", ".join(parts)


def _order_term(s: Shape, name: str) -> str:
    if name == "title":
        return "sort_title"
    column = s.column(name)
    return f"sorted({quoted(column.name)})" if column.is_text else quoted(column.name)
