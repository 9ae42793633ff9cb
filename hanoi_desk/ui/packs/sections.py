"""The papers of a pack: ticked or not, in an order that is dragged, or moved by Alt+Up and Alt+Down."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from hanoi_desk.ui.packs.in_sight import bring_into_sight

_KEY = Qt.ItemDataRole.UserRole


class SectionList(QListWidget):
    """`changed` follows each tick and each move by the user."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self.setProperty("role", "plain")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemChanged.connect(lambda _: self.changed.emit())

    def show_sections(self, known: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Show pairs of a key and its words: the chosen ones first, in their order; with none chosen, all are."""
        words = dict(known)
        picked = [key for key in chosen if key in words] or list(words)
        at = self.currentItem().data(_KEY) if self.currentItem() else ""
        self.blockSignals(True)
        self.clear()
        for key in [*picked, *(key for key in words if key not in picked)]:
            item = QListWidgetItem(words[key])
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            item.setCheckState(Qt.CheckState.Checked if key in picked else Qt.CheckState.Unchecked)
            item.setData(_KEY, key)
            self.addItem(item)
            if key == at:
                self.setCurrentItem(item)
        self.blockSignals(False)
        self.updateGeometry()

    @property
    def sections(self) -> tuple[str, ...]:
        """The keys that are ticked, in their order."""
        return tuple(item.data(_KEY) for item in self._items() if item.checkState() is Qt.CheckState.Checked)

    def step(self, by: int) -> None:
        """Put the current section before or after its neighbour."""
        at = self.currentRow()
        if 0 <= at + by < self.count():
            self.blockSignals(True)
            self.insertItem(at + by, self.takeItem(at))
            self.setCurrentRow(at + by)
            self.blockSignals(False)
            self.changed.emit()

    def _items(self) -> Iterable[QListWidgetItem]:
        return (self.item(row) for row in range(self.count()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)
        if self.currentItem() is not None and self.hasFocus():
            bring_into_sight(self, self.visualItemRect(self.currentItem()))

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.changed.emit()

    def sizeHint(self) -> QSize:
        tall = sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth() + 2
        return QSize(super().sizeHint().width(), tall)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width() // 2, self.sizeHint().height())
