"""One slot of a programme as a row: when, whom, about what, who of us, where, and in words what clashes."""

from collections.abc import Sequence

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hanoi_desk.programme import Clash
from hanoi_desk.records import Meeting, MeetingState
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.countries.opening import Opening
from hanoi_desk.ui.events.slot_names import SlotNames
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import EvenLayout, FlowLayout, Pill, TextLabel, length, make_link

#: Width of the hours and of a cell, in heights of a line of text.
_HOURS, _CELL = 6.2, 9.5

TONES = {
    MeetingState.PLANNED: Tone.NEUTRAL,
    MeetingState.CONFIRMED: Tone.BLUE,
    MeetingState.HELD: Tone.GREEN,
    MeetingState.CANCELLED: Tone.RED,
}


#: What a key on a slot asks for; a click or Enter opens it for editing.
_KEYS = {
    Qt.Key.Key_B: "brief",
    Qt.Key.Key_M: "meeting_brief",
    Qt.Key.Key_R: "result",
    Qt.Key.Key_C: "confirm",
    Qt.Key.Key_X: "cancel",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_F2: "edit",
}
_HISTORY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_H)


class SlotRow(Opening):
    """`asked` gives what is to be done: edit, brief, meeting_brief, result, confirm, cancel, delete or history."""

    asked = Signal(str)
    stepped = Signal(int)

    def __init__(
        self, session: Session, meeting: Meeting, names: SlotNames, clashes: Sequence[Clash], *, say_event: bool = False
    ) -> None:
        super().__init__(names.hours(meeting) or "–", _HOURS)
        self.session = session
        self.meeting = meeting
        self.has_clash = bool(clashes)
        self.setObjectName(f"slot_{meeting.id}")
        self._cells(names, names.occasion(meeting) if say_event else "")
        for clash in clashes:
            self.say(self.tr("Clash: {what}").format(what=names.clash(clash, meeting.id)), "problem")
        self._buttons()
        self.clicked.connect(lambda: self.asked.emit("edit"))
        self.settle()

    def _cells(self, names: SlotNames, event: str) -> None:
        meeting = self.meeting
        holder = QWidget()
        holder.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        even = EvenLayout(_CELL, holder, spacing=length(self, 0.6))
        whom, theirs = names.whom(meeting), names.theirs(meeting)
        even.addWidget(self._cell((whom or theirs or meeting.topic, "strong"), (theirs if whom else "", "")))
        even.addWidget(self._cell((meeting.topic if whom or theirs else "", ""), (names.language(meeting), "caption")))
        noted = names.note_taker(meeting)
        note_taker = self.tr("Note-taker: {name}").format(name=noted) if noted else ""
        even.addWidget(self._cell((names.ours(meeting), ""), (note_taker, "caption")))
        even.addWidget(self._cell((meeting.place, ""), (event, "caption"), pill=True))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self._column.addWidget(holder)

    def _cell(self, *lines: tuple[str, str], pill: bool = False) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.1))
        for text, role in lines:
            if text.strip():
                column.addWidget(TextLabel(text.strip(), role, wrap=True))
                self._texts.append(text.strip())
        if pill:
            words = self.session.label(self.meeting.state)
            column.addWidget(Pill(words, TONES[self.meeting.state]), 0, Qt.AlignmentFlag.AlignLeft)
            self._texts.append(words)
        column.addStretch(1)
        policy = cell.sizePolicy()
        policy.setHeightForWidth(True)
        cell.setSizePolicy(policy)
        return cell

    def _buttons(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=length(self, 0.6))
        flow.setContentsMargins(0, 0, 0, 0)
        if self.meeting.participant:
            flow.addWidget(self._button("brief", self.tr("Brief"), "B"))
            flow.addWidget(self._button("meeting_brief", self.tr("Meeting brief"), "M"))
        if self.meeting.outreach:
            flow.addWidget(self._button("result", self.tr("See the result"), "R"))
        elif self.meeting.state is not MeetingState.CANCELLED:
            flow.addWidget(self._button("result", self.tr("File the result"), "R"))
        keys = QKeySequence(_HISTORY).toString(QKeySequence.SequenceFormat.NativeText)
        flow.addWidget(self._button("history", self.tr("History and files…"), keys))
        line = QHBoxLayout()
        line.addWidget(holder)
        line.addStretch(1)
        self._column.addLayout(line)

    def _button(self, name: str, words: str, keys: str) -> QPushButton:
        button = make_link(QPushButton(words))
        button.setObjectName(name)
        button.setToolTip(f"{words} ({keys})")
        button.clicked.connect(lambda: self.asked.emit(name))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif event.keyCombination() == _HISTORY:
            self.asked.emit("history")
        elif key in _KEYS and not event.modifiers():
            self.asked.emit(_KEYS[key])
        else:
            super().keyPressEvent(event)
