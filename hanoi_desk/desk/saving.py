"""Records tidied, checked, and kept under a name as one save."""

from typing import TypeVar

from hanoi_desk.desk.refused import refuse_faulty, tidied
from hanoi_desk.records import Record
from hanoi_desk.store import Action, Store
from hanoi_desk.store.titles import title

R = TypeVar("R", bound=Record)


def save(store: Store, action: Action, record: R, *others: Record) -> R:
    """Keep a record as the act that it is, with others that go with it, and return it as it is kept.

    :raises Refused: when one of them breaks a rule; nothing is written then.
    """
    kept = tidied(record)
    beside: list[Record] = [tidied(other) for other in others]
    refuse_faulty([kept, *beside])
    with store.change(action, title(kept)) as change:
        change.save(kept)
        for other in beside:
            change.save(other)
    return kept
