"""The way of a finished PDF to paper: its pages drawn at the printer's resolution, a strip at a time.

Strips let the window answer while another thread draws, and let a page be left half-way. A page
that is printed to a file is one picture: what reads the file sets it in any size, and would show where strips meet.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

#: Pages are drawn at the printer's resolution, but no finer than this, in dots per inch: on paper, and in a file.
FINEST, _FINEST_IN_FILE = 600, 300
#: The height of a strip in dots.
_STRIP = 256
_SIZES = (QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter)


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


def opened(content: bytes, parent: QObject) -> QPdfDocument:
    """Return a document of these bytes that lives as long as its parent."""
    document, buffer = QPdfDocument(parent), QBuffer(parent)
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


def size_of(content: bytes) -> QPageSize:
    """Return the sheet on which a document is to be printed, from its first page."""
    holder = QObject()
    points = opened(content, holder).pagePointSize(0)
    wide = min(points.width(), points.height())
    return min(map(QPageSize, _SIZES), key=lambda size: abs(size.sizePoints().width() - wide))


def is_to_file(printer: QPrinter) -> bool:
    """Tell whether what is asked for is a PDF."""
    return printer.outputFormat() is QPrinter.OutputFormat.PdfFormat and bool(printer.outputFileName())


def is_in_grey(printer: QPrinter) -> bool:
    """Tell whether everything is to be printed in grey."""
    return printer.colorMode() is QPrinter.ColorMode.GrayScale


def asked_pages(printer: QPrinter, count: int) -> range:
    """Return the pages of so many that are to be printed, from 0; a server that takes some of them out gets all."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(count)
    return range(printer.fromPage() - 1, min(count, max(printer.toPage(), printer.fromPage())))


def print_pages(content: bytes, printer: QPrinter, goes_on: Callable[[int, int], bool] = lambda page, of: True) -> bool:
    """Draw the pages that the printer is asked for; False when it does not answer. May be called in any thread.

    `goes_on` is asked before each strip of a page, counted from 0 among so many; when it says no, nothing more is drawn
    and what the printer has not begun is taken back.
    """
    holder = QObject()
    document = opened(content, holder)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    rounds = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    pages = list(asked_pages(printer, document.pageCount())) * rounds
    try:
        for at, page in enumerate(pages):
            if at and goes_on(at, len(pages)):
                printer.newPage()
            if not _draw_page(painter, printer, document, page, partial(goes_on, at, len(pages))):
                printer.abort()
                break
    finally:
        painter.end()
        document.close()
    return True


def _draw_page(
    painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int, goes_on: Callable[[], bool]
) -> bool:
    # The page keeps its size: what the printer can't reach is white margin.
    target = printer.paperRect(QPrinter.Unit.DevicePixel).translated(
        -printer.pageRect(QPrinter.Unit.DevicePixel).topLeft()
    )
    points = document.pagePointSize(page)
    painter.save()
    if (points.width() > points.height()) != (target.width() > target.height()):
        # A page that lies is turned, its top to the edge at which the sheets are held together.
        painter.translate(target.left(), target.bottom())
        painter.rotate(-90)
        target = QRectF(0, 0, target.height(), target.width())
    finest = _FINEST_IN_FILE if is_to_file(printer) else FINEST
    tall = 0 if is_to_file(printer) else _STRIP
    whole = True
    for rect, strip in _strips(document, page, min(printer.resolution(), finest), tall, target.toRect()):
        whole = goes_on()
        if not whole:
            break
        if image := _flat(strip, is_in_grey(printer)):
            painter.drawImage(rect, image)
    painter.restore()
    return whole


def _strips(
    document: QPdfDocument, page: int, resolution: int, tall: int, target: QRect
) -> Iterator[tuple[QRect, QImage]]:
    """Give the strips of a page from its top, so many dots tall or all in one, each with its place in the target."""
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * resolution / 72), round(points.height() * resolution / 72))
    # Rendered whole: a part that Qt renders alone is not quite to the same scale.
    image, tall = document.render(page, size), tall or size.height()
    for top in range(0, size.height(), tall):
        bottom = min(size.height(), top + tall)
        first, last = (target.top() + round(y * target.height() / size.height()) for y in (top, bottom))
        place = QRect(target.left(), first, target.width(), last - first)
        yield place, image.copy(0, top, size.width(), bottom - top)


def _flat(strip: QImage, is_grey: bool) -> QImage | None:
    """Return a strip on white paper, in grey where it has no colour; None where nothing is on it."""
    flat = QImage(strip.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    blank = flat.copy()
    painter = QPainter(flat)
    painter.drawImage(0, 0, strip)
    painter.end()
    if flat == blank:
        return None
    return flat.convertToFormat(QImage.Format.Format_Grayscale8) if is_grey or flat.isGrayscale() else flat
