"""On which page a record of each kind is shown, for whatever points to records of any kind."""

from hanoi_desk.records import Record, Treaty
from hanoi_desk.store import Store
from hanoi_desk.store.codec import shapes
from hanoi_desk.ui.session import Goal

#: The page on which one of each kind can be chosen.
PAGE_OF = {
    "participant": "countries",
    "outreach": "outreach",
    "commitment": "commitments",
    "follow_up": "follow_ups",
    "ask": "asks",
    "person": "people",
    "organisation": "organisations",
    "mission": "missions",
    "officer": "officers",
    "event": "events",
    "meeting": "programme",
    "statement": "plenary",
    "pack": "packs",
    "message": "bank",
}
#: Parts and facts are shown with what the field points to that is named as its kind.
_WITH = {
    "outreach_country": "outreach",
    "outreach_person": "outreach",
    "appointment": "person",
    "coverage": "participant",
    "domestic_step": "participant",
    "treaty_action": "participant",
    "source": "treaty",
    "pack_text": "pack",
    "pack_edition": "pack",
}


def goal_of(store: Store, table: str, record_id: str) -> Goal | None:
    """Return where a record is shown; None when it is deleted or no page shows it."""
    record: Record | None = store.get(shapes()[table].kind, record_id) if table in shapes() else None
    if record is None:
        return None
    if isinstance(record, Treaty):
        return Goal("treaty", record.key)
    if table in PAGE_OF:
        return Goal(PAGE_OF[table], record_id)
    if table in _WITH:
        whole = _WITH[table]
        return goal_of(store, whole, getattr(record, whole) or "")
    return None
