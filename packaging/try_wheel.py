"""Try the wheel and the source archive: each is installed in a bare virtual environment, where the program is run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import build
import first_work
from bare_machine import PATH, Failed, Machine
from bootstrap import PYTHON, ROOT, say
from screen import Screen

LOCK = ROOT / "packaging" / "lock.txt"


def try_wheel(shown: Screen) -> None:
    """Make both, install each where nothing else is, and do an officer's first work with it.

    :raises Failed: when something does not work.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made"
        run([str(PYTHON), "-m", "hatchling", "build", "--directory", str(made)])
        (wheel,), (source,) = made.glob("*.whl"), made.glob("*.tar.gz")
        build.DIST.mkdir(parents=True, exist_ok=True)
        for archive in (wheel, source):
            shutil.copy(archive, build.DIST)
            try_in_bare_environment(archive, Path(folder) / archive.suffix[1:], shown)
            say(f"{archive.name}: {archive.stat().st_size / 2**20:.1f} MiB; installed, and all works")


def try_in_bare_environment(archive: Path, folder: Path, shown: Screen) -> None:
    """Install an archive with the packages of the lock and nothing else, and work with it."""
    run([sys.executable, "-m", "venv", str(folder / "venv")])
    pip = [str(folder / "venv" / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)])
    run([*pip, "--no-build-isolation", str(archive)])  # what builds it is in the lock
    home = folder / "home"
    home.mkdir()
    there, program, desk = Machine(Path("/"), str(home)), str(folder / "venv/bin/hanoi-desk"), f"{home}/sample.hdesk"
    first_work.do_all(there, program, desk)
    settings = {"HOME": str(home), "PATH": PATH, "LANG": "C.UTF-8", "DISPLAY": shown.name}
    shown.painted([f"{program}w", "open", desk], settings)


def run(command: list[str]) -> None:
    """Run a command to its end, away from the project.

    :raises Failed: when it does not end well.
    """
    quiet = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    place = ROOT if "hatchling" in command else Path("/")
    done = subprocess.run(command, capture_output=True, text=True, cwd=place, env=quiet)
    if done.returncode:
        raise Failed(
            f"{' '.join(command[:4])} ended with {done.returncode}:\n{done.stdout[-800:]}{done.stderr[-1500:]}"
        )
