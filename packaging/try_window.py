"""Try the window of a built program: all there is to open, a kill, a locked screen, damage, another language, sockets.

Keys come from xdotool, the news of the system over a message bus of our own, and a kill is a kill. What can only be
asked from within is asked by `window_work/`, which runs in the modules of the program; see `trial.py`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import build
import first_work
import frozen_parts
from bare_machine import Failed, Machine
from bootstrap import PYTHON, ROOT, say
from screen import Screen

INSIDE = ROOT / "packaging" / "window_work"
ROLES = ROOT / "tests" / "ui" / "bus_roles.py"
PATIENCE = 60.0  # seconds: other work goes on at this machine
PASSPHRASE = "quiet harbour six plain words"
NOTE = "Ghana comes next and was not saved"
#: Of the standard library and of what links a checkout: the frozen program starts without them.
ONLY_IN_SOURCE = re.compile(
    r"_bz2|bz2|_lzma|lzma|_hashlib|_distutils_hack|_editable_\w+|editables.*|_?site\w*|encodings\..*"
)
#: What may be reached: the screen, the buses, and the print service of this computer, which Qt asks for printers.
OF_THIS_COMPUTER = re.compile(
    r'sa_family=AF_UNIX|htons\(631\).*(inet_addr\("127\.0\.0\.1"\)|inet_pton\(AF_INET6, "::1")'
)
NEVER_THERE = {"_hashlib", "_lzma", "_bz2", "ssl", "_ssl"}  # left out; the standard library does without


def try_window(there: Machine, shown: Screen, program: str, folder: str, desk: str) -> None:
    """Try the window of a program whose files lie in a folder, with a copy of a desk.

    :raises Failed: when something does not work.
    """
    trial = put_beside(there, folder)
    own = f"{there.home}/own.hdesk"
    there.copy(there.path(desk), own)
    offers_the_draft_of_a_kill(there, shown, program, trial, own)
    speaks_vietnamese(there, shown, program, own)
    locks_with_the_screen(there, shown, program)
    offers_a_way_out_of_damage(there, shown, trial, desk)
    opens_everything(there, shown, trial, desk)
    there.run("/bin/rm", "-rf", str(Path(trial).parent))


def put_beside(there: Machine, folder: str) -> str:
    """Put the other beginning of the program where it finds the same modules and libraries; return its place."""
    place = f"{there.home}/trial"
    there.run("/bin/mkdir", "-p", place)
    there.copy(build.TRIAL, f"{place}/hanoi-desk-trial")
    there.run("/bin/ln", "-sfn", f"{folder}/_internal", f"{place}/_internal")
    there.copy(INSIDE, f"{place}/{INSIDE.name}")
    return f"{place}/hanoi-desk-trial"


# ---- from outside


class Hands:
    """Somebody at the screen: reads the titles of windows and types."""

    def __init__(self, shown: Screen) -> None:
        self._environment = {**os.environ, "DISPLAY": shown.name}

    def titles(self) -> list[str]:
        """Return the titles of the windows of the program that can be seen."""
        found = self._call("search", "--onlyvisible", "--name", "Hanoi Desk").split()
        return [self._call("getwindowname", one).strip() for one in found]

    def wait(self, is_there: Callable[[list[str]], object], what: str) -> float:
        """Wait until the titles are as they must be; return the seconds that took.

        :raises Failed: when they do not come to be.
        """
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE:
            if is_there(self.titles()):
                return time.monotonic() - began
            time.sleep(0.02)
        raise Failed(f"{what}: the windows are {self.titles()}")

    def press(self, *keys: str) -> None:
        """Press keys in the window."""
        self._focus()
        self._call("key", "--delay", "60", *keys)

    def type(self, words: str) -> None:
        """Type words into what has the focus."""
        self._focus()
        self._call("type", "--delay", "40", words)

    def _focus(self) -> None:
        for one in self._call("search", "--onlyvisible", "--name", "Hanoi Desk").split()[-1:]:
            self._call("windowfocus", one)

    def _call(self, *arguments: str) -> str:
        done = subprocess.run(["xdotool", *arguments], env=self._environment, capture_output=True, text=True)
        return done.stdout


@contextmanager
def running(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program as long as it is used; Qt says on every exit without a message bus that it has none."""
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=nothing, stderr=nothing, start_new_session=True)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def in_window(title: str) -> Callable[[list[str]], bool]:
    """Return whether a window is there whose title begins so."""
    return lambda titles: any(one.startswith(title) for one in titles)


def offers_the_draft_of_a_kill(there: Machine, shown: Screen, program: str, trial: str, desk: str) -> None:
    """Kill the program while somebody types; the next start offers what was typed."""
    hands = Hands(shown)
    with running(there.command(f"DISPLAY={shown.name}", program, "open", desk)) as process:
        hands.wait(in_window("Overview"), "a desk given by its name is not opened")
        time.sleep(2)
        hands.press("ctrl+l")
        time.sleep(2)
        hands.type("ken")
        time.sleep(1)
        hands.press("Tab")
        hands.type(NOTE)
        time.sleep(4)  # drafts are kept each second
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    inside(there, shown, trial, "draft", desk, NOTE)
    there.run(program, "check", desk)


def speaks_vietnamese(there: Machine, shown: Screen, program: str, desk: str) -> None:
    """Start the program for the first time on a system that speaks Vietnamese."""
    place = f"HANOI_DESK_CONFIG={there.home}/vietnamese"
    with running(there.command(f"DISPLAY={shown.name}", "LANG=vi_VN.UTF-8", place, program, "open", desk)):
        Hands(shown).wait(in_window("Tổng quan"), "the window does not speak Vietnamese")


def locks_with_the_screen(there: Machine, shown: Screen, program: str) -> None:
    """Open an encrypted desk by its passphrase; it is locked before sleep, and with the screen."""
    desk = f"{there.home}/locked.hdesk"
    there.run(program, "new", desk, "--passphrase-fd", "0", given=f"{PASSPHRASE}\n")
    hands, took = Hands(shown), {}
    with message_bus() as address, logging_in(address) as login:
        buses = [f"{name}_BUS_ADDRESS={address}" for name in ("DBUS_SYSTEM", "DBUS_SESSION")]
        with running(there.command(f"DISPLAY={shown.name}", "XDG_SESSION_ID=7", *buses, program, "open", desk)):
            for word in ("sleep", "lock", "saver"):
                hands.wait(in_window("locked"), "nobody asks for the passphrase")
                time.sleep(1)
                hands.type(PASSPHRASE)
                hands.press("Return")
                hands.wait(in_window("Overview"), "the passphrase does not open the desk")
                heard(login, "inhibit")  # it waits for news now
                time.sleep(1)
                tell(login, word)
                took[word] = hands.wait(lambda titles: not in_window("Overview")(titles), f"{word} does not lock")
                if word == "sleep":
                    heard(login, "released True")
    say("window: locked after " + ", ".join(f"{seconds:.2f} s ({word})" for word, seconds in took.items()))


@contextmanager
def message_bus() -> Iterator[str]:
    """Run a message bus that lets everybody speak as anything; give its address."""
    address = f"unix:abstract=hanoi-desk-trial-{os.getpid()}"
    told = (
        '<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "busconfig.dtd"><busconfig>'
        f"<listen>{address}</listen><auth>EXTERNAL</auth><auth>ANONYMOUS</auth><allow_anonymous/>"
        '<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>'
        '<allow user="*"/><allow own="*"/></policy></busconfig>'
    )
    if not shutil.which("dbus-daemon"):
        raise Failed("dbus-daemon is not here: whether the screen locks the desk cannot be tried")
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "bus.conf"
        config.write_text(told, encoding="ascii")
        with running(["dbus-daemon", f"--config-file={config}", "--nofork"]):
            time.sleep(1)
            yield address


@contextmanager
def logging_in(address: str) -> Iterator[subprocess.Popen[str]]:
    """Run what speaks as the login manager of the system on a bus."""
    environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address, "QT_QPA_PLATFORM": "offscreen"}
    command = [str(PYTHON), str(ROLES), "login"]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            heard(process, "ready")
            yield process
        finally:
            process.kill()


def tell(login: subprocess.Popen[str], word: str) -> None:
    """Have the login manager say something."""
    pipe: IO[str] | None = login.stdin
    assert pipe is not None
    pipe.write(f"{word}\n")
    pipe.flush()


def heard(login: subprocess.Popen[str], words: str) -> None:
    """Wait until the login manager hears this.

    :raises Failed: when it ends before.
    """
    assert login.stdout is not None
    for line in login.stdout:
        if line.startswith(words):
            return
    raise Failed(f"the login manager did not hear: {words}")


# ---- from within


def inside(there: Machine, shown: Screen, trial: str, *asked: str, watch: tuple[str, ...] = ()) -> Path:
    """Run `window_work/work.py` in the modules of the program; return the notes on what it took.

    :raises Failed: when it finds something wrong.
    """
    place = str(Path(trial).parent)
    settings = (f"DISPLAY={shown.name}", f"HANOI_DESK_CONFIG={place}/settings")
    command = there.command(*settings, trial, f"{place}/notes.json", f"{place}/{INSIDE.name}/work.py", *asked)
    done = subprocess.run([*watch, *command], capture_output=True, text=True, cwd="/", timeout=1200)
    if done.returncode:
        raise Failed(f"window_work {asked[0]}: {done.stdout[-500:]}{done.stderr[-3000:]}")
    return there.path(f"{place}/notes.json")


def offers_a_way_out_of_damage(there: Machine, shown: Screen, trial: str, desk: str) -> None:
    """Open a desk whose first page is spoilt: the backups and what can still be read are offered."""
    spoilt = f"{there.home}/torn.hdesk"
    content = bytearray(there.path(desk).read_bytes())
    content[100:4096] = b"\xff" * 3996
    there.give(there.path(spoilt), bytes(content))
    inside(there, shown, trial, "damaged", spoilt)


def opens_everything(there: Machine, shown: Screen, trial: str, desk: str) -> None:
    """Open every page and dialog in the program and from source; no module is lacking, and no network is touched.

    :raises Failed: when a module is lacking, or a socket is not of this computer.
    """
    place = str(Path(trial).parent)
    there.copy(there.path(desk), f"{place}/desk.hdesk")
    there.run("/bin/mkdir", "-p", f"{place}/files")
    files = there.path(f"{place}/files")
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder))
        for path in Path(folder).iterdir():
            there.copy(path, f"{place}/files/{path.name}")
        traced = Path(folder) / "sockets"
        watch = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=connect,bind,sendto", "-o", str(traced))
        with from_source(there.path(desk), files, shown) as source:
            notes = inside(there, shown, trial, "everything", f"{place}/desk.hdesk", f"{place}/files", watch=watch)
            frozen, taken = (json.loads(path.read_text(encoding="utf-8")) for path in (notes, source()))
        reached = [line for line in traced.read_text(encoding="utf-8").splitlines() if "sa_family=" in line]
    lacking = set(frozen["missing"]) - set(taken["missing"]) - NEVER_THERE
    lacking |= {one for one in set(taken["modules"]) - set(frozen["modules"]) if not ONLY_IN_SOURCE.fullmatch(one)}
    if lacking:
        raise Failed(f"the program lacks what the source has: {' '.join(sorted(lacking))}")
    if strange := [line for line in reached if not OF_THIS_COMPUTER.search(line)]:
        raise Failed(f"the program reached out: {strange[:3]}")
    if not reached:
        raise Failed("strace saw not even the screen being reached")
    say(f"window: every page and dialog; {len(frozen['modules'])} modules, none lacking; no network reached")


@contextmanager
def from_source(desk: Path, files: Path, shown: Screen) -> Iterator[Callable[[], Path]]:
    """Do the same from source meanwhile; give what waits for its notes."""
    with tempfile.TemporaryDirectory() as folder:
        copy, notes = Path(folder) / "desk.hdesk", Path(folder) / "notes.json"
        shutil.copy(desk, copy)
        shutil.copytree(files, Path(folder) / "files")
        settings = {"HOME": folder, "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "offscreen"}
        settings |= {"HANOI_DESK_CONFIG": f"{folder}/settings", "PYTHONPATH": str(ROOT)}
        script = [
            str(INSIDE.parent / "trial.py"),
            str(notes),
            str(INSIDE / "work.py"),
            "everything",
            str(copy),
            f"{folder}/files",
        ]
        with subprocess.Popen([str(PYTHON), "-P", *script], env=settings, stdout=subprocess.DEVNULL) as process:

            def ended() -> Path:
                if process.wait(1200):
                    raise Failed("window_work does not end well from source")
                return notes

            try:
                yield ended
            finally:
                process.kill()


def write_files(folder: Path) -> None:
    """Write the files that are taken in, and the names of all modules of the program."""
    shutil.copy(ROOT / "tests" / "untc" / "XVIII-16.en.xml", folder / "status.xml")
    (folder / "workbook.csv").write_text(first_work.WORKBOOK, encoding="utf-8")
    coverage = "Country;Mission;From\r\nKenya;Embassy in Nairobi;01/01/2026\r\n"
    (folder / "coverage.csv").write_text(coverage, encoding="utf-8")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path\n"
        "from workbook.officer import officers_workbook; officers_workbook(Path(sys.argv[2]))"
    )
    subprocess.run([str(PYTHON), "-c", code, str(ROOT / "tests"), str(folder / "workbook.xlsx")], check=True)
    shutil.copy(folder / "workbook.xlsx", folder / "MẬT.xlsx")
    (folder / "modules.txt").write_text("\n".join(frozen_parts.modules(ROOT)), encoding="utf-8")
