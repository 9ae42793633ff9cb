"""An officer's first work with a built program: documents, keys, backups, an update, a desk of an earlier version."""

from __future__ import annotations

import gzip
import os
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from pathlib import Path

from bare_machine import Failed, Machine
from bootstrap import PYTHON, ROOT

FIRST_RELEASE = ROOT / "tests" / "databases" / "first_release.hdesk.gz"
PASSPHRASE = "sáu từ để thử máy này\n"


def do_all(there: Machine, program: str, desk: str) -> None:
    """Make the sample desk and do everything with it that needs no window.

    :raises Failed: when something does not work.
    """
    there.run(program, "sample", desk)
    there.run(program, "check", desk)
    make_documents(there, program, desk)
    there.run(program, "export", desk, f"{there.home}/folder")
    keep_with_passphrase(there, program)
    keep_safe(there, program, desk)
    check_update(there, program)
    upgrade(there, program)


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
            "KE,DZ",
            "--annex",
            f"{home}/brief-en.pdf",
            "--number",
            "HD-2026-0147",
            "--copies",
            "2",
        ],
        "bilateral": ["--countries", "KE,DZ", "--language", "vi+en"],
        "leave_behind": ["--countries", "KE", "--language", "fr", "--confirmed"],
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
        if "frozen: True" not in told or ": ?" in told:
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
