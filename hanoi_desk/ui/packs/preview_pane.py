"""The preview with what belongs to it: the papers to jump to, the page that is seen, and the size of the pages."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.ui.packs.preview import Preview
from hanoi_desk.ui.widgets import ComboField, ElidedLabel, TextLabel, length, make_small


class PreviewPane(QWidget):
    """`paper_seen` follows the paper of the page that is seen."""

    paper_seen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._papers: tuple[tuple[str, int], ...] = ()
        self._seen = ""
        self.view = Preview(self)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.papers = ComboField()
        self.papers.setObjectName("papers")
        self.at = TextLabel("", "muted")
        self.at.setObjectName("page_at")
        self.told = ElidedLabel("", "caption")
        self.told.setObjectName("preview_told")
        self.smaller = make_small(QPushButton("−"))
        self.fitted = make_small(QPushButton())
        self.larger = make_small(QPushButton("+"))
        self.smaller.clicked.connect(lambda: self.view.zoom(-1))
        self.fitted.clicked.connect(lambda: self.view.zoom(0))
        self.larger.clicked.connect(lambda: self.view.zoom(1))
        bar = QHBoxLayout()
        bar.setSpacing(length(self, 0.4))
        bar.addWidget(self.papers, 3)
        bar.addWidget(self.told, 3)
        bar.addWidget(self.at)
        for button in (self.smaller, self.fitted, self.larger):
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.4))
        column.addLayout(bar)
        column.addWidget(self.view, 1)
        self.view.turned.connect(lambda _: self._follow())
        self.papers.chosen.connect(lambda page: self.view.go_to(int(page)))
        for keys, steps in (("Ctrl+Alt+=", 1), ("Ctrl+Alt+-", -1), ("Ctrl+Alt+0", 0)):
            key = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda steps=steps: self.view.zoom(steps))

    def retranslate(self) -> None:
        """Put the words on the bar."""
        self.papers.setAccessibleName(self.tr("Papers"))
        self.view.setAccessibleName(self.tr("Preview of the document"))
        self.fitted.setText(self.tr("Fit width"))
        for button, words in ((self.smaller, self.tr("Smaller pages")), (self.larger, self.tr("Larger pages"))):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._follow()

    @property
    def paper(self) -> str:
        """The name of the paper that is seen."""
        return self._seen

    def show_document(self, content: bytes, papers: Sequence[tuple[str, int]]) -> None:
        """Show a document on the page that was seen before, with the papers in it."""
        before = ((self.tr("Cover and contents"), 1),) if papers and papers[0][1] > 1 else ()
        self._papers = (*before, *papers)
        self.papers.set_choices((str(page), name) for name, page in self._papers)
        self.papers.setVisible(len(self._papers) > 1)
        self.view.show_pdf(content)
        self._follow()

    def clear(self) -> None:
        """Show no document."""
        self._papers = ()
        self.papers.set_choices(())
        self.papers.hide()
        self.view.clear()
        self.at.setText("")

    def go_to_paper(self, name: str) -> None:
        """Bring a paper into sight, if there is one of that name."""
        page = next((page for known, page in self._papers if known == name), 0)
        if page and self._seen != name:
            self.view.go_to(page)
            self._follow()

    def page_of(self, name: str) -> int:
        """Return the first page of a paper, 0 for one that is not there."""
        return next((page for known, page in self._papers if known == name), 0)

    def _follow(self) -> None:
        pages = self.view.pages.pageCount() if self.view.content else 0
        page = min(self.view.page, pages)
        self.at.setText(self.tr("Page {n} of {all}").format(n=page, all=pages) if pages else "")
        seen = ("", 0)
        for name, first in self._papers:
            if first <= page:
                seen = (name, first)
        self.papers.set_value(str(seen[1]))
        if seen[0] != self._seen:
            self._seen = seen[0]
            self.paper_seen.emit(self._seen)
