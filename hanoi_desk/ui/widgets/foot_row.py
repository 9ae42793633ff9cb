"""The lowest row of a dialog: other acts at the left, the way out and what the dialog is for at the right."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton


def dialog_foot(cancel: QPushButton, does: QPushButton, *others: QPushButton) -> QHBoxLayout:
    """Return the row; Return in a field presses none of its buttons, for a dialog says itself which key does."""
    row = QHBoxLayout()
    for button in others:
        row.addWidget(button)
    row.addStretch(1)
    for button in (cancel, does):
        row.addWidget(button)
    for button in (*others, cancel, does):
        button.setAutoDefault(False)
    return row
