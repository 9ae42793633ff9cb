"""What stands under the other tabs of a country: its promises, its people, the points that apply."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hanoi_desk.agenda import STANDING
from hanoi_desk.briefing import Answer, Point
from hanoi_desk.commitments import Outcome, Reconciled, is_open, needs_renewal, needs_second_person
from hanoi_desk.language import age, short_date
from hanoi_desk.records import TreatyAction
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.countries.dossier import Contactee, Dossier
from hanoi_desk.ui.countries.opening import Opening
from hanoi_desk.ui.countries.side_cards import SideCard, post_of
from hanoi_desk.ui.countries.wording import outcome_pill, promise_marks, promise_title, promise_words
from hanoi_desk.ui.promises import Promises
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Rule

_MOST = 60


class CommitmentsTab(SideCard):
    """Every promise against the record."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "commitments_tab", parent)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show all promises, the newest first."""
        self.empty()
        acts = {action.id: action for action in dossier.actions}
        if not dossier.commitments:
            self.say(self.session.word("doc.no_commitment"), "muted")
        for place, held in enumerate(dossier.commitments[:_MOST]):
            if place:
                self.body.addWidget(Rule())
            self.add(self._row(held, acts.get(held.shown_by or "")), "commitments", held.commitment.id)
        self.body.addStretch(1)

    def _row(self, held: Reconciled, shown_by: TreatyAction | None) -> Opening:
        session, commitment = self.session, held.commitment
        row = Opening(short_date(commitment.made_on))
        pills = [outcome_pill(session, held)]
        day, promises = session.board().ledger.day, Promises.of(session)
        # The own day of the promise is asked first: most are young, and need no look at what was said since.
        is_old = held.outcome in STANDING and needs_renewal(commitment, day)
        if is_old and needs_renewal(commitment, day, promises.evidence(held)):
            pills.append((self.tr("needs renewal"), Tone.AMBER))
        if is_open(commitment) and needs_second_person(commitment):
            pills.append((self.tr("grade not yet confirmed"), Tone.NEUTRAL))
        row.head(promise_title(session, held), *pills)
        row.say(promise_words(held))
        row.say(promise_marks(session, held), "caption")
        if commitment.condition:
            row.say(self.tr("Condition: {what}").format(what=commitment.condition), "caption")
        if commitment.reciprocal:
            row.say(self.tr("Asked in return: {what}").format(what=commitment.reciprocal), "caption")
        said = age(commitment.made_on, session.today, session.language)
        row.say(" · ".join(part for part in (commitment.speaker_title, said) if part), "caption")
        if shown_by and shown_by.on:
            act = session.label(shown_by.act).lower()
            shown = self.tr("Shown by the treaty record: {act}, {day}")
            row.say(shown.format(act=act, day=short_date(shown_by.on)), "caption")
        if held.needs_decision and held.outcome is not Outcome.OPEN:
            row.say(self.tr("Not yet written down: open the commitment to close it."), "caption")
        if held.days_late:
            row.say(self.tr("%n day(s) after the promised date", "", held.days_late), "caption")
        return row


class PeopleTab(SideCard):
    """Everyone on file, with the post held now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "people_tab", parent)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show those of the highest level first."""
        self.empty()
        if not dossier.people:
            self.say(self.tr("No person is on file. Those met are added as the contact is logged."), "muted")
        for place, one in enumerate(dossier.people[:_MOST]):
            if place:
                self.body.addWidget(Rule())
            self.add(self._row(one), "people", one.person.id)
        self.body.addStretch(1)

    def _row(self, one: Contactee) -> Opening:
        session = self.session
        row = Opening()
        row.say(one.person.name, "strong")
        row.say(post_of(session, one))
        if one.post and one.post.level:
            row.say(self.tr("Level: {level}").format(level=session.word(f"level.{one.post.level}")), "caption")
        if one.person.pronunciation:
            row.say(session.word("brief.say", name=one.person.pronunciation), "caption")
        when = age(one.last_on, session.today, session.language) if one.last_on else session.word("time.never")
        row.say(self.tr("Last contact: {when}").format(when=when), "caption")
        return row


class PointsTab(SideCard):
    """The points to make and the answers to have ready, each with why it was chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "points_tab", parent)

    def show_points(self, points: Sequence[Point], answers: Sequence[Answer]) -> None:
        """Show the points in the order of speaking, then what may be raised."""
        self.empty()
        for point in points:
            self.say(point.text)
            self.say(self._why(point.reason, point.articles, point.unverified), "caption")
            self.body.addWidget(Rule())
        if answers:
            self.say(self.session.word("doc.block.if_raised"), "section")
        for answer in answers:
            self.say(answer.question, "strong")
            mark = f" {self.session.word('doc.unverified')}" if answer.unverified else ""
            self.say(f"{answer.text}{mark}")
            self.say(self._why(answer.reason, answer.articles, answer.articles_unverified), "caption")
            self.body.addWidget(Rule())
        if not points and not answers:
            self.say(self.tr("No point of the bank applies."), "muted")
        self.body.addStretch(1)

    def _why(self, reason: str, articles: str, unverified: bool) -> str:
        mark = f" {self.session.word('doc.unverified')}" if unverified else ""
        why = self.tr("Why: {reason}").format(reason=reason)
        return " · ".join(part for part in (why, f"{articles}{mark}" if articles else "") if part)
