"""What was being written in its place and left unsaved: on disk until it is saved or discarded.

What bears the mark of a State secret is only held as long as the window is: on disk it is as before that was written.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Generic, TypeVar

from hanoi_desk.records import Record
from hanoi_desk.store import Store, StoreError
from hanoi_desk.store.codec import from_json, is_typed, to_json
from hanoi_desk.ui.secret_marks import mark_in, texts_of

R = TypeVar("R", bound=Record)
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Asides(Generic[R]):
    """The records of one kind that were laid aside, the newest last; each is known by its id.

    Beside each lies what was typed in a field and is no value yet, such as half a name, by the name of the field.
    """

    def __init__(self, store: Store, form: str, kind: type[R]) -> None:
        self._store = store
        self._form = form
        self._kind = kind
        draft = store.draft(form)
        text = draft.json if draft else ""
        self._held = {one.id: one for one in read_asides(kind, text)}
        self._typed = read_typed(text)
        self._on_disk = {id_: (one, self.typed(id_)) for id_, one in self._held.items()}

    @property
    def all(self) -> list[R]:
        """All that was laid aside."""
        return list(self._held.values())

    def get(self, record_id: str) -> R | None:
        """Return a record as it was laid aside, None when it was not."""
        return self._held.get(record_id)

    def typed(self, record_id: str) -> Mapping[str, str]:
        """Return what was typed beside a record that was laid aside."""
        return self._typed.get(record_id, _NOTHING)

    def withheld(self, record_id: str) -> str:
        """Return the mark of a State secret for which a record is not on disk as it was laid aside, else nothing."""
        record, typed = self._held.get(record_id), self.typed(record_id)
        if record is None or self._on_disk.get(record_id) == (record, typed):
            return ""
        return mark_in([*texts_of(record), *typed.values()])

    def put(self, record: R, typed: Mapping[str, str] = _NOTHING) -> None:
        """Lay a record aside; when the disk refuses, it is held as long as the window is."""
        if self._held.get(record.id) != record or self.typed(record.id) != typed:
            self._held.pop(record.id, None)
            self._held[record.id], self._typed[record.id] = record, typed
            if not mark_in([*texts_of(record, self._store.get(self._kind, record.id)), *typed.values()]):
                self._on_disk.pop(record.id, None)
                self._on_disk[record.id] = record, typed
                self._write()

    def drop(self, record_id: str) -> None:
        """Forget a record: it is saved, or discarded."""
        self._held.pop(record_id, None)
        self._typed.pop(record_id, None)
        if self._on_disk.pop(record_id, None) is not None:
            self._write()

    def _write(self) -> None:
        values = [{"id": one.id, "values": to_json(one), "typed": dict(typed)} for one, typed in self._on_disk.values()]
        with suppress(StoreError):
            if values:
                self._store.keep_draft(self._form, json.dumps({"draft": 2, "records": values}))
            else:
                self._store.drop_draft(self._form)


def read_asides(kind: type[R], text: str) -> list[R]:
    """Return the records that a text holds, none where any of it cannot be read."""
    try:
        records = [from_json(kind, str(raw["id"]), raw["values"]) for raw in json.loads(text)["records"]]
    except Exception:  # a text from anywhere: whatever is wrong with it, it is nothing that was laid aside
        return []
    return [one for one in records if isinstance(one, kind) and is_typed(one)]


def read_typed(text: str) -> dict[str, Mapping[str, str]]:
    """Return what a text holds beside its records, by their ids; nothing where it cannot be read."""
    try:
        found = {str(raw["id"]): dict(raw.get("typed") or {}) for raw in json.loads(text)["records"]}
    except Exception:  # a text from anywhere
        return {}
    return {id_: {str(name): str(words) for name, words in typed.items()} for id_, typed in found.items()}
