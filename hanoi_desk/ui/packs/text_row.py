"""One text of a document, in each of its languages, with its words counted and the bank's sentence that it replaces."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.language import Language
from hanoi_desk.ui.detail.parts import flow
from hanoi_desk.ui.widgets import Line, TextArea, TextLabel, length, make_link, set_role


@dataclass(frozen=True, slots=True)
class RowLook:
    """What a row shows: its heading, what the bank says, how long it may be, and what can be done with it."""

    name: str  # for screen readers, e.g. "Point to make 2"
    heading: str = ""
    bank: Mapping[Language, str] | None = None  # None for a text of the drafter's own
    longest: Mapping[Language, int] | None = None
    has_test: bool = False  # an objective, with how it is known to have been met
    has_question: bool = False  # an answer of the drafter's own, whose first line is the question
    is_out: bool = False
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the cursor is in a row."""

    language: Language
    position: int


class TextRow(QWidget):
    """`edited` follows each change by the user; the other signals ask for what the page does."""

    edited = Signal()
    left_out = Signal(bool)
    removed = Signal()
    moved = Signal(int)

    def __init__(
        self,
        look: RowLook,
        texts: Mapping[Language, str],
        tests: Mapping[Language, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.areas: dict[Language, TextArea] = {}
        self.questions: dict[Language, Line] = {}
        self.tests: dict[Language, Line] = {}
        self.counters: dict[Language, TextLabel] = {}
        self._bank_labels: dict[Language, TextLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.2))
        for language, text in texts.items():
            self._add(column, language, text, (tests or {}).get(language, ""), many=len(texts) > 1)
        self._back = self._button("use_bank", self.tr("Use the bank's"), self.use_bank)
        buttons = [self._back]
        if look.bank is None:
            buttons += [self._button("remove", self.tr("Remove"), self.removed.emit)]
        elif look.is_out:
            buttons += [self._button("take_in", self.tr("Use it again"), lambda: self.left_out.emit(False))]
        else:
            buttons += [self._button("leave_out", self.tr("Leave out"), lambda: self.left_out.emit(True))]
        column.addWidget(flow(*buttons))
        for language in self.areas:
            self._follow(language)

    def _add(self, column: QVBoxLayout, language: Language, text: str, test: str, *, many: bool) -> None:
        look = self.look
        tongue = {Language.EN: "English", Language.VI: "Tiếng Việt"}[language] if many else ""
        name = f"{look.name}, {tongue}" if tongue else look.name
        heading = TextLabel(" · ".join(filter(None, (look.heading, tongue))), "caption", wrap=True)
        counter = self.counters[language] = TextLabel("", "caption")
        counter.setObjectName("counter")
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(counter, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        if look.has_question:
            question, _, text = text.partition("\n")
            line = self.questions[language] = Line(question, self.tr("Their question"))
            line.setAccessibleName(self.tr("{name}: their question").format(name=name))
            line.typed.connect(lambda _: self.edited.emit())
            column.addWidget(line)
        area = self.areas[language] = TextArea(name, look.placeholder, least=2, most=9)
        area.setObjectName(f"text_{language.value}")
        area.set_text(text)
        area.setEnabled(not look.is_out)
        area.edited.connect(lambda: self._edit(language))
        column.addWidget(area)
        if look.has_test:
            met = self.tests[language] = Line(test, self.tr("Met when…"))
            met.setAccessibleName(self.tr("{name}: met when").format(name=name))
            met.typed.connect(lambda _: self.edited.emit())
            column.addWidget(met)
        bank = self._bank_labels[language] = TextLabel("", "caption", wrap=True)
        bank.setObjectName("bank")
        column.addWidget(bank)

    def _button(self, key: str, words: str, act: object) -> QPushButton:
        button = make_link(QPushButton(words), quiet=True)
        button.setObjectName(key)
        button.setAccessibleName(f"{words}: {self.look.name}")
        button.clicked.connect(act)
        return button

    # ---- what it says ----

    def text(self, language: Language) -> str:
        """Return what is written, nothing where it is what the bank says."""
        said = self.areas[language].text.strip()
        if self.look.bank is not None and _plain(said) == _plain(self.look.bank.get(language, "")):
            return ""
        question = self.questions[language].text().strip() if language in self.questions else ""
        return f"{question}\n{said}" if question else said

    def test(self, language: Language) -> str:
        """Return how the objective is known to have been met."""
        return self.tests[language].text().strip() if language in self.tests else ""

    def use_bank(self) -> None:
        """Say it again as the bank does."""
        for language, area in self.areas.items():
            area.set_text((self.look.bank or {}).get(language, ""))
            self._follow(language)
        self.edited.emit()
        next(iter(self.areas.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> Place | None:
        """Return where the cursor is, None when it is elsewhere."""
        focused = QApplication.focusWidget()
        for language, area in self.areas.items():
            if area is focused:
                return Place(language, area.textCursor().position())
        inside = focused is not None and self.isAncestorOf(focused)
        return Place(next(iter(self.areas)), 0) if inside else None

    def return_to(self, place: Place) -> None:
        """Put the cursor where it was."""
        area = self.areas.get(place.language)
        if area is not None:
            cursor = area.textCursor()
            cursor.setPosition(min(place.position, len(area.text)))
            area.setTextCursor(cursor)
            area.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the cursor into the text."""
        first = next(iter(self.questions.values()), None) or next(iter(self.areas.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self, language: Language) -> None:
        self._follow(language)
        self.edited.emit()

    def _follow(self, language: Language) -> None:
        """Count the words, and show the bank's sentence where it is replaced."""
        number = len(self.areas[language].text.split())
        most = (self.look.longest or {}).get(language, 0)
        counter = self.counters[language]
        if most and number > most:
            counter.setText(self.tr("{n} of {most} words: too long").format(n=number, most=most))
        elif most:
            counter.setText(self.tr("{n} of {most} words").format(n=number, most=most))
        else:
            counter.setText(self.tr("%n word(s)", "", number) if number else "")
        set_role(counter, "problem" if most and number > most else "caption")
        self.areas[language].setAccessibleDescription(counter.text())
        bank = (self.look.bank or {}).get(language, "")
        is_changed = self.look.bank is not None and bool(self.text(language))
        label = self._bank_labels[language]
        label.setText(self.tr("In the bank: {text}").format(text=bank))
        label.setVisible(is_changed and bool(bank))
        if self.look.is_out:
            counter.setText(self.tr("left out"))
        self._back.setVisible(self.look.bank is not None and any(self.text(one) for one in self.areas))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = keys.get(Qt.Key(event.key()))
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.look.bank is None:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())
