"""How a document is printed: how many copies, numbered or not, on both sides, in grey, and marked as a draft."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QWidget

from hanoi_desk.records import Pack, Product
from hanoi_desk.ui.packs.printing import Printing
from hanoi_desk.ui.widgets import Card, FormRow, Line

MOST_COPIES = 200


class PrintingCard(Card):
    """`edited` gives the fields of the pack that the user changed: what is chosen here is kept with it."""

    edited = Signal(object)  # dict of fields

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.copies = Line("1")
        self.copies.setObjectName("copies")
        self.copies.setValidator(QIntValidator(1, MOST_COPIES, self.copies))
        self._row = FormRow("", self.copies)
        self.numbered, self.both_sides = QCheckBox(), QCheckBox()
        self.greyscale, self.draft = QCheckBox(), QCheckBox()
        self.body.addWidget(self._row)
        for name, box, edit in (
            ("number_copies", self.numbered, lambda on: {"numbered": on}),
            ("both_sides", self.both_sides, lambda on: {"one_sided": not on}),
            ("greyscale", self.greyscale, lambda on: {"greyscale": on}),
            ("mark_draft", self.draft, lambda on: {"draft": on}),
        ):
            box.setObjectName(name)
            box.toggled.connect(lambda on, edit=edit: self.edited.emit(edit(on)))
            self.body.addWidget(box)
        self.copies.typed.connect(lambda _: self._tell())
        self.show_pack(Pack(name=""))

    def retranslate(self) -> None:
        """Put the words on the card."""
        self.set_title(self.tr("Printing"))
        self._row.set_label(self.tr("Copies"))
        self.numbered.setText(self.tr("Number each copy"))
        self.both_sides.setText(self.tr("Both sides of the sheet"))
        self.greyscale.setText(self.tr("Greyscale"))
        self.draft.setText(self.tr("Mark as draft"))

    def show_pack(self, pack: Pack) -> None:
        """Show how a pack is printed; a paper that is handed over bears neither number nor mark. No signal."""
        if self.number != max(1, pack.copies):
            self.copies.setText(str(max(1, pack.copies)))
        for box, on in (
            (self.numbered, pack.numbered),
            (self.both_sides, not pack.one_sided),
            (self.greyscale, pack.greyscale),
            (self.draft, pack.draft),
        ):
            with QSignalBlocker(box):
                box.setChecked(on)
        self.numbered.setVisible(pack.product is not Product.LEAVE_BEHIND)
        self.draft.setVisible(pack.product not in (Product.LEAVE_BEHIND, Product.REPORT))

    @property
    def number(self) -> int:
        """How many copies are wanted."""
        text = self.copies.text().strip()
        return max(1, int(text)) if text.isdigit() else 1

    def printing(self) -> Printing:
        """Return how the document goes to the printer."""
        return Printing(self.number, self.both_sides.isChecked(), self.greyscale.isChecked())

    def _tell(self) -> None:
        number = self.number
        with QSignalBlocker(self.numbered):
            self.numbered.setChecked(number > 1)
        self.edited.emit({"copies": number if number > 1 else 0, "numbered": number > 1})
