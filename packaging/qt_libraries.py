"""Say which system libraries Qt lacks on this Linux, which Debian packages hold them, and whether a display answers."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

# What this program loads of Qt, under the PySide6 folder. Themes and plugins that Qt does without are left out.
USED = (
    "Qt{Core,Gui,Network,Pdf,PdfWidgets,PrintSupport,Svg,Widgets}.*so",
    "Qt/plugins/platforms/lib{qoffscreen,qxcb}.so",
    "Qt/plugins/platforminputcontexts/lib{compose,ibus}*.so",
    "Qt/plugins/printsupport/*.so",
    "Qt/plugins/iconengines/*.so",
    "Qt/plugins/imageformats/libqsvg.so",
)
USED_ON_WAYLAND = ("Qt/plugins/platforms/libqwayland*.so", "Qt/plugins/wayland-shell-integration/*.so")

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libGLdispatch.so.0": "libglvnd0",
    "libICE.so.6": "libice6",
    "libOpenGL.so.0": "libopengl0",
    "libSM.so.6": "libsm6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libXrender.so.1": "libxrender1",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgbm.so.1": "libgbm1",
    "libgcc_s.so.1": "libgcc-s1",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}


def missing(python: Path) -> set[str]:
    """Return the names of the shared libraries that the Qt of this Python's PySide6 asks for and the system lacks."""
    code = "import importlib.util as u; print(u.find_spec('PySide6').submodule_search_locations[0])"
    folder = Path(subprocess.run([str(python), "-c", code], check=True, capture_output=True, text=True).stdout.strip())
    patterns = USED + (USED_ON_WAYLAND if os.environ.get("WAYLAND_DISPLAY") else ())
    files = sorted(path for pattern in patterns for one in _alternatives(pattern) for path in folder.glob(one))
    if not shutil.which("ldd"):
        return set()
    # One library may serve several files, and ldd ends with 1 when any of them is odd: only its words count.
    done = subprocess.run(["ldd", *map(str, files)], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    return missing_in(done.stdout)


def missing_in(listing: str) -> set[str]:
    """Return what a listing by `ldd` says is not found, but for Qt's own libraries, which travel with it."""
    names = re.findall(r"^\s*(\S+) => not found", listing, re.MULTILINE)
    return {name for name in names if not name.startswith("libQt6")}


def debian_packages(libraries: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the Debian packages that hold these libraries, and the libraries for which none is known; both sorted."""
    wanted = set(libraries)
    return sorted({PACKAGES[name] for name in wanted & PACKAGES.keys()}), sorted(wanted - PACKAGES.keys())


def display_answers(environment: Mapping[str, str]) -> bool:
    """Whether the Wayland or X display that these variables name takes a connection."""
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal"):
        return False
    wayland = environment.get("WAYLAND_DISPLAY")
    # An absolute name stays as it is when joined.
    if wayland and _connects(socket.AF_UNIX, str(Path(environment.get("XDG_RUNTIME_DIR", "/")) / wayland)):
        return True
    found = re.fullmatch(r"(?P<host>[^:]*):(?P<number>\d+)(?:\.\d+)?", environment.get("DISPLAY", ""))
    if not found:
        return False
    host, number = found["host"], int(found["number"])
    if host not in ("", "unix"):
        return _connects(socket.AF_INET, (host, 6000 + number))
    path = f"/tmp/.X11-unix/X{number}"
    return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, f"\0{path}")


def _connects(family: int, address: str | tuple[str, int]) -> bool:
    """Whether something listens at this address."""
    with socket.socket(family, socket.SOCK_STREAM) as door:
        door.settimeout(2)
        try:
            door.connect(address)
        except OSError:
            return False
    return True


def _alternatives(pattern: str) -> list[str]:
    """Return the patterns that one with a {choice,of,names} stands for."""
    found = re.search(r"{(.*?)}", pattern)
    return [pattern.replace(found[0], name) for name in found[1].split(",")] if found else [pattern]
