"""Try what build.py made on a system without Python: install it, make the sample desk, print briefs, open the window.

    python packaging/try_build.py folder|onefile|deb|tarball|all

Prints the size, and the start beside the start from source. As root and with mmdebstrap the system is a bare Debian
with no more than the package asks for; otherwise it is this one, with nothing of the environment but a new home.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import build
from bootstrap import PYTHON, ROOT, SetupError, say
from linux_packages import needed_packages
from screen import NothingPainted, Screen, screen

ROUNDS = 5
MOST_MIB = 160
MOST_RATIO = 1.3
USER = 1000
HOME = "/home/officer"
PATH = "/usr/bin:/bin"


class Failed(Exception):
    """A built thing does not do what it must."""


class Machine:
    """A system without Python on which things are installed and run as a plain user; `root` is "/" for this one."""

    def __init__(self, root: Path, home: str) -> None:
        self.root = root
        self.home = home
        self.bare = root != Path("/")

    def path(self, name: str) -> Path:
        """Return where a file of that system lies as seen from here."""
        return self.root / name.lstrip("/")

    def command(self, *arguments: str, user: bool = True) -> list[str]:
        """Return a command as that system runs it, with an empty environment."""
        entered = ["chroot", *([f"--userspec={USER}:{USER}"] if user else []), str(self.root)] if self.bare else []
        places = (PATH if user else f"/usr/sbin:/sbin:{PATH}") if self.bare else self.home
        settings = [f"HOME={self.home}", f"PATH={places}", "LANG=C.UTF-8"]
        return [*entered, "/usr/bin/env", "-i", *settings, *arguments]

    def run(self, *arguments: str, user: bool = True, given: str = "") -> str:
        """Run a command to its end and return what it says.

        :raises Failed: when it does not end well.
        """
        command = self.command(*arguments, user=user)
        done = subprocess.run(command, capture_output=True, text=True, input=given, cwd="/", timeout=300)
        if done.returncode:
            raise Failed(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def copy(self, source: Path, target: str) -> None:
        """Put a file or a folder there, as the user's own."""
        place = self.path(target)
        place.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-a", str(source), str(place)], check=True)
        if self.bare:
            subprocess.run(["chown", "-R", f"{USER}:{USER}", str(place)], check=True)


def main(arguments: list[str]) -> int:
    """Try what the argument names; return the exit code."""
    jobs = {"folder": try_folder, "onefile": try_onefile, "deb": try_deb, "tarball": try_tarball}
    wanted = arguments[0] if len(arguments) == 1 else ""
    if wanted not in (*jobs, "all"):
        print(__doc__)
        return 2
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
    """Copy the folder and run it."""
    there.copy(build.FOLDER, f"{there.home}/hanoi-desk")
    try_program("folder", there, shown, f"{there.home}/hanoi-desk/hanoi-desk", f"{there.home}/hanoi-desk")


def try_onefile(there: Machine, shown: Screen) -> None:
    """Copy the single file and run it."""
    path = f"{there.home}/hanoi-desk"
    there.copy(build.DIST / f"hanoi-desk-{build.version()}", path)
    try_program("onefile", there, shown, path, path)


def try_deb(there: Machine, shown: Screen) -> None:
    """Install the package, run it, remove it: nothing of it is left, and the desk is."""
    if not there.bare:
        raise Failed("a package is tried on a bare system only: as root, with mmdebstrap")
    (package,) = build.DIST.glob(f"hanoi-desk_{build.version()}_*.deb")
    there.copy(package, "/tmp/hanoi-desk.deb")
    there.run("/usr/bin/dpkg", "--install", "/tmp/hanoi-desk.deb", user=False)
    knows_desks(there, "/usr/share/mime")
    try_program("deb", there, shown, "/usr/bin/hanoi-desk", "/opt/hanoi-desk")
    there.run("/usr/bin/dpkg", "--purge", "hanoi-desk", user=False)
    left = [name for name in ("/opt/hanoi-desk", "/usr/bin/hanoi-desk") if there.path(name).exists()]
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


def try_program(name: str, there: Machine, shown: Screen, program: str, installed: str) -> None:
    """Do an officer's first work with the program, then measure it; what is measured is printed.

    :raises Failed: when something does not work, or a figure is out of reach.
    """
    desk, home = f"{there.home}/sample.hdesk", there.home
    said = there.run(program, "--version").strip()
    if said != f"Hanoi Desk {build.version()}":
        raise Failed(f"--version says {said!r}")
    there.run(program, "sample", desk)
    there.run(program, "check", desk)
    for language, word in (("en", "Kenya"), ("vi", "Thông tin tóm tắt quốc gia")):
        page = f"{home}/brief-{language}.pdf"
        there.run(program, "brief", desk, "Kenya", "-o", page, "--language", language)
        read_brief(there.path(page), word)
    there.run(program, "export", desk, f"{home}/folder")
    # A desk with a passphrase: SQLCipher and Argon2id are in it.
    there.run(program, "new", f"{home}/keys.hdesk", "--passphrase-fd", "0", given="sáu từ để thử máy này\n")
    there.run(program, "check", f"{home}/keys.hdesk", "--passphrase-fd", "0", given="sáu từ để thử máy này\n")
    if there.path(f"{home}/keys.hdesk").read_bytes().startswith(b"SQLite format 3"):
        raise Failed("the desk with a passphrase is not encrypted")
    megabytes = size_of(there.path(installed)) / 2**20
    frozen, source = start_times(there, shown, program, desk)
    ratio = statistics.median(frozen) / statistics.median(source)
    say(f"{name}: all works on {'a bare Debian' if there.bare else 'this system'}: sample, briefs, passphrase, window")
    say(f"{name}: {megabytes:.1f} MiB installed (at most {MOST_MIB})")
    say(f"{name}: start {statistics.median(frozen):.2f} s, {ratio:.2f} x from source (at most {MOST_RATIO})")
    if name != "onefile" and (megabytes >= MOST_MIB or ratio > MOST_RATIO):
        raise Failed("a figure is out of reach")


def read_brief(path: Path, word: str) -> None:
    """Read a brief with a program that had no part in making it.

    :raises Failed: when it is no PDF, or does not say the word that it must.
    """
    code = "import sys, pypdf; print(''.join(page.extract_text() for page in pypdf.PdfReader(sys.argv[1]).pages))"
    done = subprocess.run([str(PYTHON), "-c", code, str(path)], capture_output=True, text=True)
    if done.returncode or word.casefold() not in done.stdout.casefold():
        raise Failed(f"{path.name} is no brief that says {word}: {done.stderr[-300:]}{done.stdout[:300]}")


def start_times(there: Machine, shown: Screen, program: str, desk: str) -> tuple[list[float], list[float]]:
    """Return the seconds from the start to the painted overview, of the program and from source, in turns."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "sample.hdesk"
        shutil.copy(there.path(desk), copy)
        # An installed program has its modules compiled, and so has PySide; a checkout need not.
        settings = {"HOME": folder, "LANG": "C.UTF-8", "PATH": PATH, "DISPLAY": shown.name}
        settings |= {"HANOI_DESK_CONFIG": f"{folder}/settings", "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        settings["PYTHONPATH"] = str(ROOT)
        source = [str(PYTHON), "-P", "-m", "hanoi_desk", "open", str(copy)]
        frozen = there.command(f"DISPLAY={shown.name}", program, "open", desk)
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(ROUNDS + 1):
            times[0].append(shown.painted(frozen, dict(os.environ)))
            times[1].append(shown.painted(source, settings))
    return times[0][1:], times[1][1:]  # the first of each reads from the disk and compiles


def size_of(path: Path) -> int:
    """Return the bytes that a file or a folder takes on the disk."""
    files = [path, *path.rglob("*")] if path.is_dir() else [path]
    return sum(one.lstat().st_blocks * 512 for one in files)


@contextmanager
def machine() -> Iterator[Machine]:
    """Give a system without Python."""
    if os.geteuid() == 0 and shutil.which("mmdebstrap"):
        with tempfile.TemporaryDirectory(dir=build.BUILD) as folder:
            Path(folder).chmod(0o755)
            subprocess.run(["tar", "-xf", str(bare_debian()), "-C", folder], check=True)
            there = Machine(Path(folder), HOME)
            there.path(HOME).mkdir(parents=True)
            os.chown(there.path(HOME), USER, USER)
            if any(there.path("/usr/bin").glob("python*")):
                raise Failed("the bare system is not bare: it has a Python")
            yield there
    else:
        with tempfile.TemporaryDirectory() as home:
            yield Machine(Path("/"), home)


def bare_debian() -> Path:
    """Return an archive of a Debian with no more than the frozen program asks for, and what knows kinds of files."""
    asked = [*needed_packages(build.FOLDER), "shared-mime-info", "desktop-file-utils"]
    path, told = build.BUILD / "bare.tar", build.BUILD / "bare.txt"
    if path.exists() and told.exists() and told.read_text(encoding="ascii") == " ".join(asked):
        return path
    say("Making a bare Debian; this takes a few minutes.")
    # The package sources are this machine's own.
    sources = [*Path("/etc/apt").glob("sources.list"), *Path("/etc/apt/sources.list.d").glob("*.*")]
    named = [str(source) for source in sources if source.suffix in (".list", ".sources") and source.stat().st_size]
    release = dict(
        line.split("=", 1) for line in Path("/etc/os-release").read_text("utf-8").splitlines() if "=" in line
    )
    command = ["mmdebstrap", "--quiet", "--variant=minbase", f"--include={','.join(asked)}"]
    done = subprocess.run([*command, release["VERSION_CODENAME"], str(path), *named], capture_output=True, text=True)
    if done.returncode:
        raise SetupError(f"The bare Debian could not be made: {done.stderr[-500:]}")
    told.write_text(" ".join(asked), encoding="ascii")
    return path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
