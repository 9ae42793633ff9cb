"""Gather the licences of everything a frozen Hanoi Desk carries into one text, THIRD_PARTY.txt.

    python packaging/licences.py TARGET [LIBRARY…]

Runs in the environment from which the program is frozen: what is installed there says its own licence. Each LIBRARY
is a file of the system that travels along. A part without a text of its licence is an error, not a gap.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent
TEXTS = HERE / "licences"
RULE = "=" * 78
APACHE = "Apache License 2.0: its text is the first of this file."
LGPL = "GNU Lesser General Public License 3: its text, and that of the GNU GPL 3 to which it adds, are in this file."

# Packages that bring no text of their own, and where it stands instead.
TOLD_ELSEWHERE = {
    "pyside6": LGPL,
    "pyside6-addons": LGPL,
    "pyside6-essentials": LGPL,
    "shiboken6": LGPL,
    "sqlite-utils": APACHE,
    "sqlite-fts4": APACHE,
}
# What lies within those packages and is the work of others.
WITHIN = """\
Qt 6 and PySide6 come under the GNU LGPL 3. They are carried unmodified and linked dynamically: you may put your own
build of them in the folder PySide6 beside the program in the place of ours, and look into the program as far as that
needs. Their source is published by The Qt Company under the
version number above; whoever passes this program on passes that source on with it or offers it, as the licence asks.

GNU libiconv, Free Software Foundation, lies within lxml under the GNU LGPL 2.1 or later, beside libxml2, libxslt and
libexslt (MIT) and zlib (Zlib). It is carried unmodified; lxml's own files lie in the folder lxml beside the program,
where you may put another build of them, linked with your libiconv. Its source is published by the GNU project and is
passed on or offered as Qt's is.

SQLCipher (BSD-3-Clause) and SQLite (public domain) lie within sqlcipher3. OpenSSL, The OpenSSL Project Authors, lies
within sqlcipher3 and cryptography, under the Apache License 2.0.
"""


class NoLicence(Exception):
    """A part of the program comes without a text of its licence."""


def main(arguments: list[str]) -> int:
    """Write the text; return the exit code."""
    try:
        text = third_party([Path(name) for name in arguments[1:]])
    except NoLicence as error:
        print(error, file=sys.stderr)
        return 1
    Path(arguments[0]).write_text(text, encoding="utf-8")
    return 0


def third_party(libraries: list[Path]) -> str:
    """Return the whole text: the licences named by many, then each part in alphabetical order."""
    sections = [
        ("Apache License 2.0", (HERE.parent / "LICENSE").read_text(encoding="utf-8")),
        ("What lies within others", WITHIN),
        *((path.stem, path.read_text(encoding="utf-8")) for path in sorted(TEXTS.glob("*.txt"))),
        ("Python " + sys.version.split()[0], _python_licence()),
        *((title(name), licence_of(name)) for name in sorted({*needed("hanoi-desk"), "pyinstaller"})),
        *sorted(system_licences(libraries).items()),
    ]
    return "".join(f"{RULE}\n{head}\n{RULE}\n\n{body.strip()}\n\n" for head, body in sections)


def needed(name: str) -> set[str]:
    """Return the packages that the program needs, and those that they need, as lock.txt names them."""
    lock = (HERE / "lock.txt").read_text(encoding="utf-8")
    builders = {"hatchling", "editables", "packaging", "pathspec", "tomlkit", "trove-classifiers", "pycparser"}
    return set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)) - builders - {name}


def title(name: str) -> str:
    """Return the package, its version and the licence it says."""
    about = metadata.metadata(name)
    said = about.get("License-Expression") or (about.get("License") or "").split("\n")[0] or "see below"
    return f"{about['Name']} {about['Version']} ({said[:80]})"


def licence_of(name: str) -> str:
    """Return every text of a licence that a package brings.

    :raises NoLicence: when there is none, and nobody has said where it stands.
    """
    wanted = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
    files = [path for path in metadata.files(name) or [] if ".dist-info/" in str(path) and wanted.search(str(path))]
    texts = [f"{path.name}:\n\n{path.read_text(encoding='utf-8')}" for path in files]
    if not texts and name not in TOLD_ELSEWHERE:
        raise NoLicence(f"{name} brings no text of its licence; say in packaging/licences.py where it stands.")
    return "\n\n".join(texts) or TOLD_ELSEWHERE[name]


def system_licences(libraries: list[Path]) -> dict[str, str]:
    """Return what Debian records of the packages whose libraries travel along; Python's own is left out.

    :raises NoLicence: when a library belongs to no package.
    """
    found = {}
    for library in libraries:
        if library.name.startswith("libpython"):
            continue
        package = _debian_package(library)
        record = Path("/usr/share/doc") / package / "copyright"
        if not package or not record.exists():
            raise NoLicence(f"{library} belongs to no Debian package, so its licence is not known.")
        found[f"{package}, from Debian ({library.name})"] = record.read_text(encoding="utf-8", errors="replace")
    return found


def _debian_package(library: Path) -> str:
    # Debian knows a file by its place before or after /lib became /usr/lib.
    names = {str(library), str(library.resolve()), str(library.resolve()).removeprefix("/usr")}
    for name in sorted(names):
        done = subprocess.run(["dpkg-query", "--search", name], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.split(":")[0]
    return ""


def _python_licence() -> str:
    for folder in (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)):
        for path in (folder / "LICENSE.txt", folder / "LICENSE"):
            if path.exists():
                return path.read_text(encoding="utf-8")
    if shutil.which("dpkg-query") and (record := next(Path("/usr/share/doc").glob("python3.*/copyright"), None)):
        return record.read_text(encoding="utf-8")
    raise NoLicence("The licence of Python is not beside it.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
