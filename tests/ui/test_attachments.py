"""Files in the window: attached by choice or drop, opened as a private copy that goes, saved elsewhere with care."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from ui import lists_desk
from ui.lists_desk import key

from hanoi_desk import desk
from hanoi_desk.desk import FILE_LIMIT, attach_files, attachments
from hanoi_desk.records import Attachment, Mission, Officer, Outreach, Participant, Record
from hanoi_desk.store import Query
from hanoi_desk.ui import copies
from hanoi_desk.ui.attachments import AttachmentForm, Opening
from hanoi_desk.ui.copies import mark_as_foreign, remove_copies, remove_leftovers, write_copy
from hanoi_desk.ui.countries.country_view import CountryView
from hanoi_desk.ui.detail.files import FilesCard
from hanoi_desk.ui.detail.outreach import OutreachDetail
from hanoi_desk.ui.search_results import Finder
from hanoi_desk.ui.session import Goal, Session

PDF = b"%PDF-1.7 Cong ham"
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")


@pytest.fixture
def filled(session: Session) -> Session:
    lists_desk.fill(session.store)
    return session


@pytest.fixture
def officer(filled: Session) -> Officer:
    return filled.store.need(Officer, key("officer"))


@pytest.fixture(autouse=True)
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a folder for temporary files of its own, and leave no copy behind."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    remove_copies()
    return folder


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """Stand in for the system's programs: what they are asked to show."""
    asked: list[QUrl] = []
    monkeypatch.setattr(Opening, "show_url", staticmethod(lambda url: asked.append(url) or True))
    return asked


@pytest.fixture
def card(filled: Session, officer: Officer, qtbot: QtBot) -> Callable[..., FilesCard]:
    def show(*files: tuple[str, bytes], record: Record = officer) -> FilesCard:
        if files:
            attach_files(filled.store, record, files, filled.today)
        shown = FilesCard(filled, record)
        qtbot.addWidget(shown)
        shown.show()
        return shown

    return show


def write(folder: Path, name: str, data: bytes = PDF) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def names(session: Session, record: Record) -> list[str]:
    return [file.name for file in attachments(session.store, record)]


def button(card: FilesCard, words: str) -> QPushButton:
    return next(one for one in card.findChildren(QPushButton) if (one.accessibleName() or one.text()) == words)


def said(card: FilesCard) -> str:
    return "\n".join(one.text() for one in card.findChildren(QLabel) if not one.isHidden())


def boxes() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def drop(widget: object, *paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QApplication.sendEvent(
        widget,
        QDragEnterEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)
    return event


# ---- attaching ----


def test_chosen_files_are_attached_as_one_save(
    card: Callable[..., FilesCard], filled: Session, officer: Officer, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = card()
    assert "Drop files here" in said(shown)
    with qtbot.waitSignal(filled.said) as sentence:
        shown.take([write(tmp_path, "Công hàm.pdf"), write(tmp_path, "b.txt", b"b")])
    assert sentence.args == ["Attached: Công hàm.pdf, b.txt", True]
    assert names(filled, officer) == ["Công hàm.pdf", "b.txt"]
    assert button(shown, "Công hàm.pdf").objectName().startswith("open_")
    filled.store.undo()
    assert names(filled, officer) == []
    assert "Drop files here" in said(shown)


def test_the_button_opens_the_choice_of_files(card: Callable[..., FilesCard], qtbot: QtBot) -> None:
    shown = card()
    shown.attach_button.setFocus()
    qtbot.keyClick(shown.attach_button, Qt.Key.Key_Space)
    (dialog,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == "attach_dialog"]
    assert dialog.isVisible()
    dialog.close()


@pytest.mark.parametrize("view", [CountryView, OutreachDetail])
def test_a_key_asks_which_files_are_attached_to_what_is_shown(
    filled: Session, view: type[CountryView] | type[OutreachDetail], qtbot: QtBot
) -> None:
    shown = view(filled)
    qtbot.addWidget(shown)
    if isinstance(shown, CountryView):
        shown.show_country(desk.participant_id("GH"))
    else:
        shown.show_record(filled.store.ids(Query(Outreach))[0])
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.keyClick(shown, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    (dialog,) = shown.findChildren(QFileDialog)
    dialog.close()


def test_files_are_dropped_on_a_record(filled: Session, tmp_path: Path, qtbot: QtBot) -> None:
    contact: Outreach = filled.store.all(Query(Outreach))[0]
    detail = OutreachDetail(filled)
    qtbot.addWidget(detail)
    detail.show_record(contact.id)
    detail.show()
    with qtbot.waitSignal(filled.said):
        event = drop(detail.viewport(), write(tmp_path, "a.pdf"))
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert names(filled, contact) == ["a.pdf"]
    assert (tmp_path / "a.pdf").exists()


def test_files_are_dropped_on_a_country_and_stand_with_those_of_its_contacts(
    filled: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    ghana = filled.store.need(Participant, desk.participant_id("GH"))
    contact = next(
        o for o in filled.store.all(Query(Outreach)) if ghana.id in {c.participant for c in parts(filled, o)}
    )
    attach_files(filled.store, contact, [("of the contact.pdf", PDF)], filled.today)
    view = CountryView(filled)
    qtbot.addWidget(view)
    view.retranslate()
    view.show_country(ghana.id)
    view.show()
    with qtbot.waitSignal(filled.said):
        drop(view, write(tmp_path, "of the country.pdf"))
    assert names(filled, ghana) == ["of the country.pdf"]
    view.show_country(ghana.id)
    assert view.tabs.current == "files"
    assert "Files 2" in [view.tabs.tabText(n) for n in range(view.tabs.count())]
    labels = [one.text() for one in view.files_tab.findChildren(QLabel)]
    assert "of the contact.pdf" in labels


def parts(session: Session, outreach: Outreach) -> tuple[object, ...]:
    return desk.entry_of(session.store, outreach.id).countries


def test_what_is_no_file_of_the_disk_is_not_taken(filled: Session, qtbot: QtBot) -> None:
    detail = OutreachDetail(filled)
    qtbot.addWidget(detail)
    data = QMimeData()
    data.setUrls([QUrl("https://desk.example/a.pdf")])
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(detail.viewport(), event)
    assert not event.isAccepted()


def test_what_cannot_be_attached_is_said_by_name_and_nothing_is_kept(
    card: Callable[..., FilesCard], filled: Session, officer: Officer, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = card()
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(FILE_LIMIT + 1)
    (tmp_path / "folder").mkdir()
    for paths, words in (
        ([write(tmp_path, "good.pdf"), large], "large.pdf is larger than 20 MB"),
        ([write(tmp_path, "empty.pdf", b"")], "empty.pdf is empty"),
        ([tmp_path / "folder"], "folder could not be read. Choose files"),
        ([tmp_path / "missing.pdf"], "missing.pdf could not be read"),
    ):
        shown.take(paths)
        qtbot.waitUntil(lambda: bool(boxes()))
        (box,) = boxes()
        assert words in box.informativeText()
        box.close()
        QApplication.processEvents()
    assert names(filled, officer) == []


def test_a_mark_of_a_state_secret_in_the_name_stops_before_the_file_is_read(
    card: Callable[..., FilesCard], filled: Session, officer: Officer, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = card()
    path = write(tmp_path, "Báo cáo TỐI MẬT.pdf")
    shown.take([path])
    (box,) = boxes()
    assert "TỐI MẬT" in box.text()
    assert "Do not print, copy or send" in box.informativeText()
    next(b for b in box.buttons() if b.text() == "Do not attach").click()
    assert names(filled, officer) == []
    QApplication.processEvents()
    shown.take([path])
    with qtbot.waitSignal(filled.said):
        next(b for b in boxes()[0].buttons() if "no State secret" in b.text()).click()
    assert names(filled, officer) == ["Báo cáo TỐI MẬT.pdf"]


# ---- opening ----


@posix
def test_a_file_is_opened_as_a_private_copy_that_can_only_be_read(
    card: Callable[..., FilesCard], opened: list[QUrl], temp: Path, qtbot: QtBot
) -> None:
    shown = card(("Công hàm.pdf", PDF))
    link = button(shown, "Công hàm.pdf")
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    (url,) = opened
    assert url.isLocalFile()
    path = Path(url.toLocalFile())
    assert (path.name, path.read_bytes()) == ("Công hàm.pdf", PDF)
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    folders = [folder for folder in path.parents if temp in folder.parents]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in folders] == [0o700] * len(folders)
    remove_copies()
    assert list(temp.iterdir()) == []


@pytest.mark.parametrize("name", ["setup.exe", "report.pdf.js", "letter.docm", "link.lnk", "page.html", "nothing"])
def test_what_may_be_a_program_is_never_opened(
    card: Callable[..., FilesCard], opened: list[QUrl], temp: Path, filled: Session, name: str
) -> None:
    shown = card((name, b"MZ"))
    assert "may be a program" in said(shown)
    assert not [b for b in shown.findChildren(QPushButton) if b.objectName().startswith("open_")]
    shown.opening.save_as = lambda file: None  # type: ignore[method-assign]
    shown.opening.open(attachments(filled.store, shown.record)[0])
    assert opened == []
    assert list(temp.iterdir()) == []


def test_a_name_from_elsewhere_is_never_a_path(
    card: Callable[..., FilesCard], opened: list[QUrl], filled: Session, officer: Officer, temp: Path
) -> None:
    (file,) = attach_files(filled.store, officer, [("a.pdf", PDF)], filled.today)
    hostile = desk.keep(filled.store, Attachment(**{**_fields(file), "name": "../../\u202e../x.pdf"}))
    shown = card()
    shown.opening.open(hostile)
    path = Path(opened[0].toLocalFile())
    assert path.name == "_.._.._x.pdf"
    assert temp in path.parents


def _fields(file: Attachment) -> dict[str, object]:
    return {name: getattr(file, name) for name in ("id", "sha256", "size", "record_table", "record", "added_on")}


def test_a_file_without_its_bytes_says_so(
    card: Callable[..., FilesCard], opened: list[QUrl], filled: Session, officer: Officer
) -> None:
    lost = Attachment(name="a.pdf", sha256="0" * 64, size=9, record_table="officer", record=officer.id)
    desk.keep(filled.store, lost)
    card().opening.open(lost)
    assert "not held in this desk" in boxes()[0].text()
    assert opened == []
    boxes()[0].close()


def test_what_a_crash_left_goes_at_the_next_start_and_the_copies_of_a_running_program_stay(temp: Path) -> None:
    code = (
        "import os, sys, tempfile; tempfile.tempdir = sys.argv[1];"
        "from hanoi_desk.ui.copies import write_copy; write_copy('a.pdf', b'x'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(temp)], check=False, timeout=60)
    assert len(list(temp.rglob("a.pdf"))) == 1
    mine = write_copy("mine.pdf", PDF)
    (temp / "hanoi-desk-open-not-a-folder").write_text("x")
    remove_leftovers()
    assert list(temp.rglob("*.pdf")) == [mine]
    running = subprocess.Popen(
        [sys.executable, "-c", code.replace("os._exit(9)", "print(1, flush=True); input()"), str(temp)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert running.stdout is not None
        running.stdout.readline()
        remove_leftovers()
        assert len(list(temp.rglob("a.pdf"))) == 1
    finally:
        running.communicate(b"\n", timeout=60)
    assert list(temp.rglob("a.pdf")) == []  # a program that ends well takes its copies with it


@posix
def test_a_link_that_another_user_put_in_the_way_is_not_followed(temp: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    write(elsewhere, "keep.pdf")
    (temp / "hanoi-desk-open-link").symlink_to(elsewhere)
    remove_leftovers()
    assert (elsewhere / "keep.pdf").exists()


def test_windows_is_told_that_a_file_came_from_elsewhere(tmp_path: Path) -> None:
    path = write(tmp_path, "a.pdf")
    mark_as_foreign(path, has_streams=False)
    if sys.platform != "win32":
        assert [p.name for p in tmp_path.iterdir() if p.name.startswith("a.pdf:")] == []
    mark_as_foreign(path, has_streams=True)
    assert Path(f"{path}:Zone.Identifier").read_bytes() == b"[ZoneTransfer]\r\nZoneId=3\r\n"


def test_two_files_of_one_name_are_open_at_once() -> None:
    first, second = write_copy("a.pdf", b"1"), write_copy("a.pdf", b"2")
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    assert len(copies._held) == 1


# ---- saving, renaming, removing ----


def test_a_copy_is_saved_where_it_is_asked_for(
    card: Callable[..., FilesCard], filled: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = card(("tool.exe", b"MZ"))
    (file,) = attachments(filled.store, shown.record)
    with qtbot.waitSignal(filled.said):
        shown.opening.save(file, tmp_path / "copy.exe")
    assert (tmp_path / "copy.exe").read_bytes() == b"MZ"
    assert sys.platform == "win32" or not os.access(tmp_path / "copy.exe", os.X_OK)
    shown.opening.save(file, tmp_path / "no such folder" / "copy.exe")
    assert "its folder is not there" in boxes()[0].text()
    boxes()[0].close()


def test_removing_says_that_the_bytes_stay_and_undo_brings_it_back(
    card: Callable[..., FilesCard], filled: Session, officer: Officer, qtbot: QtBot
) -> None:
    shown = card(("a.pdf", PDF))
    with qtbot.waitSignal(filled.said) as sentence:
        button(shown, "Remove: a.pdf").click()
    assert "keeps its bytes" in sentence.args[0]
    assert names(filled, officer) == []
    filled.store.undo()
    assert names(filled, officer) == ["a.pdf"]


def test_a_file_gets_another_name_and_a_note_and_stays_what_it_is(
    card: Callable[..., FilesCard], filled: Session, officer: Officer, qtbot: QtBot
) -> None:
    shown = card(("a.exe", b"MZ"))
    form = AttachmentForm(filled, attachments(filled.store, officer)[0], "File", shown)
    qtbot.addWidget(form)
    form.rows["name"].field.setText("../b.pdf")  # type: ignore[attr-defined]
    form.rows["note"].field.set_text("From the ministry")  # type: ignore[attr-defined]
    form.save()
    (file,) = attachments(filled.store, officer)
    assert (file.name, file.note, file.media_type) == ("_b.pdf.exe", "From the ministry", "")
    assert "From the ministry" in said(shown)


def test_a_deleted_record_takes_its_files_out_of_sight_and_brings_them_back(filled: Session) -> None:
    mission = desk.keep(filled.store, Mission(kind="embassy", name_en="Embassy"))  # type: ignore[arg-type]
    attach_files(filled.store, mission, [("a.pdf", PDF)], filled.today)
    desk.remove(filled.store, mission)
    filled.store.undo()
    assert names(filled, mission) == ["a.pdf"]


def test_the_card_says_how_large_the_files_and_the_desk_are(card: Callable[..., FilesCard]) -> None:
    words = said(card(("a.pdf", bytes(3 * 1024 * 1024)), ("b.pdf", b"x")))
    assert "All files of this desk: 2, 3.0\u00a0MB" in words
    assert "the desk file: " in words


def test_a_file_is_found_by_its_name_and_leads_to_its_record(filled: Session, officer: Officer) -> None:
    attach_files(filled.store, officer, [("Công hàm số 12.pdf", PDF)], filled.today)
    finder = Finder(filled)
    (found,) = [one for one in finder.find("cong ham 12") if one.goal == Goal("officers", officer.id)]
    assert found.shown.title == "Công hàm số 12.pdf"
    assert [one for one in finder.find("application") if one.goal == Goal("officers", officer.id)] == []
    desk.remove(filled.store, officer)
    assert [one for one in finder.find("cong ham 12") if "Công hàm" in one.shown.title] == []
