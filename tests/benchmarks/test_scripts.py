"""Scripts that have to be shaped, beside Vietnamese: who prints none of them pays nothing for them."""

from io import BytesIO
from pathlib import Path

from benchmarks.measure import median, timed

from hanoi_desk.pdf.fonts import REGULAR, load_fonts
from hanoi_desk.pdf.tagging import TaggedCanvas
from hanoi_desk.pdf.text import Run, lay_out, printable

ROUNDS, PARAGRAPHS = 9, 400
VIETNAMESE = "Công ước của Liên hợp quốc về chống tội phạm mạng được mở ký tại Hà Nội ngày 25 tháng 10 năm 2025. " * 3
ARABIC = "سنوقع على الاتفاقية قبل نهاية عام"


def drawn(texts: list[str]) -> bytes:
    """Return pages with these paragraphs, each laid out anew."""
    load_fonts()
    buffer = BytesIO()
    canvas = TaggedCanvas(buffer, invariant=1, initialFontName=REGULAR)
    for at, text in enumerate(texts):
        if at % 20 == 0:
            canvas.showPage()
        lay_out(printable([Run(f"{at} {text}", 12)])[0], 460).draw(canvas, 60, 800 - at % 20 * 38)
    canvas.save()
    return buffer.getvalue()


def test_vietnamese_costs_nothing_more_where_other_scripts_stand_beside_it(monkeypatch, note):
    monkeypatch.setenv("HANOI_DESK_FONTS", str(Path(__file__).parent.parent / "fonts"))
    alone, beside = [VIETNAMESE] * PARAGRAPHS, [*[VIETNAMESE] * (PARAGRAPHS - 1), ARABIC]
    drawn(beside)
    rounds = [(timed(lambda: drawn(alone)), timed(lambda: drawn(beside))) for _ in range(ROUNDS)]
    ratio = median([second / first for first, second in rounds])
    note("400 paragraphs, one of them Arabic", "all in Vietnamese", f"{ratio:.2f} x", "1.15 x")
    assert ratio <= 1.15
