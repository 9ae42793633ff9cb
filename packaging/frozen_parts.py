"""What a frozen Hanoi Desk is made of: the modules, libraries and plugins it takes along, and what stays behind."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from contextlib import suppress
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

import licences

# What libraries import by name when it is needed, where PyInstaller does not see it; named_imports knows our own.
LOADED_BY_NAME = ["cryptography.hazmat.primitives.serialization", "tzdata.zoneinfo.America"]

# Modules that some library could use and this program never does. Without `ssl` nothing in it can speak to a server;
# without `_hashlib` hashes are Python's own, and no third OpenSSL is carried beside those of the two libraries.
LEFT_OUT = [
    "IPython",
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingtk",
    "PIL._webp",
    "PySide6.QtNetwork",
    "_bz2",
    "_curses",
    "_hashlib",
    "_lzma",
    "_ssl",
    "_tkinter",
    "asyncio",
    "charset_normalizer",
    "curses",
    "distutils",
    "doctest",
    "ensurepip",
    "ftplib",
    "http.cookiejar",
    "http.server",
    "idlelib",
    "lib2to3",
    "lxml.builder",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "lxml.sax",
    "numpy",
    "pandas",
    "pdb",
    "pip",
    "pycparser",
    "pydoc",
    "readline",
    "setuptools",
    "smtplib",
    "ssl",
    "tkinter",
    "turtle",
    "unittest",
    "venv",
    "xmlrpc",
]

# The libraries of Qt that are kept, without prefix, number and ending: libQt6Core.so.6, Qt6Core.dll, QtCore.abi3.so.
QT_LIBRARIES = {
    "Core",
    "DBus",
    "Gui",
    "Network",  # Qt PDF is linked against it; no plugin for TLS is taken along
    "Pdf",
    "PdfWidgets",
    "PrintSupport",
    "Svg",
    "WaylandClient",
    "Widgets",
    "XcbQpa",
}
# The modules of PySide that are kept: what the program imports.
QT_MODULES = {"QtCore", "QtGui", "QtPdf", "QtPdfWidgets", "QtPrintSupport", "QtSvg", "QtWidgets"}
if sys.platform == "linux":
    QT_MODULES.add("QtDBus")  # by it the system says that the screen was locked
PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qico", "qjpeg", "qsvg"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmacstyle", "qmodernwindowsstyle"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
}

# Libraries of the system that travel along on Linux, for many machines lack them or have another number of them.
# All others are the system's own; the .deb depends on them.
CARRIED = (
    r"libpython3\.\d+",
    r"libffi",
    r"libsqlite3",  # of Python's sqlite3, which sqlite-utils imports; desks are opened by sqlcipher3's own
    r"libuuid",
    r"libxcb-(cursor|icccm|image|keysyms|render-util|util)",
    r"libxkbcommon(-x11)?",
)
# Files of libraries that nobody reads: ReportLab's own fonts, what tools read, sheets for RELAX NG and Schematron, and
# the template of Word copies a second time, unpacked. Of all time zones New York's alone decides anything.
NOT_CARRIED = (
    r"reportlab/fonts/|dist-info/(?!METADATA$)|/py\.typed$|\.pyi$|sqlite_utils/.*\.md$|lxml/isoschematron/"
    r"|docx/templates/default-docx-template/|tzdata/(?!zoneinfo/America/New_York$)"
)
_LIBRARY = re.compile(r"(lib[^/]+?)\.so(\.[0-9.]+)?$")


def resources(root: Path) -> list[tuple[str, str]]:
    """Return the shipped files as (path, folder within the program); sources of translations stay behind."""
    folder = root / "resources"
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".ts")
    return [(str(path), f"hanoi_desk/resources/{path.relative_to(folder).parent.as_posix()}") for path in files]


def word_templates() -> list[tuple[str, str]]:
    """Return a file for the folder docx/parts: python-docx goes to its templates through it, so it has to be there."""
    found = find_spec("docx")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("python-docx is not installed")
    return [(str(Path(found.origin).parent / "templates" / "default-header.xml"), "docx/parts")]


def versions() -> list[tuple[str, str]]:
    """Return the files that say the name and version of each library: a support bundle tells them."""
    found = []
    for name in sorted(licences.needed("hanoi-desk")):
        with suppress(metadata.PackageNotFoundError):  # another system's
            parts = metadata.files(name) or []
            found += [part for part in parts if part.match("*.dist-info/METADATA")]
    return [(str(part.locate()), part.parent.as_posix()) for part in found]


def modules(root: Path) -> list[str]:
    """Return the name of every module of the program: one that nobody asks for by name yet is none too many."""
    names = [path.relative_to(root).with_suffix("").parts for path in sorted((root / "hanoi_desk").rglob("*.py"))]
    return [".".join(parts[:-1] if parts[-1] == "__init__" else parts) for parts in names]


def named_imports(root: Path) -> list[str]:
    """Return what modules of the program import by a name written in full, where PyInstaller does not see it."""
    found = set()
    for path in (root / "hanoi_desk").rglob("*.py"):
        found |= set(re.findall(r'\bimport_module\("([\w.]+)"\)', path.read_text(encoding="utf-8")))
    return sorted(found)


def is_wanted(name: str, source: str) -> bool:
    """Whether a file that PyInstaller found is taken along; `name` is its place within the program."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.parts[0] in ("PySide6", "shiboken6"):
        return _is_wanted_of_qt(path)
    if path.name.startswith("libQt6") or "/PySide6/" in source.replace("\\", "/"):
        return _is_wanted_of_qt(PurePosixPath("PySide6", path.name))
    if re.search(NOT_CARRIED, path.as_posix()):
        return False
    found = _LIBRARY.match(path.name)
    if sys.platform == "linux" and found and len(path.parts) == 1 and not _is_from_a_wheel(source):
        return any(re.fullmatch(pattern, found[1]) for pattern in CARRIED)
    return True


def stripped(entries: Iterable[tuple[str, str, str]], folder: Path) -> list[tuple[str, str, str]]:
    """Return the libraries without what only a debugger reads, and without the place of this machine's Python.

    Qt's are left as they are: they hold none, and anyone may put another build in their place.
    """
    if sys.platform != "linux" or not shutil.which("strip"):
        return list(entries)
    kept = []
    for name, source, kind in entries:
        if kind in ("BINARY", "EXTENSION") and not name.startswith(("PySide6", "shiboken6", "libQt6")):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run(["strip", "--strip-unneeded", "-o", str(target), source], check=True)
            target.write_bytes(without_run_path(target.read_bytes()))
            source = str(target)
        kept.append((name, source, kind))
    return kept


def without_run_path(library: bytes) -> bytes:
    """Return a library that looks for others beside itself and not where this machine's Python lies."""
    place = os.fsencode(sysconfig.get_config_var("LIBDIR") or "")
    beside = b"$ORIGIN"
    if len(place) < len(beside):
        return library
    return library.replace(place + b"\0", beside.ljust(len(place), b"\0") + b"\0")


def _is_from_a_wheel(source: str) -> bool:
    return "site-packages" in Path(source).parts


def _is_wanted_of_qt(path: PurePosixPath) -> bool:
    parts = path.parts
    if "plugins" in parts:
        kind = parts[parts.index("plugins") + 1]
        return re.sub(r"^lib|\..*$", "", path.name) in PLUGINS.get(kind, set())
    if {"translations", "qml", "resources", "libexec", "metatypes", "typesystems", "glue", "include"} & set(parts):
        return False
    if found := re.match(r"(?:lib)?Qt6([A-Z][A-Za-z0-9]*?)\.(?:so|dll|dylib)", path.name):
        return found[1] in QT_LIBRARIES
    if found := re.match(r"(Qt[A-Z][A-Za-z0-9]*)\.", path.name):
        return found[1] in QT_MODULES
    if framework := next((part for part in parts if part.endswith(".framework")), None):
        return framework.removeprefix("Qt").removesuffix(".framework") in QT_LIBRARIES
    # Python's own beside them: shiboken, libpyside6, ICU. Not its QML half, not FFmpeg, not software OpenGL.
    return not re.match(r"libpyside6qml|pyside6qml|lib?av|libsw|opengl32sw|d3dcompiler|.*\.pyi$", path.name)


def info_plist(version: str) -> dict[str, object]:
    """Return what macOS is told of the program: its names, that it opens desks, and that it follows a dark screen."""
    desk = {
        "UTTypeIdentifier": "org.hanoi-desk.desk",
        "UTTypeDescription": "Hanoi Desk",
        "UTTypeConformsTo": ["public.data"],
        "UTTypeTagSpecification": {
            "public.filename-extension": ["hdesk"],
            "public.mime-type": ["application/x-hanoi-desk"],
        },
    }
    return {
        "CFBundleDisplayName": "Hanoi Desk",
        "CFBundleShortVersionString": version,
        "CFBundleExecutable": "hanoi-deskw",
        "CFBundleLocalizations": ["en", "vi"],
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "LSMinimumSystemVersion": "13.0",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Hanoi Desk",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": ["org.hanoi-desk.desk"],
            }
        ],
        "UTExportedTypeDeclarations": [desk],
    }
