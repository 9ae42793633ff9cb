"""Which participants a facet of the list keeps.

Facets and their values, as other pages may ask for them with `Goal("countries", facet=(facet, value))`:

- `group`: a value of RegionalGroup;
- `membership`: an organization that it belongs to, e.g. `asean`; `priority`: `1` to `3`, as our own work ranks it;
- `status`: `not_signed`, `signed` (and not deposited), `signatory` (signed, whether or not it has deposited since),
  `deposited` (in force or not), `in_force`, `accession_only` (may join by accession alone, once signature is over);
- `promised`: `yes` (a live promise of an act of the treaty), `sign`, `bound` (to ratify, accept, approve or accede),
  `overdue` (a promise past its day);
- `contact`: the age of the newest contact in days: `lt30`, `30_90`, `90_180`, `gt180`, `never`;
- `mission`: the id of the lead mission, or `none`;
- `unverified`: `yes` (a statement is held that no depositary confirms).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from hanoi_desk.board import Board, Place
from hanoi_desk.commitments import TO_BE_BOUND, Outcome, reconcile
from hanoi_desk.records import Commitment, CommitmentState, PromisedAct, RegionalGroup
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import LegalPath, TreatyStatus, open_paths

#: The facets that have a drop-down, with their values in the order in which they are offered.
STATUSES = ("not_signed", "signatory", "signed", "deposited", "in_force", "accession_only")
PROMISES = ("yes", "sign", "bound", "overdue")
AGES = ("lt30", "30_90", "90_180", "gt180", "never")
FACETS = ("group", "status", "promised", "contact", "mission", "unverified")
NO_MISSION = "none"


@dataclass(frozen=True)
class Traits:
    """For every participant, the values that it has of each facet; worked out once for a board."""

    of: Mapping[str, Mapping[str, frozenset[str]]]

    def has(self, participant: str, facet: str, value: str) -> bool:
        """Tell whether the participant is kept by a value of a facet."""
        return value in self.of[participant].get(facet, frozenset())

    def kept(self, participants: Iterable[str], wanted: Mapping[str, str]) -> list[str]:
        """Return those that every facet keeps; a facet with an empty value keeps all."""
        asked = [(facet, value) for facet, value in wanted.items() if value]
        return [id_ for id_ in participants if all(self.has(id_, *one) for one in asked)]

    def count(self, participants: Iterable[str], facet: str, value: str) -> int:
        """Return how many of the participants a value keeps."""
        return sum(self.has(id_, facet, value) for id_ in participants)


def traits(board: Board, overdue: frozenset[str], today: date) -> Traits:
    """Return the traits of all participants; `overdue` are those with a promise past its day."""
    unverified = {statement.participant for statement in board.unverified}
    return Traits(
        {
            id_: {
                "group": frozenset({place.participant.group.value}),
                "membership": frozenset(_memberships(place)),
                "priority": frozenset({str(place.participant.priority or "")}),
                "status": _statuses(board, place),
                "promised": _promises(place, is_overdue=id_ in overdue),
                "contact": frozenset({age_of(place.last_contact_on, today)}),
                "mission": frozenset({place.lead or NO_MISSION}),
                "unverified": frozenset({"yes"} if id_ in unverified else ()),
            }
            for id_, place in board.places.items()
        }
    )


def groups(board: Board) -> list[RegionalGroup]:
    """Return the regional groups that have a participant, in their usual order."""
    held = {place.participant.group for place in board.places.values()}
    return [group for group in RegionalGroup if group in held]


def overdue_promises(store: Store, board: Board) -> frozenset[str]:
    """Return the participants with a promise whose day has passed and that the record does not show as kept."""
    where = (
        ("treaty", "=", board.treaty.id),
        ("by", "<", board.ledger.day),
        ("state", "in", (CommitmentState.OPEN, CommitmentState.PASSED, CommitmentState.PARTLY_KEPT)),
    )
    late: list[Commitment] = store.all(Query(Commitment, where))
    return frozenset(c.participant for c in late if reconcile(c, board.ledger).outcome is Outcome.PASSED)


def age_of(last: date | None, today: date) -> str:
    """Return the value of the facet `contact` for the day of the newest contact; a planned one counts as new."""
    if last is None:
        return "never"
    days = (today - last).days
    return "lt30" if days < 30 else "30_90" if days <= 90 else "90_180" if days <= 180 else "gt180"


def _statuses(board: Board, place: Place) -> frozenset[str]:
    status = place.status
    paths = [p.path for p in open_paths(board.ledger, place.participant.id)]
    found = {
        "not_signed": status.kind is TreatyStatus.NOT_SIGNED,
        "signed": status.kind is TreatyStatus.SIGNED,
        "signatory": status.has_signed,
        "deposited": status.has_deposited,
        "in_force": status.kind is TreatyStatus.IN_FORCE,
        "accession_only": paths == [LegalPath.ACCEDE],
    }
    return frozenset(value for value, holds in found.items() if holds)


def _memberships(place: Place) -> set[str]:
    return {*place.participant.memberships, *(("european_union",) if place.participant.eu_member else ())}


def _promises(place: Place, *, is_overdue: bool) -> frozenset[str]:
    act = place.promise.act if place.promise else None
    found = {
        "yes": act is not None,
        "sign": act is PromisedAct.SIGN,
        "bound": act in TO_BE_BOUND,
        "overdue": is_overdue,
    }
    return frozenset(value for value, holds in found.items() if holds)
