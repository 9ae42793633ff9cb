"""Make what people install: the program frozen with its own Python, so that theirs need have none.

    python packaging/build.py folder     one folder, build/dist/hanoi-desk
    python packaging/build.py onefile    a single file, build/dist/hanoi-desk-VERSION
    python packaging/build.py deb        a package for Debian and Ubuntu
    python packaging/build.py tarball    an archive with an install script, for any other Linux and without root
    python packaging/build.py installer  the installer for Windows (on Windows, with Inno Setup)
    python packaging/build.py all        all that this system can make

The standard library is all it needs; what it makes lies in build/, and its SHA-256 is printed: one commit gives the
same wherever it is built with the same Python and system. PyInstaller can't build for another system than the one it
runs on. packaging/try_build.py then tries each thing on a machine without Python.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

from bootstrap import ROOT, WINDOWS, SetupError, call, say

PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build"
VENV = BUILD / "venv"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
LOCK = PACKAGING / "lock-build.txt"
# Of what is frozen; and what they name.
FREEZING = ("build.py", "frozen_parts.py", "hanoi_desk.spec", "licences.py", "lock.txt", "trial.py")
DIST = BUILD / "dist"
FOLDER = DIST / "hanoi-desk"
TRIAL = BUILD / "work" / "hanoi_desk" / ("hanoi-desk-trial.exe" if WINDOWS else "hanoi-desk-trial")  # see trial.py
THIRD_PARTY = BUILD / "THIRD_PARTY.txt"
LINUX, MAC = sys.platform == "linux", sys.platform == "darwin"


def main(arguments: list[str]) -> int:
    """Make what the argument names; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace", line_buffering=True)
    jobs = {"folder": folder, "onefile": onefile, "deb": deb, "tarball": tarball, "installer": installer}
    wanted = arguments[0] if len(arguments) == 1 else ""
    if wanted not in (*jobs, "all"):
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    here = ["folder", "onefile", *(["deb", "tarball"] if LINUX else []), *(["installer"] if WINDOWS else [])]
    try:
        for name in here if wanted == "all" else [wanted]:
            made = jobs[name]()
            say(f"Done: {made}")
            say(f"SHA-256 {digest_of(made)}")
    except SetupError as error:
        say(str(error))
        return 1
    return 0


def folder() -> Path:
    """Freeze the program into one folder."""
    made, now = BUILD / "frozen-from", fingerprint()
    made.unlink(missing_ok=True)
    freeze("folder", DIST)
    if LINUX:
        (FOLDER / "hanoi-deskw").symlink_to("hanoi-desk")  # as on Windows and macOS, where it is the window alone
    made.write_text(now, encoding="ascii")
    return FOLDER


def onefile() -> Path:
    """Make a single file: on Linux the folder that unpacks itself once, elsewhere PyInstaller's, which always does."""
    if LINUX:
        import linux_packages

        return linux_packages.single(frozen(), DIST, version(), int(source_date()))
    freeze("onefile", BUILD / "single")
    ending = ".exe" if WINDOWS else ""
    DIST.mkdir(exist_ok=True)
    return (BUILD / "single" / f"hanoi-desk{ending}").replace(DIST / f"hanoi-desk-{version()}{ending}")


def deb() -> Path:
    """Pack the folder for Debian and Ubuntu."""
    import linux_packages

    return linux_packages.deb(frozen(), DIST, version(), THIRD_PARTY, int(source_date()))


def tarball() -> Path:
    """Pack the folder with an install script for a user without administrator's rights."""
    import linux_packages

    return linux_packages.tarball(frozen(), DIST, version(), THIRD_PARTY, int(source_date()))


def installer() -> Path:
    """Make the installer for Windows.

    :raises SetupError: where Inno Setup is not installed.
    """
    compiler = shutil.which("iscc") or shutil.which("ISCC", path=os.environ.get("INNO_SETUP"))
    if not compiler:
        raise SetupError("Inno Setup (iscc) is not here; install it, or set INNO_SETUP to its folder.")
    source = frozen()
    script = PACKAGING / "windows" / "hanoi-desk.iss"
    if call([compiler, f"/DVersion={version()}", f"/DProgram={source}", f"/O{DIST}", str(script)]):
        raise SetupError("The installer could not be made; the lines above say why.")
    return DIST / f"hanoi-desk-{version()}-setup.exe"


def frozen() -> Path:
    """Return the frozen folder, made anew unless it was made from exactly this source."""
    made = BUILD / "frozen-from"
    if FOLDER.exists() and made.exists() and made.read_text(encoding="ascii") == fingerprint():
        return FOLDER
    return folder()


def freeze(kind: str, to: Path) -> None:
    """Run PyInstaller on the spec; `kind` is folder or onefile."""
    set_up()
    command = [str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(to), "--workpath", str(BUILD / "work"), str(PACKAGING / "hanoi_desk.spec")]
    if WINDOWS:
        write_version_resource()
    gather_licences([])
    say(f"Freezing the program ({kind}); this takes a minute or two.")
    # The same source gives the same files: no random order, no time of day.
    same = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": source_date()}
    if call(command, HANOI_DESK_FREEZE=kind, HANOI_DESK_THIRD_PARTY=str(THIRD_PARTY), **same):
        raise SetupError("The program could not be frozen; the lines above say why.")
    if lacking := not_found((BUILD / "work" / "hanoi_desk" / "warn-hanoi_desk.txt").read_text(encoding="utf-8")):
        raise SetupError(f"The program imports what {LOCK.name} does not bring: {' '.join(lacking)}.")


def not_found(warnings: str) -> list[str]:
    """Return what modules of the program import without condition and PyInstaller did not find; it only warns of it."""
    lines = re.findall(r"^missing module named '?([\w.]+)'? - imported by (.+)$", warnings, re.MULTILINE)
    return sorted({name for name, users in lines if re.search(r"hanoi_desk[\w.]* \(top-level\)", users)})


def gather_licences(libraries: list[Path]) -> None:
    """Write the licences of everything shipped."""
    if LINUX and not libraries:
        libraries = carried_libraries()
    if call([str(PYTHON), str(PACKAGING / "licences.py"), str(THIRD_PARTY), *map(str, libraries)]):
        raise SetupError("The licences could not be gathered; the line above says which is missing.")


def carried_libraries() -> list[Path]:
    """Return the libraries of the system that travel along, at their places on this machine."""
    import frozen_parts

    found: dict[str, Path] = {}
    for place in ("/lib", "/usr/lib", "/lib64", "/usr/lib64"):
        for path in sorted([*Path(place).glob("*.so*"), *Path(place).glob(f"{platform.machine()}-linux-gnu/*.so*")]):
            name = path.name.split(".so")[0]
            if any(re.fullmatch(pattern, name) for pattern in frozen_parts.CARRIED):
                found.setdefault(name, path)
    return [found[name] for name in sorted(found)]


def write_version_resource() -> None:
    """Write what Windows shows of the program's files under Properties."""
    template = (PACKAGING / "windows" / "version.txt.in").read_text(encoding="utf-8")
    numbers = ", ".join([*re.findall(r"\d+", version()), "0", "0", "0", "0"][:4])
    text = template.replace("@NUMBERS@", numbers).replace("@VERSION@", version())
    (BUILD / "version.txt").write_text(text, encoding="utf-8")


def set_up() -> None:
    """Make the environment from which the program is frozen; quick when it is there and nothing changed."""
    mark = VENV / "ready"
    wanted = hashlib.sha256(LOCK.read_bytes() + os.fsencode(ROOT)).hexdigest()
    if PYTHON.exists() and mark.exists() and mark.read_text(encoding="ascii") == wanted:
        return
    BUILD.mkdir(exist_ok=True)
    # What is frozen holds exactly what the lock names: a half-made environment is made again.
    if call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        raise SetupError("The environment for building could not be made; the lines above say why.")
    say(f"Installing the packages of {LOCK.name}; each is checked against its hash.")
    pip = [str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--quiet"]
    if call([*pip, "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(LOCK)]):
        raise SetupError("The packages could not be installed; is the network there? Give the same command again.")
    mark.write_text(wanted, encoding="ascii")


def version() -> str:
    """Return the version of the program."""
    text = (ROOT / "hanoi_desk" / "__init__.py").read_text(encoding="utf-8")
    return re.search(r'__version__ = "(.+?)"', text)[1]


def source_date() -> str:
    """Return the second of the last change as SOURCE_DATE_EPOCH wants it; a fixed one outside of git."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    try:
        done = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True)
    except OSError:
        return "1767225600"
    return done.stdout.strip() or "1767225600"


def digest_of(made: Path) -> str:
    """Return the SHA-256 of a file, or of all that a folder holds with its names: the same wherever it was built."""
    if made.is_file():
        return hashlib.sha256(made.read_bytes()).hexdigest()
    digest = hashlib.sha256()
    for path in sorted(path for path in made.rglob("*") if path.is_file() and not path.is_symlink()):
        digest.update(f"{path.relative_to(made).as_posix()}\0{digest_of(path)}\n".encode())
    return digest.hexdigest()


def fingerprint() -> str:
    """Return a digest of all that goes into the frozen folder."""
    digest = hashlib.sha256(LOCK.read_bytes())
    places = [ROOT / "hanoi_desk", ROOT / "resources", PACKAGING / "licences", PACKAGING / "windows"]
    files = [PACKAGING / name for name in FREEZING]
    for path in sorted([*files, *(path for place in places for path in place.rglob("*") if path.is_file())]):
        if "__pycache__" not in path.parts:
            digest.update(path.as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
