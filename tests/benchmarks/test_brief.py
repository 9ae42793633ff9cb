"""One brief of a busy country, beside a plain page of the same text."""

import random
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.big_desk import words
from benchmarks.measure import median, timed
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from hanoi_desk import desk
from hanoi_desk.briefing import collect_country_brief
from hanoi_desk.language import Language
from hanoi_desk.pdf import write_pdf
from hanoi_desk.records import Outreach, OutreachCountry
from hanoi_desk.store import Action, Store

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
ROUNDS = 15


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


def plain_page(lines: list[str]) -> bytes:
    """Return a page of the same text in the same embedded font, laid out by ReportLab and nothing else."""
    buffer = BytesIO()
    style = ParagraphStyle("plain", fontName="Tinos", fontSize=11, leading=13.75)
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1, topMargin=40, bottomMargin=40).build(
        [Paragraph(escape(line), style) for line in lines]
    )
    return buffer.getvalue()


def test_a_brief_costs_no_more_than_two_plain_pages(tmp_path, note):
    with busy_desk(tmp_path / "busy.hdesk") as store:

        def brief() -> bytes:
            buffer = BytesIO()
            collected = collect_country_brief(store, desk.participant_id("KE"), language=Language.VI, now=NOW)
            write_pdf(collected, buffer, Language.VI)
            return buffer.getvalue()

        text = PdfReader(BytesIO(brief())).pages[0].extract_text()
        lines = text.splitlines()
        briefs, plains = [], []
        for _ in range(ROUNDS):
            briefs.append(timed(brief))
            plains.append(timed(lambda: plain_page(lines)))
    ratio = median(briefs) / median(plains)
    note("one brief", "busy country, 300 talks", f"{ratio:.2f} x plain page, {median(briefs) * 1000:.0f} ms", "2 x")
    assert ratio <= 2
