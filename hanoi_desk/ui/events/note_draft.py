"""The note that is being written in a plenary, on disk until it is kept."""

import json
from contextlib import suppress

from hanoi_desk.records import Statement
from hanoi_desk.store import Store, StoreError
from hanoi_desk.store.codec import from_json, to_json

_FORM = "plenary"


def keep_draft(store: Store, statement: Statement) -> None:
    """Put a note on disk; when the disk refuses, it is still in the window, and kept when it is left."""
    text = json.dumps({"draft": 1, "id": statement.id, "values": to_json(statement)})
    with suppress(StoreError):
        store.keep_draft(_FORM, text, statement.id)


def drop_draft(store: Store) -> None:
    """Forget the note on disk: it is kept, or taken out."""
    with suppress(StoreError):
        store.drop_draft(_FORM)


def draft_of(store: Store) -> Statement | None:
    """Return the note that was left on disk, None when there is none; one that cannot be read is forgotten."""
    draft = store.draft(_FORM)
    if draft is None:
        return None
    try:
        found = json.loads(draft.json)
        statement = from_json(Statement, str(found["id"]), found["values"])
    except Exception:  # a text from anywhere: whatever is wrong with it, it is no note
        drop_draft(store)
        return None
    return statement if isinstance(statement, Statement) else None
