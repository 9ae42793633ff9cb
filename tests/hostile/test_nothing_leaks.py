"""After a day of work on an encrypted desk nothing of it stands outside it, and the process never knew a network."""

import json
import os
import stat
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pypdf
import pytest
from hostile.scenario import MANY, secret

SCENARIO = Path(__file__).with_name("scenario.py")
FOLDERS = {
    "HOME": "home", "USERPROFILE": "home", "TMPDIR": "tmp", "TEMP": "tmp", "TMP": "tmp", "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "settings", "XDG_DATA_HOME": "data", "XDG_RUNTIME_DIR": "runtime", "XDG_STATE_HOME": "state",
    "HANOI_DESK_CONFIG": "config",
}  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which somebody worked for a day, everything of theirs under it."""
    root = tmp_path_factory.mktemp("user")
    for name in {*FOLDERS.values(), "chosen"}:
        (root / name).mkdir(mode=0o700)
    environment = {**os.environ, **{name: str(root / folder) for name, folder in FOLDERS.items()}}
    environment |= {"PYTHONPATH": os.pathsep.join(sys.path), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, SCENARIO, root],
        env=environment,
        cwd=root / "home",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (root / "chosen" / "said.txt").write_text(done.stdout, encoding="utf-8")
    (root / "stderr.txt").write_text(done.stderr, encoding="utf-8")
    return root


def forms(number: int) -> list[bytes]:
    """Return how a marked text might stand in a file: composed or not, in three encodings, and its own letters."""
    texts = [unicodedata.normalize(form, secret(number)) for form in ("NFC", "NFD")]
    texts += [f"zqx{number:02}wkj"]
    return [text.encode(encoding) for text in texts for encoding in ("utf-8", "utf-16-le", "utf-16-be")]


def files(root: Path) -> list[Path]:
    return [one for one in root.rglob("*") if one.is_file() and not one.is_relative_to(root / "chosen")]


def test_none_of_fifty_marked_texts_stands_outside_the_encrypted_files(root):
    found = files(root)
    assert len(found) > 4
    for path in found:
        held = path.read_bytes()
        for number in range(MANY):
            for form in forms(number):
                assert form not in held, path
                assert form not in os.fsencode(path.name), path


def test_the_marked_texts_were_really_there(root):
    said = (root / "chosen" / "said.txt").read_text(encoding="utf-8")
    brief = "".join(page.extract_text() for page in pypdf.PdfReader(root / "chosen" / "brief.pdf").pages)
    assert "zqx00wkj" in said
    assert "zqx04wkj" in brief or "zqx08wkj" in brief
    meeting = "".join(page.extract_text() for page in pypdf.PdfReader(root / "chosen" / "meeting.pdf").pages)
    assert "zqx29wkj" in meeting
    for name, member, number in (
        ("meeting.docx", "word/document.xml", 29),
        ("people.xlsx", "xl/worksheets/sheet1.xml", 6),
    ):
        with zipfile.ZipFile(root / "chosen" / name) as copy:
            assert f"zqx{number:02}wkj" in copy.read(member).decode(), name
    log = next((root / "config").glob("*.log")).read_text(encoding="utf-8")
    assert log.count("ValueError") >= 20


def test_the_support_bundle_was_looked_through_too(root):
    assert "rows of outreach: 2" in (root / "bundle" / "desk.txt").read_text(encoding="utf-8")
    assert (root / "bundle" / "log.txt").read_text(encoding="utf-8").count("ValueError") >= 20


def test_no_folder_for_temporary_files_keeps_anything(root):
    assert [one for one in (root / "tmp").rglob("*") if one.is_file()] == []
    assert [one for one in root.rglob("*") if one.suffix in (".part", ".new", ".xbel")] == []


def test_what_is_kept_can_be_read_by_its_user_alone(root):
    for path in (root / "home").iterdir():
        if path.is_file():
            assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_the_brief_says_nothing_of_the_machine(root):
    brief = pypdf.PdfReader(root / "chosen" / "brief.pdf")
    metadata = " ".join(str(value) for value in (brief.metadata or {}).values())
    assert str(root) not in metadata
    assert str(root).encode() not in (root / "chosen" / "brief.pdf").read_bytes()


def test_the_process_opened_no_socket_to_anywhere(root):
    asked = json.loads((root / "events.json").read_text())
    assert [one for one in asked if not (one[0] == "socket.__new__" and "AF_UNIX" in one[1])] == []
    assert json.loads((root / "sockets.json").read_text()) == []
