"""The numbers that editions of documents bear: whose they are, which comes next, and which stand on two documents.

`HD-2026-0147-K37` is the 147th document of its year, and K37 the mark of the desk that gave it: each copy of a desk on
another laptop has a mark of its own, so that two that exchange their work do not give the same number. Documents from
before bear none (`HD-2026-0147`) and keep what was printed on them.
"""

import re
from hashlib import sha256

from hanoi_desk.records import PackEdition
from hanoi_desk.store import Query, Store

_NUMBER = re.compile(r"HD-(\d{4})-(\d{4,})(?:-([A-Z]\d\d))?")
#: Letters that are told apart when they are read aloud or written by hand; two figures after one never make a word.
_LETTERS = "DGHKLNPRSTVX"


def desk_mark(store: Store) -> str:
    """Return the mark of this desk on this laptop, a letter and two figures; one pair of desks in 1,080 shares one."""
    whole = int(sha256(store.place.encode()).hexdigest(), 16)
    return f"{_LETTERS[whole % len(_LETTERS)]}{10 + whole // len(_LETTERS) % 90}"


def next_document_number(store: Store, year: int) -> str:
    """Return the number after the last of a year that this desk gave, or that bears no mark: `HD-2026-0147-K37`.

    A number is never given twice, also when its edition was deleted or taken back.
    """
    mark = desk_mark(store)
    where = (("document", ">=", f"HD-{year}-"), ("document", "<", f"HD-{year}-~"))
    found = (_NUMBER.fullmatch(edition.document) for edition in _ever(store, *where))
    last = max((int(number[2]) for number in found if number and number[3] in (None, mark)), default=0)
    return f"HD-{year}-{last + 1:04d}-{mark}"


def is_number_taken(store: Store, number: str) -> bool:
    """Tell whether any edition bears this number or ever bore it."""
    return bool(_ever(store, ("document", "=", number)))


def same_number(store: Store, edition: PackEdition) -> list[PackEdition]:
    """Return the other editions that bear the number of this one, deleted ones too: an exchange may bring such."""
    found = _ever(store, ("document", "=", edition.document)) if edition.document else []
    return [other for other in found if other.id != edition.id]


def _ever(store: Store, *where: tuple[str, str, str]) -> list[PackEdition]:
    """Return every edition of which this is true, also those that are deleted."""
    return store.many(PackEdition, store.ids(Query(PackEdition, where, deleted=True)), deleted=True)
