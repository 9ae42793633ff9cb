"""The builder of briefing packs in the real window: what is chosen and written, seen in the very pages, and kept."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pypdf
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from hanoi_desk.desk import editions, participant_id
from hanoi_desk.desk.packs import edition_file
from hanoi_desk.records import Event, Meeting, Message, Outreach, Pack, PackPart, PackText, Product
from hanoi_desk.store import Query
from hanoi_desk.ui.detail.event import EventDetail
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.packs.page import PacksPage
from hanoi_desk.ui.packs.printing import Printing, opened
from hanoi_desk.ui.packs.text_row import TextRow
from hanoi_desk.ui.search_results import Finder
from hanoi_desk.ui.session import Goal, Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KENYA, GHANA = participant_id("KE"), participant_id("GH")


@pytest.fixture
def window(sample_session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(sample_session, begins=Goal("settings"))
    qtbot.addWidget(window)
    window.resize(1360, 860)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QMessageBox):
            top.close()
    window.close()


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> PacksPage:
    return builder(window, qtbot, KENYA)


def builder(window: MainWindow, qtbot: QtBot, record: str = "") -> PacksPage:
    """Open the builder for a record, with its pages made where there are any."""
    window.go(Goal("packs", record))
    page = window.page
    assert isinstance(page, PacksPage)
    settled(page, qtbot)
    return page


def settled(page: PacksPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.making.is_busy, timeout=15_000)


def choose(page: PacksPage, field: str, value: str) -> None:
    """Choose in a field of the first tab as a person does."""
    box = getattr(page.document_tab, field)
    box.set_value(value)
    box.chosen.emit(value)


def text_of(page: PacksPage) -> str:
    """Return the words of the pages that are shown."""
    return words_in(page.pane.view.content)


def words_in(content: bytes) -> str:
    holder = QObject()
    document = opened(content, holder)
    text = " ".join(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    return " ".join(text.replace("\u00a0", " ").split())


def rows(page: PacksPage, part: PackPart) -> list[TextRow]:
    page.show_tab("texts")
    return [row for row in page.texts_tab.rows if row.parentWidget().objectName() == f"part_{part.value}"]


def write(page: PacksPage, row: TextRow, words: str) -> None:
    area = next(iter(row.areas.values()))
    area.selectAll()
    area.setFocus()
    QTest.keyClicks(area, words)


# ---- choosing ----


def test_countries_are_chosen_by_group_and_by_status_and_counted_in_words(window, qtbot):
    page = builder(window, qtbot)
    tab = page.document_tab
    choose(page, "product", "event")
    tab.countries.setFocus()
    for typed in ("african g", "not si"):
        QTest.keyClicks(tab.countries.line, typed)
        QTest.keyClick(tab.countries.line, Qt.Key.Key_Return)
    assert len(page.composed.pack.participants) == 32
    assert tab.counted.text().startswith("32")
    assert page.composed.pack.facet == "African Group; Not signed"
    page.making.stop()
    assert page.save()
    page.start(Goal("packs"))
    page.start(Goal("packs", page.session.store.ids(Query(Pack))[0]))
    assert [chip.title for chip in tab.countries.chips] == ["African Group", "Not signed"]


def test_without_a_country_it_is_said_what_to_choose(window, qtbot):
    page = builder(window, qtbot)
    assert page.nothing.isVisible()
    assert not page.foot.print_button.isEnabled()
    page.nothing.button.click()
    assert QApplication.focusWidget() is page.document_tab.countries.line


def test_the_papers_of_a_pack_are_ticked_and_moved_by_keyboard(window, qtbot):
    page = builder(window, qtbot)
    choose(page, "product", "event")
    page.making.stop()
    sections = page.document_tab.sections
    sections.setFocus()
    sections.setCurrentRow(0)
    first, second = sections.sections[:2]
    QTest.keyClick(sections, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.composed.pack.sections[:2] == (second, first)
    QTest.keyClick(sections, Qt.Key.Key_Space)
    assert first not in page.composed.pack.sections
    page.making.stop()


# ---- writing ----


def test_what_is_written_stands_in_the_pages_and_the_bank_stays_as_it_is(page, qtbot):
    bank = page.session.store.all(Query(Message))
    row = rows(page, PackPart.POINT)[0]
    before = row.areas[page.composed.tongues[0]].text
    write(page, row, "Mention the harvest first.")
    assert before.split()[0] in row.findChild(object, "bank").text()
    settled(page, qtbot)
    assert "Mention the harvest first." in text_of(page)
    assert page.session.store.all(Query(Message)) == bank
    row.use_bank()
    settled(page, qtbot)
    assert page.composed.texts == ()
    assert "harvest" not in text_of(page)


def test_a_text_of_too_many_words_says_so_in_words(page):
    row = rows(page, PackPart.POINT)[0]
    write(page, row, "word " * 36)
    counter = next(iter(row.counters.values()))
    assert counter.text() == "36 of 35 words: too long"
    assert counter.property("role") == "problem"
    page.making.stop()


def test_a_point_that_is_left_out_is_not_in_the_pages_until_it_is_used_again(page, qtbot):
    row = rows(page, PackPart.POINT)[0]
    said = next(iter(row.areas.values())).text[:40].replace("\u00a0", " ")
    assert said in text_of(page)
    row.findChild(QPushButton, "leave_out").click()
    settled(page, qtbot)
    assert said not in text_of(page)
    out = next(one for one in rows(page, PackPart.POINT) if one.look.is_out)
    out.findChild(QPushButton, "take_in").click()
    settled(page, qtbot)
    assert said in text_of(page)


def test_an_objective_of_ones_own_has_a_test_and_is_moved_by_keyboard(page, qtbot):
    tab = page.texts_tab
    for words in ("Obtain a date.", "Obtain a name."):
        tab.add(PackPart.OBJECTIVE)
        write(page, rows(page, PackPart.OBJECTIVE)[-1], words)
    area = next(iter(rows(page, PackPart.OBJECTIVE)[-1].areas.values()))
    QTest.keyClick(area, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    met = next(iter(rows(page, PackPart.OBJECTIVE)[0].tests.values()))
    QTest.keyClicks(met, "a name is on file")
    settled(page, qtbot)
    text = text_of(page)
    assert text.index("Obtain a name.") < text.index("Obtain a date.")
    assert "a name is on file" in text


def test_a_text_for_one_country_is_on_its_pages_alone(window, qtbot):
    page = builder(window, qtbot)
    choose(page, "product", "bilateral")
    for id_ in (KENYA, GHANA):
        page.document_tab.countries.add(page.document_tab._delegations.suggestion(id_))
    settled(page, qtbot)
    tab = page.texts_tab
    tab.scope_field.set_value(GHANA)
    tab.scope_field.chosen.emit(GHANA)
    tab.add(PackPart.PRESS_LINE)
    write(page, rows(page, PackPart.PRESS_LINE)[0], "We spoke of cocoa.")
    settled(page, qtbot)
    assert text_of(page).count("We spoke of cocoa.") == 1
    assert page.pane.paper == "Ghana"


def test_the_preview_stays_on_its_page_while_one_writes(page, qtbot):
    page.pane.view.go_to(3)
    qtbot.waitUntil(lambda: page.pane.view.page == 3)
    place = page.pane.view.verticalScrollBar().value()
    write(page, rows(page, PackPart.POINT)[0], "Short.")
    settled(page, qtbot)
    assert page.pane.view.verticalScrollBar().value() == place
    assert page.pane.view.page == 3


# ---- keeping ----


def test_a_pack_is_saved_with_its_texts_deleted_and_brought_back(window, page, qtbot):
    store = page.session.store
    write(page, rows(page, PackPart.POINT)[0], "Mention the harvest first.")
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (kept,) = store.all(Query(Pack))
    assert kept.name == "Bilateral brief: Kenya"
    assert [text.text_en for text in store.all(Query(PackText))] == ["Mention the harvest first."]
    assert [one.goal for one in Finder(page.session).find("harvest")] == [Goal("packs", kept.id)]
    page.copy_button.click()
    assert page.composed.pack.name == "Copy of Bilateral brief: Kenya"
    page.delete_button.click()
    assert len(store.all(Query(Pack))) == 1
    assert page.tabs.property("count_checks") == 0  # those of the pack that is gone
    window.undo()
    assert len(store.all(Query(Pack))) == 2
    page.making.stop()


def test_a_deleted_pack_is_open_again_after_undo_with_what_was_written_last(window, page, qtbot):
    assert page.save()
    write(page, rows(page, PackPart.POINT)[0], "Written last.")
    kept = page.composed.pack
    page.delete_button.click()
    assert page.composed.pack.id != kept.id
    window.undo()
    assert page.composed.pack == kept
    assert [text.text_en for text in page.composed.texts] == ["Written last."]
    window.redo()
    assert page.composed.pack.id != kept.id
    page.show_tab("checks")
    page.new_button.click()
    assert (page.tabs.current, page.document_tab.product.hasFocus()) == ("document", True)
    window.undo()
    assert page.composed.pack.id != kept.id, "another was begun meanwhile"
    page.making.stop()


def test_a_copy_that_is_undone_gives_place_to_its_source_and_is_gone(window, page):
    assert page.save()
    source = page.composed.pack
    page.copy_button.click()
    assert page.composed.pack.id != source.id
    window.undo()
    assert page.composed.pack == source
    window.go(Goal("packs", GHANA))
    assert [pack.id for pack in page.session.store.all(Query(Pack))] == [source.id]
    page.making.stop()


def test_how_it_is_printed_is_kept_with_the_pack_and_comes_back(window, page, qtbot):
    card = page.printing
    card.copies.selectAll()
    card.copies.setFocus()
    QTest.keyClicks(card.copies, "12")
    for box in (card.greyscale, card.draft, card.both_sides):
        box.click()
    choose(page, "paper", "Letter")
    page.making.stop()
    assert page.save()
    window.go(Goal("packs", GHANA))
    assert (card.number, card.numbered.isChecked(), card.draft.isChecked()) == (1, False, False)
    window.back()
    page.making.stop()
    pack = page.composed.pack
    assert (pack.copies, pack.numbered, pack.greyscale, pack.draft, pack.one_sided) == (12, True, True, True, True)
    assert (card.number, card.numbered.isChecked(), card.draft.isChecked()) == (12, True, True)
    assert card.printing() == Printing(12, both_sides=False, greyscale=True)
    assert page.document_tab.paper.value == "Letter"
    card.numbered.click()
    assert page.save_pack_button.isEnabled()
    window.undo()  # the save
    page.making.stop()


def test_the_tabs_of_the_builder_are_stepped_by_keyboard_from_anywhere(window, page):
    page.document_tab.name.setFocus()
    seen = []
    for name in ("next_tab", "next_tab", "next_tab", "next_tab", "earlier_tab"):
        window.actions_by_name[name].trigger()
        seen.append(page.tabs.current)
    assert seen == ["texts", "checks", "editions", "document", "editions"]
    assert QApplication.focusWidget() is page.tabs


def test_what_was_never_saved_is_there_again_after_the_window_was_closed(page, window, sample_session, qtbot):
    write(page, rows(page, PackPart.POINT)[0], "Not saved yet.")
    window.close()
    store = sample_session.store
    assert store.all(Query(Pack)) == []
    session = Session(store, sample_session.language, lambda: sample_session.now)
    again = MainWindow(session)
    qtbot.addWidget(again)
    again.show()
    found = builder(again, qtbot)
    assert [text.text_en for text in found.composed.texts] == ["Not saved yet."]
    assert "Not saved yet." in text_of(found)
    again.close()


def test_saving_leaves_the_cursor_where_it_was_and_tab_goes_on_from_there(page, qtbot):
    write(page, rows(page, PackPart.POINT)[1], "Mention the harvest.")
    area = QApplication.focusWidget()
    QTest.keyClick(area, Qt.Key.Key_Home)
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    again = QApplication.focusWidget()
    assert again.toPlainText() == "Mention the harvest."
    assert again.textCursor().position() == 0
    settled(page, qtbot)
    assert not again.visibleRegion().isEmpty()
    QTest.keyClick(again, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "use_bank"
    page.making.stop()


def test_another_pack_is_opened_only_after_this_one_is_kept(window, page, qtbot):
    write(page, rows(page, PackPart.POINT)[0], "Kept on the way.")
    window.go(Goal("packs", GHANA))
    assert [text.text_en for text in page.session.store.all(Query(PackText))] == ["Kept on the way."]
    assert page.composed.pack.participants == (GHANA,)
    page.making.stop()


# ---- handing over ----


def test_what_is_saved_is_what_is_shown(page, tmp_path):
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    chooser = page.findChild(QFileDialog)
    assert chooser.selectedFiles()[0].endswith("_en.pdf")
    chooser.fileSelected.emit(str(tmp_path / "brief.pdf"))
    chooser.close()
    assert (tmp_path / "brief.pdf").read_bytes() == page.pane.view.content


def test_a_copy_for_word_holds_what_was_written_last(page, qtbot, tmp_path):
    write(page, rows(page, PackPart.POINT)[0], "Mention the harvest first.")
    page.foot.word_button.click()
    qtbot.waitUntil(lambda: page.findChild(QFileDialog) is not None, timeout=10_000)
    chooser = page.findChild(QFileDialog)
    assert chooser.selectedFiles()[0].endswith("_en.docx")
    chooser.fileSelected.emit(str(tmp_path / "brief.docx"))
    chooser.close()
    qtbot.waitUntil((tmp_path / "brief.docx").exists, timeout=10_000)
    with ZipFile(tmp_path / "brief.docx") as copy:
        assert b"harvest" in copy.read("word/document.xml")


def test_the_mark_of_a_state_secret_stops_and_nothing_goes_on_disk_until_somebody_says_it_is_none(page, qtbot):
    next(iter(rows(page, PackPart.POINT)[0].areas.values())).setPlainText("TỐI MẬT: one thing.")
    page.keeper.flush()
    assert page.session.store.draft("pack_builder") is None
    assert not page.save()
    (box,) = (box for box in page.findChildren(QMessageBox) if box.isVisible())
    assert "TỐI MẬT" in box.text()
    next(one for one in box.buttons() if one.text().startswith("It is no State secret")).click()
    assert len(page.session.store.all(Query(Pack))) == 1
    page.making.stop()


def test_what_was_written_before_the_mark_of_a_state_secret_stays_on_disk(page):
    area = next(iter(rows(page, PackPart.POINT)[0].areas.values()))
    area.setPlainText("One thing.")
    page.keeper.flush()
    area.setPlainText("One thing. TỐI MẬT")
    page.keeper.flush()
    kept = page.session.store.draft("pack_builder").json
    assert "One thing." in kept
    assert "M\\u1eacT" not in kept
    page.making.stop()


def test_a_disk_that_refuses_leaves_the_old_file_whole(page, tmp_path, monkeypatch):
    old = tmp_path / "brief.pdf"
    old.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hanoi_desk.files.os.fsync", full)
    assert not page.save_to(old)
    assert old.read_bytes() == b"old"
    assert [one.name for one in tmp_path.glob("*brief*")] == ["brief.pdf"]


class Printer(QPrinter):
    """A printer that remembers on how many sides it was asked to print, which one that is not there forgets."""

    asked: QPrinter.DuplexMode

    def setDuplex(self, sides: QPrinter.DuplexMode) -> None:
        self.asked = sides


def test_print_goes_through_the_dialog_of_the_system_with_both_sides_and_grey_set(window, page):
    printer = Printer(QPrinter.PrinterMode.HighResolution)
    page.handing.printer = lambda: printer
    page.printing.greyscale.setChecked(True)
    window.actions_by_name["print_brief"].trigger()
    dialog = page.findChild(QPrintDialog)
    assert dialog.isVisible()
    assert printer.asked is QPrinter.DuplexMode.DuplexLongSide
    assert printer.colorMode() is QPrinter.ColorMode.GrayScale
    dialog.reject()


def test_copies_that_are_numbered_go_to_the_printer_as_one_document(page, qtbot, monkeypatch):
    printed = []
    monkeypatch.setattr(page.handing, "print_document", lambda *what: printed.append(what))
    page.printing.copies.selectAll()
    page.printing.copies.setFocus()
    QTest.keyClicks(page.printing.copies, "2")
    assert page.printing.numbered.isChecked()
    page.printing.both_sides.setChecked(False)
    settled(page, qtbot)
    page.print_document()
    qtbot.waitUntil(lambda: bool(printed))
    _, content, printing = printed[0]
    pages = pypdf.PdfReader(BytesIO(content)).pages
    half = len(pages) // 2
    assert "Copy no. 1 of 2" in pages[0].extract_text()
    assert "Copy no. 2 of 2" in pages[half].extract_text()
    assert printing.copies == 1


def test_a_paper_to_hand_over_is_printed_only_when_its_whole_text_is_confirmed(page, qtbot):
    choose(page, "product", "leave_behind")
    settled(page, qtbot)
    assert page.foot.read_whole.isVisible()
    assert not page.foot.print_button.isEnabled()
    page.foot.read_whole.click()
    assert page.foot.print_button.isEnabled()
    row = rows(page, PackPart.POINT)[0]
    row.findChild(QPushButton, "leave_out").click()
    settled(page, qtbot)
    assert not page.foot.read_whole.isChecked()
    assert not page.foot.print_button.isEnabled()
    assert "INTERNAL" not in text_of(page)


def test_an_edition_keeps_the_very_file_under_a_number_of_the_register(window, page, qtbot):
    store = page.session.store
    page.foot.freeze_button.click()
    qtbot.waitUntil(lambda: bool(editions(store, page.composed.pack)), timeout=10_000)
    (edition,) = editions(store, page.composed.pack)
    assert re.fullmatch(r"HD-2026-0001-[A-Z]\d\d", edition.document)
    kept = edition_file(store, edition)
    assert kept is not None
    assert edition.document in words_in(kept)
    assert "DRAFT" not in words_in(kept)
    settled(page, qtbot)
    page.findChild(QPushButton, "open_edition_1").click()
    assert page.pane.view.content == kept
    page.findChild(QPushButton, "save_edition_1").click()
    chooser = page.findChild(QFileDialog)
    assert chooser.selectedFiles()[0].endswith(edition.file_name)
    chooser.close()


def test_numbered_copies_of_a_kept_edition_have_their_number_on_the_cover_and_are_as_many_as_it_says(
    window, page, qtbot, tmp_path
):
    store = page.session.store
    choose(page, "product", "event")
    page.document_tab.edited.emit({"sections": ("common",)})
    page.printing.copies.setText("2")
    page.printing.copies.typed.emit("2")
    page.freeze()
    qtbot.waitUntil(lambda: bool(editions(store, page.composed.pack)), timeout=10_000)
    (edition,) = editions(store, page.composed.pack)
    page.printing.copies.setText("5")
    page.printing.copies.typed.emit("5")
    choose(page, "language", "vi")
    page.making.stop()
    page.show_tab("editions")
    page.findChild(QPushButton, "copies_edition_1").click()
    chooser = page.findChild(QFileDialog)
    assert chooser.selectedFiles()[0].endswith("_copies-1-2.pdf")
    chooser.fileSelected.emit(str(tmp_path / "copies.pdf"))
    chooser.close()
    qtbot.waitUntil(lambda: (tmp_path / "copies.pdf").exists(), timeout=10_000)
    pages = pypdf.PdfReader(tmp_path / "copies.pdf").pages
    step = len(pages) - edition.pages  # each copy begins on a sheet of its own
    kept = edition_file(store, edition)
    assert kept is not None
    before = Counter(pypdf.PdfReader(BytesIO(kept)).pages[0].extract_text().split())
    for number in (1, 2):
        cover = Counter(pages[(number - 1) * step].extract_text().split())
        assert cover - before == Counter(f"Copy no. {number} of 2 {number}".split()), "at the foot and in the field"


def test_a_document_that_is_being_made_can_be_stopped(page):
    content = page.pane.view.content
    write(page, rows(page, PackPart.POINT)[0], "Never seen.")
    assert page.making.is_busy
    page.foot.cancel_button.click()
    assert not page.making.is_busy
    assert page.pane.view.content == content


def test_files_dropped_as_annexes_are_kept_with_the_pack(window, qtbot, tmp_path):
    page = builder(window, qtbot)
    choose(page, "product", "event")
    page.making.stop()
    path = tmp_path / "Statement.pdf"
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(path)
    page.document_tab.annexes.take([path, tmp_path / "note.txt"])
    qtbot.waitUntil(lambda: "Statement.pdf" in shown_annexes(page))
    assert len(page.session.store.all(Query(Pack))) == 1
    page.making.stop()


def shown_annexes(page: PacksPage) -> str:
    return " ".join(button.accessibleName() for button in page.document_tab.annexes.findChildren(QPushButton))


# ---- ways in ----


def test_an_event_a_meeting_and_a_contact_are_one_step_from_their_document(window, qtbot):
    store = window.session.store
    event, meeting = store.all(Query(Event))[0], store.all(Query(Meeting))[0]
    outreach = store.ids(Query(Outreach))[0]
    window.go(Goal("events", event.id))
    detail = window.page.findChild(EventDetail)
    detail.findChild(QPushButton, "event_pack").click()
    page = window.page
    assert (page.composed.pack.product, page.composed.pack.event) == (Product.EVENT, event.id)
    page.making.stop()
    window.go(Goal("programme", meeting.id))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_M)
    assert (page.composed.pack.product, page.composed.pack.meeting) == (Product.BILATERAL, meeting.id)
    page.making.stop()
    window.go(Goal("outreach", outreach))
    window.page.findChild(QPushButton, "report").click()
    assert (page.composed.pack.product, page.composed.pack.outreach) == (Product.REPORT, outreach)
    settled(page, qtbot)
    assert "REPORT" in text_of(page)
    QTest.keyClicks(page.report.lines["addressee"], "Department of Law")
    settled(page, qtbot)
    assert "To: Department of Law" in text_of(page)
    window.hide()  # as a lock does first
    assert "Department of Law" in (store.local("report_wishes") or "")
