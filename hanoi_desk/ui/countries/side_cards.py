"""What one needs before picking up the telephone: what to do next, who spoke last, what was promised, whom to call."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from hanoi_desk.briefing import Point
from hanoi_desk.contacts import Reached
from hanoi_desk.language import age, joined, overdue, short_date
from hanoi_desk.records import FollowUp, Officer
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.countries.dossier import Contactee, Dossier
from hanoi_desk.ui.countries.opening import Opening
from hanoi_desk.ui.countries.wording import excerpt, outcome_pill, promise_marks, promise_title, promise_words
from hanoi_desk.ui.last_contact import by_whom, named, with_whom
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.task_acts import TaskActs
from hanoi_desk.ui.widgets import Card, TextLabel, length, make_link, make_small

_SHOWN = 3


class SideCard(Card):
    """A card that is emptied and filled again for each country."""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.session = session
        self.setObjectName(name)
        self.body.setSpacing(length(self, 0.1))

    def empty(self) -> None:
        """Take everything out."""
        while item := self.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def say(self, text: str, role: str = "") -> None:
        """Add a line of text, if there is any."""
        if text:
            self.body.addWidget(TextLabel(text, role, wrap=True))

    def add(self, row: Opening, page: str, record: str) -> None:
        """Add a row that opens a record."""
        row.clicked.connect(lambda: self.session.go(Goal(page, record)))
        self.body.addWidget(row.settle())

    def link(self, words: str, act: Callable[[], None]) -> None:
        """Add a link at the end."""
        button = make_link(QPushButton(words), quiet=True)
        button.clicked.connect(act)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        holder = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self.body.addWidget(holder)


class NextStepCard(SideCard):
    """The most urgent task, to be ticked off or put off on the spot."""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(session, name, parent)
        self.acts = TaskActs(session, self)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the first open task."""
        had_focus = self._holds_focus()
        self.empty()
        self.set_title(self.tr("Next step"))
        if not dossier.tasks:
            self.say(self.tr("Nothing to do is on file."), "muted")
            return
        task = dossier.tasks[0]
        row = Opening()
        row.say(task.what, "strong")
        row.say(self._when(task), "caption")
        if task.due_on and task.due_on < self.session.today:
            row.pills((overdue(task.due_on, self.session.today, self.session.language), Tone.RED))
        self.add(row, "follow_ups", task.id)
        self.body.addWidget(self._buttons(task))
        if had_focus:  # the button that was pressed is gone; the new one can take the focus once it is shown
            QTimer.singleShot(0, self.done, self.done.setFocus)
        if len(dossier.tasks) > 1:
            more = self.tr("%n more", "", len(dossier.tasks) - 1)
            where = (("participant", "=", dossier.id),)
            self.link(more, lambda: self.session.go(Goal("follow_ups", where=where)))

    def _holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _when(self, task: FollowUp) -> str:
        owner = self.session.store.get(Officer, task.owner) if task.owner else None
        due = self.session.word("time.due", day=short_date(task.due_on)) if task.due_on else self.tr("no due date")
        return " · ".join(part for part in (due, (owner.title or owner.name) if owner else "") if part)

    def _buttons(self, task: FollowUp) -> QWidget:
        self.done = done = make_small(QPushButton(self.tr("Done")))
        later = make_small(QPushButton(self.tr("Later…")))
        done.setObjectName("task_done")
        later.setObjectName("task_later")
        done.setAccessibleName(self.tr("Done: {what}").format(what=task.what))
        later.setAccessibleName(self.tr("Later: {what}").format(what=task.what))
        done.clicked.connect(lambda: self.acts.complete(task))
        later.setMenu(self.acts.later_menu(task, later))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(length(self, 0.35), 0, 0, 0)
        row.setSpacing(length(self, 0.3))
        row.addWidget(done)
        row.addWidget(later)
        row.addStretch(1)
        return holder


class LastContactCard(SideCard):
    """By whom, with whom, at what level, in which meeting, and how long ago."""

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the newest contact that has been held."""
        self.empty()
        self.set_title(self.tr("Last contact"))
        self.set_note(self._age(dossier))
        last = dossier.last
        if last is None:
            self.say(self.tr("No contact is on file. Ctrl+L logs the first one."), "muted")
            return
        outreach = last.outreach
        row = Opening()
        kind = self.session.label(outreach.kind)
        row.say(outreach.summary or kind, "strong")
        head = (short_date(outreach.held_on), kind if outreach.summary else "")
        row.say(" · ".join(part for part in head if part), "caption")
        not_known = self.session.word("ui.not_recorded")
        row.say(self.tr("By: {who}").format(who=self._several(by_whom(last)) or not_known))
        row.say(self.tr("With: {who}").format(who=self._several(with_whom(last)) or not_known))
        level = self.session.word(f"level.{last.level}") if last.level else not_known
        row.say(self.tr("Level: {level}").format(level=level))
        where = self.session.name(last.event) if last.event else ""
        place = ", ".join(part for part in (where, outreach.place) if part)
        row.say(self.tr("Where: {place}").format(place=place) if place else "")
        row.say(
            self.tr("They asked: {what}").format(what=excerpt(outreach.questions, 160)) if outreach.questions else ""
        )
        self.add(row, "outreach", outreach.id)
        self._add_reached(dossier.reached, outreach.id)

    def _add_reached(self, reached: Reached | None, last: str) -> None:
        """Add the highest level reached with the contact that shows it, unless the last one does."""
        if reached is None or reached.outreach.id == last:
            return
        row = Opening()
        level = self.session.word(f"level.{reached.level}")
        row.say(self.tr("Highest level so far: {level}").format(level=level))
        who = named(reached.person) if reached.person else ""
        row.say(" · ".join(part for part in (short_date(reached.outreach.held_on), who) if part), "caption")
        self.add(row, "outreach", reached.outreach.id)

    def _age(self, dossier: Dossier) -> str:
        if dossier.last is None:
            return self.session.word("time.never")
        return age(dossier.last.outreach.held_on, self.session.today, self.session.language)

    def _several(self, names: Sequence[str]) -> str:
        if len(names) <= _SHOWN:
            return joined(names, self.session.language)
        rest = self.tr("%n more", "", len(names) - _SHOWN)
        return joined([*names[:_SHOWN], rest], self.session.language)


class CommitmentsCard(SideCard):
    """The promises that are still open, in short."""

    def show_dossier(self, dossier: Dossier, show_all: Callable[[], None]) -> None:
        """Show the newest open promises."""
        self.empty()
        self.set_title(self.tr("Commitments"))
        held = dossier.open_commitments
        self.set_note(str(len(held)) if held else "")
        if not held:
            self.say(self.session.word("doc.no_commitment"), "muted")
        for one in held[:_SHOWN]:
            row = Opening()
            row.head(promise_title(self.session, one), outcome_pill(self.session, one))
            row.say(excerpt(promise_words(one), 120))
            said = age(one.commitment.made_on, self.session.today, self.session.language)
            row.say(f"{promise_marks(self.session, one)} · {said}", "caption")
            self.add(row, "commitments", one.commitment.id)
        if len(dossier.commitments) > min(len(held), _SHOWN):
            self.link(self.tr("See all %n", "", len(dossier.commitments)), show_all)


class PeopleCard(SideCard):
    """Whom to call, with the age of the last contact."""

    def show_dossier(self, dossier: Dossier, show_all: Callable[[], None]) -> None:
        """Show those of the highest level first."""
        self.empty()
        self.set_title(self.tr("People"))
        if not dossier.people:
            self.say(self.tr("No person is on file."), "muted")
        for one in dossier.people[:_SHOWN]:
            row = Opening()
            row.say(one.person.name, "strong")
            row.say(post_of(self.session, one), "caption")
            row.say(self.seen(one), "caption")
            self.add(row, "people", one.person.id)
        if len(dossier.people) > _SHOWN:
            self.link(self.tr("See all %n", "", len(dossier.people)), show_all)

    def seen(self, one: Contactee) -> str:
        """Return how long ago a person was last met."""
        if one.last_on is None:
            return self.tr("no contact on file")
        when = age(one.last_on, self.session.today, self.session.language)
        return self.tr("last contact {when}").format(when=when)


class PointsCard(SideCard):
    """The points that apply, each in a few words."""

    def show_points(self, points: Sequence[Point], show_all: Callable[[], None]) -> None:
        """Show the first points."""
        self.empty()
        self.set_title(self.tr("Talking points that apply"))
        if not points:
            self.say(self.tr("No point of the bank applies."), "muted")
        for point in points[:_SHOWN]:
            self.say(f"• {excerpt(point.text, 110)}", "caption")
        if points:
            self.link(self.tr("See all %n, with the reasons", "", len(points)), show_all)


def post_of(session: Session, one: Contactee) -> str:
    """Return the post that a person holds now, with the body."""
    if one.post is None:
        return session.word("ui.not_recorded")
    return ", ".join(part for part in (one.post.title, session.name(one.body) if one.body else "") if part)
