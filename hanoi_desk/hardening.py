"""What keeps the memory of the program to itself: no dumps of it, and no key left in it once a desk is locked.

Out of reach are a program that runs as the same user and a person at an unlocked computer. Texts of records leave
memory as Python, Qt and SQLite let go of it: what is let go of while the desk is locked is overwritten on Linux.
"""

import ctypes
import gc
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

_PR_SET_DUMPABLE, _M_PERTURB = 4, -6
#: Windows: no dialog that offers to send a crash to anybody, and no box that waits for an answer.
_QUIET_CRASHES = 0x0001 | 0x0002
#: How much of the memory is looked at in one piece, in bytes.
_PIECE = 1 << 20
_MAP = re.compile(r"(?P<first>[0-9a-f]+)-(?P<end>[0-9a-f]+) rw.p ")


def harden() -> None:
    """Have the system write no dump of this process, nor let another program of this user look into it."""
    with suppress(ImportError, OSError, ValueError):
        resource: Any = import_module("resource")
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _libc().prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    elif sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_QUIET_CRASHES)
        name = Path(sys.executable).name
        if name.startswith("hanoi-desk"):  # never for every program in Python: it holds for this user and this name
            with suppress(OSError, AttributeError):
                ctypes.windll.wer.WerAddExcludedApplication(name, False)


@contextmanager
def overwriting() -> Iterator[None]:
    """Have what is let go of inside be overwritten, and give it back to the system at the end: on Linux with glibc."""
    libc = _glibc()
    if libc is not None:
        libc.mallopt(_M_PERTURB, 0xA5)
    try:
        yield
    finally:
        if libc is not None:
            gc.collect()
            libc.mallopt(_M_PERTURB, 0)
            libc.malloc_trim(0)


def forget_texts() -> None:
    """Empty the caches of our modules that are bounded: those hold texts of records, the others what is shipped."""
    for name, module in list(sys.modules.items()):
        if name.startswith("hanoi_desk."):
            for value in vars(module).values():
                if hasattr(value, "cache_parameters") and value.cache_parameters()["maxsize"] is not None:
                    value.cache_clear()


def forms_of(key: bytes) -> list[bytearray]:
    """Return the forms in which a data key passes through memory, for `wipe`: raw, and as the driver is told it."""
    raw = bytearray(key)
    return [raw, bytearray(raw.hex().encode())]


def wipe(secrets: Sequence[bytearray]) -> int:
    """Overwrite every copy of these bytes in the memory of this process, and the secrets themselves at the end.

    Nothing that is still needed may hold them. Return how many copies there were beside; 0 where the system does not
    let a program look at its own memory piece by piece, as on Windows and macOS.
    """
    found = 0
    if sys.platform == "linux":
        piece = bytearray(_PIECE)
        ours = [_place(one) for one in (*secrets, piece)]
        longest = max(map(len, secrets), default=1)
        for first, end in _writable():
            for at in range(first, end, _PIECE - longest):
                size = min(_PIECE, end - at)
                if size > 0 and _read(at, piece, size):
                    found += sum(_wipe_in(piece, size, at, one, ours) for one in secrets)
        piece[:] = bytes(len(piece))
    for one in secrets:
        one[:] = bytes(len(one))
    return found


def _wipe_in(piece: bytearray, size: int, at: int, secret: bytearray, ours: Sequence[tuple[int, int]]) -> int:
    found, place = 0, piece.find(secret, 0, size)
    while place >= 0:
        address = at + place
        if not any(first <= address < end for first, end in ours):
            found += _write(address, bytes(len(secret)))
        place = piece.find(secret, place + len(secret), size)
    return found


def _writable() -> list[tuple[int, int]]:
    try:
        text = Path("/proc/self/maps").read_text(encoding="ascii", errors="replace")
    except OSError:
        return []
    return [(int(read["first"], 16), int(read["end"], 16)) for line in text.splitlines() if (read := _MAP.match(line))]


class _Span(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("size", ctypes.c_size_t))


def _read(address: int, into: bytearray, size: int) -> bool:
    """Copy memory without any danger: what has gone meanwhile is told by the system, and ends nothing."""
    local = _Span(_place(into)[0], size)
    there = _Span(address, size)
    read = _libc().process_vm_readv(os.getpid(), ctypes.byref(local), 1, ctypes.byref(there), 1, 0)
    return int(read) == size


def _write(address: int, data: bytes) -> bool:
    buffer = ctypes.create_string_buffer(data, len(data))
    local, there = _Span(ctypes.addressof(buffer), len(data)), _Span(address, len(data))
    written = _libc().process_vm_writev(os.getpid(), ctypes.byref(local), 1, ctypes.byref(there), 1, 0)
    return int(written) == len(data)


def _place(buffer: bytearray) -> tuple[int, int]:
    first = ctypes.addressof((ctypes.c_char * len(buffer)).from_buffer(buffer))
    return first, first + len(buffer)


def _libc() -> Any:
    return ctypes.CDLL(None, use_errno=True)


def _glibc() -> Any:
    """Return the C library where it is the one that can overwrite what is let go of, None elsewhere."""
    if sys.platform == "linux":
        libc = _libc()
        return libc if hasattr(libc, "mallopt") and hasattr(libc, "gnu_get_libc_version") else None
    else:  # noqa: RET505 - mypy reads only the branch of its platform
        return None
