"""The way of a document to paper: its pages as the printer wants them, on a thread of its own, stopped at any time."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from pack_desk import a_pdf
from PIL import Image, ImageChops
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from hanoi_desk.ui.packs import handing as handing_module
from hanoi_desk.ui.packs.handing import Handing
from hanoi_desk.ui.packs.printing import Printing, opened, print_pages, size_of
from hanoi_desk.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Sheets(QPrinter):
    """A printer of paper: what comes out lies in a file, of which nobody has asked."""

    def __init__(self, path: Path, resolution: int = 72) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self.setResolution(resolution)

    def outputFileName(self) -> str:
        return ""


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def of_pages(*sizes: tuple[float, float]) -> bytes:
    """Return a document with a coloured square and words on pages of these sizes."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for number, (wide, tall) in enumerate(sizes, 1):
        canvas.setPageSize((wide, tall))
        canvas.setFillColorRGB(0.8, 0.1, 0.1)
        canvas.rect(60, 60, wide - 120, tall - 120, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(100, 200, f"Page {number}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def images_of(path: Path) -> list[list[Image.Image]]:
    return [[one.image for one in page.images] for page in pypdf.PdfReader(path).pages]


def words_of(path: Path) -> list[str]:
    return [page.extract_text().strip() for page in pypdf.PdfReader(path).pages]


# ---- pages ----


def test_a_page_that_lies_is_turned_onto_the_sheet_and_grey_is_grey(qapp, tmp_path):
    printer = to_file(tmp_path / "printed.pdf")
    printer.setResolution(72)
    Printing(greyscale=True).prepare(printer)
    assert print_pages(of_pages(A4, landscape(A4)), printer)
    (upright,), (turned,) = images_of(tmp_path / "printed.pdf")
    assert upright.size[0] < upright.size[1]
    assert turned.size[0] > turned.size[1]
    assert {upright.mode, turned.mode} == {"L"}
    boxes = {page.mediabox.width for page in pypdf.PdfReader(tmp_path / "printed.pdf").pages}
    assert len(boxes) == 1


def test_the_strips_of_a_page_make_the_whole_page(qapp, tmp_path):
    content = of_pages(A4)
    print_pages(content, Sheets(tmp_path / "printed.pdf", 100))
    (strips,) = images_of(tmp_path / "printed.pdf")
    assert len(strips) > 1
    size = QSize(strips[0].width, sum(strip.height for strip in strips))
    pages = [drawn(one, size, tmp_path) for one in (content, (tmp_path / "printed.pdf").read_bytes())]
    different = ImageChops.difference(*pages).histogram()
    assert sum(different[24:]) < size.width() * size.height() // 150, "but for the edges of what is drawn"


def drawn(content: bytes, size: QSize, folder: Path) -> Image.Image:
    holder = QObject()
    opened(content, holder).render(0, size).save(str(folder / "page.png"))
    image = Image.open(folder / "page.png").convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("L")


def test_only_the_pages_that_are_asked_for_are_printed(qapp, tmp_path):
    printer = Sheets(tmp_path / "printed.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    asked: list[tuple[int, int]] = []
    print_pages(of_pages(A4, A4, A4, A4), printer, lambda page, of: asked.append((page, of)) is None)
    assert sorted(set(asked)) == [(0, 2), (1, 2)]
    assert len(images_of(tmp_path / "printed.pdf")) == 2


def test_printing_stops_within_a_page(qapp, tmp_path):
    strips = iter(range(100))
    asked: list[int] = []

    def goes_on(page: int, of: int) -> bool:
        asked.append(page)
        return next(strips) < 2

    print_pages(of_pages(A4, A4, A4), Sheets(tmp_path / "printed.pdf", 150), goes_on)
    assert set(asked) == {0}


def test_the_sheet_is_that_of_the_document(qapp):
    assert size_of(of_pages((612, 792))).name().startswith("Letter")
    assert size_of(of_pages(A4)).name() == "A4"
    assert size_of(a_pdf()).name() in ("A4", "Letter")


# ---- from the window ----


@pytest.fixture
def handing(session: Session, qtbot: QtBot) -> Handing:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Handing(session, window)


def begin(handing: Handing, content: bytes, printer: QPrinter) -> None:
    """Print through the dialog of the system, as somebody does who presses its button."""
    handing.printer = lambda: printer
    handing.print_document("A document", content)
    dialog = handing.parent().findChild(QPrintDialog)
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    dialog.done(QDialog.DialogCode.Accepted)


def test_stop_ends_the_printing_of_many_pages_on_the_first_while_the_window_answers(
    handing: Handing, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handing_module, "_SOON", 0)
    window = handing.parent()
    ticks: list[int] = []
    clock = QTimer(window, interval=5)
    clock.timeout.connect(lambda: ticks.append(1))
    clock.start()
    begin(handing, of_pages(*[A4] * 77), Sheets(tmp_path / "printed.pdf", 300))
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog) is not None)
    progress = window.findChild(QProgressDialog)
    qtbot.waitUntil(lambda: "1 of 77" in progress.labelText() and progress.isVisible())
    before = len(ticks)
    qtbot.waitUntil(lambda: len(ticks) > before + 3)
    progress.findChild(QPushButton).click()
    # What has gone must not be touched by what comes after: here the program once crashed.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog) is None)
    assert window.findChild(QPrintDialog) is None
    done: list[bool] = []
    handing_module._press(handing._session).run(lambda _: True, done.append, lambda error: None)
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    assert len(pypdf.PdfReader(tmp_path / "printed.pdf").pages) < 40
    begin(handing, of_pages(A4, A4), Sheets(tmp_path / "again.pdf"))
    qtbot.waitUntil(lambda: is_whole(tmp_path / "again.pdf"), timeout=10_000)
    assert len(images_of(tmp_path / "again.pdf")) == 2


def test_a_window_that_is_closed_while_it_prints_takes_nothing_down(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    Handing(session, window).print_to(Sheets(tmp_path / "printed.pdf", 150), of_pages(*[A4] * 6))
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: is_whole(tmp_path / "printed.pdf"), timeout=10_000)
    assert len(images_of(tmp_path / "printed.pdf")) == 6


def test_printing_ends_when_the_desk_is_closed(sample_session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    printing = Handing(sample_session, window)
    printing.print_to(Sheets(tmp_path / "printed.pdf", 150), of_pages(*[A4] * 60))
    qtbot.waitUntil(lambda: (tmp_path / "printed.pdf").exists())
    sample_session.close()
    assert len(pypdf.PdfReader(tmp_path / "printed.pdf").pages) < 60


def test_a_file_that_is_asked_for_is_the_very_document_or_the_pages_of_it(
    handing: Handing, qtbot: QtBot, tmp_path: Path
) -> None:
    content = of_pages(A4, A4, A4)
    handing.print_to(to_file(tmp_path / "whole.pdf"), content)
    assert (tmp_path / "whole.pdf").read_bytes() == content
    some = to_file(tmp_path / "some.pdf")
    some.setPrintRange(QPrinter.PrintRange.PageRange)
    some.setFromTo(2, 2)
    handing.print_to(some, content)
    qtbot.waitUntil(lambda: (tmp_path / "some.pdf").exists())
    assert words_of(tmp_path / "some.pdf") == ["Page 2"]


def is_whole(path: Path) -> bool:
    return path.exists() and path.read_bytes().rstrip().endswith(b"%%EOF")
