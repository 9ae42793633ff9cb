"""A system without Python on which built things are tried: a bare Debian in a folder, or this one with a new home."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import build
from bootstrap import SetupError, say
from linux_packages import needed_packages

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
        self.given: set[str] = set()  # the first arguments of all that was run

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
        return self.told(*arguments, user=user, given=given)[0]

    def told(self, *arguments: str, user: bool = True, given: str = "") -> tuple[str, str]:
        """Run a command to its end and return what it says, and what it warns of.

        :raises Failed: when it does not end well.
        """
        self.given.update(arguments[1:3])
        done = self._done(self.command(*arguments, user=user), given)
        if done.returncode:
            raise Failed(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout, done.stderr

    def refuse(self, *arguments: str, given: str = "") -> None:
        """Run a command that must end with 1 and a sentence.

        :raises Failed: when it does anything else.
        """
        self.given.update(arguments[1:3])
        done = self._done(self.command(*arguments), given)
        if done.returncode != 1 or not done.stderr.strip() or "Traceback" in done.stderr:
            raise Failed(f"{' '.join(arguments)} is not refused: {done.returncode}\n{done.stdout}{done.stderr}")

    def copy(self, source: Path, target: str) -> None:
        """Put a file or a folder there, as the user's own."""
        place = self.path(target)
        place.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-a", str(source), str(place)], check=True)
        if self.bare:
            subprocess.run(["chown", "-R", f"{USER}:{USER}", str(place)], check=True)

    def give(self, path: Path, content: bytes) -> None:
        """Write a file that is the user's own; `path` is its place as seen from here."""
        path.write_bytes(content)
        if self.bare:
            os.chown(path, USER, USER)

    @staticmethod
    def _done(command: list[str], given: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, capture_output=True, text=True, input=given, cwd="/", timeout=300)


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
            shutil.rmtree(there.path("/usr/share/zoneinfo"), ignore_errors=True)  # not every system has it
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
