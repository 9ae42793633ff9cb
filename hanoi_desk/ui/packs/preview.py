"""The pages of a PDF as they will be printed, and the way from them to paper: the one way for every document."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMargins,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QWidget

from hanoi_desk.ui.colours import shown_colours
from hanoi_desk.ui.widgets import length

#: Printed pages are drawn from the PDF at the printer's resolution, but no finer than this, in dots per inch.
FINEST = 600
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


def opened(content: bytes, parent: QObject) -> QPdfDocument:
    """Return a document of these bytes that lives as long as its parent."""
    document, buffer = QPdfDocument(parent), QBuffer(parent)
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


@dataclass(frozen=True, slots=True)
class Printing:
    """How a document goes to the printer."""

    copies: int = 1
    both_sides: bool = False
    greyscale: bool = False

    def prepare(self, printer: QPrinter) -> None:
        """Set the printer as it is wished; the dialog of the system may still change it."""
        sides = QPrinter.DuplexMode.DuplexLongSide if self.both_sides else QPrinter.DuplexMode.DuplexNone
        printer.setDuplex(sides)
        printer.setColorMode(QPrinter.ColorMode.GrayScale if self.greyscale else QPrinter.ColorMode.Color)
        printer.setCopyCount(max(1, self.copies))


def print_pages(document: QPdfDocument, printer: QPrinter, goes_on: Callable[[int], bool] = lambda page: True) -> bool:
    """Draw every page at the printer's resolution; False when the printer does not answer.

    `goes_on` is asked before each page, counted from 0; when it says no, nothing more is printed.
    """
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for page in range(document.pageCount()):
        if not goes_on(page):
            printer.abort()
            break
        if page:
            printer.newPage()
        _draw_page(painter, printer, document, page)
    painter.end()
    return True


def _draw_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    resolution = min(printer.resolution(), FINEST)
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * resolution / 72), round(points.height() * resolution / 72))
    image = document.render(page, size)
    if printer.colorMode() is QPrinter.ColorMode.GrayScale:
        image = _grey(image)
    # The page keeps its size: what the printer can't reach is white margin.
    target = printer.paperRect(QPrinter.Unit.DevicePixel).translated(
        -printer.pageRect(QPrinter.Unit.DevicePixel).topLeft()
    )
    if (points.width() > points.height()) == (target.width() > target.height()):
        painter.drawImage(target, image)
        return
    painter.save()  # a page that lies is turned, its top to the edge at which the sheets are held together
    painter.translate(target.left(), target.bottom())
    painter.rotate(-90)
    painter.drawImage(QRectF(0, 0, target.height(), target.width()), image)
    painter.restore()


def _grey(image: QImage) -> QImage:
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return flat.convertToFormat(QImage.Format.Format_Grayscale8)
