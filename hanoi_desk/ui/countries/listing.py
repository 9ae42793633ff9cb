"""The participants as a list: which are wanted, in which order, and all that a spreadsheet gets of them."""

from collections import Counter as Tally
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from hanoi_desk.agenda import STANDING
from hanoi_desk.board import Board, Place, Tile
from hanoi_desk.commitments import Outcome, Reconciled
from hanoi_desk.contacts import LastContact, contact_with, highest_level, last_contact
from hanoi_desk.records import (
    DomesticStage,
    DomesticStep,
    FollowUp,
    FollowUpState,
    Mission,
    Outreach,
    Participant,
    Proof,
    StepState,
)
from hanoi_desk.store import Query
from hanoi_desk.text import fold, sort_key
from hanoi_desk.treaty import LegalPath, TreatyStatus, open_paths
from hanoi_desk.ui.countries.facets import (
    AGES,
    NO_MISSION,
    PROMISES,
    STATUSES,
    Traits,
    groups,
    overdue_promises,
    traits,
)
from hanoi_desk.ui.countries.wording import promise_marks, promise_title, promise_words
from hanoi_desk.ui.last_contact import by_whom, with_whom
from hanoi_desk.ui.listings import Column, Facet, Listing, Wanted
from hanoi_desk.ui.record_model import Cell, Ids, Listed, Row
from hanoi_desk.ui.session import Session

#: The orders that are offered: what is sorted by, and whether the greatest comes first.
SORTS = (("title", False), ("priority", False), ("contact", True), ("contact", False), ("status", False))

_TILES = list(Tile)
_STAGES = list(DomesticStage)
_WAITING = STANDING | {Outcome.PASSED}
#: Where those without a priority stand.
_NO_PRIORITY = 9


class CountryListing(Listing):
    """Participants by name, as typed and by facets; `read` must be called once before anything else is asked."""

    kind = Participant
    first_sort = SORTS[0]
    store_decides = False

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.traits = Traits({})
        self._board: Board | None = None
        self._alphabetical: list[str] = []
        self._missions: dict[str, str] = {}

    @property
    def key(self) -> str:
        return "country"

    def read(self) -> None:
        """Read where every participant stands."""
        board = self._board = self.session.board()
        self.traits = traits(board, overdue_promises(self.store, board), self.session.today)
        self._alphabetical = sorted(board.places, key=lambda id_: sort_key(self.name(id_)))
        self._missions = {one.id: self.session.name(one) for one in self.store.all(Query(Mission, order_by="title"))}

    @property
    def board(self) -> Board:
        """Where every participant stands, as it was read."""
        assert self._board is not None
        return self._board

    @property
    def alphabetical(self) -> list[str]:
        """Every participant, by its name in the language of the window."""
        return self._alphabetical

    def name(self, participant: str) -> str:
        """Return the name of a participant in the language of the window."""
        return self.session.name(self.board.places[participant].participant)

    def amount(self, number: int) -> str:
        whole = len(self.board.places)
        if number < whole:
            return self.tr("{n} of {all}").format(n=number, all=whole)
        return self.tr("%n participant(s)", "", number)

    # ---- which, in which order ----

    def ids(self, wanted: Wanted) -> Ids:
        found = self.traits.kept(self.named(wanted), wanted.facets)
        key = self._rank(wanted.sort)
        if key is not None:
            found.sort(key=key, reverse=wanted.descending)
        elif wanted.descending:
            found.reverse()
        return Listed(found)

    def named(self, wanted: Wanted) -> list[str]:
        """Return those that the words and the conditions leave, the likeliest first; in alphabetical order without."""
        found, typed = self._alphabetical, fold(wanted.text)
        if typed:
            likely = self.session.names.complete(wanted.text, len(found))
            inside = [id_ for id_ in found if typed in fold(self.name(id_))]
            found = [id_ for id_ in dict.fromkeys([*likely, *inside]) if id_ in self.board.places]
        if wanted.where:
            among = set(self.store.ids(Query(Participant, wanted.where)))
            found = [id_ for id_ in found if id_ in among]
        return found

    def _rank(self, sort: str) -> Callable[[str], Any] | None:
        """Return by what one participant stands before another; those alike stay as they stand."""
        places = self.board.places
        keys: dict[str, Callable[[str], Any]] = {
            "priority": lambda id_: places[id_].participant.priority or _NO_PRIORITY,
            "contact": lambda id_: places[id_].last_contact_on or date.min,
            "status": lambda id_: _TILES.index(places[id_].tile),
        }
        return keys.get(sort)

    def counts(self, wanted: Wanted, facet: Facet) -> Iterator[tuple[str, int]]:
        rest = wanted.choosing(facet.key, ())
        beside = self.traits.kept(self.named(rest), rest.facets)
        for value, _ in facet.choices:
            yield value, self.traits.count(beside, facet.key, value)

    # ---- facets ----

    def facets(self) -> tuple[Facet, ...]:
        values = {"status": STATUSES, "promised": PROMISES, "contact": AGES}
        choices: dict[str, list[tuple[str, str]]] = {
            "group": [(group.value, self.session.label(group)) for group in groups(self.board)],
            **{key: [(value, self.words_of(key, value)) for value in known] for key, known in values.items()},
            "mission": [*self._missions.items(), (NO_MISSION, self.words_of("mission", NO_MISSION))],
            "unverified": [("yes", self.words_of("unverified", "yes"))],
        }
        names = {
            "group": self.tr("Group"),
            "status": self.tr("Status"),
            "promised": self.tr("Promised"),
            "contact": self.tr("Last contact"),
            "mission": self.tr("Lead mission"),
            "unverified": self.tr("Unverified"),
        }
        return tuple(Facet(key, names[key], tuple(known)) for key, known in choices.items())

    def words_of(self, facet: str, value: str) -> str:
        """Return a value of a facet in words."""
        word = self.session.word
        words = {
            ("status", "not_signed"): word("status.not_signed"),
            ("status", "signatory"): self.tr("All signatories"),
            ("status", "signed"): self.tr("Signed, not deposited"),
            ("status", "deposited"): word("status.deposited"),
            ("status", "in_force"): word("status.in_force"),
            ("status", "accession_only"): word("status.accession_only"),
            ("promised", "yes"): self.tr("Any promised act"),
            ("promised", "sign"): self.tr("To sign"),
            ("promised", "bound"): self.tr("To ratify or accede"),
            ("promised", "overdue"): word("ui.overdue"),
            ("contact", "lt30"): self.tr("Under 30 days"),
            ("contact", "30_90"): self.tr("30 to 90 days"),
            ("contact", "90_180"): self.tr("90 to 180 days"),
            ("contact", "gt180"): self.tr("Over 180 days"),
            ("contact", "never"): self.tr("No contact yet"),
            ("mission", NO_MISSION): self.tr("No lead mission set"),
            ("unverified", "yes"): self.tr(
                "Countries on which there are unverified statements; none of them is counted."
            ),
        }
        return words.get((facet, value), "")

    def rank_words(self, priority: int) -> str:
        """Return a priority in a word, nothing for none."""
        return {1: self.tr("High"), 2: self.tr("Middle"), 3: self.tr("Low")}.get(priority, "")

    # ---- a spreadsheet ----

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Country"), 8.0, sort="title"),
            Column(self.tr("Code"), 3.0, key="code"),
            Column(self.tr("Group"), 7.0, key="group"),
            Column(self.tr("Status"), 6.0, sort="status"),
            Column(self.tr("Signed on"), 6.0, key="signed_on"),
            Column(self.tr("Deposited on"), 6.0, key="deposited_on"),
            Column(self.tr("Step at home"), 7.0, key="step"),
            Column(self.tr("Best promise"), 12.0, key="promise"),
            Column(self.tr("Promised for"), 6.0, key="by"),
            Column(self.tr("Last contact"), 6.0, sort="contact"),
            Column(self.tr("Kind of contact"), 7.0, key="kind"),
            Column(self.tr("With whom"), 9.0, key="theirs"),
            Column(self.tr("By whom"), 9.0, key="ours"),
            Column(self.tr("Highest level reached"), 9.0, key="level"),
            Column(self.tr("Open promises"), 4.0, key="promises"),
            Column(self.tr("Open tasks"), 4.0, key="tasks"),
            Column(self.tr("Lead mission"), 9.0, key="mission"),
            Column(self.tr("Priority"), 5.0, sort="priority"),
        )

    def rows(self, ids: Sequence[str]) -> list[Row]:
        steps, held = self._steps(ids), {one.commitment.id: one for one in self.board.held}
        promises = Tally(one.commitment.participant for one in self.board.held if one.outcome in _WAITING)
        asked = (("participant", "in", list(ids)), ("state", "=", FollowUpState.OPEN))
        tasks = self.store.tally(Query(FollowUp, asked), "participant")
        found: list[Row] = []
        for one in ids:
            place = self.board.places.get(one)
            if place is None:
                found.append(())
                continue
            promise = held.get(place.promise.id) if place.promise else None
            found.append(
                (
                    Cell(self.session.name(place.participant), strong=True),
                    Cell(place.participant.key),
                    Cell(self.session.label(place.participant.group)),
                    Cell(self._status(place)),
                    Cell(value=place.status.signed_on),
                    Cell(value=place.status.deposited_on),
                    Cell(steps.get(one, "")),
                    Cell(self._promise(promise) if promise else ""),
                    Cell(value=promise.commitment.by if promise else None),
                    *self._contact(one),
                    Cell(value=promises[one]),
                    Cell(value=tasks.get(one, 0)),
                    Cell(self._missions.get(place.lead or "", "")),
                    Cell(self.rank_words(place.participant.priority)),
                )
            )
        return found

    def _status(self, place: Place) -> str:
        paths = [path.path for path in open_paths(self.board.ledger, place.participant.id)]
        if place.status.kind is TreatyStatus.NOT_SIGNED and paths == [LegalPath.ACCEDE]:
            return self.session.word("status.accession_only")
        return self.session.label(place.status.kind)

    def _steps(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the highest step at home that is done, in words; it is never a deposit."""
        where = (
            ("participant", "in", list(ids)),
            ("treaty", "=", self.board.treaty.id),
            ("state", "=", StepState.DONE),
        )
        done = [
            one for one in self.store.all(Query(DomesticStep, where)) if not one.on or one.on <= self.board.ledger.day
        ]
        found: dict[str, str] = {}
        for step in sorted(done, key=lambda one: (_STAGES.index(one.stage), one.on or date.min)):
            mark = f" {self.session.word('doc.unverified')}" if step.proof is Proof.UNVERIFIED else ""
            found[step.participant] = self.session.label(step.stage) + mark
        return found

    def _promise(self, held: Reconciled) -> str:
        parts = (promise_title(self.session, held), promise_marks(self.session, held), promise_words(held))
        return " · ".join(part for part in parts if part)

    def _last(self, place: Place) -> LastContact | None:
        """Return the last contact that was held: the newest one, or one before it where that is still to come."""
        if place.last_contact is None or place.last_contact_on is None:
            return None
        if place.last_contact_on > self.session.today:
            return last_contact(self.store, place.participant.id, self.session.today)
        return contact_with(self.store, self.store.need(Outreach, place.last_contact), place.participant.id)

    def _contact(self, participant: str) -> Row:
        """Return day, kind, with whom and by whom of the last contact that was held, and the highest level reached."""
        last = self._last(self.board.places[participant])
        reached = highest_level(self.store, participant, self.session.today)
        level = Cell(self.session.word(f"level.{reached.level}") if reached else "")
        if last is None:
            return (Cell(), Cell(), Cell(), Cell(), level)
        return (
            Cell(value=last.outreach.held_on),
            Cell(self.session.label(last.outreach.kind)),
            Cell("; ".join(with_whom(last))),
            Cell("; ".join(by_whom(last))),
            level,
        )
