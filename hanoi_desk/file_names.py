"""Names of files as words from outside: cleaned so that none is ever a path, and told apart by what may be opened."""

import errno
import os
import re
import sys
import unicodedata
from pathlib import Path

#: The longest name, in bytes of UTF-8 (safekeeping.md, threat 12).
NAME_LIMIT = 120
#: What a name is when nothing of it can be kept.
NAMELESS = "file"

#: A longer or odder ending is a part of the name.
_ENDING = re.compile(r"\.[^\W_]{1,12}$")
#: Separators and what Windows gives a meaning to, and letters that look like them or become them in an older code page.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*⁄∕∖⧵⧸⧹／＼：＊？＂＜＞｜﹕﹨ː∶꞉]')
#: What Windows and the file system of most sticks do not take in a name; after a colon Windows writes out of sight.
_NEVER = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
#: Words that name a device on Windows, whatever ending follows.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)

#: The types of file that are opened from the desk, by ending; every other may be a program or hold one.
_TYPES = {
    "bmp": "image/bmp",
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rtf": "application/rtf",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "txt": "text/plain",
    "wav": "audio/x-wav",
    "webp": "image/webp",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def safe_name(text: str) -> str:
    """Return a name that is one plain file name on every system, at most NAME_LIMIT bytes, its ending kept.

    Separators become "_"; letters that cannot be seen or turn the writing round are left out; a name that Windows keeps
    for a device gets "_" before it. A name that is safe already comes back as it is.
    """
    name = _FORBIDDEN.sub("_", "".join(map(_seen, unicodedata.normalize("NFC", text))))
    name = " ".join(unicodedata.normalize("NFC", name).split()).strip(". ")
    if _DEVICE.fullmatch(name.partition(".")[0].rstrip()):
        name = f"_{name}"
    return _cut(name) or NAMELESS


def is_never_a_name(name: str) -> bool:
    """Tell whether Windows takes a name for no file: it has a sign with another meaning, or names a device."""
    return bool(_NEVER.search(name) or _DEVICE.fullmatch(name.partition(".")[0].rstrip()))


def refuse_bad_name(path: Path, *, windows: bool = sys.platform == "win32") -> None:
    """Let a file be made under any name that the system has for files.

    :raises OSError: EINVAL, on Windows, for one that would be written to a device or hidden behind another file.
    """
    if windows and is_never_a_name(path.name):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))


def ending(name: str) -> str:
    """Return the ending of a name in small letters without its dot, as the system that opens the file will read it."""
    found = _ENDING.search(safe_name(name))
    return found[0][1:].lower() if found else ""


def media_type(name: str) -> str:
    """Return the type that the ending of a name claims, empty when it is not known; the bytes may say otherwise."""
    return _TYPES.get(ending(name), "")


def may_open(name: str) -> bool:
    """Tell whether a file may be opened from the desk: a document, picture or recording, and never a program.

    What is not known is not opened: of exe, js, lnk, docm and their like there is always another one (threat 13).
    """
    return ending(name) in _TYPES


def _seen(letter: str) -> str:
    """Return a letter as it may stand in a name: a blank for any blank, nothing for what is not seen."""
    if letter.isspace():
        return " "
    return "" if unicodedata.category(letter)[0] == "C" else letter


def _cut(name: str) -> str:
    """Return the name cut at a letter, with its ending, so that it is short enough."""
    if len(name.encode()) <= NAME_LIMIT:
        return name
    found = _ENDING.search(name)
    tail = found[0] if found else ""
    room = NAME_LIMIT - len(tail.encode())
    whole = name.removesuffix(tail)
    stem = whole.encode()[:room].decode(errors="ignore")
    # A mark goes with the letter that it stands on.
    while stem and unicodedata.combining(whole[len(stem)]):
        stem = stem[:-1]
    return (stem.rstrip(". ") or NAMELESS) + tail
