"""What was being written in its place and left unsaved: on disk until it is saved or discarded."""

import json
from contextlib import suppress
from typing import Generic, TypeVar

from hanoi_desk.records import Record
from hanoi_desk.store import Store, StoreError
from hanoi_desk.store.codec import from_json, is_typed, to_json

R = TypeVar("R", bound=Record)


class Asides(Generic[R]):
    """The records of one kind that were laid aside, the newest last; each is known by its id."""

    def __init__(self, store: Store, form: str, kind: type[R]) -> None:
        self._store = store
        self._form = form
        self._kind = kind
        self._held = {one.id: one for one in self._read()}

    @property
    def all(self) -> list[R]:
        """All that was laid aside."""
        return list(self._held.values())

    def get(self, record_id: str) -> R | None:
        """Return a record as it was laid aside, None when it was not."""
        return self._held.get(record_id)

    def put(self, record: R) -> None:
        """Lay a record aside; when the disk refuses, it is held as long as the window is."""
        if self._held.get(record.id) != record:
            self._held.pop(record.id, None)
            self._held[record.id] = record
            self._write()

    def drop(self, record_id: str) -> None:
        """Forget a record: it is saved, or discarded."""
        if self._held.pop(record_id, None) is not None:
            self._write()

    def _write(self) -> None:
        values = [{"id": one.id, "values": to_json(one)} for one in self._held.values()]
        with suppress(StoreError):
            if values:
                self._store.keep_draft(self._form, json.dumps({"draft": 2, "records": values}))
            else:
                self._store.drop_draft(self._form)

    def _read(self) -> list[R]:
        """Return what lies on disk; what cannot be read is let go."""
        draft = self._store.draft(self._form)
        return read_asides(self._kind, draft.json) if draft else []


def read_asides(kind: type[R], text: str) -> list[R]:
    """Return the records that a text holds, none where any of it cannot be read."""
    try:
        records = [from_json(kind, str(raw["id"]), raw["values"]) for raw in json.loads(text)["records"]]
    except Exception:  # a text from anywhere: whatever is wrong with it, it is nothing that was laid aside
        return []
    return [one for one in records if isinstance(one, kind) and is_typed(one)]
