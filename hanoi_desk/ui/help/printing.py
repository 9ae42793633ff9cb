"""A help page on paper: the same values in a plain layout, page after page through the printer."""

from PySide6.QtCore import QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextOption,
)
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from hanoi_desk.assets import asset
from hanoi_desk.help_pages import (
    Block,
    Command,
    Heading,
    HelpPage,
    KeyLine,
    Link,
    Paragraph,
    Picture,
    Style,
)
from hanoi_desk.ui.help.blocks import shown_key
from hanoi_desk.ui.packs.printing import asked_pages

_TITLE, _HEADING, _TEXT, _SMALL = 18.0, 13.0, 10.5, 9.0  # points
_GAP = 6.0  # points above a block
_MARGIN = 2 / 2.54  # inches
_MOST_SHEETS = 40
_KEYS_WIDE = 150.0  # points that the keys have before their words


def print_page(page: HelpPage, language: str, printer: QPrinter) -> None:
    """Print a page; pictures are as wide as the paper allows, no heading ends a sheet, no line stands on one alone."""
    document = document_of(page, language, printer.pageRect(QPrinter.Unit.Point).width())
    document.documentLayout().setPaintDevice(printer)
    frame = document.rootFrame().frameFormat()
    frame.setMargin(_MARGIN * QApplication.primaryScreen().logicalDotsPerInchY())  # which the layout makes the paper's
    document.rootFrame().setFrameFormat(frame)
    document.setPageSize(QSizeF(printer.width(), printer.height()))
    heads = {at for at, block in enumerate(_printed(page), 1) if isinstance(block, Heading)}
    for _ in range(_MOST_SHEETS):
        at = _parted(document, heads)
        if at is None:
            break
        block = document.findBlockByNumber(at)
        shape = block.blockFormat()
        shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        QTextCursor(block).setBlockFormat(shape)
    _draw_sheets(document, printer)


def _parted(document: QTextDocument, heads: set[int]) -> int | None:
    """Return the first block that has to begin a sheet, so that what follows is not parted from it."""
    layout, tall = document.documentLayout(), document.pageSize().height()
    blocks = [document.findBlockByNumber(at) for at in range(document.blockCount())]
    sheets = [int(layout.blockBoundingRect(block).center().y() // tall) for block in blocks]
    last = len(sheets) - 1
    for at in range(1, last):
        is_kept = at in heads or (at == last - 1 and at - 1 not in heads)
        if is_kept and sheets[at - 1] == sheets[at] < sheets[at + 1]:
            return at
    return None


def _draw_sheets(document: QTextDocument, printer: QPrinter) -> None:
    """Draw the sheets that are asked for, each with its number at the foot."""
    room = document.pageSize()
    margin = _MARGIN * printer.logicalDpiY()
    foot = QRectF(margin, room.height() - margin, room.width() - 2 * margin, margin / 2)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)  # in a dark window too
    painter = QPainter()
    if not painter.begin(printer):
        return
    for at, sheet in enumerate(asked_pages(printer, document.pageCount())):
        if at:
            printer.newPage()
        painter.save()
        painter.translate(0, -sheet * room.height())
        context.clip = QRectF(0, sheet * room.height(), room.width(), room.height())
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()
        painter.setFont(QFont(QApplication.font().family(), round(_SMALL)))
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, str(sheet + 1))
    painter.end()


def document_of(page: HelpPage, language: str, width: float) -> QTextDocument:
    """Return the page as a document for paper that is `width` points wide; links lead nowhere on paper: left out."""
    document = QTextDocument()
    document.setDefaultFont(QFont(QApplication.font().family(), round(_TEXT)))
    cursor = QTextCursor(document)
    cursor.insertText(page.title, _format(_TITLE, QFont.Weight.Bold))
    for block in _printed(page):
        _write(cursor, block, document, language, width)
    return document


def _printed(page: HelpPage) -> list[Block]:
    return [block for block in page.blocks if not isinstance(block, Link)]


def _format(points: float = _TEXT, weight: QFont.Weight = QFont.Weight.Normal) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontPointSize(points)
    form.setFontWeight(weight)
    return form


def _write(cursor: QTextCursor, block: Block, document: QTextDocument, language: str, width: float) -> None:
    shape = QTextBlockFormat()
    shape.setTopMargin(_GAP * {Heading: 2.0, KeyLine: 0.2}.get(type(block), 1.0))
    shape.setTabPositions([QTextOption.Tab(_KEYS_WIDE, QTextOption.TabType.LeftTab)])
    if isinstance(block, Paragraph) and block.mark:
        shape.setLeftMargin(16)
        shape.setTextIndent(-14)
    cursor.insertBlock(shape)
    match block:
        case Heading():
            cursor.insertText(block.text, _format(_HEADING, QFont.Weight.DemiBold))
        case Paragraph():
            cursor.insertText(f"{block.mark}  " if block.mark else "", _format())
            for piece in block.pieces:
                said = shown_key(piece.text) if piece.style is Style.KEY else piece.text
                weight = QFont.Weight.Normal if piece.style is Style.PLAIN else QFont.Weight.DemiBold
                cursor.insertText(said, _format(weight=weight))
        case Command():
            cursor.insertText(block.text, _format(weight=QFont.Weight.Medium))
        case KeyLine():
            cursor.insertText(block.keys, _format(_SMALL, QFont.Weight.DemiBold))
            cursor.insertText(f"\t{block.words}", _format(_SMALL))
        case Picture():
            _draw(cursor, block, document, language, width)


def _draw(cursor: QTextCursor, picture: Picture, document: QTextDocument, language: str, width: float) -> None:
    image = QImage(str(asset(f"help/pictures/{language}/{picture.name}")))
    document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(picture.name), image)
    form = QTextImageFormat()
    form.setName(picture.name)
    wide = min(width * 0.9, image.width() * 0.75)
    form.setWidth(wide)
    form.setHeight(wide * image.height() / max(1, image.width()))
    cursor.insertImage(form)
