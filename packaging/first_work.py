"""An officer's first work with a built program: documents, keys, backups, an update, a desk of an earlier version."""

from __future__ import annotations

import gzip
import json
import os
import re
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from pathlib import Path

from bare_machine import Failed, Machine
from bootstrap import PYTHON, ROOT

FIRST_RELEASE = ROOT / "tests" / "databases" / "first_release.hdesk.gz"
STATUS_FILE = ROOT / "tests" / "untc" / "XVIII-16.en.xml"
FONTS = ROOT / "tests" / "fonts"
PASSPHRASE = "sáu từ để thử máy này\n"
TEN = "KE,DZ,GH,MN,FJ,WS,VN,AO,BR,CL"
#: What a talk was about, in a script that no font of ours has.
CHINESE = "中国支持公约"
TALK = {
    "date": "2026-11-20",
    "countries": ["Kenya"],
    "summary": CHINESE,
    "results": {"KE": f"{CHINESE}. سنوقع"},
    "commitments": [{"country": "Kenya", "act": "sign", "by": "2026-12-10", "grade": 4, "words": "We will sign."}],
}
WORKBOOK = "Date;Country;Kind;What was said;Met\r\n03/11/2026;Ghana;Bilateral meeting;A bill.;Sample Person Mensah\r\n"


def do_all(there: Machine, program: str, desk: str) -> None:
    """Make the sample desk and do everything with it that needs no window.

    :raises Failed: when something does not work.
    """
    there.run(program, "sample", desk)
    there.run(program, "check", desk)
    make_documents(there, program, desk)
    do_the_days_work(there, program, desk)
    write_other_scripts(there, program)
    there.run(program, "export", desk, f"{there.home}/folder")
    keep_with_passphrase(there, program)
    keep_safe(there, program, desk)
    salvage(there, program, desk)
    check_update(there, program)
    upgrade(there, program)
    there.refuse(program, "open", desk)  # there is no display
    commands = set(re.findall(r"^    ([a-z-]+)\b", there.run(program, "--help"), re.MULTILINE))
    if untried := commands - there.given:
        raise Failed(f"these commands were not tried: {' '.join(sorted(untried))}")


def make_documents(there: Machine, program: str, desk: str) -> None:
    """Print briefs and packs in every language, take an annex in, write the Word copy of a brief.

    :raises Failed: when a file does not say what it must.
    """
    home = there.home
    for language, word in (("en", "Kenya"), ("vi", "Thông tin tóm tắt quốc gia")):
        page = f"{home}/brief-{language}.pdf"
        there.run(program, "brief", desk, "Kenya", "-o", page, "--language", language)
        read_pdf(there.path(page), word)
    asked = {
        "event": [
            "--countries",
            TEN,
            "--annex",
            f"{home}/brief-en.pdf",
            "--number",
            "HD-2026-0147",
            "--copies",
            "2",
        ],
        "bilateral": ["--countries", "KE,DZ", "--language", "vi+en"],
        "leave_behind": ["--countries", "KE", "--language", "fr", "--confirmed"],
        "report": ["--countries", "KE", "--language", "vi"],
    }
    for product, options in asked.items():
        page = f"{home}/{product}.pdf"
        there.run(program, "pack", desk, "--product", product, "-o", page, *options)
        read_pdf(there.path(page), "Kenya")
    copy = f"{home}/Kenya.docx"
    there.run(program, "pack", desk, "--product", "bilateral", "--countries", "KE", "-o", copy)
    with zipfile.ZipFile(there.path(copy)) as parts:
        if "Kenya" not in parts.read("word/document.xml").decode("utf-8"):
            raise Failed("the Word copy does not name Kenya")


def do_the_days_work(there: Machine, program: str, desk: str) -> None:
    """Log a talk, take a status file and a workbook in, look things up, write the calendar and the return.

    :raises Failed: when what was logged is not found again, or nothing is said in Vietnamese where that is spoken.
    """
    home = there.home
    there.give(there.path(f"{home}/talk.jsonl"), json.dumps(TALK).encode())
    there.give(there.path(f"{home}/status.xml"), STATUS_FILE.read_bytes())
    there.give(there.path(f"{home}/talks.csv"), WORKBOOK.encode())
    there.run(program, "log", desk, f"{home}/talk.jsonl")
    if CHINESE not in there.run(program, "search", desk, CHINESE):
        raise Failed("what was logged is not found again")
    there.run(program, "import-status", desk, f"{home}/status.xml", "--as-of", "2026-11-20")
    there.run(program, "import", desk, f"{home}/talks.csv")
    json.loads(there.run(program, "status", desk, "--json"))
    if "by 10 December 2026" not in there.run(program, "commitments", desk):
        raise Failed("a promise that was logged is not told")
    there.run(program, "due", desk)
    there.run(program, "calendar", desk, "-o", f"{home}/days.ics")
    for ending, start in (("pdf", b"%PDF"), ("xlsx", b"PK")):
        target = f"{home}/return.{ending}"
        there.run(program, "return", desk, "--from", "2026-01-01", "--to", "2026-12-31", "-o", target)
        if not there.path(target).read_bytes().startswith(start):
            raise Failed(f"{target} is no such file")
    if "Công ước" not in there.run("LANG=vi_VN.UTF-8", program, "status", desk):
        raise Failed("nothing is said in Vietnamese on a system that speaks it")
    there.refuse(program, "brief", desk, "Kenya", "-o", f"{home}/TỐI MẬT.pdf")


def write_other_scripts(there: Machine, program: str) -> None:
    """Write a brief with Chinese letters where the system has a font for them, and where it has none.

    :raises Failed: when they are missing on the page in silence, or although there is a font.
    """
    desk, page = f"{there.home}/scripts.hdesk", f"{there.home}/scripts.pdf"
    there.run(program, "new", desk)
    there.run(program, "log", desk, f"{there.home}/talk.jsonl")
    own = f"{there.home}/.local/share/fonts"
    there.run("/bin/rm", "-rf", own)
    nothing = "HANOI_DESK_FONTS=/nowhere"
    written = there.told(nothing, program, "brief", desk, "Kenya", "-o", page, "--language", "en")
    read_pdf(there.path(page), "Kenya")
    if not written[1].strip():
        raise Failed("nobody is told that no font has the letters of a name")
    there.run("/bin/mkdir", "-p", f"{there.home}/.local/share")
    there.copy(FONTS, own)
    there.run(program, "brief", desk, "Kenya", "-o", page, "--language", "en")
    read_pdf(there.path(page), CHINESE)


def salvage(there: Machine, program: str, desk: str) -> None:
    """Damage a desk in the middle: it is told, and what can still be read comes into a new desk that is sound.

    :raises Failed: when the damage is not told.
    """
    spoilt, saved = f"{there.home}/spoilt.hdesk", f"{there.home}/saved.hdesk"
    content = bytearray(there.path(desk).read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = b"\xff" * 4096
    there.give(there.path(spoilt), bytes(content))
    there.refuse(program, "check", spoilt)
    there.run(program, "salvage", spoilt, saved)
    there.run(program, "check", saved)
    if "Kenya" not in there.run(program, "search", saved, "Kenya"):
        raise Failed("what was salvaged is not found")


def keep_with_passphrase(there: Machine, program: str) -> None:
    """Take what was exported into a desk with a passphrase: SQLCipher and Argon2id are in the program.

    :raises Failed: when the desk is not encrypted.
    """
    desk = f"{there.home}/keys.hdesk"
    opened = ("--passphrase-fd", "0")
    there.run(program, "new", desk, *opened, given=PASSPHRASE)
    there.run(program, "import", desk, f"{there.home}/folder", "--apply", *opened, given=PASSPHRASE)
    there.run(program, "check", desk, *opened, given=PASSPHRASE)
    if "Kenya" not in there.run(program, "search", desk, "Kenya", *opened, given=PASSPHRASE):
        raise Failed("what was taken in is not found again")
    there.refuse(program, "check", desk, *opened, given="another passphrase\n")
    held = there.path(desk).read_bytes()
    if held.startswith(b"SQLite format 3") or b"Kenya" in held:
        raise Failed("the desk with a passphrase is not encrypted")


def keep_safe(there: Machine, program: str, desk: str) -> None:
    """Back a desk up, put the backup back, and save the bundle for whoever helps.

    :raises Failed: when no backup was made, or the bundle does not say of which libraries it tells.
    """
    backups = f"{there.home}/backups"
    there.run("/bin/mkdir", backups)
    there.run(program, "backup", desk, backups)
    (made,) = there.path(backups).glob("*.hdesk")
    there.run(program, "restore", f"{backups}/{made.name}", f"{there.home}/restored.hdesk")
    there.run(program, "check", f"{there.home}/restored.hdesk")
    bundle = f"{there.home}/support.zip"
    there.run(program, "support", desk, "-o", bundle)
    with zipfile.ZipFile(there.path(bundle)) as parts:
        told = parts.read("program.txt").decode("utf-8")
        if "frozen: " not in told or ": ?" in told:
            raise Failed(f"the support bundle does not know what the program is made of:\n{told}")
        if any(b"Kenya" in parts.read(name) for name in parts.namelist()):
            raise Failed("the support bundle holds something of a record")


def check_update(there: Machine, program: str) -> None:
    """Sign an update with a key made for it; it is taken as good, and one that was changed is refused.

    :raises Failed: when either is not so.
    """
    update, key = f"{there.home}/hanoi-desk-next.deb", f"{there.home}/update-key.txt"
    there.path(update).write_bytes(b"a newer Hanoi Desk" * 1000)
    code = """
import sys
from pathlib import Path
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hanoi_desk.updates import sign
update, key = map(Path, sys.argv[1:])
made = Ed25519PrivateKey.generate()
Path(f"{update}.sig").write_text(sign(update, "999.0", made.private_bytes_raw()), encoding="ascii")
key.write_text(made.public_key().public_bytes_raw().hex(), encoding="ascii")
"""
    command = [str(PYTHON), "-P", "-c", code, str(there.path(update)), str(there.path(key))]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    if "999.0" not in there.run(program, "check-update", update, "--key", key):
        raise Failed("a good update is not told by its version")
    with there.path(update).open("r+b") as file:
        file.write(b"A")
    there.refuse(program, "check-update", update, "--key", key)


def upgrade(there: Machine, program: str) -> None:
    """Open a desk of the first release, of which a copy stays, and be refused one of a version to come.

    :raises Failed: when no copy stays, or the newer desk was touched.
    """
    older, newer = there.path(f"{there.home}/older.hdesk"), there.path(f"{there.home}/newer.hdesk")
    there.give(older, gzip.decompress(FIRST_RELEASE.read_bytes()))
    there.run(program, "status", f"{there.home}/{older.name}")
    there.run(program, "check", f"{there.home}/{older.name}")
    if not list(older.parent.glob("older.before-upgrade-*.hdesk")):
        raise Failed("no copy stays of the desk that was upgraded")
    there.give(newer, older.read_bytes())
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("pragma user_version = 99")
        connection.commit()
    held = newer.read_bytes()
    there.refuse(program, "status", f"{there.home}/{newer.name}")
    if newer.read_bytes() != held:
        raise Failed("a desk of a newer version was changed")


def read_pdf(path: Path, word: str) -> None:
    """Read a document with a program that had no part in making it.

    :raises Failed: when it is no PDF, or does not say the word that it must.
    """
    code = "import sys, pypdf; print(''.join(page.extract_text() for page in pypdf.PdfReader(sys.argv[1]).pages))"
    done = subprocess.run([str(PYTHON), "-c", code, str(path)], capture_output=True, text=True)
    if done.returncode or word.casefold() not in done.stdout.casefold():
        raise Failed(f"{path.name} is no document that says {word}: {done.stderr[-300:]}{done.stdout[:300]}")
