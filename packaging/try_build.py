"""Try what build.py made on a system without Python: install it, make the sample desk, print briefs, open the window.

    python packaging/try_build.py folder|onefile|deb|tarball|wheel|all

Prints the size, and the start beside the start from source. As root and with mmdebstrap the system is a bare Debian
with no more than the package asks for; otherwise it is this one, with nothing of the environment but a new home.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import build
import first_work
from bare_machine import PATH, Failed, Machine, machine
from bootstrap import PYTHON, ROOT, SetupError, say, set_up
from screen import NothingPainted, Screen, screen
from try_wheel import try_wheel
from try_window import try_window

ROUNDS = 5
MOST_MIB = 160
MOST_RATIO = 1.3
MOST_MIB_SINGLE = 230  # the packed file and what it unpacks for its user
DESKS_OPEN_WITH = "application/x-hanoi-desk=hanoi-desk.desktop;"
PACKS = (70, 369)  # where the sidebar has the page of briefing packs


def main(arguments: list[str]) -> int:
    """Try what the argument names; return the exit code."""
    jobs = {"folder": try_folder, "onefile": try_onefile, "deb": try_deb, "tarball": try_tarball}
    jobs["wheel"] = lambda _, shown: try_wheel(shown)
    wanted = arguments[0] if len(arguments) == 1 else ""
    if wanted not in (*jobs, "all"):
        print(__doc__)
        return 2
    set_up("run")  # what was made is held beside the source, and its documents are read back with what the source has
    failed = False
    for name in jobs if wanted == "all" else [wanted]:
        try:
            with machine() as there, screen() as shown:
                jobs[name](there, shown)
        except (Failed, NothingPainted, SetupError) as error:
            say(f"FAILED: {name}: {error}")
            failed = True
    return 1 if failed else 0


def try_folder(there: Machine, shown: Screen) -> None:
    """Copy the folder and run it; what opens in its window is tried here, for all others hold the same files."""
    folder = f"{there.home}/hanoi-desk"
    there.copy(build.FOLDER, folder)
    try_program("folder", there, shown, f"{folder}/hanoi-desk", folder)
    try_window(there, shown, f"{folder}/hanoi-desk", folder, f"{there.home}/sample.hdesk")


def try_onefile(there: Machine, shown: Screen) -> None:
    """Copy the single file and run it; it unpacks itself once, a damaged one starts nothing."""
    path, cache = f"{there.home}/hanoi-desk", f"{there.home}/.cache/hanoi-desk-single"
    there.copy(build.DIST / f"hanoi-desk-{build.version()}", path)
    damaged = f"{there.home}/damaged"
    there.copy(build.DIST / f"hanoi-desk-{build.version()}", damaged)
    with there.path(damaged).open("r+b") as file:
        file.seek(-1000, os.SEEK_END)
        file.write(b"changed")
    there.refuse(damaged, "--version")
    older = there.path(cache) / "0.0.1-older"
    older.mkdir()
    os.chown(older, older.parent.stat().st_uid, -1)
    begun = time.monotonic()
    there.run(path, "--version")
    say(f"onefile: unpacked in {time.monotonic() - begun:.1f} s at the first start")
    if older.exists() or there.path(cache).stat().st_mode & 0o077 or len(list(there.path(cache).iterdir())) != 1:
        raise Failed("what was unpacked is not this version alone, for its user alone")
    try_program("onefile", there, shown, path, path, cache, most=MOST_MIB_SINGLE)


def try_deb(there: Machine, shown: Screen) -> None:
    """Install the package, run it, remove it: nothing of it is left, and the desk is."""
    if not there.bare:
        raise Failed("a package is tried on a bare system only: as root, with mmdebstrap")
    (package,) = build.DIST.glob(f"hanoi-desk_{build.version()}_*.deb")
    there.copy(package, "/tmp/hanoi-desk.deb")
    there.run("/usr/bin/dpkg", "--install", "/tmp/hanoi-desk.deb", user=False)
    knows_desks(there, "/usr/share/mime")
    opened_by = there.path("/usr/share/applications/mimeinfo.cache")
    if DESKS_OPEN_WITH not in opened_by.read_text(encoding="utf-8").splitlines():
        raise Failed(f"{opened_by} does not know what opens desks")
    try_program("deb", there, shown, "/usr/bin/hanoi-desk", "/opt/hanoi-desk")
    there.run("/usr/bin/dpkg", "--purge", "hanoi-desk", user=False)
    left = [name for name in ("/opt/hanoi-desk", "/usr/bin/hanoi-desk") if there.path(name).exists()]
    left += [str(path) for path in there.path("/usr/share").rglob("*hanoi-desk*")]
    if opened_by.exists() and DESKS_OPEN_WITH in opened_by.read_text(encoding="utf-8"):
        left.append(str(opened_by))
    if left or not there.path(f"{there.home}/sample.hdesk").exists():
        raise Failed(f"removing leaves {left} or takes the desk")


def try_tarball(there: Machine, shown: Screen) -> None:
    """Unpack the archive, install it as a plain user, run it, remove it."""
    (archive,) = build.DIST.glob(f"hanoi-desk-{build.version()}-linux-*.tar.xz")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["tar", "-xf", str(archive), "-C", folder], check=True)
        (unpacked,) = Path(folder).iterdir()
        there.copy(unpacked, f"{there.home}/unpacked")
    shell = ["/usr/bin/env", f"PATH={PATH}", "/bin/sh", f"{there.home}/unpacked/install.sh"]
    there.run(*shell)
    there.run(*shell)  # a second time, over the first
    knows_desks(there, f"{there.home}/.local/share/mime")
    entry = there.path(f"{there.home}/.local/share/applications/hanoi-desk.desktop").read_text(encoding="utf-8")
    if f'Exec="{there.home}/.local/opt/hanoi-desk/hanoi-desk" open %f' not in entry:
        raise Failed(f"the menu entry does not name the program:\n{entry}")
    program = f"{there.home}/.local/opt/hanoi-desk"
    try_program("tarball", there, shown, f"{there.home}/.local/bin/hanoi-desk", program)
    there.run(*shell, "--remove")
    if there.path(program).exists() or not there.path(f"{there.home}/sample.hdesk").exists():
        raise Failed("removing leaves the program or takes the desk")


def knows_desks(there: Machine, place: str) -> None:
    """Hold that the system knows *.hdesk as desks, where it has what knows kinds of files."""
    globs = there.path(f"{place}/globs2")
    if globs.exists() and "application/x-hanoi-desk:*.hdesk" not in globs.read_text(encoding="utf-8"):
        raise Failed(f"{globs} does not know desks")


def try_program(
    name: str, there: Machine, shown: Screen, program: str, *installed: str, most: float = MOST_MIB
) -> None:
    """Do an officer's first work with the program, then measure it; what is measured is printed.

    `installed` is what lies on the disk, `most` how many MiB that may be.
    :raises Failed: when something does not work, or a figure is out of reach.
    """
    desk = f"{there.home}/sample.hdesk"
    said = there.run(program, "--version").strip()
    if said != f"Hanoi Desk {build.version()}":
        raise Failed(f"--version says {said!r}")
    first_work.do_all(there, program, desk)
    megabytes = sum(size_of(there.path(place)) for place in installed) / 2**20
    frozen, source = start_times(there, shown, program, desk)
    say(f"{name}: all works on {'a bare Debian' if there.bare else 'this system'}: documents, keys, backups, window")
    say(f"{name}: {megabytes:.1f} MiB installed (at most {most:.0f})")
    # Other work on this machine only adds to a time, so the shortest is the truest; and where there is much of it, the
    # time of the processor says more than the clock.
    by_clock, by_work = (min(one[at] for one in frozen) / min(one[at] for one in source) for at in (0, 1))
    for told, times in (("program", frozen), ("source", source)):
        walls, works = zip(*times, strict=True)
        say(
            f"{name}: {told}: window after {min(walls):.2f} s (median {statistics.median(walls):.2f} s)"
            f", {min(works):.2f} s of the processor"
        )
    say(f"{name}: start {by_clock:.2f} x from source, by the processor {by_work:.2f} x (at most {MOST_RATIO})")
    if megabytes >= most or min(by_clock, by_work) > MOST_RATIO:
        raise Failed("a figure is out of reach")


Times = list[tuple[float, float]]


def start_times(there: Machine, shown: Screen, program: str, desk: str) -> tuple[Times, Times]:
    """Return the seconds from the start to the painted overview, and those of the processor until its end.

    First those of the program, then those from source; they are started in turns. The page of packs is shown once.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "sample.hdesk"
        shutil.copy(there.path(desk), copy)
        # An installed program has its modules compiled, and so has PySide; a checkout need not.
        settings = {"HOME": folder, "LANG": "C.UTF-8", "PATH": PATH, "DISPLAY": shown.name}
        settings |= {"HANOI_DESK_CONFIG": f"{folder}/settings", "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        settings["PYTHONPATH"] = str(ROOT)
        source = [str(PYTHON), "-P", "-m", "hanoi_desk", "open", str(copy)]
        frozen = there.command(f"DISPLAY={shown.name}", program, "open", desk)
        starts = ((frozen, dict(os.environ)), (source, settings))
        times: tuple[Times, Times] = ([], [])
        # The first of each reads from the disk and compiles.
        for command, environment in starts:
            shown.painted(command, environment, PACKS)
        for _ in range(ROUNDS):
            for (command, environment), those in zip(starts, times, strict=True):
                before = _work()
                wall = shown.painted(command, environment)
                those.append((wall, _work() - before))
    return times


def _work() -> float:
    """Return the seconds of the processor that ended programs took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def size_of(path: Path) -> int:
    """Return the bytes that a file or a folder takes on the disk."""
    files = [path, *path.rglob("*")] if path.is_dir() else [path]
    return sum(one.lstat().st_blocks * 512 for one in files)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
