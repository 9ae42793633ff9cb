"""A desk that is read for many countries in a row: what was asked once is not asked again."""

from collections.abc import Sequence
from typing import TypeVar

from hanoi_desk.records import Record
from hanoi_desk.store import Query, Save, Store

R = TypeVar("R", bound=Record)


class Remembered(Store):
    """Reads through an open store and keeps what it was told; for as long as nothing is written, and no longer."""

    def __init__(self, store: Store) -> None:
        vars(self).update(vars(store))
        self._found: dict[Query, list[str]] = {}
        self._known: dict[str, Record] = {}
        self._newest: dict[int, list[Save]] = {}

    def ids(self, asked: Query) -> list[str]:
        """Return the identifiers of the records asked for, in the order asked for."""
        try:
            found = self._found.get(asked)
        except TypeError:  # a list among the conditions
            return super().ids(asked)
        if found is None:
            found = self._found[asked] = super().ids(asked)
        return found

    def many(self, kind: type[R], ids: Sequence[str], *, deleted: bool = False) -> list[R]:
        """Return the records with these identifiers in that order; those that are deleted only when asked to."""
        if deleted:
            return super().many(kind, ids, deleted=True)
        new = [id_ for id_ in ids if id_ not in self._known]
        if new:
            self._known.update((record.id, record) for record in super().many(kind, new))
        return [one for id_ in ids if isinstance(one := self._known.get(id_), kind)]

    def saves(self, limit: int) -> list[Save]:
        """Return the newest saves, newest first."""
        if limit not in self._newest:
            self._newest[limit] = super().saves(limit)
        return self._newest[limit]
