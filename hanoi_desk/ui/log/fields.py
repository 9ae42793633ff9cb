"""What the parts of the log form share: labelled rows, choices from closed lists, a fold that opens and closes."""

from collections.abc import Iterable, Iterator
from enum import Enum

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from hanoi_desk.language import capital, field_word
from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ChipEdit, DateField, FormRow, length
from hanoi_desk.ui.widgets.heard import HeardFold
from hanoi_desk.ui.widgets.painting import elided, paint_chevron, paint_focus, scaled

#: The languages that words are quoted in, by their keys in `words.csv`.
LANGUAGES = ("en", "vi", "fr", "es", "ar", "zh", "ru", "pt")
LEVELS = tuple(range(1, 9))

Choices = list[tuple[str, str]]


def choices(session: Session, members: Iterable[Enum]) -> Choices:
    """Return the members of a closed list with their words."""
    return [(str(member.value), session.label(member)) for member in members]


def unknown(session: Session) -> tuple[str, str]:
    """Return the choice that says nothing."""
    return "", capital(session.word("ui.not_recorded"))


def level_choices(session: Session) -> Choices:
    """Return the levels of practice.md 2.4, the highest first."""
    return [unknown(session), *((str(n), f"{n} · {capital(session.word(f'level.{n}'))}") for n in LEVELS)]


def language_choices(session: Session, *, beside: str = "") -> Choices:
    """Return the languages; one that stands on file and is not among them is `beside` them."""
    known: Choices = [(key, capital(session.word(f"language.{key}"))) for key in LANGUAGES]
    other = [(beside, beside)] if beside and beside not in LANGUAGES else []
    return [unknown(session), *known, *other]


def name_row(row: FormRow, words: str) -> None:
    """Put words on a row and on the field in it."""
    row.set_label(words)
    if isinstance(row.field, ChipEdit | DateField):
        row.field.set_name(words)


def name_rows(session: Session, table: str, rows: dict[str, FormRow]) -> None:
    """Put on each row the words of the field of the record that it shows."""
    for field, row in rows.items():
        name_row(row, field_word(table, field, session.language))


def clear_problems(rows: Iterable[FormRow]) -> None:
    """Take away what was said to be wrong."""
    for row in rows:
        row.show_problem("")


def letting_narrow(widget: QWidget) -> QWidget:
    """Let a column take the widget as narrow as it needs, and then ask it for its height."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
    return widget


def stops_in(part: QWidget) -> Iterator[QWidget]:
    """Yield the widgets of a part at which Tab stops, in the order in which they were put there."""
    for widget in part.findChildren(QWidget):
        is_stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        # The list of a combo field is a window of its own.
        if is_stop and widget.isVisible() and widget.isEnabled() and widget.window() is part.window():
            yield widget


class Fold(QAbstractButton):
    """The heading of a part that opens and closes; beside it stands, in grey, what is inside."""

    heard = HeardFold

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aside = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, title: str, aside: str = "") -> None:
        """Change the heading and what stands beside it."""
        self._aside = " · ".join(aside.split("\n"))
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(self._aside)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(length(self, 8), length(self, 1.5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = shown_colours(), QPainter(self)
        left = length(self, 0.3)
        painter.save()
        centre = QPointF(left + length(self, 0.3), self.height() / 2)
        painter.translate(centre)
        painter.rotate(0 if self.isChecked() else -90)
        paint_chevron(painter, QPointF(0, 0), length(self, 0.38), colours.muted)
        painter.restore()
        painter.setFont(scaled(self.font(), 0.95))
        rect = self.rect().adjusted(left + length(self, 0.9), 0, -left, 0)
        painter.setPen(colours.text)
        title = elided(painter.fontMetrics(), self.text(), rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, title)
        rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(f"{title}  "))
        painter.setPen(colours.muted)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, elided(painter.fontMetrics(), self._aside, rect.width()))
        if self.hasFocus():
            paint_focus(painter, self.rect().toRectF(), colours.focus, length(self, 0.3))


class Folded(QWidget):
    """A part that is closed until it is asked for; what is in it is built when it first opens."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fold = Fold()
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(length(self, 0.3))
        self._column.addWidget(self.fold)
        self.fold.toggled.connect(self._toggle)

    @property
    def is_built(self) -> bool:
        """Whether it has been opened before."""
        return self._inside is not None

    def open(self) -> None:
        """Show what is inside."""
        self.fold.setChecked(True)

    def close_up(self) -> None:
        """Show the heading alone."""
        self.fold.setChecked(False)

    def build(self) -> QWidget:
        """Return the widget with what is inside, its fields filled."""
        raise NotImplementedError

    def _toggle(self, is_open: bool) -> None:
        if is_open and self._inside is None:
            self._inside = self.build()
            self._column.addWidget(self._inside)
        if self._inside is not None:
            self._inside.setVisible(is_open)
        if is_open:
            self.opened.emit()
