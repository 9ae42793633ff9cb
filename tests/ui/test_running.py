"""A start as the user makes one, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

from ready_desks import started

START = """
    import gc, linecache, sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from hanoi_desk.ui import running
    running._SETTLED = 0
    app = QApplication([])
    program = running.begin(app, Path(sys.argv[1]))
    print(gc.isenabled())
    program.start(Path(sys.argv[2]))
    def settled():
        read = [file for file in linecache.cache if file.endswith(("app.py", "main_window.py", "store.py"))]
        print(program.window.isVisible(), read, gc.isenabled(), gc.get_freeze_count() > 10_000)
        program.window.close()
    QTimer.singleShot(0, settled)
    app.exec()
"""


def test_a_start_searches_for_no_garbage_and_reads_no_source_until_the_window_stands(tmp_path: Path) -> None:
    desk = started(tmp_path / "desk.hdesk")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HANOI_DESK_CONFIG": str(tmp_path / "config")}
    command = [sys.executable, "-c", dedent(START), str(tmp_path / "config"), str(desk)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == ["False", "True [] True True"]
