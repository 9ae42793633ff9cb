"""The pages of a PDF as they will be printed."""

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMargins,
    QObject,
    QPointF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPaintEvent, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QWidget

from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.widgets import length

#: How long the old pages stay before the new ones, which are drawn meanwhile, in milliseconds.
_TURNING = 160
#: A step of the zoom, and how small and large pages get.
_STEP, _SMALLEST, _LARGEST = 1.25, 0.25, 4.0


class Preview(QPdfView):
    """Shows one document; another takes its place on the same page, at the same spot and in the same size."""

    turned = Signal(int)  # the page that is seen, from 1

    def __init__(self, parent: QWidget) -> None:
        # A document that is deleted tells so, and the view must still be whole to hear it: what holds the documents is
        # an older child of the same parent, which goes first.
        self._shelf = shelf = QObject(parent)
        super().__init__(parent)
        shelf.destroyed.connect(lambda: self.pageNavigator().blockSignals(True))
        self.setObjectName("preview")
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        side = length(self, 1.2)
        self.setDocumentMargins(QMargins(side, side, side, side))
        self.setPageSpacing(length(self, 0.8))
        self.content = b""
        self._pages, self._buffer = QPdfDocument(self._shelf), QBuffer(self._shelf)
        self.setDocument(self._pages)
        self._before = QLabel(self.viewport())
        self._before.setTextFormat(Qt.TextFormat.PlainText)
        self._before.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._before.hide()
        self._turning = QTimer(self, singleShot=True, interval=_TURNING)
        self._turning.timeout.connect(self._before.hide)
        self.pageNavigator().currentPageChanged.connect(lambda page: self.turned.emit(page + 1))

    @property
    def pages(self) -> QPdfDocument:
        """The document that is shown."""
        return self._pages

    @property
    def page(self) -> int:
        """The page that is seen, from 1."""
        return self.pageNavigator().currentPage() + 1

    def show_pdf(self, content: bytes) -> None:
        """Show other bytes; what was seen stays in sight where there is still such a page."""
        at = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        had_pages = bool(self.content)
        if had_pages and self.isVisible():
            self._before.setPixmap(self.viewport().grab())
            self._before.setGeometry(self.viewport().rect())
            self._before.show()
            self._turning.start()
        before, buffer = self._pages, self._buffer
        self.content = content
        self._pages, self._buffer = QPdfDocument(self._shelf), QBuffer(self._shelf)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._pages.load(self._buffer)
        self.setDocument(self._pages)
        before.close()
        buffer.close()
        before.deleteLater()
        buffer.deleteLater()
        if had_pages:
            self.verticalScrollBar().setValue(at[0])
            self.horizontalScrollBar().setValue(at[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the pages on the ground of the colours that are worn now."""
        palette, ground = self.palette(), QColor(shown_colours().bar_rest)
        if palette.color(QPalette.ColorRole.Dark) != ground:
            palette.setColor(QPalette.ColorRole.Dark, ground)
            self.setPalette(palette)
        super().paintEvent(event)

    def clear(self) -> None:
        """Show no page."""
        self.content = b""
        self._before.hide()
        self._pages.close()

    def go_to(self, page: int) -> None:
        """Bring the top of a page into sight, counted from 1."""
        self.pageNavigator().jump(max(0, page - 1), QPointF(), self.pageNavigator().currentZoom())

    def zoom(self, steps: int) -> None:
        """Make the pages larger or smaller; 0 fits them to the width again."""
        if not steps:
            self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            return
        points = self._pages.pagePointSize(max(0, self.page - 1)).width() if self._pages.pageCount() else 0
        wide = points * self.logicalDpiX() / 72 or 1
        margins = self.documentMargins()
        fitted = (self.viewport().width() - margins.left() - margins.right()) / wide
        now = self.zoomFactor() if self.zoomMode() is QPdfView.ZoomMode.Custom else fitted
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(max(_SMALLEST, min(_LARGEST, now * _STEP**steps)))
