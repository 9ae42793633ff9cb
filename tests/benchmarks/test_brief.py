"""One brief of a busy country, beside a plain page of the same text."""

import random
import re
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.big_desk import words
from benchmarks.measure import median, timed
from pypdf import PageObject, PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from hanoi_desk import desk
from hanoi_desk.briefing import collect_country_brief
from hanoi_desk.language import Language
from hanoi_desk.pdf import write_pdf
from hanoi_desk.pdf.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR
from hanoi_desk.records import Outreach, OutreachCountry
from hanoi_desk.store import Action, Store

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
ROUNDS = 25
#: The fonts by the names that they have in a page, and by those under which they are loaded.
FONTS = {
    "Tinos": REGULAR,
    "Tinos-Regular": REGULAR,
    "Tinos-Bold": BOLD,
    "Tinos-Italic": ITALIC,
    BOLD_ITALIC: BOLD_ITALIC,
}


def busy_desk(path: Path) -> Store:
    """Return a desk on which one country has 300 talks."""
    store = Store.create(path)
    desk.start_sample(store)
    chance = random.Random(3)
    kenya = desk.participant_id("KE")
    with store.change(Action.LOG_OUTREACH) as change:
        for number in range(300):
            held = Outreach(held_on=date(2026, 11, 20) - timedelta(days=number), notes=words(chance, 60))
            change.save(held)
            change.save(OutreachCountry(outreach=held.id, participant=kenya, said=words(chance, 15)))
    return store


def marked_lines(pdf: bytes) -> list[str]:
    """Return the lines of a printed page as ReportLab's markup, each word in the font in which it is printed."""
    return lines_of_page(PdfReader(BytesIO(pdf)).pages[0])


def lines_of_page(page: PageObject) -> list[str]:
    """Return the lines of a printed page as ReportLab's markup, each word in the font in which it is printed."""
    pieces: list[tuple[str, str]] = []

    def take(text: str, _: object, __: object, font: dict[str, str] | None, ___: float) -> None:
        name = FONTS[font["/BaseFont"].partition("+")[2]] if font else REGULAR
        for part in text.splitlines(keepends=True):
            pieces.append((name, part.rstrip("\n")))
            if part.endswith("\n"):
                pieces.append(("", ""))

    page.extract_text(visitor_text=take)
    lines = [""]
    for name, group in groupby(pieces, key=lambda piece: piece[0]):
        text = escape("".join(part for _, part in group))
        if not name:
            lines.append("")
        elif text:
            lines[-1] += text if name == REGULAR else f'<font name="{name}">{text}</font>'
    return [line for line in lines if line.strip()]


def plain_page(lines: list[str]) -> bytes:
    """Return a page of the same text in the same embedded fonts, laid out by ReportLab and nothing else."""
    buffer = BytesIO()
    style = ParagraphStyle("plain", fontName=REGULAR, fontSize=8, leading=9)
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1, topMargin=40, bottomMargin=40).build(
        [Paragraph(line, style) for line in lines]
    )
    return buffer.getvalue()


def test_a_brief_costs_no_more_than_two_plain_pages(tmp_path, note):
    with busy_desk(tmp_path / "busy.hdesk") as store:

        def brief() -> bytes:
            buffer = BytesIO()
            collected = collect_country_brief(store, desk.participant_id("KE"), language=Language.VI, now=NOW)
            write_pdf(collected, buffer, Language.VI)
            return buffer.getvalue()

        lines = marked_lines(brief())
        assert len(PdfReader(BytesIO(plain_page(lines))).pages) == 1
        in_one_font = [re.sub("<[^>]*>", "", line) for line in lines]
        briefs, plains, poorer = [], [], []
        for _ in range(ROUNDS):
            briefs.append(timed(brief))
            plains.append(timed(lambda: plain_page(lines)))
            poorer.append(timed(lambda: plain_page(in_one_font)))
    ratio = median(briefs) / median(plains)
    note("one brief", "busy country, 300 talks", f"{ratio:.2f} x plain page, {median(briefs) * 1000:.0f} ms", "2 x")
    note(
        "one brief, beside one font", "", f"{median(briefs) / median(poorer):.2f} x a page without bold and italic", "-"
    )
    assert ratio <= 2
