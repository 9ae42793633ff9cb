"""A disk that is full, a file that may not grow, a medium that cannot be written: told, and nothing is spoilt."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from desk_file import GHANA, meeting
from faults.acting import AN, NOW, TODAY, WORDS, Printed
from workbook.taking import compared

from hanoi_desk.briefing import collect_country_brief, return_sheets, word_return
from hanoi_desk.briefing.bilateral import collect_bilateral
from hanoi_desk.calendar_days import calendar_days
from hanoi_desk.calendar_file import calendar_bytes
from hanoi_desk.cli import main
from hanoi_desk.desk import attach_files, check_message, freeze_edition, participant_id, save_pack, start_desk
from hanoi_desk.desk.backups import make_backup
from hanoi_desk.desk.exchange_folder import compare_folder, import_folder
from hanoi_desk.desk.workbook import import_workbook
from hanoi_desk.document_numbers import next_document_number
from hanoi_desk.errors import told
from hanoi_desk.files import replace_file
from hanoi_desk.folder import read_folder, write_folder
from hanoi_desk.language import INTERFACE, Language
from hanoi_desk.pdf import write_pdf, write_return
from hanoi_desk.records import KINDS, Evidence, FollowUp, Message, Outreach, Pack, PackPart, PackText
from hanoi_desk.returns import collect_return
from hanoi_desk.schema import migrations
from hanoi_desk.settings import Settings
from hanoi_desk.settings import save as save_settings
from hanoi_desk.sheets import write_sheets
from hanoi_desk.storage import change_data_key, encrypt, read_keys, restore, unlocked, write_keys
from hanoi_desk.store import Action, Query, Store, StoreError, StoreErrorCode
from hanoi_desk.support import collect, packed
from hanoi_desk.ui.log_form import LogForm
from hanoi_desk.ui.session import Session
from hanoi_desk.word_copy import write_word
from hanoi_desk.workbook import read_sheets

MOMENT = datetime(2026, 11, 22, 9, 41, tzinfo=UTC)
KENYA = participant_id("KE")
DISK = 24 * 1024 * 1024

pytestmark = pytest.mark.skipif(not hasattr(os, "seteuid"), reason="asks for POSIX")


@contextmanager
def no_file_grows(place: Path) -> Iterator[None]:
    """Let no file become larger than eight kilobytes; a module that is loaded then must not leave half of itself."""
    writes_no_modules, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
        sys.dont_write_bytecode = writes_no_modules


@contextmanager
def disk_is_full(place: Path) -> Iterator[None]:
    """Fill a small disk to its last byte."""
    ballast = place / "photographs"
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 20, 4096, 1):
            while True:
                try:
                    file.write(bytes(size))
                except OSError:
                    break
    yield
    ballast.unlink()


@contextmanager
def cannot_be_written(place: Path) -> Iterator[None]:
    """Take away the right to write there, also from one who may write everywhere."""
    paths = [place, *(one for one in place.rglob("*") if not one.is_symlink())]
    for one in paths:
        one.chmod(0o555 if one.is_dir() else 0o444)
    if os.geteuid() == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
        for one in paths:
            one.chmod(0o755 if one.is_dir() else 0o644)


HINDRANCES = {"no file grows": no_file_grows, "full": disk_is_full, "read-only": cannot_be_written}


@pytest.fixture(scope="module", params=HINDRANCES)
def hindered(request) -> Iterator[tuple[Path, Callable]]:
    """Return a folder, a small disk of its own where it is to be filled, and what takes its room away."""
    place = Path(tempfile.mkdtemp(prefix="hanoi-desk-", dir="/tmp"))
    place.chmod(0o755)
    is_disk = request.param == "full"
    if is_disk:
        made = shutil.which("mount") and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(place)], capture_output=True, check=False
        )
        if not made or made.returncode:
            place.rmdir()
            pytest.skip("a small disk can't be made here")
    yield place, HINDRANCES[request.param]
    if is_disk:
        subprocess.run(["umount", str(place)], check=True)
    shutil.rmtree(place)


@pytest.fixture(scope="module")
def place(hindered) -> Path:
    """Return a folder with a desk, an encrypted one, and all that is written over or read on the way."""
    place = hindered[0]
    with Store.create(place / "desk.hdesk") as store:
        start_desk(store)
        meeting(store, "Hội đàm", "Sẽ ký")
        with store.change(Action.ADD_FOLLOW_UP) as change:
            change.save(FollowUp(what="Gửi tài liệu"))
            change.save(Pack(id="pack", name="Gói tài liệu", participants=(KENYA,)))
        store.keep_draft("log", "what was written before")
    with Store.create(place / "locked.hdesk", first=AN) as store, store.change(Action.ADD_RECORD) as change:
        change.save(GHANA)
    with Store.create(place / "other.hdesk") as other:
        with other.change(Action.ADD_FOLLOW_UP) as change:
            for number in range(300):
                change.save(FollowUp(what=f"taken {number} " + "x" * 300))
        write_folder(other, place / "export", Language.EN, MOMENT)
        (place / "copies").mkdir()
        other.back_up(place / "copies", NOW)
    lines = "".join(f"{day}/11/2026;Ghana;{'Gặp ' * 200}{day}\n" for day in range(1, 29))
    (place / "book.csv").write_text("Ngày;Nước;Nội dung\n" + lines, encoding="utf-8-sig")
    for name in ("brief.pdf", "calendar.ics", "copy.docx", "return.pdf", "return.xlsx", "support.zip"):
        (place / name).write_bytes(b"%PDF what stood there before")
    save_settings(Settings(language="vi"), place / "settings")
    return place


def opened(place: Path) -> Store:
    return Store.open(place / "desk.hdesk", patience_ms=100)


def with_desk(act: Callable[[Store, Path], object]) -> Callable[[Path], object]:
    def run(place: Path) -> object:
        with opened(place) as store:
            return act(store, place)

    return run


def put_brief(store: Store, place: Path) -> None:
    briefing = collect_country_brief(
        store, KENYA, language=Language.VI, now=MOMENT, printed_at=MOMENT, prepared_by="", unit=""
    )
    write_pdf(briefing, place / "brief.pdf", Language.VI)


def put_calendar(store: Store, place: Path) -> None:
    entries = calendar_days(store, MOMENT, Language.VI)
    replace_file(place / "calendar.ics", calendar_bytes(entries) * 40)


def hang(store: Store, place: Path) -> None:
    attach_files(store, store.all(Query(FollowUp))[0], [("a.pdf", os.urandom(200_000))], TODAY)


def take_workbook(store: Store, place: Path) -> None:
    import_workbook(store, compared(store, read_sheets(place / "book.csv").sheets[0], TODAY))


def rotate(place: Path) -> None:
    path = place / "locked.hdesk"
    held = unlocked(path, WORDS)
    assert held
    change_data_key(path, read_keys(path), held, AN)


def put_word_copy(store: Store, place: Path) -> None:
    brief = collect_bilateral(store, KENYA, language=Language.VI, now=MOMENT, printed_at=MOMENT)
    write_word([brief], place / "copy.docx")


def put_return(store: Store, place: Path, name: str) -> None:
    found = word_return(collect_return(store, date(2026, 1, 1), TODAY, MOMENT), Language.VI, now=MOMENT, unit="")
    if name.endswith(".pdf"):
        write_return(found, place / name, Language.VI)
    else:
        write_sheets(place / name, return_sheets(found, Language.VI))


def put_support(place: Path) -> None:
    parts = collect(Settings(), place / "settings", place / "desk.hdesk")
    replace_file(place / "support.zip", packed(parts, MOMENT) * 20)


def freeze(store: Store, place: Path) -> None:
    printed = Printed(os.urandom(200_000), next_document_number(store, 2026))
    freeze_edition(store, store.need(Pack, "pack"), printed, TODAY)


def rewrite_pack(store: Store, place: Path) -> None:
    texts = [PackText(pack="pack", part=PackPart.POINT, text_en=f"point {n} " * 100) for n in range(100)]
    save_pack(store, store.need(Pack, "pack"), texts)


def mark_in_bank(store: Store, place: Path) -> None:
    row = store.all(Query(Message, limit=1))[0]
    check_message(store, replace(row, point_en="said " * 9000), Evidence.A, TODAY)


def many_keys(place: Path) -> None:
    keys = read_keys(place / "locked.hdesk")
    for number in range(30):
        keys = keys.with_slot(f"officer {number}", "Bình " * 40, WORDS, bytes(32), AN.cost)
    write_keys(place / "locked.hdesk", keys)


ACTS: dict[str, Callable[[Path], object]] = {
    "saving": with_desk(lambda store, _: meeting(store, "lần hai", "Sẽ ký " * 9000)),
    "a draft": with_desk(lambda store, _: store.keep_draft("log", "new words " * 9000)),
    "undoing": with_desk(lambda store, _: store.undo()),
    "a backup": with_desk(lambda store, place: make_backup(store, place / "copies", NOW)),
    "an export": with_desk(lambda store, place: write_folder(store, place / "out", Language.VI, MOMENT)),
    "a folder taken in": with_desk(lambda s, place: import_folder(s, compare_folder(s, read_folder(place / "export")))),
    "a workbook taken in": with_desk(take_workbook),
    "attaching": with_desk(hang),
    "the brief": with_desk(put_brief),
    "the calendar": with_desk(put_calendar),
    "a copy for Word": with_desk(put_word_copy),
    "the return as a PDF": with_desk(lambda store, place: put_return(store, place, "return.pdf")),
    "the return as a workbook": with_desk(lambda store, place: put_return(store, place, "return.xlsx")),
    "the support bundle": put_support,
    "an edition of a document": with_desk(freeze),
    "the texts of a document": with_desk(rewrite_pack),
    "a mark in the message bank": with_desk(mark_in_bank),
    "settings": lambda place: save_settings(Settings(language="en", last_desk="x" * 9000), place / "settings"),
    "keys": many_keys,
    "encrypting": lambda place: encrypt(place / "desk.hdesk", AN),
    "a new data key": rotate,
    "restoring": lambda place: restore(
        next((place / "copies").glob("other.*.hdesk")), place / "desk.hdesk", migrations, NOW
    ),
    "a new desk": lambda place: Store.create(place / "new.hdesk"),
    "a new encrypted desk": lambda place: Store.create(place / "new.hdesk", first=AN),
}


def picture(place: Path) -> dict[str, bytes]:
    """Return what lies in a folder by its names; the ballast of a full disk is not looked at."""
    files = (one for one in place.rglob("*") if one.is_file() and one.name != "photographs")
    return {str(one.relative_to(place)): sha256(one.read_bytes()).digest() for one in files}


@pytest.mark.parametrize("name", ACTS)
def test_what_cannot_be_written_is_told_and_everything_stays_as_it_was(name, hindered, place):
    before = picture(place)
    with hindered[1](place), pytest.raises((StoreError, OSError)) as refused:
        ACTS[name](place)
    if isinstance(refused.value, StoreError):
        error = refused.value
        assert error.code not in (StoreErrorCode.DAMAGED, StoreErrorCode.NOT_A_DESK), "nothing is the desk's fault"
        assert name != "a backup" or error.code is not StoreErrorCode.FAILED, "it is the medium of the copy"
        assert all(told(error, language).to_do for language in INTERFACE)
    after = picture(place)
    # The keys of before may have moved to where those of before are kept: the ones in use are the same.
    assert {path: after.get(path) for path in before} == before
    assert [path for path in after.keys() - before.keys() if not path.endswith((".keys.new", ".keys.earlier"))] == []
    with opened(place) as store:
        assert store.check().sound
        assert store.draft("log").json == "what was written before"
        assert [one.summary for one in store.all(Query(Outreach))] == ["Hội đàm"]
    with Store.open(place / "locked.hdesk", passphrase=WORDS) as store:
        assert sum(store.count(Query(kind)) for kind in KINDS) == 1


def test_the_command_line_says_it_in_a_sentence(hindered, place, capsys):
    desk = str(place / "desk.hdesk")
    for words in (
        ["backup", desk, str(place / "copies")],
        ["export", desk, str(place / "out")],
        ["brief", desk, "Kenya", "-o", str(place / "brief.pdf")],
        ["import", desk, str(place / "export"), "--apply"],
        ["new", str(place / "new.hdesk")],
    ):
        with hindered[1](place):
            code = main(words)
        _, err = capsys.readouterr()
        assert (code, "Traceback" in err) == (1, False), words
        assert len(err.strip()) > 20


def test_the_log_form_keeps_its_text_and_saves_it_once_there_is_room(hindered, place, qtbot, theme):
    text = "Ghana sẽ ký tháng sau. " * 2000
    with opened(place) as store:
        session = Session(store, Language.EN, lambda: MOMENT)
        form = LogForm(session)
        qtbot.addWidget(form)
        form.start_new((KENYA,))
        form.show()
        form.sheet.notes.setPlainText(text)
        with hindered[1](place):
            assert not form.save()
            assert form.keeper.error is None or form.keeper.error.code
            assert form.sheet.notes.toPlainText() == text
        assert store.count(Query(Outreach)) == 1
        if hindered[1] is not cannot_be_written:
            assert form.save()
            assert store.count(Query(Outreach)) == 2
        form.close()
        session.close()
