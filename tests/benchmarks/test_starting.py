"""From the start of the process to a painted overview, beside a bare window of the same library."""

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from time import time

from benchmarks.measure import median

ROUNDS = 9

#: What both scripts end with: the moment at which the window is painted, and the memory held then.
PAINTED = """
    def painted():
        window.repaint()
        at = time.time()
        (held,) = (line for line in open("/proc/self/status") if line.startswith("VmRSS"))
        print(at, int(held.split()[1]) / 1024)
        sys.stdout.flush()
        os._exit(0)
    QTimer.singleShot(0, painted)
    app.exec()
"""

BARE = """
    import os, sys, time
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
    app = QApplication(sys.argv)
    window = QMainWindow()
    window.setCentralWidget(QLabel("Hanoi Desk"))
    window.resize(1360, 860)
    window.show()
"""

WHOLE = """
    import os, sys, time
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from hanoi_desk import settings
    from hanoi_desk.ui.running import begin
    app = QApplication(sys.argv)
    program = begin(app, settings.config_folder())
    program.start(Path(sys.argv[1]))
    window = program.window
"""


def run(script: str, folder: Path, *arguments: str) -> tuple[float, float]:
    """Return the seconds from the start of the process to the painted window, and the MiB of memory held then."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HANOI_DESK_CONFIG": str(folder)}
    # An installed program has its modules compiled, and so has PySide; a checkout need not.
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    (folder / "settings.json").unlink(missing_ok=True)  # a start that is cut off here would make the next a safe one
    command = [sys.executable, "-c", dedent(script) + dedent(PAINTED), *arguments]
    start = time()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    painted_at, megabytes = map(float, done.stdout.split())
    return painted_at - start, megabytes


def test_a_start_takes_no_more_than_four_bare_windows(desk_10k, tmp_path, note):
    for script in (BARE, WHOLE):  # once for nothing: modules are compiled, files are read
        run(script, tmp_path, str(desk_10k))
    bares, wholes = [], []
    for _ in range(ROUNDS):
        bares.append(run(BARE, tmp_path)[0])
        wholes.append(run(WHOLE, tmp_path, str(desk_10k)))
    bare, whole = median(bares), median([seconds for seconds, _ in wholes])
    megabytes = max(held for _, held in wholes)
    note("start to a painted overview", "10,000 talks", f"{whole / bare:.2f} x bare, {whole:.2f} s", "4 x")
    note("memory after the start", "10,000 talks", f"{megabytes:.0f} MiB", "200 MiB")
    assert whole <= 4 * bare
    assert megabytes < 200
