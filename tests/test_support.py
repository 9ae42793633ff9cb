"""A support bundle says much of the program and nothing of what was written in it."""

import getpass
import io
import json
import logging
import sys
import unicodedata
import zipfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph

from hanoi_desk import settings as settings_file
from hanoi_desk.desk import start_desk
from hanoi_desk.records import FollowUp, Mission, MissionKind, Officer, Outreach, Person
from hanoi_desk.settings import Settings
from hanoi_desk.storage import Cost, FirstKey, StoreError, StoreErrorCode
from hanoi_desk.store import Action, Store
from hanoi_desk.support import PARTS, collect, packed, problem_of
from hanoi_desk.support.log_lines import short_place, told_line
from hanoi_desk.ui.log_file import note_bug, start_log

NOW = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))
WORDS = "chín nhịp cầu Đuống đỏ nặng"
MARKS = [f"Đặng Hường zqx{number:02}wkj" for number in range(50)]


@pytest.fixture
def log(tmp_path):
    """Write the log into a folder, as the window does, until the test ends."""
    start_log(tmp_path / "config")
    yield tmp_path / "config"
    for handler in list(logging.getLogger("hanoi_desk").handlers):
        logging.getLogger("hanoi_desk").removeHandler(handler)
        handler.close()


@pytest.fixture
def desk(tmp_path):
    """Make an encrypted desk whose path, people, texts and draft bear forty of the marks."""
    folder = tmp_path / MARKS[0]
    folder.mkdir()
    path = folder / f"{MARKS[1]}.hdesk"
    officer = Officer(id="an", name=MARKS[2], title=MARKS[3])
    with Store.create(path, first=FirstKey("an", MARKS[2], WORDS, Cost(1024, 1, 1))) as store:
        start_desk(store, Mission(kind=MissionKind.EMBASSY, name_en=MARKS[4], name_vi=MARKS[5]), officer)
        with store.change(Action.ADD_FOLLOW_UP, MARKS[6]) as change:
            change.save(Person(name=MARKS[7], notes=MARKS[8]))
            change.save(Outreach(held_on=NOW.date(), summary=MARKS[9], notes=MARKS[10], place=MARKS[11]))
            for mark in MARKS[12:40]:
                change.save(FollowUp(what=mark))
        store.keep_draft(MARKS[40], json.dumps(MARKS[41]))
    return path


def provoke(number):
    """Make one of the errors that happen to programs, with a mark in its words."""
    mark = MARKS[number % 50]
    kinds = (
        lambda: int(mark),
        lambda: {}[mark],
        lambda: json.loads(mark),
        lambda: Path(f"/nowhere/{mark}").read_text(),
        lambda: getattr(object(), mark),
        lambda: Paragraph(f"a <b and c> {mark}", getSampleStyleSheet()["Normal"]),
        lambda: mark.encode("ascii"),
        lambda: exec(mark),
        lambda: (_ for _ in ()).throw(RuntimeError(mark)),
        lambda: (_ for _ in ()).throw(StoreError(StoreErrorCode.MISSING, path=mark)),
    )
    kinds[number % len(kinds)]()


def forms(mark):
    texts = [unicodedata.normalize(form, mark) for form in ("NFC", "NFD")] + [mark[-8:]]
    return [text.encode(encoding) for text in texts for encoding in ("utf-8", "utf-16-le", "utf-16-be")]


def test_of_a_hundred_errors_and_fifty_marked_texts_neither_log_nor_bundle_holds_one(desk, log):
    for number in range(100):
        try:
            provoke(number)
        except Exception as error:
            note_bug(type(error), sys.exc_info()[2])
    assert (log / "hanoi-desk.log").read_text().count(" ERROR ") == 100
    chosen = Settings(
        last_desk=str(desk),
        folders={"list": str(desk.parent)},
        last_kind=MARKS[42],
        installation="0" * 32,
        window="AAAA",
    )
    settings_file.save(chosen, log)
    with Store.open(desk, passphrase=WORDS) as store:
        parts = collect(chosen, log, desk, store.opened.key)
    assert [part.name for part in parts] == list(PARTS)
    with zipfile.ZipFile(io.BytesIO(packed(parts, NOW))) as bundle:
        held = b"".join(bundle.read(name) for name in bundle.namelist())
        assert b"sound: True" in held
        assert b"rows of follow_up: 28" in held
        assert held.count(b" ERROR ") == 100
        names = "".join(bundle.namelist()).encode()
    for content in (held, names, (log / "hanoi-desk.log").read_bytes()):
        assert [mark for mark in MARKS for form in forms(mark) if form in content] == []
    for private in (str(desk.parent), str(Path.home()), str(log), "0" * 32):
        assert private.encode() not in held
    assert getpass.getuser() == "root" or getpass.getuser().encode() not in held


def test_a_line_of_the_log_in_any_other_shape_is_counted_and_left_out(tmp_path):
    (tmp_path / "hanoi-desk.log").write_text(
        "2026-11-22 09:41:00,123 ERROR ValueError\n"
        "  /home/lan/Hộp/hanoi_desk/ui/app.py:12 start\n"
        "2026-11-22 09:41:01,000 WARNING settings not kept: No space left on device\n"
        "2026-11-22 09:41:02,000 ERROR KeyError while locking C:\\Users\\Lan\\hanoi_desk\\ui\\lock.py:41\n"
        "2026-11-22 09:41:03,000 ERROR Bà Lan sẽ ký\n"
        "Traceback (most recent call last):\n",
        encoding="utf-8",
    )
    log = collect(Settings(), tmp_path, None)[-1].text
    assert log.splitlines() == [
        "2026-11-22 09:41:00,123 ERROR ValueError",
        "  ui/app.py:12 start",
        "2026-11-22 09:41:01,000 WARNING settings not kept",
        "2026-11-22 09:41:02,000 ERROR KeyError while locking ui/lock.py:41",
        "lines left out: 2",
    ]


def test_a_crash_of_the_interpreter_itself_is_told_by_its_places(tmp_path):
    (tmp_path / "hanoi-desk-crash.log").write_text(
        "Fatal Python error: Segmentation fault\n\n"
        "Current thread 0x00007f0b1c2d3e40 (most recent call first):\n"
        '  File "/home/lan/hanoi_desk/ui/board.py", line 12 in paintEvent\n'
        "Extension modules: Đặng Lan\n",
        encoding="utf-8",
    )
    assert collect(Settings(), tmp_path, None)[-1].text.splitlines() == [
        "Fatal Python error: Segmentation fault",
        "Current thread 0x00007f0b1c2d3e40 (most recent call first):",
        "  ui/board.py:12 paintEvent",
        "lines left out: 2",
    ]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/home/lan/.venv/lib/python3.11/site-packages/reportlab/rl_config.py", "reportlab/rl_config.py"),
        ("/usr/lib/python3.11/json/decoder.py", "json/decoder.py"),
        ("/home/Đặng Lan/script.py", "elsewhere"),
        ("<string>", "elsewhere"),
    ],
)  # fmt: skip
def test_a_place_in_the_program_is_told_without_the_folders_it_lies_in(path, shown):
    assert short_place(path) == shown


def test_what_is_no_line_of_ours_is_none():
    assert told_line("2026-11-22 09:41:00,123 ERROR ") is None
    assert told_line("") is None


def test_a_desk_that_does_not_open_is_measured_from_outside(tmp_path, desk):
    parts = {part.name: part.text for part in collect(Settings(), tmp_path, desk, problem="wrong_passphrase")}
    assert "not opened: wrong_passphrase" in parts["desk"]
    assert "rows of" not in parts["desk"]
    assert parts["checks"] == "checks: not run\n"
    assert problem_of(StoreError(StoreErrorCode.KEYS_MISSING, path=MARKS[0])) == "keys_missing"


def test_a_damaged_desk_is_told_as_such_and_what_can_be_counted_is(tmp_path, desk):
    with Store.open(desk, passphrase=WORDS) as store:
        key = store.opened.key
    with desk.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(bytes(2048))
    parts = {part.name: part.text for part in collect(Settings(), tmp_path, desk, key)}
    assert "sound: False" in parts["checks"]
    assert "user_version" in parts["desk"]
