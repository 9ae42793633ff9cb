"""The order in which Tab goes through a dialog whose middle is filled after its buttons were made."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_last(inside: QWidget, buttons: Sequence[QWidget]) -> None:
    """Let Tab reach all that stands in a widget before these buttons below it."""
    first = inside.window()
    stops, one = [], first.nextInFocusChain()
    while one is not None and one is not first:
        if inside.isAncestorOf(one) and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(one)
        one = one.nextInFocusChain()
    if stops:
        for before, after in pairwise([stops[-1], *buttons]):
            QWidget.setTabOrder(before, after)
