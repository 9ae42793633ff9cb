"""What the terminal or the log of a session would be told holds no word of an error, for it may be a record's."""

import gc
import subprocess
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


def test_the_log_takes_every_letter_whatever_code_page_the_system_has(tmp_path) -> None:
    said = "settings not kept: C:\\\\Users\\\\Nguyễn Đỗ"
    script = (
        "import sys; from pathlib import Path; from hanoi_desk.ui import log_file; "
        f"log_file.start_log(Path(sys.argv[1])); log_file._log.warning('{said}')"
    )
    strictly = ["-X", "warn_default_encoding", "-W", "error::EncodingWarning"]
    subprocess.run([sys.executable, *strictly, "-c", script, tmp_path], check=True, timeout=60)
    assert "Nguyễn Đỗ" in (tmp_path / log_file.LOG_NAME).read_text(encoding="utf-8")
