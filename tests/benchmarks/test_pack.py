"""An event pack of all States, beside plain ReportLab laying out the same text and tables and nothing else."""

import tracemalloc
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.measure import median, timed
from benchmarks.test_brief import lines_of_page
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, LongTable, PageBreak, Paragraph, SimpleDocTemplate

from hanoi_desk import desk
from hanoi_desk.board import board
from hanoi_desk.briefing.checks import checks
from hanoi_desk.briefing.event_pack import PackWishes, collect_event_pack
from hanoi_desk.briefing.pack_values import EventPack, Table
from hanoi_desk.briefing.values import Briefing
from hanoi_desk.language import Language
from hanoi_desk.pdf import write_event_pack
from hanoi_desk.pdf.fonts import BOLD, REGULAR
from hanoi_desk.records import Pack, Participant, Product
from hanoi_desk.store import Query, Store

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
ROUNDS = 3
MEGABYTE = 1 << 20
LINE = ParagraphStyle("line", fontName=REGULAR, fontSize=8, leading=9)
CELL = ParagraphStyle("cell", fontName=REGULAR, fontSize=7, leading=8)


def sample_desk(path: Path) -> Store:
    """Return the sample desk."""
    store = Store.create(path)
    desk.start_sample(store)
    return store


def made(store: Store, ids: Sequence[str]) -> tuple[EventPack, bytes, int]:
    """Return a pack of these participants, collected and drawn, and its pages."""
    pack = collect_event_pack(store, ids, language=Language.VI, now=NOW)
    buffer = BytesIO()
    result = write_event_pack([pack], buffer)
    return pack, buffer.getvalue(), result.pages


def tables_of(pack: EventPack) -> list[Table]:
    """Return all tables of the written papers."""
    written = (one.content for one in pack.papers if isinstance(one.content, tuple))
    return [piece for pieces in written for piece in pieces if isinstance(piece, Table) and piece.rows]


def sheet_pages(pack: EventPack, pdf: bytes) -> list[list[str]]:
    """Return the lines of each country sheet, as they are printed."""
    reader = PdfReader(BytesIO(pdf))
    total = len(pack.papers)
    marks = [f"{at:03}/{total}" for at, one in enumerate(pack.papers, 1) if isinstance(one.content, Briefing)]
    found = []
    for page in reader.pages:
        lines = lines_of_page(page)
        if any(mark in line for line in lines for mark in marks):
            found.append(lines)
    return found


def plain(sheets: list[list[str]], tables: list[Table]) -> bytes:
    """Return the same sheets and tables laid out by ReportLab alone, each sheet on its page."""
    story: list[Flowable] = []
    for lines in sheets:
        story += [Paragraph(line, LINE) for line in lines]
        story.append(PageBreak())
    for table in tables:
        rows = [[Paragraph(escape(column.heading), CELL) for column in table.columns]]
        rows += [[Paragraph(_marked(cell.text, cell.bold), CELL) for cell in row] for row in table.rows]
        story += [LongTable(rows, repeatRows=1), PageBreak()]
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1, topMargin=40, bottomMargin=40).build(story)
    return buffer.getvalue()


def _marked(text: str, bold: bool) -> str:
    return f'<font name="{BOLD}">{escape(text)}</font>' if bold else escape(text)


def test_a_pack_of_all_states_costs_little_more_than_plain_pages(tmp_path, note):
    with sample_desk(tmp_path / "sample.hdesk") as store:
        everyone = store.ids(Query(Participant))
        pack, pdf, pages = made(store, everyone)
        sheets, tables = sheet_pages(pack, pdf), tables_of(pack)
        assert len(sheets) == len(everyone)
        packs, plains = [], []
        for _ in range(ROUNDS):
            packs.append(timed(lambda: made(store, everyone)))
            plains.append(timed(lambda: plain(sheets, tables)))
    ratio = median(packs) / median(plains)
    note("a pack of all 198 States", f"{pages} pages", f"{ratio:.2f} x plain, {median(packs):.1f} s", "1.7 x")
    assert ratio <= 1.7


def test_a_pack_of_all_states_stays_small_in_memory(tmp_path, note):
    with sample_desk(tmp_path / "sample.hdesk") as store:
        everyone = store.ids(Query(Participant))
        tracemalloc.start()
        made(store, everyone)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    note("memory of that pack", "beyond the open desk", f"{most / MEGABYTE:.0f} MiB", "300 MiB")
    assert most < 300 * MEGABYTE


def test_a_page_costs_the_same_from_ten_pages_to_a_thousand(tmp_path, note):
    with sample_desk(tmp_path / "sample.hdesk") as store:
        everyone = store.ids(Query(Participant))
        wishes = PackWishes(sections=("overview", "sheets"))
        packs = {
            count: collect_event_pack(store, everyone[:count], language=Language.VI, now=NOW, wishes=wishes)
            for count in (6, 96, 198)
        }

        def per_page(copies: int, count: int) -> tuple[int, float]:
            pages = write_event_pack([packs[count]] * copies, BytesIO()).pages
            seconds = median([timed(lambda: write_event_pack([packs[count]] * copies, BytesIO())) for _ in range(3)])
            return pages, seconds / pages * 1000

        costs = [per_page(*sizes) for sizes in ((1, 6), (1, 96), (5, 198))]
    sizes, each = (list(row) for row in zip(*costs, strict=True))
    assert sizes[0] <= 12
    assert sizes[-1] >= 1000
    of = ", ".join(map(str, sizes))
    note("a page", f"of {of} pages", ", ".join(f"{one:.1f}" for one in each) + " ms", "flat")
    assert max(each[1:]) <= 1.5 * each[0]
    assert each[2] <= 1.3 * each[1]


def test_all_states_are_checked_before_a_preview_is_there(tmp_path, note):
    with sample_desk(tmp_path / "sample.hdesk") as store:
        everyone = tuple(store.ids(Query(Participant)))
        pack = Pack(name="all", product=Product.EVENT, participants=everyone)
        situation = board(store, NOW)
        seconds = median([timed(lambda: checks(store, situation, pack, (), NOW.date())) for _ in range(5)])
        preview = median([timed(lambda: made(store, everyone[:10])) for _ in range(3)])
    note("checks of 198 States", "", f"{seconds:.3f} s", "0.3 s")
    assert seconds <= preview / 2


def test_a_pack_of_ten_is_there_while_one_still_looks(tmp_path, note):
    with sample_desk(tmp_path / "sample.hdesk") as store:
        ten = store.ids(Query(Participant, order_by="key"))[:10]
        seconds = median([timed(lambda: made(store, ten)) for _ in range(5)])
    note("a pack of ten States", "", f"{seconds:.2f} s", "-")
