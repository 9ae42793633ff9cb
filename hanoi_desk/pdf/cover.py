"""The cover of an event pack (pdf-products.md, section 4, sizes of its blocks)."""

from datetime import datetime
from typing import Any

from reportlab.lib.units import mm

from hanoi_desk.briefing.pack_values import EventPack
from hanoi_desk.language import Language, clock, long_date, word
from hanoi_desk.pdf.boxes import draw_rule
from hanoi_desk.pdf.copy_field import draw_copy_field
from hanoi_desk.pdf.page import LEFT, WIDTH, Format, Typesetter, zone
from hanoi_desk.pdf.tagging import Tag
from hanoi_desk.pdf.text import BLACK, BLUE, GREY, PALE, Run

_COLUMN = 42 * mm  # where the words of the cover begin
_TEXT = WIDTH - _COLUMN
_BLOCK = "cover"


def draw_cover(canvas: Any, pack: EventPack, setter: Typesetter, shape: Format, pages: int) -> None:
    """Draw the cover within the frame of its page, with a line on which the number of a copy is written."""
    top = shape.height - shape.top
    _issuer(canvas, pack, setter, top - 6 * mm)
    under = top - 62 * mm - (shape.text_height - 235 * mm) * 0.5
    draw_rule(canvas, LEFT, under, WIDTH, 3, BLUE)
    product = setter.text([Run(word("pack.product", pack.language), 14, bold=True, colour=BLUE)], _TEXT, _BLOCK, most=1)
    product.draw(canvas, LEFT + _COLUMN, under - 7 * mm)
    title = setter.text([Run(pack.title, 20, bold=True)], _TEXT, _BLOCK, most=3, leading=26)
    with canvas.element(Tag.HEAD):
        title.draw(canvas, LEFT + _COLUMN, under - 15 * mm)
    _rows(canvas, pack, setter, under - 15 * mm - 78 - 9 * mm, pages)
    _distribution(canvas, pack, setter, shape)


def _issuer(canvas: Any, pack: EventPack, setter: Typesetter, top: float) -> None:
    lines = [(pack.parent, False), (pack.unit, True)]
    for text, bold in lines:
        if text:
            words = setter.text([Run(text.upper(), 12, bold=bold)], WIDTH, _BLOCK, most=2)
            words.draw(canvas, LEFT, top)
            top -= words.height
    draw_rule(canvas, LEFT, top - 3 * mm, 40 * mm, 1, BLACK)


def _rows(canvas: Any, pack: EventPack, setter: Typesetter, top: float, pages: int) -> None:
    language = pack.language
    counted = word("pack.cover_pages", language, n=pages)
    rows = [
        *pack.rows,
        (word("pack.cover_as_of", language), _moment(pack.as_of, language)),
        (word("pack.cover_version", language), f"{pack.version_words}, {counted}"),
        (word("pack.cover_copy", language), ""),
    ]
    draw_rule(canvas, LEFT, top, WIDTH, 0.5, PALE)
    canvas.open(Tag.LIST)
    for at, (label, text) in enumerate(rows):
        name = setter.text([Run(label, 12, colour=GREY)], _COLUMN - 3 * mm, _BLOCK, most=2)
        words = setter.text([Run(text, 12, bold=not at)], _TEXT, _BLOCK, most=3)
        height = max(10 * mm, words.height + 4 * mm, name.height + 4 * mm)
        with canvas.element(Tag.ITEM):
            with canvas.element(Tag.LABEL):
                name.draw(canvas, LEFT, top - (10 * mm - 15) / 2)
            with canvas.element(Tag.BODY):
                words.draw(canvas, LEFT + _COLUMN, top - (10 * mm - 15) / 2)
                if not text:
                    _copy(canvas, pack, setter, top - 6.6 * mm)
        top -= height
        draw_rule(canvas, LEFT, top, WIDTH, 0.5, PALE)
    canvas.close()


def _copy(canvas: Any, pack: EventPack, setter: Typesetter, baseline: float) -> None:
    left = LEFT + _COLUMN
    draw_copy_field(canvas, left, baseline)
    if pack.copies:
        of = word("pack.cover_of", pack.language, n=pack.copies)
        setter.text([Run(of, 12)], 30 * mm, _BLOCK, most=1).draw(canvas, left + 21.5 * mm, baseline + 11.7)


def _distribution(canvas: Any, pack: EventPack, setter: Typesetter, shape: Format) -> None:
    if not pack.distribution:
        return
    words = [
        setter.text([Run(f"- {line}", 11)], _TEXT, _BLOCK, most=2)
        for line in (
            *(f"{one.rstrip(';.')};" for one in pack.distribution[:-1]),
            f"{pack.distribution[-1].rstrip(';.')}.",
        )
    ][:12]
    top = shape.bottom + sum(one.height for one in words) + 3 * mm
    setter.text([Run(word("pack.cover_to", pack.language), 12, bold=True, italic=True)], _COLUMN, _BLOCK).draw(
        canvas, LEFT, top
    )
    with canvas.element(Tag.LIST):
        for one in words:
            with canvas.element(Tag.ITEM), canvas.element(Tag.BODY):
                one.draw(canvas, LEFT + _COLUMN, top)
            top -= one.height


def _moment(at: datetime, language: Language) -> str:
    hours, day = f"{clock(at, language)} ({zone(at)})", long_date(at, language)
    return f"{hours} {day}" if language is Language.VI else f"{day}, {hours}"
