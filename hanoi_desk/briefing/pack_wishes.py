"""What is asked of an event pack, beside its States."""

from dataclasses import dataclass
from datetime import date

from hanoi_desk.briefing.values import Marking
from hanoi_desk.records import Event, PackEdition, PackText


@dataclass(frozen=True, slots=True, kw_only=True)
class PackWishes:
    """What is asked of a pack beside its States: `sections` in their order, all of them when empty; `texts` of its own.

    `previous` is the edition that this one replaces. `facet` is what the States were chosen by, in words.
    """

    event: Event | None = None
    facet: str = ""
    texts: tuple[PackText, ...] = ()
    sections: tuple[str, ...] = ()
    head_of_delegation: str = ""
    distribution: tuple[str, ...] = ()
    copies: int = 0
    unit: str = ""
    prepared_by: str = ""
    reviewed_by: str = ""
    reviewed_on: date | None = None
    number: str = ""
    version: int = 1
    previous: PackEdition | None = None
    draft: bool = False
    marking: Marking = Marking.INTERNAL
