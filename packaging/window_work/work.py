"""Work in the window of a built program, which `trial.py` runs: every page, every dialog, the help in both languages.

    work.py everything DESK FOLDER     open all there is to open; FOLDER holds the files to take in
    work.py draft DESK WORDS           the words that were typed before the program was killed are offered
    work.py damaged DESK               a way out is offered for a desk that does not open

Whatever Qt warns of and whatever goes wrong is an error. Nothing is imported that the program does not carry.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QLabel, QPushButton

from dialogs import every_dialog, unseen
from files import taken_in, tells_every_licence
from hanoi_desk.language import INTERFACE
from pages import every_help_page, every_page
from running import Trial, report


def everything(path: Path, folder: Path) -> None:
    """Open every page and every page of the help in both languages, and every dialog in the last of them."""
    trial = Trial(path)
    for suffix in (b"svg", b"jpeg", b"ico", b"png"):
        assert suffix in QImageReader.supportedImageFormats(), suffix
    for language in INTERFACE:
        trial.program.set_language(language.value)
        every_page(trial)
        every_help_page(trial, folder / f"help-{language.value}.pdf")
    every_dialog(trial)
    taken_in(trial, folder)
    tells_every_licence(trial)
    for kind in sorted(unseen(trial, (folder / "modules.txt").read_text(encoding="utf-8").split()), key=str):
        trial.wrong.append(f"never shown: {kind}")
    trial.program.lock()
    trial.settle(lambda: trial.program.unlock is not None)
    trial.end()
    report(trial)


def draft(path: Path, words: str) -> None:
    """Hold that the window offers what was being typed, and that the form has it when it is asked for."""
    trial = Trial(path)
    window = trial.window
    offered = " ".join(label.text() for label in window.strip.findChildren(QLabel))
    assert "Ctrl+L" in offered, f"no draft is offered: {offered!r}"
    window.log_outreach()
    trial.settle(lambda: window.findChild(QPushButton, "resume_draft") is not None, 0.3)
    window.findChild(QPushButton, "resume_draft").click()
    trial.settle()
    kept = window._veil._form.sheet.notes.toPlainText()
    assert kept == words, f"the draft holds {kept!r}"
    trial.end()
    report(trial)


def damaged(path: Path) -> None:
    """Hold that a desk that does not open leads to its backups and to what can still be read."""
    from hanoi_desk.ui.safekeeping.rescue import RescueDialog

    trial = Trial(path)
    trial.settle(lambda: any(isinstance(one, RescueDialog) for one in trial.dialogs()))
    trial.end()
    report(trial)


def main(what: str, path: str, *rest: str) -> int:
    """Do what is asked, and say what went wrong; return the exit code."""
    try:
        if what == "everything":
            everything(Path(path), Path(rest[0]))
        elif what == "draft":
            draft(Path(path), rest[0])
        else:
            damaged(Path(path))
    except Exception:  # whatever it is, it is told; the program's own hook would keep it
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
