"""Depositary day in the window: a file beside the record, line by line, refused with a sentence, undone at once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QTreeWidgetItem

from hanoi_desk import desk
from hanoi_desk.records import Participant, Source, SourceKind
from hanoi_desk.store import Query
from hanoi_desk.ui.detail.history import HistoryCard
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.record_dialog import RecordDialog
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.status_import import StatusImportDialog
from hanoi_desk.ui.treaty_page import TreatyPage

FILE = Path(__file__).parents[1] / "untc" / "XVIII-16.en.xml"
ALGERIA, MAURITIUS = desk.participant_id("DZ"), desk.participant_id("MU")
#: After the record that the program ships, which is of 19 November 2025.
LATER = date(2026, 11, 20)


@pytest.fixture
def window(session: Session, qtbot) -> Iterator[MainWindow]:
    shown = MainWindow(session)
    qtbot.addWidget(shown)
    shown.resize(1360, 860)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.go(Goal("treaty"))
    yield shown
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QMessageBox):
            top.close()


@pytest.fixture
def status_file(tmp_path: Path) -> Path:
    """Return a status file that a test may change."""
    copy = tmp_path / "XVIII-16.en.xml"
    copy.write_bytes(FILE.read_bytes())
    return copy


def change(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text(encoding="iso-8859-1")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="iso-8859-1")


def add_kenya(path: Path) -> None:
    row = "<Row><Entry>Kenya</Entry><Entry>12 Nov 2026</Entry><Entry /></Row>"
    change(path, ("</Rows>", f"{row}</Rows>"), ("<Signatories>72", "<Signatories>73"))


def compared(window: MainWindow, path: Path, qtbot, day: date = LATER) -> StatusImportDialog:
    """Choose the file in the file dialog, and say on which day it was taken."""
    window.actions_by_name["import_status"].trigger()
    chooser = window.page.findChild(QFileDialog)
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
    chooser.fileSelected.emit(str(path))
    chooser.close()
    qtbot.waitUntil(lambda: window.page.findChild(StatusImportDialog) is not None)
    dialog = window.page.findChild(StatusImportDialog)
    dialog.day.set_value(day)
    dialog.day.changed.emit(day)
    return dialog


def lines(dialog: StatusImportDialog) -> dict[str, QTreeWidgetItem]:
    return {item.text(0): item for item in dialog._items()}


def is_ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) is Qt.CheckState.Checked


def signatories(window: MainWindow) -> int:
    return window.session.board().ledger.signatories.total


def files_kept(window: MainWindow) -> int:
    kept = window.session.store.all(Query(Source))
    return sum(1 for source in kept if source.kind is SourceKind.DEPOSITARY and source.file_sha256)


def test_a_new_signature_is_taken_and_the_whole_import_undone_in_one_step(window, status_file, qtbot):
    before = signatories(window), files_kept(window)
    add_kenya(status_file)
    dialog = compared(window, status_file, qtbot)
    assert is_ticked(lines(dialog)["Kenya"])
    dialog.take_button.click()
    assert signatories(window) == before[0] + 1
    # Mauritius, which this file does not have, was left aside: the record as a whole keeps its day.
    assert "19 November 2025" in window.page.figures.text()
    assert "Kenya" in [window.page.model.index(row, 0).data() for row in range(window.page.model.rowCount())]
    window.strip.button.click()
    assert (signatories(window), files_kept(window)) == before


def test_what_is_gone_is_shown_but_never_ticked_for_the_officer(window, status_file, qtbot):
    dialog = compared(window, status_file, qtbot)
    assert not is_ticked(lines(dialog)["Mauritius"])
    assert "missing from this file" in dialog.cautions.text()
    assert not dialog.take_button.isEnabled()
    lines(dialog)["Mauritius"].setCheckState(0, Qt.CheckState.Checked)
    dialog.take_button.click()
    assert signatories(window) == 72


def test_only_the_lines_that_are_ticked_are_taken(window, status_file, qtbot):
    change(status_file, ("<Signatories>72", "<Signatories>74"))
    more = "".join(f"<Row><Entry>{n}</Entry><Entry>12 Nov 2026</Entry><Entry /></Row>" for n in ("Kenya", "Mongolia"))
    change(status_file, ("</Rows>", f"{more}</Rows>"))
    dialog = compared(window, status_file, qtbot)
    lines(dialog)["Mongolia"].setCheckState(0, Qt.CheckState.Unchecked)
    assert "Take 1 line" in dialog.take_button.text()
    dialog.take_button.click()
    places = window.session.board().places
    assert places[desk.participant_id("KE")].status.signed_on == date(2026, 11, 12)
    assert places[desk.participant_id("MN")].status.signed_on is None


def test_a_file_whose_header_disagrees_shows_both_numbers_and_takes_nothing_by_itself(window, status_file, qtbot):
    add_kenya(status_file)
    change(status_file, ("<Signatories>73", "<Signatories>75"))
    dialog = compared(window, status_file, qtbot)
    assert "header says 75, its rows add up to 73" in dialog.cautions.text()
    assert dialog.ticked == frozenset()
    assert not dialog.take_button.isEnabled()


def test_a_file_older_than_the_record_warns_and_takes_nothing_back(window, status_file, qtbot):
    dialog = compared(window, status_file, qtbot, date(2025, 10, 26))
    assert "older than the record, which is of 19 November 2025" in dialog.cautions.text()
    assert "Mauritius" not in lines(dialog)
    assert dialog.ticked == frozenset()


def test_a_name_that_nobody_knows_is_matched_by_the_officer_and_known_from_then_on(window, status_file, qtbot):
    add_kenya(status_file)
    change(status_file, ("<Entry>Algeria</Entry>", "<Entry>People's Republic of Algiers</Entry>"))
    dialog = compared(window, status_file, qtbot)
    unknown = lines(dialog)["People's Republic of Algiers"]
    assert dialog.tree.currentItem() is unknown
    assert not unknown.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert dialog.name_field.isVisible()
    lines(dialog)["Kenya"].setCheckState(0, Qt.CheckState.Unchecked)
    QTest.keyClicks(dialog.name_field.line, "alger")
    dialog.match_button.click()
    assert "People's Republic of Algiers" not in lines(dialog)
    assert not is_ticked(lines(dialog)["Kenya"]), "what was decided stays decided"
    assert "People's Republic of Algiers" in window.session.store.need(Participant, ALGERIA).aliases


def test_a_file_that_says_what_the_record_says_can_be_kept(window, status_file, qtbot):
    row = "<Row><Entry>Mauritius</Entry><Entry>19 Nov 2025</Entry><Entry /></Row>"
    change(status_file, ("</Rows>", f"{row}</Rows>"), ("<Signatories>72", "<Signatories>73"))
    dialog = compared(window, status_file, qtbot)
    assert dialog.take_button.isEnabled()
    assert "confirmed" in dialog.take_button.text()
    dialog.take_button.click()
    assert window.session.board().as_of == LATER


def test_a_web_page_instead_of_the_file_is_refused_with_a_sentence(window, tmp_path, qtbot):
    page = tmp_path / "status.xml"
    page.write_text("<!DOCTYPE html><html><body>UN Treaty Collection</body></html>")
    before = signatories(window)
    window.page.read_file(page)

    def said() -> list[QMessageBox]:
        return [box for box in window.page.findChildren(QMessageBox) if box.isVisible()]

    qtbot.waitUntil(lambda: bool(said()))
    assert "web page" in said()[0].text().lower()
    assert "Nothing was changed" in said()[0].informativeText()
    assert signatories(window) == before


def test_a_file_that_is_gone_is_told(window, tmp_path, qtbot):
    window.page.read_file(tmp_path / "missing.xml")
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.page.findChildren(QMessageBox)))


def test_the_filter_shows_any_participant_and_return_opens_its_page(window):
    window.page.filter.setFocus()
    QTest.keyClicks(window.page.filter, "mauri")
    names = [window.page.model.index(row, 0).data() for row in range(window.page.model.rowCount())]
    assert names == ["Mauritania", "Mauritius"]
    window.page.table.selectRow(1)
    assert window.page.current_country() == MAURITIUS
    QTest.keyClick(window.page.table, Qt.Key.Key_Return)
    assert window.page.current_country() == MAURITIUS
    assert window.sidebar.current == "countries"


def test_every_act_of_a_state_and_its_source_has_its_history(window: MainWindow, session: Session) -> None:
    page = window.page
    row = page.model.row_of(ALGERIA)
    page.table.setFocus()
    page.table.selectRow(row)
    page.table.setCurrentIndex(page.model.index(row, 0))
    QTest.keyClick(page.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    menu = page.findChild(QMenu, "behind")
    said = [action.text() for action in menu.actions()]
    assert said[0].startswith("Signature, 25/10/2025")
    assert len(said) > 1
    for action in (menu.actions()[0], menu.actions()[-1]):
        action.trigger()
        (shown,) = [d for d in page.findChildren(RecordDialog) if d.isVisible()]
        assert shown.findChild(HistoryCard) is not None
        shown.reject()
    menu.close()


def test_a_key_without_a_state_says_what_to_do(window: MainWindow) -> None:
    window.page.table.clearSelection()
    window.page.table.setCurrentIndex(window.page.model.index(-1, -1))
    window.page.show_behind()
    assert "Choose a State first" in window.strip.words


def test_the_record_goes_into_a_spreadsheet_as_it_is_shown(window: MainWindow, tmp_path: Path, qtbot) -> None:
    page = window.page
    page.filter.setText("Algeria")
    page._fill()
    page.export()
    dialog = page.findChild(QFileDialog, "export_file")
    target = tmp_path / "record.xlsx"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(target.exists, timeout=20_000)
    rows = list(load_workbook(target).active.iter_rows(values_only=True))
    assert "NO STATE SECRETS" in rows[0][0]
    assert rows[1][0] == "Participant"
    assert (rows[2][0], rows[2][1].date()) == ("Algeria", date(2025, 10, 25))
    assert len(rows) == 3


def test_the_proof_of_an_act_has_the_cursor_when_it_is_opened(window: MainWindow, session: Session) -> None:
    act = session.board().places[desk.participant_id("CL")].status.signature
    assert act is not None
    window.go(Goal("overview"))
    window.go(Goal("treaty", act.id))
    page = window.page
    assert isinstance(page, TreatyPage)
    assert page.table.hasFocus()
    row = page.table.currentIndex().row()
    assert page.model.index(row, 0).data() == "Chile"
    assert "UN Treaty Collection" in page.model.index(row, 6).data()
