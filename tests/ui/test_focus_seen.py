"""Where the cursor of the keyboard stands is seen, in light and in dark: something changes, and stands out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableWidget,
    QTextEdit,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hanoi_desk.ui.colours import Pair, Tone, contrast
from hanoi_desk.ui.list_bar import CounterButton
from hanoi_desk.ui.listings import Counter
from hanoi_desk.ui.log.fields import Fold
from hanoi_desk.ui.theme import Scheme, Theme
from hanoi_desk.ui.widgets import ActionButton, ComboField, Destination, Sidebar, Tabs, Toggle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def button(role: str) -> QPushButton:
    made = QPushButton("MM")
    made.setProperty("role", role)
    return made


def area() -> QScrollArea:
    made = QScrollArea()
    made.setProperty("role", "read")
    return made


def toggled() -> Toggle:
    made = Toggle()
    made.setChecked(True)
    return made


def place() -> QWidget:
    """Return an entry of the sidebar, in its sidebar."""
    return Sidebar("Desk", [Destination("a", "A"), Destination("b", "B")])


KINDS: dict[str, Callable[[], QWidget]] = {
    "a button": lambda: button(""),
    "the red button": lambda: button("primary"),
    "the red button with its key": lambda: ActionButton("MM", "Ctrl M", primary=True),
    "a small button": lambda: button("small"),
    "a link": lambda: button("link"),
    "a quiet link": lambda: button("quiet_link"),
    "a filter": Toggle,
    "a filter that holds": toggled,
    "a counter": lambda: CounterButton(Counter("late", "Late", 3, Tone.RED)),
    "a fold": Fold,
    "a sign": QToolButton,
    "a line": QLineEdit,
    "a text": QPlainTextEdit,
    "a text to read": QTextEdit,
    "a part to read": area,
    "a preview": lambda: QPdfView(None),
    "a choice": lambda: ComboField([("a", "A")]),
    "a box": lambda: QCheckBox("M"),
    "one of several": lambda: QRadioButton("M"),
    "tabs": lambda: Tabs([("a", "A"), ("b", "B")]),
    "a list": QListWidget,
    "a table": lambda: QTableWidget(2, 2),
    "a tree": QTreeWidget,
    "the sidebar": place,
}


def change(before: QImage, after: QImage) -> float:
    """Return the contrast of the point that changed most."""
    points = [(x, y) for x in range(before.width()) for y in range(before.height())]
    pairs = {(before.pixel(*at), after.pixel(*at)) for at in points}
    return max(contrast(Pair(f"#{a & 0xFFFFFF:06x}", f"#{b & 0xFFFFFF:06x}")) for a, b in pairs)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_what_has_the_cursor_of_the_keyboard_stands_out(light: Theme, qtbot: QtBot, scheme: Scheme) -> None:
    light.set_scheme(scheme)
    poor = {}
    for what, make in KINDS.items():
        shown, made, other = QWidget(), make(), QPushButton("other")
        column = QVBoxLayout(shown)
        column.addWidget(made)
        column.addWidget(other)
        qtbot.addWidget(shown)
        shown.resize(110, 110)
        shown.show()
        shown.activateWindow()
        other.setFocus()
        QApplication.processEvents()
        before = made.grab().toImage()
        if isinstance(made, Sidebar):
            made.focus_current()
        else:
            made.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        stands_out = change(before, made.grab().toImage())
        if stands_out < 3:
            poor[what] = round(stands_out, 2)
        shown.close()
    assert not poor
