"""The line under the notes that offers the countries which the notes name and the list does not."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hanoi_desk.ui.widgets import FlowLayout, Suggestion, TextLabel, length, set_role

_MOST = 6


class Mentions(QWidget):
    """One button a country; a click puts it into the list."""

    taken = Signal(object)  # Suggestion

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mentions")
        self._offered: tuple[Suggestion, ...] = ()
        self.buttons: list[QPushButton] = []
        self._label = TextLabel("", "caption")
        self._flow = FlowLayout(self, spacing=length(self, 0.25))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow.addWidget(self._label)
        self.hide()

    def offer(self, countries: Sequence[Suggestion]) -> None:
        """Offer these instead; with none the line is not there."""
        if tuple(countries[:_MOST]) == self._offered:
            return
        self._offered = tuple(countries[:_MOST])
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(one) for one in self._offered]
        self.setVisible(bool(self._offered))
        self.updateGeometry()

    def _button(self, country: Suggestion) -> QPushButton:
        button = QPushButton(f"+ {country.title}".replace("&", "&&"))
        set_role(button, "facet")
        button.setAccessibleName(self.tr("Add {country} to the list").format(country=country.title))
        button.clicked.connect(lambda: self.taken.emit(country))
        self._flow.addWidget(button)
        button.show()
        return button

    def retranslate(self) -> None:
        """Put the words on the line; the names follow with the next offer."""
        self._label.setText(self.tr("Named in your notes and not in the list:"))
        self._offered = ()
