"""The brief of a country in the window: made off the thread, shown, saved and printed as one and the same page."""

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QThread
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from hanoi_desk import desk
from hanoi_desk.records import Outreach, OutreachCountry
from hanoi_desk.ui.brief_dialog import BriefDialog
from hanoi_desk.ui.packs import making
from hanoi_desk.ui.session import Session

KENYA = desk.participant_id("KE")
#: An inch, in millimetres.
INCH = 25.4


@pytest.fixture
def dialog(sample_session: Session, qtbot) -> Iterator[BriefDialog]:
    opened = shown(sample_session, qtbot)
    yield opened
    opened.close()
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QMessageBox):
            top.close()


def shown(session: Session, qtbot) -> BriefDialog:
    opened = BriefDialog(session, KENYA)
    opened.show()
    qtbot.waitUntil(lambda: bool(opened.pdf))
    return opened


def text_of(pdf: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)


def test_the_page_is_made_off_the_thread_of_the_window_with_progress_and_only_then_handed_over(
    sample_session, qtbot, monkeypatch
):
    threads = []
    real = making.draw

    def noticing(*what, **more):
        threads.append(QThread.currentThread())
        return real(*what, **more)

    monkeypatch.setattr(making, "draw", noticing)
    opened = BriefDialog(sample_session, KENYA)
    opened.show()
    assert opened.progress.isVisible()
    assert not opened.print_button.isEnabled()
    qtbot.waitUntil(lambda: bool(opened.pdf))
    assert not opened.progress.isVisible()
    assert opened.print_button.isEnabled()
    assert len(threads) == 1
    assert threads[0] is not QThread.currentThread()
    assert opened.view.pages.pageCount() == 1
    opened.close()


def test_what_is_saved_is_what_is_shown(dialog, tmp_path):
    dialog.choose_file()
    chooser = dialog.findChild(QFileDialog)
    assert chooser.selectedFiles()[0].endswith("_vi.pdf") or chooser.selectedFiles()[0].endswith("_en.pdf")
    path = tmp_path / "Tờ trình Kê-ni-a.pdf"
    chooser.fileSelected.emit(str(path))
    chooser.close()
    assert path.read_bytes() == dialog.pdf
    assert "Tờ trình" in dialog.told.text()


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left_there(dialog, tmp_path):
    dialog.save(tmp_path / "no such folder" / "brief.pdf")
    (box,) = (box for box in dialog.findChildren(QMessageBox) if box.isVisible())
    assert "its folder is not there" in box.text()
    assert list(tmp_path.glob("**/brief*")) == []


def test_the_language_of_the_document_is_apart_from_that_of_the_window(dialog, tmp_path, qtbot):
    dialog.save(tmp_path / "en.pdf")
    dialog.language_field.set_value("vi")
    dialog.language_field.chosen.emit("vi")
    assert dialog.pdf == b""
    qtbot.waitUntil(lambda: bool(dialog.pdf))
    dialog.save(tmp_path / "vi.pdf")
    assert "Next legal step" in text_of(tmp_path / "en.pdf")
    assert "LƯU HÀNH NỘI BỘ" in text_of(tmp_path / "vi.pdf")
    assert dialog.windowTitle() == "Brief: Kenya"


def test_what_is_printed_to_a_file_is_what_is_shown(dialog, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.print_to(printer)
    assert (tmp_path / "printed.pdf").read_bytes() == dialog.pdf


def test_printing_goes_through_the_dialog_of_the_system(dialog):
    dialog.print_document()
    chooser = dialog.findChild(QPrintDialog)
    assert chooser.isVisible()
    chooser.reject()


@pytest.mark.parametrize(
    "notes", ["<b>bold</b> & ]]> <img src='x'>", "word" * 12_500, "שלום مرحبا", "\U0001f600 \U00012000"]
)
def test_hostile_notes_make_one_page_and_letters_without_a_font_are_named(session, qtbot, tmp_path, notes):
    talk = Outreach(held_on=session.today, summary=notes[:200], notes=notes)
    heard = OutreachCountry(outreach=talk.id, participant=KENYA, said=notes)
    desk.log_outreach(session.store, [desk.OutreachEntry(outreach=talk, countries=(heard,))])
    opened = shown(session, qtbot)
    opened.save(tmp_path / "brief.pdf")
    assert len(pypdf.PdfReader(tmp_path / "brief.pdf").pages) == 1
    if "\U00012000" in notes:
        assert "U+12000" in opened.cautions.text()
    if notes.startswith("<b>"):
        assert "<b>bold</b> &" in text_of(tmp_path / "brief.pdf").replace("\n", " ")
    opened.close()


def test_closing_while_the_page_is_being_made_throws_it_away(sample_session):
    opened = BriefDialog(sample_session, KENYA)
    opened.show()
    opened.close()
    sample_session.background.finish()
    QApplication.processEvents()
    assert opened.pdf == b""
