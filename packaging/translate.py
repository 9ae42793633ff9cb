"""Bring the words of the interface up to date: read them from the program, and release them for Qt to load.

.venv/bin/python packaging/translate.py

`hanoi_desk_vi.ts` gains what is new in hanoi_desk/ui and loses what is gone: translate what it then calls
unfinished, and run this once more. `qt_vi.ts`, the words of Qt's own buttons and dialogs, is kept by hand.
`hanoi_desk_en.ts` holds only the plurals, for English says "1 contact" and "2 contacts".
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
#: What each released file is made of; of these, lupdate writes the first.
RELEASED = {
    "hanoi_desk_vi": ("hanoi_desk_vi", "qt_vi"),
    "hanoi_desk_en": ("hanoi_desk_en",),
}


def main() -> int:
    """Read the words into the .ts files, write the .qm files, and say what is still to be translated."""
    for name in RELEASED:
        update(FOLDER / f"{name}.ts")
        release(name, FOLDER, FOLDER / f"{name}.qm")
    return 0


def sources() -> list[str]:
    """Return the files with words to show, in an order that is the same on every machine."""
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "hanoi_desk" / "ui").rglob("*.py"))


def update(ts: Path) -> None:
    """Read the words of the program into a .ts file, which is made if it is not there."""
    english = ts.stem.endswith("_en")
    only = ["-pluralonly"] if english else []
    target = ["-source-language", "en", "-target-language", "en" if english else "vi"]
    options = ["-locations", "none", "-no-obsolete", "-disable-heuristic", "similartext", *only, *target]
    run("lupdate", *options, *sources(), "-ts", str(ts))


def release(name: str, folder: Path, qm: Path) -> None:
    """Write the file that Qt loads from the .ts files of this name in a folder."""
    run("lrelease", *(str(folder / f"{part}.ts") for part in RELEASED[name]), "-qm", str(qm))


def run(tool: str, *arguments: str) -> None:
    """Run a tool of PySide6, which lies beside this Python; CalledProcessError if it fails."""
    subprocess.run([str(beside_python(f"pyside6-{tool}")), *arguments], cwd=ROOT, check=True)


def beside_python(tool: str, endings: Iterable[str] = ("", ".exe")) -> Path:
    """Return the path of a tool in the folder of this Python; FileNotFoundError if PySide6 is not installed there."""
    folder = Path(sys.executable).parent
    for ending in endings:
        if (found := folder / (tool + ending)).is_file():
            return found
    raise FileNotFoundError(f"{tool} is not beside {sys.executable}: install the packages of this project there first")


if __name__ == "__main__":
    sys.exit(main())
