"""The form that ends a post: the last day, and who holds the post from then on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Self

from PySide6.QtWidgets import QCheckBox, QWidget

from hanoi_desk.desk import Fault, Refused, author, end_post, left_open
from hanoi_desk.language import capital, short_date
from hanoi_desk.records import Appointment, FollowUp, Issue, Person, Problem
from hanoi_desk.store.titles import title
from hanoi_desk.ui.log.people import People
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ChipEdit, SectionTitle, Suggestion, TextLabel

#: Open tasks and promises that are named; of more only the number is told.
_NAMED = 5


class EndPostForm(RecordForm):
    """Asks for the last day and the successor: known, new, or not known yet, which makes a task."""

    def __init__(self, session: Session, post: Appointment, person: Person, parent: QWidget | None = None) -> None:
        self._person = person
        self._left = left_open(session.store, person.id)
        self._people = People(session)
        heading = self.tr("End of the post of {name}").format(name=person.name)
        super().__init__(session, replace(post, to_on=session.today), heading, parent)

    @classmethod
    def again(
        cls, session: Session, record: Any, title: str, beside: Mapping[str, Any], parent: QWidget | None = None
    ) -> Self:
        form = cls(session, record, session.store.need(Person, record.person), parent)
        form.show_record(record)  # its last day is another than today
        return form

    def beside(self) -> dict[str, Any]:
        return {"search": self.search.isChecked()}

    def typed(self) -> dict[str, str]:
        """Return what makes no sense yet, and the successor, who is looked for again by name."""
        chosen = next(iter(self.value("successor")), None)
        return {**super().typed(), **({"successor": chosen.title} if chosen else {})}

    def take_up(self, beside: Mapping[str, Any], typed: Mapping[str, str]) -> None:
        super().take_up(beside, typed)
        self.search.setChecked(bool(beside.get("search", self.search.isChecked())))

    def build(self) -> None:
        self.line(TextLabel(self._shown.title, "strong", wrap=True))  # type: ignore[attr-defined]
        last_day = self.day("to_on")
        last_day.set_label(self.tr("Last day in this post"))
        self.line(last_day)
        self._say_open()
        self.successor = ChipEdit(
            self._complete, self.tr("Who holds the post from then on"), self.tr("Type a name"), allow_new=True
        )
        self.successor.added.connect(self._keep_one)
        self.line(
            self.row(
                "successor",
                self.successor,
                lambda: self.successor.chips,
                lambda _: None,
                self.tr("Who holds the post from then on"),
            )
        )
        self.search = QCheckBox(self.tr("Not known yet: note a follow-up to find out"))
        self.search.setObjectName("search")
        self.search.setChecked(self._is_left)
        self.successor.changed.connect(lambda: self.search.setDisabled(bool(self.successor.chips)))
        self.line(self.search)
        self.line(
            TextLabel(
                self.tr("Contacts keep the name and title of their day, and promises their speaker."),
                "caption",
                wrap=True,
            )
        )

    def keep(self, record: Appointment) -> None:
        if record.to_on is None:
            raise Refused([Fault(record, Problem("to_on", Issue.MISSING))])
        chosen = next(iter(self.value("successor")), None)
        task = self._task(record) if chosen is None and self.search.isChecked() else None
        if self._is_left and chosen is None and task is None:
            raise Refused([Fault(record, Problem("successor", Issue.MISSING))])
        end_post(self.session.store, record, record.to_on, self._successor(chosen), task)

    def is_changed(self) -> bool:
        """Tell whether something was typed."""
        return super().is_changed() or bool(self.successor.chips)

    @property
    def _is_left(self) -> bool:
        return bool(self._left.tasks or self._left.promises or self._left.meetings)

    def _complete(self, typed: str) -> list[Suggestion]:
        country = self._person.participant
        found = self._people.theirs(typed, (country,) if country else ())
        return [one for one in found if one.id != self._person.id]

    def _keep_one(self, one: Suggestion) -> None:
        if len(self.successor.chips) > 1:
            self.successor.set_chips([one])

    def _successor(self, chosen: Suggestion | None) -> Person | None:
        if chosen is None:
            return None
        return self._people.person(chosen.id) or Person(name=chosen.title, participant=self._person.participant)

    def _task(self, post: Appointment) -> FollowUp:
        words = self.session.word("person.find_successor", name=self._person.name, title=post.title)
        return FollowUp(
            what=words,
            participant=post.participant or self._person.participant,
            owner=author(self.session.store),
            due_on=self._due(),
        )

    def _due(self) -> date | None:
        """Return the day by which the successor is needed: that of the first open task, promise or meeting."""
        days = [task.due_on for task in self._left.tasks] + [promise.by for promise in self._left.promises]
        days += [meeting.on for meeting in self._left.meetings]
        return min((day for day in days if day and day >= self.session.today), default=None)

    def _say_open(self) -> None:
        if not self._is_left:
            return
        self.line(SectionTitle(self.tr("Still open with this person")))
        meeting = self.session.word("record.meeting")
        told: list[tuple[str, date | None]] = [(task.what, task.due_on) for task in self._left.tasks]
        told += [(f"{capital(meeting)}: {title(one)}", one.on) for one in self._left.meetings]
        told += [(title(one) or self.session.label(one.act), one.by) for one in self._left.promises]
        for words, day in told[:_NAMED]:
            self.line(TextLabel(f"• {words}" + (f" ({short_date(day)})" if day else ""), "caption", wrap=True))
        if len(told) > _NAMED:
            self.line(TextLabel(self.tr("and {n} more").format(n=len(told) - _NAMED), "caption", wrap=True))
