"""A field whose entries are chips: type a few letters of each, and each becomes one."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from hanoi_desk.text import fold
from hanoi_desk.ui.widgets.chip import Chip
from hanoi_desk.ui.widgets.chip_frame import ChipFrame, ChipLine
from hanoi_desk.ui.widgets.painting import length
from hanoi_desk.ui.widgets.suggestions import Suggestion
from hanoi_desk.ui.widgets.typed_names import Complete, first_name, goes_on, sure


class _LastLine(ChipLine):
    """The place to type, after the last chip."""

    tabbed = Signal()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward and not self.composing:
            self.tabbed.emit()
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.gone.emit()

    def sizeHint(self) -> QSize:
        wide = max(length(self, 4), self.fontMetrics().horizontalAdvance(self.placeholderText()) + length(self, 0.5))
        return QSize(wide, self.fontMetrics().height() + length(self, 0.16))

    def minimumSizeHint(self) -> QSize:
        return QSize(length(self, 4), self.sizeHint().height())


class ChipEdit(ChipFrame):
    """Space, comma, Enter or Tab takes what is typed; nothing is taken while a letter is being composed.

    A space takes only what is sure, and waits where a name may go on: "gha ken sen" gives three chips, "new zealand"
    gives one. What nothing matches stays in the field, with a sentence in `problem`; it is never dropped.
    """

    changed = Signal()
    added = Signal(object)  # Suggestion
    removed = Signal(object)  # Suggestion

    def __init__(
        self,
        complete: Complete,
        name: str,
        placeholder: str = "",
        *,
        allow_new: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`complete` gives the suggestions for a text, best first, and is asked at every letter.

        With `allow_new` a text that is not chosen from the list becomes a chip without an id; then only Enter, Tab and
        semicolon take it, since names hold spaces and commas.
        """
        line = _LastLine("", placeholder)
        super().__init__(line, parent)
        self._complete = complete
        self._allow_new = allow_new
        self._chips: list[Chip] = []
        self._rest = ""
        self._placeholder = placeholder
        self.set_name(name)
        line.tabbed.connect(self.take_marked)
        self.line.typed.connect(self._read)
        self.line.key_pressed.connect(self._press)
        self.line.gone.connect(self._leave)
        self._list.chosen.connect(self._take)

    def set_placeholder(self, words: str) -> None:
        """Say what may be written, shown while nothing is."""
        self._placeholder = words
        self._show_placeholder()

    @property
    def chips(self) -> tuple[Suggestion, ...]:
        """What was chosen, in order."""
        return tuple(chip.suggestion for chip in self._chips)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of what was chosen, without new entries."""
        return tuple(one.id for one in self.chips if one.id)

    @property
    def new_entries(self) -> tuple[str, ...]:
        """The titles of the chips that the user made up."""
        return tuple(one.title for one in self.chips if not one.id)

    @property
    def pending(self) -> str:
        """What is typed and not yet a chip."""
        return self.line.text().strip()

    def set_chips(self, suggestions: Iterable[Suggestion]) -> None:
        """Show these instead of all others, and empty the line; no signal."""
        for chip in self._chips:
            self._discard(chip)
        self._chips = []
        self._set_text("")
        self.set_problem("")
        for suggestion in suggestions:
            self._append(suggestion)
        self._show_placeholder()

    def add(self, suggestion: Suggestion) -> bool:
        """Add a chip; False when it is there already."""
        if not self._append(suggestion):
            return False
        self.added.emit(suggestion)
        self.changed.emit()
        return True

    def remove(self, suggestion: Suggestion) -> None:
        """Remove the chip of that suggestion, if there is one."""
        for place, chip in enumerate(self._chips):
            if chip.suggestion == suggestion:
                self._drop(place)
                return

    def settle(self) -> bool:
        """Take what is typed if it is sure; False when something is left, which `problem` then names."""
        text = self.pending
        while text and not self._allow_new:
            head, rest, found = first_name(text, self._complete)
            one = sure(found, head)
            if one is None:
                break
            self.add(one)
            text = rest
        if text and self._allow_new:
            found = self._complete(text)
            one = sure(found, text) if self._is_exact(found, text) else None
            if one is not None or not found:
                self.add(one or Suggestion("", text))
                text = ""
        self._set_text(text)
        self._list.dismiss()
        self.set_problem(self._sentence(text) if text else "")
        return not text

    @staticmethod
    def _is_exact(found: list[Suggestion], text: str) -> bool:
        return any(fold(text) in map(fold, one.names()) for one in found)

    def _sentence(self, text: str) -> str:
        if self._complete(text):
            return self.tr("“{text}” may mean several: choose one from the list.").format(text=text)
        return self.tr("Nothing is known by the name “{text}”.").format(text=text)

    def _append(self, suggestion: Suggestion) -> bool:
        key = suggestion.id or fold(suggestion.title)
        if any((chip.suggestion.id or fold(chip.suggestion.title)) == key for chip in self._chips):
            return False
        chip = Chip(suggestion, self)
        chip.dropped.connect(lambda: self._drop(self._chips.index(chip)))
        chip.stepped.connect(lambda by: self._step_from(chip, by))
        self.watch(chip)
        self._flow.insert_widget(len(self._chips), chip)
        self._chips.append(chip)
        self._show_placeholder()
        chip.show()
        self.updateGeometry()
        return True

    def _discard(self, chip: Chip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _drop(self, place: int) -> None:
        chip = self._chips.pop(place)
        had_focus = chip.hasFocus()
        self._discard(chip)
        if had_focus:
            after = self._chips[place] if place < len(self._chips) else self.line
            after.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_placeholder()
        self.updateGeometry()
        self.removed.emit(chip.suggestion)
        self.changed.emit()

    def _show_placeholder(self) -> None:
        self.line.setPlaceholderText("" if self._chips else self._placeholder)

    def _step_from(self, chip: Chip, by: int) -> None:
        place = self._chips.index(chip) + by
        if 0 <= place < len(self._chips):
            self._chips[place].setFocus(Qt.FocusReason.OtherFocusReason)
        elif place >= len(self._chips):
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_text(self, text: str) -> None:
        if self.line.text() != text:
            self.line.setText(text)

    def _read(self, text: str) -> None:
        """Take from what was typed or pasted all that is sure, and offer what the rest may mean."""
        self.set_problem("")
        pattern = r"[;\n\t]" if self._allow_new else r"[,;\n\t\u2028\u2029]"
        if re.search(pattern, text):
            text = self._read_pieces([piece.strip() for piece in re.split(pattern, text)], text)
        if self._allow_new:
            self._rest = ""
            self._offer(text.strip(), self._complete(text.strip()) if text.strip() else [])
            return
        while True:
            head, rest, found = first_name(text, self._complete)
            one = sure(found, head)
            closed = text.endswith(" ") and not goes_on(found, head)
            if one is None or not (rest or closed):
                break
            self.add(one)
            text = rest + (" " if rest and text.endswith(" ") else "")
            self._set_text(text)
        self._rest = rest if found else ""
        self._offer(head, found)

    def _read_pieces(self, pieces: list[str], whole: str) -> str:
        if one := sure(self._complete(whole.strip()), whole.strip()):  # a name may hold a comma itself
            self.add(one)
            pieces = []
        left: list[str] = []
        for piece in filter(None, pieces):
            one = sure(self._complete(piece), piece)
            if one is None and self._allow_new:
                one = Suggestion("", piece)
            if one is None:
                left.append(piece)
            else:
                self.add(one)
        text = " ".join(left)
        self._set_text(text)
        return text

    def _offer(self, typed: str, found: list[Suggestion]) -> None:
        taken = set(self.ids)
        offered = [one for one in found if one.id not in taken]
        if self._allow_new and typed and not self._is_exact(found, typed):
            offered.append(Suggestion("", typed, self.tr("new")))
        self._list.offer(offered, typed)

    def _take(self, suggestion: Suggestion) -> None:
        self.add(Suggestion("", suggestion.title) if not suggestion.id else suggestion)
        rest, self._rest = self._rest, ""
        self._set_text(rest)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read(rest)

    def take_marked(self) -> None:
        """Take the suggestion that is marked, if one is."""
        if (one := self._list.current) is not None:
            self._take(one)

    def _press(self, event: QKeyEvent) -> None:
        key, at_start = Qt.Key(event.key()), self.line.cursorPosition() == 0 and not self.line.hasSelectedText()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if event.modifiers() == Qt.KeyboardModifier.ControlModifier and key in (
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            ):
                self._list.dismiss()
            return
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if not self._list.is_open and self.pending:
                self._read(self.line.text())
            else:
                self._list.step(1 if key == Qt.Key.Key_Down else -1)
            event.accept()
        elif key == Qt.Key.Key_Escape and self._list.is_open:
            self._list.dismiss()
            event.accept()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (event.text() in self._separators() and event.text()):
            if self._list.current is not None:
                self.take_marked()
            elif self.pending:
                self.settle()
            elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return  # nothing to take: the form may have a use for it
            event.accept()
        elif at_start and self._chips and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left):
            if key == Qt.Key.Key_Left:
                self._chips[-1].setFocus(Qt.FocusReason.OtherFocusReason)
            elif not self.line.text():
                self._drop(len(self._chips) - 1)
            event.accept()

    def _separators(self) -> str:
        return ";" if self._allow_new else ",;"

    def _leave(self) -> None:
        if not self._holds_focus():
            self.settle()
        self._list.dismiss()
