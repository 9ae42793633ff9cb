"""Filters that were given a name, as plain data that is remembered for each list of a desk on this laptop."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hanoi_desk.text import fold, sort_key
from hanoi_desk.ui.listings import Column, Counter, Facet, Wanted

#: The longest name, and the most filters that one list keeps.
NAME_LIMIT = 60
MOST = 100


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A name and what it stands for: words, counter, facets and order, but no number that was followed."""

    name: str
    wanted: Wanted


def can_be_saved(wanted: Wanted) -> bool:
    """Tell whether there is something to save: a list behind a number goes with that number."""
    return not wanted.is_all and not wanted.where


def fitting(wanted: Wanted, columns: Sequence[Column], counters: Sequence[Counter], facets: Sequence[Facet]) -> Wanted:
    """Return what of a saved filter the list still knows."""
    values = {facet.key: {value for value, _ in facet.choices} for facet in facets}
    fit = replace(wanted, facets={}, several={})
    for key in (*wanted.facets, *wanted.several):
        fit = fit.choosing(key, [value for value in wanted.chosen(key) if value in values.get(key, ())])
    if fit.counter not in {counter.key for counter in counters}:
        fit = replace(fit, counter="")
    if fit.sort not in {column.sort for column in columns}:
        fit = replace(fit, sort="", descending=False)
    return fit


def named_alike(filters: Sequence[SavedFilter], name: str) -> SavedFilter | None:
    """Return the filter that has this name, whatever its accents and capitals."""
    return next((one for one in filters if fold(one.name) == fold(name)), None)


def with_filter(filters: Sequence[SavedFilter], new: SavedFilter) -> list[SavedFilter]:
    """Return the filters with a new one in the place of its namesake, in alphabetical order."""
    kept = [one for one in filters if fold(one.name) != fold(new.name)]
    return sorted([*kept, new], key=lambda one: sort_key(one.name))[:MOST]


def without(filters: Sequence[SavedFilter], name: str) -> list[SavedFilter]:
    """Return the filters but one."""
    return [one for one in filters if one.name != name]


def renamed(filters: Sequence[SavedFilter], name: str, new: str) -> list[SavedFilter]:
    """Return the filters with one of them called otherwise; another that was called so gives way."""
    one = next((one for one in filters if one.name == name), None)
    return with_filter(without(filters, name), replace(one, name=new)) if one else list(filters)


def write_filters(filters: Sequence[SavedFilter]) -> str:
    """Return the text under which filters are kept."""
    return json.dumps([{"name": one.name, **_plain(one.wanted)} for one in filters], ensure_ascii=False)


def read_filters(text: str | None) -> list[SavedFilter]:
    """Return the filters kept in a text; whatever is wrong with it is left out, so that no list is stopped by it."""
    try:
        held = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return []
    found: list[SavedFilter] = []
    for row in held if isinstance(held, list) else ():
        if isinstance(row, dict) and isinstance(name := row.get("name"), str) and name.strip():
            found = with_filter(found, SavedFilter(name.strip()[:NAME_LIMIT], _wanted(row)))
    return found


def _plain(wanted: Wanted) -> dict[str, Any]:
    return {
        "text": wanted.text,
        "counter": wanted.counter,
        "facets": {**wanted.facets, **{key: list(values) for key, values in wanted.several.items()}},
        "sort": wanted.sort,
        "descending": wanted.descending,
    }


def _wanted(row: Mapping[str, Any]) -> Wanted:
    def word(key: str) -> str:
        value = row.get(key)
        return value if isinstance(value, str) else ""

    wanted = Wanted(
        text=word("text"), counter=word("counter"), sort=word("sort"), descending=row.get("descending") is True
    )
    facets = row.get("facets")
    for key, value in facets.items() if isinstance(facets, dict) else ():
        values = value if isinstance(value, list) else [value]
        wanted = wanted.choosing(key, [one for one in values if isinstance(one, str) and one])
    return wanted
