"""All promises held against the treaty record."""

from collections import Counter as Tally
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject

from hanoi_desk.board import Board
from hanoi_desk.commitments import Outcome, Reconciled, is_open, needs_second_person, rank
from hanoi_desk.language import by_when, days_left, short_date
from hanoi_desk.records import Commitment, Form, Grade, Precision, PromisedAct
from hanoi_desk.store.query import Condition
from hanoi_desk.text import sort_key
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.listings.base import Column, Counter, Facet, Listing, Wanted
from hanoi_desk.ui.promises import Promises
from hanoi_desk.ui.record_model import Cell, Ids, Listed, Row
from hanoi_desk.ui.session import Session

TONES = {
    Outcome.OPEN: Tone.AMBER,
    Outcome.PARTLY_KEPT: Tone.BLUE,
    Outcome.PASSED: Tone.RED,
    Outcome.TO_CONVERT: Tone.RED,
    Outcome.CONTRADICTED: Tone.RED,
    Outcome.KEPT: Tone.GREEN,
}

#: The counters: those that name an outcome, one for what the record shows and nobody has written down, and one for
#: grades that wait for a second person.
_TO_CLOSE = "to_close"
_TO_CONFIRM = "to_confirm"
_OUTCOMES = (Outcome.OPEN, Outcome.PASSED, Outcome.TO_CONVERT, Outcome.KEPT, Outcome.LAPSED)
_OTHER = (Outcome.PARTLY_KEPT, Outcome.CONTRADICTED, Outcome.WITHDRAWN, Outcome.SUPERSEDED)


class CommitmentListing(Listing):
    """Promises: whose, of what, by when, how firm, and what the record shows of them."""

    kind = Commitment
    tables = ("commitment", "treaty_action", "domestic_step", "outreach", "participant", "mission")
    first_sort = ("", False)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._promises = Promises.of(session)
        self._names_by_board: tuple[Board | None, str, dict[str, str]] = (None, "", {})
        self._counted: tuple[Board | None, str, tuple[Counter, ...]] = (None, "", ())

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Country"), 5.6, 3, 0, "participant"),
            Column(self.tr("Will"), 4.6, 1, 0, "act"),
            Column(self.tr("By"), 6.2, 2, 1, "by"),
            Column(self.tr("How firm"), 5.2, 0, 3, "form"),
            Column(self.tr("Stage"), 5.0, 1, 5),
            Column(self.tr("Against the record"), 8.6, 2, 0),
            Column(self.tr("Said at"), 7.0, 3, 2, "made_on"),
            Column(self.tr("Mission"), 4.6, 1, 6),
            Column(self.tr("Grade"), 7.0, 2, 4, "grade", at_first=False),
        )

    def counters(self) -> tuple[Counter, ...]:
        board, language = self.session.board(), self.session.language
        if self._counted[0] is not board or self._counted[1] != language:
            self._counted = (board, language, self._count())
        return self._counted[2]

    def _count(self) -> tuple[Counter, ...]:
        judged = self.judged().values()
        numbers = Tally(one.outcome for one in judged if not to_close(one))
        found = []
        for outcome in (*_OUTCOMES, *_OTHER):
            number = numbers[outcome]
            if number or outcome in (Outcome.OPEN, Outcome.PASSED, Outcome.KEPT, Outcome.LAPSED):
                tone = TONES.get(outcome, Tone.NEUTRAL)
                tone = Tone.NEUTRAL if outcome is Outcome.KEPT else tone
                found.append(Counter(outcome.value, self._short(outcome), number, tone, self._rule(outcome)))
        waiting = sum(1 for one in judged if to_close(one))
        rule = self.tr(
            "The treaty record shows them kept, and nobody has closed them yet. They are not among the kept."
        )
        found.insert(2, Counter(_TO_CLOSE, self.tr("To close"), waiting, Tone.GREEN, rule))
        if unconfirmed := sum(1 for one in judged if to_confirm(one)):
            rule = self.tr(
                "Not closed, graded 4 or 5, and not confirmed by a second person. They are counted beside too."
            )
            found.insert(3, Counter(_TO_CONFIRM, self.tr("To confirm"), unconfirmed, Tone.BLUE, rule))
        return tuple(found)

    def facets(self) -> tuple[Facet, ...]:
        acts = tuple((act.value, self.session.label(act)) for act in PromisedAct)
        grades = tuple((grade.value, self.session.label(grade)) for grade in Grade)
        forms = tuple((form.value, self.session.label(form)) for form in Form)
        return (
            Facet("act", self.tr("Undertaking"), acts),
            self.group_facet(),
            self.mission_facet(),
            Facet("form", self.tr("How firm"), forms),
            Facet("grade", self.tr("Grade"), grades),
        )

    def amount(self, number: int) -> str:
        return self.tr("%n commitment(s)", "", number)

    def ids(self, wanted: Wanted) -> Ids:
        where, judged = (*self.conditions(wanted), *wanted.where), self.judged()
        ids = self.store.ids(self.found(where, wanted.text, (), False)) if where or wanted.text.strip() else judged
        chosen = [judged[one] for one in ids if one in judged and _counts(judged[one], wanted)]
        return Listed([one.commitment.id for one in self._sorted(chosen, wanted)])

    def conditions(self, wanted: Wanted) -> tuple[Condition, ...]:
        facets = wanted.facets.items()
        return tuple(self.of_facet(key, value) for key, value in facets if value and key != "outcome")

    def rows(self, ids: Sequence[str]) -> list[Row]:
        judged = self.judged()
        promises = [judged[one].commitment for one in ids if one in judged]
        board = self.session.board()
        said_at = self.contacts([c.outreach for c in promises])
        leads = {id_: place.lead for id_, place in board.places.items()}
        missions = self.missions(list(leads.values()))
        names = {id_: self.session.name(place.participant) for id_, place in board.places.items()}
        found: list[Row] = []
        for one in ids:
            if one not in judged:
                found.append(())
                continue
            c = judged[one].commitment
            words, tone = self.against(judged[one])
            found.append(
                (
                    Cell(names.get(c.participant, ""), strong=True),
                    Cell(self.session.word(f"promised_act.{c.act.value}")),
                    Cell(self.by(c)),
                    Cell(self.session.word(f"form.{c.form.value}"), Tone.NEUTRAL),
                    Cell(self.session.word(f"domestic_stage.{c.stage.value}") if c.stage else "", muted=True),
                    Cell(words, tone),
                    Cell(said_at.get(c.outreach or "", short_date(c.made_on)), muted=True),
                    Cell(missions.get(leads.get(c.participant) or "", ""), muted=True),
                    Cell(self.session.label(c.grade), muted=True),
                )
            )
        return found

    # ---- what the record shows ----

    def judged(self) -> Mapping[str, Reconciled]:
        """Return every promise held against the record of its treaty on the board's day."""
        return self._promises.judged()

    def judge(self, promises: Iterable[Commitment]) -> dict[str, Reconciled]:
        """Return these promises held against the record of their treaty on the board's day."""
        return self._promises.judge(promises)

    def by(self, c: Commitment) -> str:
        """Return by when it is to be kept, short where it is a day."""
        if c.by and c.precision in (Precision.DAY, Precision.NONE):
            return short_date(c.by)
        return by_when(c.by, c.precision, c.by_words, self.session.language)

    def against(self, one: Reconciled) -> tuple[str, Tone]:
        """Return what the record shows of a promise in a few words, and their tone."""
        tone = TONES.get(one.outcome, Tone.NEUTRAL)
        if one.outcome is Outcome.OPEN and one.commitment.by:
            left = (one.commitment.by - self.session.board().ledger.day).days
            return days_left(left, self.session.language), tone
        if one.outcome is Outcome.OPEN:
            return self.tr("no date given"), Tone.NEUTRAL
        if to_close(one) and one.shown_on:
            day = short_date(one.shown_on)
            return self.tr("done {day}: close?").format(day=day), Tone.GREEN
        if one.outcome is Outcome.KEPT and one.shown_on:
            return self.tr("kept {day}").format(day=short_date(one.shown_on)), tone
        if one.outcome is Outcome.PASSED:
            return self.tr("date passed, not done"), tone
        return self.session.word(f"outcome.{one.outcome.value}"), tone

    def _rule(self, outcome: Outcome) -> str:
        """Return what the number of an outcome counts."""
        match outcome:
            case Outcome.OPEN:
                return self.tr(
                    "Not closed, the day has not passed or none was given, and the record shows nothing yet."
                )
            case Outcome.PASSED:
                return self.tr("Not closed, the day has passed, and the record does not show them kept.")
            case Outcome.TO_CONVERT:
                return self.tr("Promises to sign by those that had not signed when signature closed.")
            case Outcome.PARTLY_KEPT:
                return self.tr("The record shows a part of what was promised.")
            case Outcome.CONTRADICTED:
                return self.tr(
                    "The record does not fit the words: done before them, done though refused, or taken back since."
                )
            case Outcome.KEPT:
                return self.tr("Closed as kept.")
            case Outcome.LAPSED:
                return self.tr(
                    "Closed as lapsed, or words on signing that promised nothing, once signature has closed."
                )
        return self.tr("Closed by a person as: {state}.").format(state=self.session.label(outcome).lower())

    def _short(self, outcome: Outcome) -> str:
        if outcome is Outcome.PASSED:
            return self.tr("Passed")
        if outcome is Outcome.TO_CONVERT:
            return self.tr("Signature closed")
        if outcome is Outcome.SUPERSEDED:
            return self.tr("Replaced")
        if outcome is Outcome.CONTRADICTED:
            return self.tr("Contradicted")
        return self.session.label(outcome)

    def _sorted(self, chosen: list[Reconciled], wanted: Wanted) -> list[Reconciled]:
        names = self._sort_names()
        words = {member: sort_key(self.session.label(member)) for kind in (PromisedAct, Form) for member in kind}

        def key(one: Reconciled) -> tuple[object, ...]:
            c = one.commitment
            name = names.get(c.participant, "")
            match wanted.sort:
                case "":
                    return (not is_open(c), c.by or date.max, name)
                case "participant":
                    return (name, c.made_on)
                case "by":
                    return (c.by or date.max, name)
                case "grade":
                    return (rank(c.grade), name)
                case "act" | "form":
                    return (words[getattr(c, wanted.sort)], name)
            return (getattr(c, wanted.sort), name)

        return sorted(chosen, key=key, reverse=wanted.descending)

    def _sort_names(self) -> dict[str, str]:
        """Return what the names of participants sort by; made anew only with the board or another language."""
        board, language = self.session.board(), self.session.language
        if self._names_by_board[0] is not board or self._names_by_board[1] != language:
            names = {id_: sort_key(self.session.name(place.participant)) for id_, place in board.places.items()}
            self._names_by_board = (board, language, names)
        return self._names_by_board[2]


def to_close(one: Reconciled) -> bool:
    """Tell whether the record shows a promise kept that nobody has closed yet."""
    return one.outcome is Outcome.KEPT and one.needs_decision


def to_confirm(one: Reconciled) -> bool:
    """Tell whether an open grade 4 or 5 waits for its second person."""
    return is_open(one.commitment) and needs_second_person(one.commitment)


def _counts(one: Reconciled, wanted: Wanted) -> bool:
    for key in (wanted.counter, wanted.facets.get("outcome", "")):
        if key in (_TO_CLOSE, _TO_CONFIRM):
            if not (to_close if key == _TO_CLOSE else to_confirm)(one):
                return False
        elif key and (one.outcome.value != key or to_close(one)):
            return False
    return True
