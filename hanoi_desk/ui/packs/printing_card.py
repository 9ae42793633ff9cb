"""How a document is printed: how many copies, numbered or not, on both sides, in grey, and marked as a draft."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QWidget

from hanoi_desk.records import Product
from hanoi_desk.ui.packs.preview import Printing
from hanoi_desk.ui.widgets import Card, FormRow, Line

MOST_COPIES = 200


class PrintingCard(Card):
    """`changed` follows what is on the pages too: the number of copies on the cover, and the mark of a draft."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.copies = Line("1")
        self.copies.setObjectName("copies")
        self.copies.setValidator(QIntValidator(1, MOST_COPIES, self.copies))
        self._row = FormRow("", self.copies)
        self.numbered = QCheckBox()
        self.numbered.setObjectName("number_copies")
        self.both_sides = QCheckBox()
        self.both_sides.setObjectName("both_sides")
        self.both_sides.setChecked(True)
        self.greyscale = QCheckBox()
        self.greyscale.setObjectName("greyscale")
        self.draft = QCheckBox()
        self.draft.setObjectName("mark_draft")
        for widget in (self._row, self.numbered, self.both_sides, self.greyscale, self.draft):
            self.body.addWidget(widget)
        self.copies.typed.connect(lambda _: self._tell())
        self.draft.toggled.connect(lambda _: self.changed.emit())

    def retranslate(self) -> None:
        """Put the words on the card."""
        self.set_title(self.tr("Printing"))
        self._row.set_label(self.tr("Copies"))
        self.numbered.setText(self.tr("Number each copy"))
        self.both_sides.setText(self.tr("Both sides of the sheet"))
        self.greyscale.setText(self.tr("Greyscale"))
        self.draft.setText(self.tr("Mark as draft"))

    def show_product(self, product: Product) -> None:
        """Offer what a product knows: a paper that is handed over bears neither number nor mark."""
        self.numbered.setVisible(product is not Product.LEAVE_BEHIND)
        self.draft.setVisible(product not in (Product.LEAVE_BEHIND, Product.REPORT))

    @property
    def number(self) -> int:
        """How many copies are wanted."""
        text = self.copies.text().strip()
        return max(1, int(text)) if text.isdigit() else 1

    def printing(self) -> Printing:
        """Return how the document goes to the printer."""
        return Printing(self.number, self.both_sides.isChecked(), self.greyscale.isChecked())

    def _tell(self) -> None:
        self.numbered.setChecked(self.number > 1)
        self.changed.emit()
