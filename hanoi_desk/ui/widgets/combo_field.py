"""A field to choose one of a list, by typing a few letters of it anywhere in its words."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QWidget,
)

from hanoi_desk.text import fold
from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.widgets.painting import length, paint_chevron

_PAUSE = 1200  # milliseconds after which the next letter begins a new search


class _FoldedList(QListView):
    """Finds by folded letters: the start of a title first, then the start of any word in it."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._forget)

    @property
    def searching(self) -> bool:
        """Whether the next letter still belongs to the last ones."""
        return self._pause.isActive()

    def _forget(self) -> None:
        self._typed = ""

    def keyboardSearch(self, search: str) -> None:
        self._typed = fold(self._typed + search) if search.strip() else self._typed + search
        self._pause.start()
        wanted = self._typed
        titles = [fold(str(self.model().index(row, 0).data())) for row in range(self.model().rowCount())]
        starts = (row for row, title in enumerate(titles) if title.startswith(wanted))
        inside = (row for row, title in enumerate(titles) if f" {wanted}" in title)
        row = next(starts, next(inside, None))
        if row is not None:
            self.setCurrentIndex(self.model().index(row, 0))


class ComboField(QComboBox):
    """Choices as pairs of an id and a title; `chosen` gives the id when the user chooses, never when code does."""

    chosen = Signal(str)

    def __init__(self, choices: Iterable[tuple[str, str]] = (), name: str = "", parent: QWidget | None = None) -> None:
        self._heard: QLabel | None = None
        super().__init__(parent)
        self._list = _FoldedList()
        self._list.setProperty("role", "popup")
        self.setView(self._list)
        self.setItemDelegate(QStyledItemDelegate(self))  # the usual one does not heed the style sheet
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(14)
        self.setAccessibleName(name)
        self.set_choices(choices)
        self.activated.connect(self._tell)

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these instead; what was chosen stays chosen if it is among them."""
        before = self.value
        self.clear()
        for key, title in choices:
            self.addItem(title, key)
        self.set_value(before)

    @property
    def value(self) -> str:
        """The id that is chosen, empty when there is none."""
        return str(self.currentData() or "")

    def set_value(self, key: str) -> None:
        """Choose by id, the first choice if there is no such id; no signal."""
        place = self.findData(key)
        self.setCurrentIndex(place if place >= 0 else min(0, self.count() - 1))

    def setAccessibleName(self, name: str) -> None:
        """Set what is heard of it where no label stands beside it."""
        super().setAccessibleName(name)
        if self._heard is not None:
            self._heard.setText(name)

    def showEvent(self, event: QShowEvent) -> None:
        """Give it a label that is heard alone: on Linux a choice is heard by its value and by what labels it."""
        parent, name = self.parentWidget(), self.accessibleName()
        if (
            name
            and parent is not None
            and self._heard is None
            and not any(label.buddy() is self for label in parent.findChildren(QLabel))
        ):
            self._heard = QLabel(name, parent)
            self._heard.setTextFormat(Qt.TextFormat.PlainText)
            self._heard.setBuddy(self)
            self._heard.hide()
        super().showEvent(event)

    def _tell(self, index: int) -> None:
        self.chosen.emit(str(self.itemData(index) or ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A space opens the list, but not in the middle of a name that is being typed.
        if event.text() == " " and self._list.searching:
            self._list.keyboardSearch(" ")
        else:
            super().keyPressEvent(event)

    def showPopup(self) -> None:
        super().showPopup()
        self._list.doItemsLayout()  # the rows were measured before the style sheet reached them

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a form that is scrolled must not change what it says

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - length(self, 1.2)  # for the words, before the chevron
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
        self.style().drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)
        centre = QPointF(self.width() - length(self, 0.65), self.height() / 2)
        paint_chevron(painter, centre, length(self, 0.4), shown_colours().muted)
