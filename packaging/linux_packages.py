"""Pack the frozen program for Linux: a .deb, an archive for a user without administrator's rights, a single file."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import re
import shutil
import subprocess
import tarfile
from email.utils import formatdate
from pathlib import Path

import qt_libraries
from bootstrap import ROOT, SetupError, say

LINUX = ROOT / "packaging" / "linux"
ICONS = ROOT / "resources" / "icons"
STAGE = ROOT / "build" / "stage"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)

# What any program wants of the system; qt_libraries knows the rest.
BASE = {
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
}
# Not linked but read: keyboard maps and compose tables by libxkbcommon, zones are the program's own.
READ = ("libx11-data", "xkb-data")
MAINTAINER = "The Hanoi Desk developers <developers@hanoi-desk.invalid>"
DESCRIPTION = """\
diplomat's desk for the Hanoi Convention
 Log who was met and what was said, see where every State stands on the
 United Nations Convention against Cybercrime, hold States to what they
 promised, and print the page for the next meeting, in Vietnamese or English.
 .
 It works on an ordinary laptop without a network and never opens a
 connection. It carries its own Python and Qt."""


def deb(program: Path, to: Path, version: str, third_party: Path, made_at: int) -> Path:
    """Pack a folder as /opt/hanoi-desk with its menu entry; return the package.

    :raises SetupError: without dpkg-deb, or when a library is needed whose package is not known.
    """
    if not shutil.which("dpkg-deb"):
        raise SetupError("dpkg-deb is not here; it is in the system package dpkg.")
    root = _clean(STAGE / "deb")
    shutil.copytree(program, root / "opt" / "hanoi-desk", symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "hanoi-desk").symlink_to("/opt/hanoi-desk/hanoi-desk")
    share(root / "usr" / "share")
    documents = root / "usr" / "share" / "doc" / "hanoi-desk"
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(_copyright(third_party), encoding="utf-8")
    _gzip(documents / "changelog.gz", _changelog(version, made_at))
    shutil.copy(ROOT / "CHANGELOG.md", documents)
    overrides = root / "usr" / "share" / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    shutil.copy(LINUX / "lintian-overrides", overrides / "hanoi-desk")
    _gzip(root / "usr" / "share" / "man" / "man1" / "hanoi-desk.1.gz", (LINUX / "hanoi-desk.1").read_text("utf-8"))
    control = root / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(_control(program, root, version), encoding="utf-8")
    for script in ("postinst", "postrm"):
        shutil.copy(LINUX / "refresh.sh", control / script)
        (control / script).chmod(0o755)
    _settle(root, made_at)
    path = to / f"hanoi-desk_{version}_{_architecture()}.deb"
    say("Packing; this takes a minute.")
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(path)]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(made_at)}
    )
    if done.returncode:
        raise SetupError(f"dpkg-deb could not pack it: {done.stderr.strip()}")
    return path


def tarball(program: Path, to: Path, version: str, third_party: Path, made_at: int) -> Path:
    """Pack a folder with its menu entry and the script that installs both into a user's own folders."""
    name = f"hanoi-desk-{version}-linux-{os.uname().machine}"
    root = _clean(STAGE / name)
    shutil.copytree(program, root / "program", symlinks=True)
    share(root / "share")
    shutil.copy(LINUX / "install.sh", root)
    shutil.copy(ROOT / "LICENSE", root)
    shutil.copy(third_party, root)
    _settle(root, made_at)
    path = to / f"{name}.tar.xz"
    say("Packing; this takes a minute.")
    with tarfile.open(path, "w:xz", preset=6) as archive:
        archive.add(root, name, filter=_of_nobody)
    return path


def single(program: Path, to: Path, version: str, made_at: int) -> Path:
    """Pack a folder behind a script that unpacks it once for each user, checks it and starts it from there."""
    root = _clean(STAGE / "single") / "program"
    shutil.copytree(program, root, symlinks=True)
    _settle(root, made_at)
    packed = io.BytesIO()
    say("Packing; this takes a minute.")
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0) as file,
        tarfile.open(fileobj=file, mode="w") as archive,
    ):
        archive.add(root, ".", filter=_of_nobody)
    digest = hashlib.sha256(packed.getvalue()).hexdigest()
    path = to / f"hanoi-desk-{version}"
    path.write_bytes(_script(version, digest) + packed.getvalue())
    path.chmod(0o755)
    return path


def _script(version: str, digest: str) -> bytes:
    """Return the script of a single file; it says where it ends, and its length does not depend on what it says."""
    text = (LINUX / "single.sh").read_text(encoding="utf-8")
    for gap, words in {"@VERSION@": version, "@MARK@": digest[:16], "@DIGEST@": digest}.items():
        text = text.replace(gap, words)
    length = len(text.replace("@START@", "00000").encode("utf-8"))
    return text.replace("@START@", f"{length + 1:05}").encode("utf-8")


def share(folder: Path) -> None:
    """Write what a desktop looks for: the menu entry, the icons, the kind of file."""
    (folder / "applications").mkdir(parents=True)
    shutil.copy(LINUX / "hanoi-desk.desktop", folder / "applications")
    (folder / "mime" / "packages").mkdir(parents=True)
    shutil.copy(LINUX / "hanoi-desk.xml", folder / "mime" / "packages")
    pictures = {f"{size}x{size}": ICONS / f"hanoi-desk-{size}.png" for size in SIZES}
    for size, picture in {**pictures, "scalable": ICONS / "hanoi-desk.svg"}.items():
        for kind, name in (("apps", "hanoi-desk"), ("mimetypes", "application-x-hanoi-desk")):
            place = folder / "icons" / "hicolor" / size / kind
            place.mkdir(parents=True)
            shutil.copy(picture, place / f"{name}{picture.suffix}")


def needed_packages(program: Path) -> list[str]:
    """Return the Debian packages whose libraries the frozen program is linked against and does not carry, sorted.

    :raises SetupError: when a library is in none that is known.
    """
    files = [path for path in program.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path)]
    carried = {path.name for path in program.rglob("*")}
    listing = _objdump("-p", files)
    wanted = set(re.findall(r"^\s*NEEDED\s+(\S+)", listing, re.MULTILINE)) - carried
    packages, unknown = qt_libraries.debian_packages(wanted - BASE.keys())
    if unknown:
        raise SetupError(f"No Debian package is known for {' '.join(unknown)}; add it to packaging/qt_libraries.py.")
    return sorted({*packages, *(BASE[name] for name in wanted & BASE.keys()), *READ})


def oldest_glibc(program: Path) -> str:
    """Return the oldest version of the C library on which the frozen program starts, such as 2.35."""
    files = [path for path in program.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path)]
    found = {tuple(map(int, text.split("."))) for text in re.findall(r"GLIBC_(2\.\d+)", _objdump("-T", files))}
    return ".".join(map(str, max(found)))


def _control(program: Path, root: Path, version: str) -> str:
    least = {"libc6": f"libc6 (>= {oldest_glibc(program)})", "libstdc++6": "libstdc++6 (>= 11)"}
    needed = ", ".join(least.get(name, name) for name in needed_packages(program))
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    return (
        f"Package: hanoi-desk\nVersion: {version}\nArchitecture: {_architecture()}\n"
        f"Maintainer: {MAINTAINER}\n"
        f"Installed-Size: {size}\nDepends: {needed}\n"
        "Recommends: desktop-file-utils, shared-mime-info\nSuggests: cups, ibus\n"
        f"Section: misc\nPriority: optional\nDescription: {DESCRIPTION}\n"
    )


def _changelog(version: str, made_at: int) -> str:
    return (
        f"hanoi-desk ({version}) stable; urgency=medium\n\n  * What is new stands in CHANGELOG.md beside this file.\n\n"
        f" -- {MAINTAINER}  {formatdate(made_at)}\n"
    )


def _copyright(third_party: Path) -> str:
    return (
        "Hanoi Desk is Copyright 2026 The Hanoi Desk developers, under the Apache License 2.0:\n"
        "see /usr/share/common-licenses/Apache-2.0.\n\n"
        f"{(ROOT / 'resources' / 'licences' / 'NOTICE.md').read_text(encoding='utf-8')}\n"
        "The texts of the fonts' licences:\n\n"
        f"{(ROOT / 'resources' / 'licences' / 'Tinos-OFL.txt').read_text(encoding='utf-8')}\n"
        f"{(ROOT / 'resources' / 'licences' / 'BeVietnamPro-OFL.txt').read_text(encoding='utf-8')}\n"
        f"{third_party.read_text(encoding='utf-8')}"
    )


def _architecture() -> str:
    return subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True).stdout.strip()


def _objdump(option: str, files: list[Path]) -> str:
    # Without --quiet it complains of files that hold no dynamic part; only its words count.
    command = ["objdump", option, *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stdout


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _clean(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _gzip(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def _settle(root: Path, made_at: int) -> None:
    """Give every file the rights and the time that it has on each machine that builds it."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or (path.stat().st_mode & 0o100 and _runs(path))
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (made_at, made_at), follow_symlinks=False)


def _runs(path: Path) -> bool:
    """Whether a file is a program or a script; a library need not be marked as one."""
    return ".so" not in path.name and path.suffix not in (".png", ".svg", ".ttf", ".csv", ".json", ".txt", ".md")


def _of_nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry
