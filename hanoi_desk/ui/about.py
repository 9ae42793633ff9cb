"""What the program says of itself: every key, whose work is in it, and what it must not hold."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk import __version__
from hanoi_desk.assets import asset
from hanoi_desk.ui.actions import ACTIONS, MENUS, in_words
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import KeyHint, SectionTitle, TextLabel, fit


class KeysDialog(QDialog):
    """Every action that has a key, by menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard"))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setColumnStretch(0, 1)
        row = 0
        for menu, title in MENUS:
            with_keys = [spec for spec in ACTIONS if spec.menu == menu and spec.keys]
            if not with_keys:
                continue
            grid.addWidget(SectionTitle(in_words(title).replace("&", "")), row, 0, 1, 2)
            for spec in with_keys:
                row += 1
                keys = QKeySequence(spec.keys.split("; ")[0]).toString(QKeySequence.SequenceFormat.NativeText)
                grid.addWidget(TextLabel(spec.words().replace("&", "")), row, 0)
                grid.addWidget(KeyHint(keys), row, 1, Qt.AlignmentFlag.AlignRight)
            row += 1
        row = self._add_form_keys(grid, row)
        grid.setRowStretch(row + 1, 1)
        _fill(self, inner)

    def _add_form_keys(self, grid: QGridLayout, row: int) -> int:
        grid.addWidget(SectionTitle(self.tr("In a form or a list")), row, 0, 1, 2)
        for words, keys in (
            (self.tr("Save"), "Ctrl+Return"),
            (self.tr("Edit"), "F2"),
            (self.tr("Add a commitment"), "Alt+C"),
            (self.tr("Add a follow-up"), "Alt+F"),
            (self.tr("Filter the list"), "Ctrl+F"),
            (self.tr("Back, or close what is open"), "Esc"),
        ):
            row += 1
            grid.addWidget(TextLabel(words), row, 0)
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(KeyHint(shown), row, 1, Qt.AlignmentFlag.AlignRight)
        return row


class AboutDialog(QDialog):
    """Version, the State-secrets notice, and the licences of everything shipped."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Hanoi Desk"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addWidget(TextLabel(f"Hanoi Desk {__version__}", "title"))
        column.addWidget(TextLabel(session.word("notice.state_secrets"), wrap=True))
        column.addWidget(SectionTitle(self.tr("Whose work is in it")))
        licences = QPlainTextEdit(asset("licences/NOTICE.md").read_text(encoding="utf-8"))
        licences.setReadOnly(True)
        licences.setAccessibleName(self.tr("Whose work is in it"))
        licences.setTabChangesFocus(True)
        column.addWidget(licences, 1)
        _fill(self, inner)


def _fill(dialog: QDialog, inner: QWidget) -> None:
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(area, 1)
    column.addWidget(buttons)
    fit(dialog, 34, 40)
