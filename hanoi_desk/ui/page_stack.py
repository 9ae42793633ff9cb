"""The pages of the window, each made when it is first asked for."""

import gc

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hanoi_desk.ui.page import Page
from hanoi_desk.ui.pages import class_of, load_pieces
from hanoi_desk.ui.promises import Promises
from hanoi_desk.ui.session import Session

#: Between two pieces of the program that are loaded while nobody waits, in milliseconds.
_LOADING_PAUSE = 150


class PageStack(QStackedWidget):
    """`made` tells of a new page, which is then to be connected."""

    made = Signal(str, object)  # its key, the page

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: dict[str, Page] = {}
        self._session = session
        self._pieces = load_pieces()
        self._loading = QTimer(self, interval=_LOADING_PAUSE)
        self._loading.timeout.connect(self._load_piece)

    def page(self, key: str) -> Page:
        """Return a page, made when it is first asked for."""
        page = self.pages.get(key)
        if page is None:
            page = self.pages[key] = class_of(key)(self._session, parent=self)
            page.setObjectName(f"page_{key}")
            page.retranslate()
            self.addWidget(page)
            self.made.emit(key, page)
        return page

    def minimumSizeHint(self) -> QSize:
        """Ask for no more room than the page that is seen: what grows on another one is none of its business."""
        page = self.currentWidget()
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()

    def drop_pages(self) -> None:
        """Let all pages go; they are made again when they are asked for."""
        for page in self.pages.values():
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
        self.pages.clear()

    def start_loading(self) -> None:
        """Load what the next page or form will need, a little each time, so that it opens at once."""
        self._loading.start()

    def stop_loading(self) -> None:
        """Load no more."""
        self._loading.stop()
        gc.unfreeze()

    def _load_piece(self) -> None:
        if next(self._pieces, None) is not None:
            return
        self._loading.stop()  # what cannot be read is told once
        self.page("outreach")
        if Promises.of(self._session).judge_some():
            gc.freeze()  # what is loaded stays: no search for garbage need go through it again and again
        else:
            self._loading.start()
