"""The list of suggestions under a field: it never takes the focus, the field drives it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hanoi_desk.text import fold
from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.widgets.labels import plain
from hanoi_desk.ui.widgets.painting import elided, length, paint_focus, paint_panel, scaled
from hanoi_desk.ui.widgets.toast import announce
from hanoi_desk.values import Value, frozen

_SUGGESTION = Qt.ItemDataRole.UserRole
_HEADING = Qt.ItemDataRole.UserRole + 1
MOST_ROWS = 8


@frozen
class Suggestion(Value):
    """Something to choose.

    `matched` is the name, alias or code that the typed text found, when it is not the title: "Hàn Quốc" for Republic
    of Korea, "KEN" for Kenya. It is shown, and it tells a field whether a space may be part of the name. `group` is a
    heading over the first of its kind. A new entry of the user has no id.
    """

    id: str
    title: str
    detail: str = ""
    matched: str = ""
    group: str = ""

    def names(self) -> tuple[str, ...]:
        """The title and what matched."""
        return (self.title, self.matched) if self.matched else (self.title,)


def matched_letters(title: str, typed: str) -> int:
    """Return how many letters at the start of the title are those typed, by the folding of the search."""
    wanted = fold(typed)
    if not wanted or not fold(title).startswith(wanted):
        return 0
    return next((n for n in range(1, len(title) + 1) if len(fold(title[:n])) >= len(wanted)), 0)


class _Rows(QStyledItemDelegate):
    """Title in bold where it matches, then what else is known in grey; a heading over a new group."""

    def __init__(self, view: "SuggestionList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = 1.65 + (1.2 if index.data(_HEADING) else 0)
        return QSize(length(self._view, 8), length(self._view, lines))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view, suggestion = self._view, index.data(_SUGGESTION)
        colours, side = shown_colours(), length(view, 0.5)
        rect = QRect(option.rect)
        painter.save()
        heading = index.data(_HEADING)
        if heading:
            painter.setFont(scaled(view.font(), 0.85, QFont.Weight.DemiBold))
            painter.setPen(QColor(colours.muted))
            top = QRect(rect.left() + side, rect.top(), rect.width() - 2 * side, length(view, 1.2))
            painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, elided(painter.fontMetrics(), heading, top.width()))
            rect.setTop(top.bottom() + 1)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_panel(painter, QRectF(rect), colours.selected, "", length(view, 0.25))
            paint_focus(painter, QRectF(rect), colours.focus, length(view, 0.25))
        rect.adjust(side, 0, -side, 0)
        bold, usual = QFont(view.font()), QFont(view.font())
        bold.setWeight(QFont.Weight.Bold)
        cut = matched_letters(suggestion.title, view.typed)
        other = suggestion.matched if fold(suggestion.matched) not in fold(suggestion.title) else ""
        detail = " · ".join(part for part in (other, suggestion.detail) if part)
        for text, font, colour in (
            (suggestion.title[:cut], bold, colours.text),
            (suggestion.title[cut:], usual, colours.text),
            (f"  {detail}" if detail else "", usual, colours.muted),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = elided(painter.fontMetrics(), text, rect.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
            rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(shown))
        painter.restore()


class SuggestionList(QListView):
    """Lies over the window below its anchor, or above where there is more room; `chosen` gives a Suggestion."""

    chosen = Signal(object)

    def __init__(self, anchor: QWidget, name: str) -> None:
        super().__init__(anchor)
        self.typed = ""
        self._anchor = anchor
        self._watched: list[QWidget] = []
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Rows(self))
        self.setProperty("role", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.clicked.connect(self._click)
        self.entered.connect(self.setCurrentIndex)
        anchor.destroyed.connect(self.deleteLater)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether there is something to choose now."""
        return not self.isHidden()

    @property
    def current(self) -> Suggestion | None:
        """The marked suggestion, None when the list is closed."""
        index = self.currentIndex()
        found = index.data(_SUGGESTION) if self.is_open and index.isValid() else None
        return found if isinstance(found, Suggestion) else None

    def offer(self, suggestions: Sequence[Suggestion], typed: str = "", *, marked: int = 0) -> None:
        """Show the suggestions, one of them marked; with none, close. `typed` is bold where it begins a title."""
        self.typed = typed
        self._rows.clear()
        group = ""
        for suggestion in suggestions:
            item = QStandardItem(suggestion.title)
            words = ", ".join(part for part in (suggestion.title, suggestion.matched, suggestion.detail) if part)
            item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(plain(words))
            item.setData(suggestion, _SUGGESTION)
            item.setData(suggestion.group if suggestion.group != group else "", _HEADING)
            group = suggestion.group
            self._rows.appendRow(item)
        if not suggestions:
            self.dismiss()
            return
        self._lie_over_window()
        self.setCurrentIndex(self._rows.index(min(marked, len(suggestions) - 1), 0))
        self._tell()

    def step(self, by: int) -> None:
        """Mark the next or the previous one, round the ends."""
        if self.is_open:
            row = (self.currentIndex().row() + by) % self._rows.rowCount()
            self.setCurrentIndex(self._rows.index(row, 0))
            self._tell()

    def dismiss(self) -> None:
        """Close the list."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []
        self.hide()

    def _click(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_SUGGESTION))

    def _tell(self) -> None:
        words = str(self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
        place = self.tr("{words}, {place} of {count}").format(
            words=words, place=self.currentIndex().row() + 1, count=self._rows.rowCount()
        )
        announce(self._anchor, place)

    def _lie_over_window(self) -> None:
        window = self._anchor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        if not self._watched:
            widget: QWidget | None = self._anchor
            while widget is not None:
                widget.installEventFilter(self)
                self._watched.append(widget)
                widget = None if widget is window else widget.parentWidget()
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        window = self._anchor.window()
        top = self._anchor.mapTo(window, QPoint(0, 0))
        below, above = window.height() - top.y() - self._anchor.height() - 4, top.y() - 4
        shown = min(self._rows.rowCount(), MOST_ROWS)
        wanted = sum(self.sizeHintForIndex(self._rows.index(row, 0)).height() for row in range(shown))
        wanted += self.height() - self.viewport().height() if self.isVisible() else length(self, 0.5)
        under = below >= wanted or below >= above
        tall = min(wanted, max(below if under else above, length(self, 2)))
        wide = min(max(self._anchor.width(), length(self, 18)), window.width())
        x = max(0, min(top.x(), window.width() - wide))
        y = top.y() + self._anchor.height() + 2 if under else top.y() - tall - 2
        self.setGeometry(x, max(0, y), wide, tall)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.is_open and self._rows.rowCount():
            self._place()
        elif event.type() == QEvent.Type.Hide and watched in self._watched:  # not its own scroll bar
            self.dismiss()
        return super().eventFilter(watched, event)
