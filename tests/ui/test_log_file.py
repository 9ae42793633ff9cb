"""What the terminal or the log of a session would be told holds no word of an error, for it may be a record's."""

import gc
import sys
import threading

from PySide6.QtWidgets import QApplication

from hanoi_desk.ui import log_file

MARKER = "zqx77wkj"


class Unheard:
    def __del__(self) -> None:
        raise ValueError(MARKER)


def fail() -> None:
    raise KeyError(MARKER)


def test_errors_that_nobody_hears_are_noted_by_place_and_their_words_are_told_to_nobody(
    qapp: QApplication, monkeypatch, capfd, caplog
) -> None:
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    log_file.note_unheard()
    Unheard()
    gc.collect()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    out, err = capfd.readouterr()
    assert "ValueError" in caplog.text
    assert "KeyError" in caplog.text
    assert MARKER not in out + err + caplog.text
