"""A help page on paper: the same values in a plain layout, page after page through the printer."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
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

_TITLE, _HEADING, _TEXT, _SMALL = 18.0, 13.0, 10.5, 9.0  # points
_GAP = 6.0  # points above a block
_KEYS_WIDE = 150.0  # points that the keys have before their words


def print_page(page: HelpPage, language: str, printer: QPrinter) -> None:
    """Print a page; pictures are made as wide as the paper allows."""
    document = document_of(page, language, printer.pageRect(QPrinter.Unit.Point).width())
    document.print_(printer)


def document_of(page: HelpPage, language: str, width: float) -> QTextDocument:
    """Return the page as a document for paper that is `width` points wide; links lead nowhere on paper: left out."""
    document = QTextDocument()
    document.setDefaultFont(QFont(QApplication.font().family(), round(_TEXT)))
    cursor = QTextCursor(document)
    cursor.insertText(page.title, _format(_TITLE, QFont.Weight.Bold))
    for block in page.blocks:
        if not isinstance(block, Link):
            _write(cursor, block, document, language, width)
    return document


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
