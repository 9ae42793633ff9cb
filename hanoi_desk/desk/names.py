"""The names of participants on this desk, so that any of them finds the one that is meant."""

from hanoi_desk.names import NameIndex, called
from hanoi_desk.records import Participant
from hanoi_desk.store import Query, Store


def participant_names(store: Store) -> NameIndex:
    """Return an index of every name, alias and code of the participants; it never guesses."""
    return NameIndex(called(p) for p in store.all(Query(Participant)))
