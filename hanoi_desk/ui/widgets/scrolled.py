"""What stands in a window that may be too small for it: scrolled, or in the middle of much room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hanoi_desk.ui.widgets.painting import length


def scrolled(inside: QWidget, *, sideways: bool = False) -> QScrollArea:
    """Return an area without a frame that scrolls a widget down; only what is in it takes the focus."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def fill(page: QWidget, area: QWidget) -> None:
    """Let one widget fill another to its edges."""
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(area)


def stack_cards(page: QWidget, cards: Sequence[QWidget], widest: float, *, sideways: bool = False) -> None:
    """Let cards fill a page under each other, scrolled, none wider than that many lines of text are high."""
    inner = QWidget()
    inner.setProperty("role", "page")
    column = QVBoxLayout(inner)
    margin = length(page, 1.2)
    column.setContentsMargins(margin, length(page, 0.9), margin, margin)
    column.setSpacing(length(page, 0.9))
    for card in cards:
        card.setMaximumWidth(length(page, widest))
        column.addWidget(card)
    column.addStretch(1)
    fill(page, scrolled(inner, sideways=sideways))


def put_in_the_middle(window: QWidget, card: QWidget) -> None:
    """Let a card stand somewhat above the middle of a window, with room on all sides."""
    across = QHBoxLayout()
    across.addStretch(1)
    across.addWidget(card, 4)
    across.addStretch(1)
    whole = QVBoxLayout(window)
    whole.addStretch(2)
    whole.addLayout(across)
    whole.addStretch(3)
