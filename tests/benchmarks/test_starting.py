"""From the start of the process to a painted overview, beside a bare window of the same library."""

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from time import perf_counter

from benchmarks.measure import median

ROUNDS = 5

BARE = """
    import sys
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
    app = QApplication(sys.argv)
    window = QMainWindow()
    window.setCentralWidget(QLabel("Hanoi Desk"))
    window.resize(1360, 860)
    window.show()
    QTimer.singleShot(0, lambda: (window.repaint(), app.quit()))
    app.exec()
"""

WHOLE = """
    import sys, resource
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from hanoi_desk.ui.app import Application
    from hanoi_desk import settings
    app = QApplication(sys.argv)
    program = Application(app, settings.config_folder())
    program.start(Path(sys.argv[1]))
    QTimer.singleShot(0, lambda: (program.window.repaint(), app.quit()))
    app.exec()
    for line in open("/proc/self/status"):
        if line.startswith("VmRSS"):
            print(int(line.split()[1]) / 1024)
    program.window.close()
"""


def run(script: str, folder: Path, *arguments: str) -> tuple[float, str]:
    """Return the seconds that a process lives, and what it printed."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HANOI_DESK_CONFIG": str(folder)}
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", dedent(script), *arguments], env=environment, capture_output=True, text=True, check=True
    )
    return perf_counter() - start, done.stdout


def test_a_start_takes_no_more_than_four_bare_windows(desk_10k, tmp_path, note):
    bares, wholes, printed = [], [], ""
    for _ in range(ROUNDS):
        bares.append(run(BARE, tmp_path)[0])
        seconds, printed = run(WHOLE, tmp_path, str(desk_10k))
        wholes.append(seconds)
    ratio = median(wholes) / median(bares)
    megabytes = float(printed)
    note("start to a painted overview", "10,000 talks", f"{ratio:.2f} x bare, {median(wholes):.2f} s", "4 x")
    note("memory after the start", "10,000 talks", f"{megabytes:.0f} MiB", "200 MiB")
    assert ratio <= 4
    assert megabytes < 200
