"""Set Hanoi Desk up on a bare machine, then run it or test it.

    python3 packaging/bootstrap.py run [arguments of hanoi-desk]
    python3 packaging/bootstrap.py test [arguments of pytest]
    python3 packaging/bootstrap.py bench [arguments of pytest]

The standard library is all it needs. What it makes lies in .venv beside this project, and in build/ what `run` writes
where there is no display. pip's and apt's own settings (mirrors, proxies) are followed.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036  (this is where an older Python is told so)
    sys.exit(f"Hanoi Desk needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}).")

import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import qt_libraries

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
LOCKS = {"run": ROOT / "packaging" / "lock.txt", "test": ROOT / "packaging" / "lock-dev.txt"}
UNFINISHED = VENV / "unfinished"  # there while pip works: a package that was cut short looks whole to pip
QT_INCOMPLETE = VENV / "qt-lacks-system-libraries"
SAMPLE_COUNTRY = "Kenya"


class SetupError(Exception):
    """Something this script can't do; the message says what to do about it."""


def main(arguments: list[str]) -> int:
    """Do what the first argument asks; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace", line_buffering=True)
    jobs = {"run": run, "test": test, "bench": bench}
    if not arguments or arguments[0] not in jobs:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return jobs[arguments[0]](arguments[1:])
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped. Give the same command again to go on.")
        return 130


# ---- the three commands


def run(arguments: list[str]) -> int:
    """Open the window, or do the main job without one where there is no display."""
    set_up("run")
    here = Path.cwd()  # the files that the user names lie where the user is, but no module is to be found there: -P
    program = [str(PYTHON), "-P", "-m", "hanoi_desk"]
    if has_display():
        if QT_INCOMPLETE.exists():
            install_qt_libraries()
        return call([*program, *arguments], here)
    if arguments and arguments[0] != "open":
        return call([*program, *arguments], here, QT_QPA_PLATFORM="offscreen")
    say("There is no display here, so no window can be opened.")
    return 1 if arguments else write_sample(program)


def write_sample(program: list[str]) -> int:
    """Make the sample desk and write a brief of it in both languages; say where they lie."""
    folder = ROOT / "build" / "sample"
    say(f"Making the sample desk and a brief on {SAMPLE_COUNTRY} instead.")
    folder.mkdir(parents=True, exist_ok=True)
    desk = folder / "sample.hdesk"
    briefs = {
        "en": folder / f"{SAMPLE_COUNTRY} brief (English).pdf",
        "vi": folder / f"{SAMPLE_COUNTRY} brief (Vietnamese).pdf",
    }
    for old in (desk, *briefs.values()):
        old.unlink(missing_ok=True)
    steps = [[*program, "sample", str(desk)]]
    steps += [
        [*program, "brief", str(desk), SAMPLE_COUNTRY, "-o", str(to), "--language", code] for code, to in briefs.items()
    ]
    for step in steps:
        if code := call(step, QT_QPA_PLATFORM="offscreen"):
            say("That did not work; the lines above say why.")
            return code
    say("Done. They lie here:")
    for path in (desk, *briefs.values()):
        print(f"  {path}")
    return 0


def test(arguments: list[str]) -> int:
    """Check the style, the types and the behaviour; stop at the first that fails."""
    set_up("test")
    python = [str(PYTHON), "-m"]
    # One process for each core, or as many as HANOI_DESK_TEST_JOBS says; who is done takes over from the others.
    jobs = ["-n", os.environ.get("HANOI_DESK_TEST_JOBS") or str(min(os.cpu_count() or 1, 4)), "--dist", "worksteal"]
    steps = {
        "style": [*python, "ruff", "check", "."],
        "layout of the code": [*python, "ruff", "format", "--check", "."],
        "types": [*python, "mypy", "--strict", "hanoi_desk"],
        "behaviour": [*python, "pytest", "--cov", "--cov-report=term", *jobs, *arguments],
    }
    # The tests start the program many times: without bytecode each start would compile all of it again.
    with_bytecode = {"PYTHONDONTWRITEBYTECODE": ""}
    for name, command in steps.items():
        say(f"Checking: {name} ({' '.join(command[2:4])})")
        if code := call(command, QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"), **with_bytecode):
            say(f"FAILED: {name}. Nothing after it was checked.")
            return code
    say("All checks passed.")
    return 0


def bench(arguments: list[str]) -> int:
    """Run the benchmarks, which the tests leave out."""
    set_up("test")
    offscreen = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    # On a disk, as a desk lies on one: the tests write into memory where TMPDIR does not say otherwise.
    place = {"QT_QPA_PLATFORM": offscreen, "TMPDIR": tempfile.gettempdir()}
    are_named = any((ROOT / argument.partition("::")[0]).is_file() for argument in arguments)
    wanted = arguments if are_named else ["tests/benchmarks", *arguments]
    return call([str(PYTHON), "-m", "pytest", "-s", *wanted], **place)


# ---- setting up


def set_up(purpose: str) -> None:
    """Make .venv hold what `purpose` needs: quick when it already does, taken up again when it was cut short."""
    if is_ready("test") or (purpose == "run" and is_ready("run")):
        return
    say("Setting up; this takes a few minutes the first time.")
    make_venv()
    install(purpose)
    ready_file(purpose).write_text(fingerprint(purpose), encoding="ascii")
    say("Set up.")


def is_ready(purpose: str) -> bool:
    """Whether .venv was finished for this purpose, and nothing that it was made from has changed since."""
    try:
        return PYTHON.exists() and ready_file(purpose).read_text(encoding="ascii") == fingerprint(purpose)
    except OSError:
        return False


def ready_file(purpose: str) -> Path:
    """Return the file that keeps the fingerprint of the last finished set-up."""
    return VENV / f"ready-to-{purpose}"


def fingerprint(purpose: str) -> str:
    """Return a digest of all that a set-up depends on."""
    digest = hashlib.sha256(os.fsencode(ROOT))  # a moved project leaves a link to nowhere
    for path in (LOCKS[purpose], ROOT / "pyproject.toml", VENV / "pyvenv.cfg"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_venv() -> None:
    """Make .venv, or keep the one there if it works."""
    if PYTHON.exists() and not UNFINISHED.exists() and answers("import sys, pip; sys.exit(sys.version_info < (3, 11))"):
        return
    if missing := [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]:
        package = f"python3.{sys.version_info.minor}-venv"
        say(f"This Python lacks {' and '.join(missing)}; it is in the system package {package}.")
        apt_install([package])
    say(f"Making a virtual environment in {VENV}")
    clean = ["--clear"] if VENV.exists() else []
    if call([sys.executable, "-m", "venv", *clean, str(VENV)]):
        raise SetupError("The virtual environment could not be made; the lines above say why.")


def install(purpose: str) -> None:
    """Install the locked packages, the checkout itself, and the system libraries that Qt wants."""
    say(f"Installing the packages of {LOCKS[purpose].name}; each is checked against its hash.")
    pip = [str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    UNFINISHED.touch()
    locked = call([*pip, *quiet, "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(LOCKS[purpose])])
    linked = call([*pip, "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]) if not locked else 1
    UNFINISHED.unlink()
    if locked:
        raise SetupError("The packages could not be installed; is the network there? Give the same command again.")
    if linked:
        raise SetupError("The packages are there, but the project itself could not be linked to them.")
    if sys.platform == "linux":
        install_qt_libraries()


def install_qt_libraries() -> None:
    """Install what Qt wants of the system; what only a window needs may stay away where none can be opened."""
    missing = qt_libraries.missing(PYTHON)
    QT_INCOMPLETE.unlink(missing_ok=True)
    if not missing:
        return
    say(f"Qt lacks these system libraries: {' '.join(sorted(missing))}")
    packages, unknown = qt_libraries.debian_packages(missing)
    try:
        apt_install(packages)
    except SetupError as error:
        say(str(error))
        if not answers("from PySide6 import QtPdf, QtPdfWidgets, QtPrintSupport, QtSvg, QtWidgets"):
            raise SetupError("Without them nothing can be shown or printed.") from None
        QT_INCOMPLETE.touch()
        say("Going on without them: documents can be made, but a window may not open.")
    if unknown:
        say(f"No Debian package is known for {' '.join(unknown)}; your system's package search may find them.")


def apt_install(packages: list[str]) -> None:
    """Install Debian packages where that is allowed without asking; otherwise raise with the line to type."""
    if not packages:
        return
    line = f"apt-get install --no-install-recommends {' '.join(packages)}"
    root = [] if getattr(os, "geteuid", lambda: 1)() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (root and not (shutil.which("sudo") and succeeds(["sudo", "-n", "true"]))):
        prefix = "sudo " if root else ""
        raise SetupError(f"Please install them and give the same command again. On Debian or Ubuntu:\n  {prefix}{line}")
    say(f"Installing system packages: {' '.join(packages)}")
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    command = [*root, *environment, *line.split(), "--yes", "--quiet=2"]
    # The list of packages may be old or not there at all: fetch it once, and only when needed.
    if not succeeds(command) and (call([*root, "apt-get", "update", "--quiet=2"]) or call(command)):
        raise SetupError(f"apt-get could not install them. Try it yourself:\n  {line}")


# ---- small things


def has_display() -> bool:
    """Whether a window can be opened here."""
    return sys.platform != "linux" or qt_libraries.display_answers(os.environ)


def answers(code: str) -> bool:
    """Whether the Python of .venv runs this line."""
    return succeeds([str(PYTHON), "-c", code])


def succeeds(command: list[str]) -> bool:
    """Whether a command ends well; its words are not shown."""
    try:
        return subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0
    except OSError:
        return False


def call(command: list[str], folder: Path = ROOT, **environment: str) -> int:
    """Run a command in a folder and return its exit code."""
    # A PYTHONHOME or PYTHONPATH of the user's would lead .venv astray.
    ours = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    return subprocess.run(command, cwd=folder, env={**ours, **environment}).returncode


def say(words: str) -> None:
    """Tell the user one thing."""
    print(f"[hanoi-desk] {words}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
