"""One field of a form with its label above and its problem below."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hanoi_desk.ui.widgets.field_frame import FieldFrame
from hanoi_desk.ui.widgets.labels import TextLabel, set_flag
from hanoi_desk.ui.widgets.painting import length


class FormRow(QWidget):
    """The label's `&` gives the field a key, as in "&Kind"; a field that knows its own problem shows it here."""

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = TextLabel(label, "caption")
        self.label.setBuddy(field)
        self._problem = TextLabel("", "problem", wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.2))
        column.addWidget(self.label)
        column.addWidget(field)
        column.addWidget(self._problem)
        column.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        if isinstance(field, FieldFrame):
            field.problem_changed.connect(self._say)

    def set_label(self, label: str) -> None:
        """Change the words of the label, e.g. after the language changed."""
        self.label.setText(label)
        self.field.setAccessibleName(label.replace("&", ""))

    @property
    def problem(self) -> str:
        """The sentence shown below, empty when all is well."""
        return self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the field, or nothing more."""
        if isinstance(self.field, FieldFrame):
            self.field.set_problem(sentence)
        else:
            set_flag(self.field, "problem", bool(sentence))
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        # Said together with the field's name when the focus comes to it.
        (self.field.focusProxy() or self.field).setAccessibleDescription(sentence)
