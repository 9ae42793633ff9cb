"""The fields of one slot of a programme, in the place of its row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hanoi_desk.desk import Fault
from hanoi_desk.programme import Hours, read_hours
from hanoi_desk.records import Issue, Meeting, MeetingState
from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.detail.files import FilesCard
from hanoi_desk.ui.events.slot_names import SlotNames
from hanoi_desk.ui.log.delegations import Delegations
from hanoi_desk.ui.log.fields import choices, clear_problems, language_choices, name_row, name_rows
from hanoi_desk.ui.log.people import People
from hanoi_desk.ui.messages import fault_sentence
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import (
    ActionButton,
    ChipEdit,
    ComboField,
    DateField,
    EvenLayout,
    FlowLayout,
    FormRow,
    Line,
    Suggestion,
    TextLabel,
    length,
    make_link,
)
from hanoi_desk.ui.widgets.painting import paint_panel

_NARROWEST = 10
_CHIPS = ("whom", "theirs", "ours", "note_taker")


@dataclass(frozen=True, slots=True)
class Around:
    """What the programme knows and a slot asks for; `clashes` gives those that a slot would have, in sentences."""

    delegations: Delegations
    people: People
    clashes: Callable[[Meeting], list[str]]


class SlotEditor(QFrame):
    """Ctrl+Enter keeps the slot, Ctrl+Shift+Enter goes on with the next one, Escape leaves."""

    save_asked = Signal(bool)  # whether another slot is to follow
    left = Signal()
    delete_asked = Signal()

    def __init__(
        self,
        session: Session,
        meeting: Meeting,
        around: "Around",
        *,
        is_new: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.is_new = is_new
        self._shown = meeting
        self._told = around.clashes
        self._delegations = around.delegations
        self._people = around.people
        self.setObjectName("slot_editor")
        self.time = Line(placeholder="9:30–10:15")
        self.whom = ChipEdit(self._delegations.complete, "")
        self.theirs = ChipEdit(self._complete_theirs, "", allow_new=True)
        self.topic = Line()
        self.place = Line()
        self.ours = ChipEdit(self._people.ours, "", allow_new=True)
        self.note_taker = ChipEdit(self._people.ours, "")
        self.language = ComboField()
        self.state = ComboField(choices(session, MeetingState))
        self.on = DateField(lambda: session.today, "", ahead=True)
        names = ("time", "whom", "theirs", "topic", "place", "ours", "note_taker", "language", "state", "on")
        self.rows = {name: FormRow("", getattr(self, name)) for name in names}
        for name, row in self.rows.items():
            row.field.setObjectName(f"slot_{name}")
        self.clash = TextLabel("", "problem", wrap=True)
        self.clash.setObjectName("slot_clash")
        self.save_button = ActionButton("", "Ctrl ↵", primary=True)
        self.next_button = QPushButton()
        self.cancel_button = make_link(QPushButton(), quiet=True)
        self.delete_button = make_link(QPushButton(), quiet=True)
        for name in ("save", "next", "cancel", "delete"):
            getattr(self, f"{name}_button").setObjectName(f"slot_{name}")
        self._arrange()
        self._put_words()
        self._show(meeting)
        self._connect()
        self._first, self._first_lines = self.meeting(), self._lines()

    # ---- what is asked of it ----

    def take_up(self, meeting: Meeting, typed: Mapping[str, str]) -> None:
        """Show the slot as it was written and not saved, and what `typed` gave."""
        self._show(meeting)
        for name in {"time", *_CHIPS} & set(typed):
            (self.time if name == "time" else getattr(self, name).line).setText(typed[name])
        if "on" in typed:
            self.on.show_typed(typed["on"])
        self._look()

    def typed(self) -> dict[str, str]:
        """Return by field what is typed and makes no sense yet: half a name, a time or a day that is none."""
        found = {name: getattr(self, name).pending for name in _CHIPS}
        if self.time.text().strip() and self._hours() is None:
            found["time"] = self.time.text()
        if self.on.is_unread:
            found["on"] = self.on.line.text()
        return {name: text for name, text in found.items() if text}

    def meeting(self) -> Meeting:
        """Return the slot as the fields say it; a time that makes no sense stays as it was."""
        hours = self._hours()
        countries, bodies = self._whom()
        known, others = self.theirs.ids[:1], [one for one in self.theirs.chips if one.id not in self.theirs.ids[:1]]
        return replace(
            self._shown,
            on=self.on.value or self._shown.on,
            time=hours.time if hours else self._shown.time if self.time.text().strip() else "",
            minutes=self._minutes(hours),
            participant=next(iter(countries), None),
            organisation=next(iter(bodies), None),
            counterpart=next(iter(known), None),
            counterpart_text="; ".join(one.title for one in others),
            topic=self.topic.text(),
            place=self.place.text(),
            ours=self.ours.ids,
            ours_text="; ".join(self.ours.new_entries),
            note_taker=next(iter(self.note_taker.ids), None),
            language=self.language.value,
            state=MeetingState(self.state.value),
        )

    @property
    def is_dirty(self) -> bool:
        """Whether something was changed."""
        typed = any(field.pending for field in (self.whom, self.theirs, self.ours, self.note_taker))
        return typed or self._lines() != self._first_lines or self.meeting() != self._first

    def settle(self) -> bool:
        """Take in what is still being typed; False when some of it makes no sense, which then stands beside it."""
        clear_problems(self.rows.values())
        settled = [field.settle() for field in (self.whom, self.theirs, self.ours, self.note_taker, self.on)]
        if self.time.text().strip() and self._hours() is None:
            self.rows["time"].show_problem(self.session.word(f"issue.{Issue.NOT_A_TIME}"))
            settled.append(False)
        if not all(settled):
            wrong = next((row for row in self.rows.values() if row.problem), None)
            if wrong is not None:
                wrong.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return all(settled)

    def show_faults(self, faults: list[Fault]) -> None:
        """Show each fault beside its field, and put the cursor there."""
        places = {"participant": "whom", "minutes": "time"}
        for fault in reversed(faults):
            name = fault.problem.field
            row = self.rows.get(places.get(name, name), self.rows["topic"])
            row.show_problem(fault_sentence(fault, self.session.language))
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the cursor where writing begins: whom, where the time is already there."""
        field = self.whom if self.is_new and self.time.text() else self.time
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside ----

    def _lines(self) -> tuple[str, str]:
        """Return what is typed as time and day, which may make no sense."""
        return self.time.text(), self.on.line.text()

    def _hours(self) -> Hours | None:
        return read_hours(self.time.text())

    def _minutes(self, hours: Hours | None) -> int | None:
        if hours is None:
            return self._shown.minutes if self.time.text().strip() else None
        return hours.minutes

    def _whom(self) -> tuple[list[str], list[str]]:
        """Return the countries and the organizations that are named."""
        is_country = self._delegations.is_country
        return [one for one in self.whom.ids if is_country(one)], [one for one in self.whom.ids if not is_country(one)]

    def _keep_last(self, added: Suggestion) -> None:
        """Let a slot be with one country and one organization, those named last."""
        is_country = self._delegations.is_country
        others = [chip for chip in self.whom.chips if is_country(chip.id) != is_country(added.id)]
        if len(self.whom.chips) > len(others) + 1:
            self.whom.set_chips([*others, added])

    def _complete_theirs(self, typed: str) -> list[Suggestion]:
        return self._people.theirs(typed, self.whom.ids)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        side = length(self, 0.7)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(length(self, 0.5))
        for names in (
            ("time", "whom", "theirs"),
            ("topic", "place"),
            ("ours", "note_taker"),
            ("language", "state", "on"),
        ):
            holder = QWidget()
            even = EvenLayout(_NARROWEST, holder, spacing=length(self, 0.6))
            for name in names:
                even.addWidget(self.rows[name])
            policy = holder.sizePolicy()
            policy.setHeightForWidth(True)
            holder.setSizePolicy(policy)
            column.addWidget(holder)
        column.addWidget(self.clash)
        foot = QWidget()
        flow = FlowLayout(foot, spacing=length(self, 0.5))
        for button in (self.save_button, self.next_button, self.cancel_button, self.delete_button):
            flow.addWidget(button)
        column.addWidget(foot)
        if not self.is_new:
            column.addWidget(FilesCard(self.session, self._shown))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _put_words(self) -> None:
        direct = ("topic", "place", "ours", "note_taker", "language", "state", "on")
        name_rows(self.session, "meeting", {name: self.rows[name] for name in direct})
        name_row(self.rows["time"], self.tr("From–to"))
        name_row(self.rows["whom"], self.tr("Country or organization"))
        name_row(self.rows["theirs"], self.tr("Whom we meet"))
        self.save_button.setText(self.tr("Save"))
        self.next_button.setText(self.tr("Save and add the next"))
        self.cancel_button.setText(self.tr("Leave  Esc"))
        self.delete_button.setText(self.tr("Take off the programme"))
        self.delete_button.setVisible(not self.is_new)

    def _show(self, meeting: Meeting) -> None:
        names = SlotNames(self.session, [meeting])
        self.time.setText(names.hours(meeting))
        whom = filter(None, (meeting.participant, meeting.organisation))
        self.whom.set_chips(chip for chip in map(self._delegations.suggestion, whom) if chip)
        is_known = meeting.counterpart and self._people.person(meeting.counterpart)
        person = [self._people.person_chip(meeting.counterpart)] if meeting.counterpart and is_known else []
        self.theirs.set_chips([*person, *_typed(meeting.counterpart_text)])
        self.topic.setText(meeting.topic)
        self.place.setText(meeting.place)
        known = [self._people.officer_chip(one) for one in meeting.ours if self._people.officer(one)]
        self.ours.set_chips([*known, *_typed(meeting.ours_text)])
        if meeting.note_taker and self._people.officer(meeting.note_taker):
            self.note_taker.set_chips([self._people.officer_chip(meeting.note_taker)])
        self.language.set_choices(language_choices(self.session, beside=meeting.language))
        self.language.set_value(meeting.language)
        self.state.set_value(meeting.state)
        self.on.set_value(meeting.on)
        self._look()

    def _connect(self) -> None:
        self.whom.added.connect(self._keep_last)
        self.note_taker.added.connect(
            lambda one: self.note_taker.set_chips([one]) if len(self.note_taker.chips) > 1 else None
        )
        for field in (self.whom, self.theirs, self.ours, self.note_taker):
            field.changed.connect(self._look)
        for line in (self.time, self.place):
            line.typed.connect(self._look)
        self.state.chosen.connect(self._look)
        self.on.changed.connect(self._look)
        self.save_button.clicked.connect(lambda: self.save_asked.emit(False))
        self.next_button.clicked.connect(lambda: self.save_asked.emit(True))
        self.cancel_button.clicked.connect(self.left)
        self.delete_button.clicked.connect(self.delete_asked)
        for keys, another in (
            ("Ctrl+Return", False),
            ("Ctrl+Enter", False),
            ("Ctrl+Shift+Return", True),
            ("Ctrl+Shift+Enter", True),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda another=another: self.save_asked.emit(another))

    def _look(self, _: date | str | None = None) -> None:
        """Say at once what would clash."""
        told = self._told(self.meeting())
        self.clash.setText("\n".join(self.tr("Clash: {what}").format(what=one) for one in told))
        self.clash.setVisible(bool(told))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = shown_colours()
        paint_panel(QPainter(self), QRectF(self.rect()), colours.sunken, colours.focus, length(self, 0.4))


def _typed(text: str) -> list[Suggestion]:
    return [Suggestion("", one.strip()) for one in text.split(";") if one.strip()]
