"""The log as it may leave the computer: only lines of the shapes that the program writes, and no path of the user.

What the log says is an error's kind, and the places in the program through which it came. Any other line, whoever wrote
it, is counted and left out: a line that is not understood may hold a name.
"""

import re
from collections.abc import Iterator
from pathlib import Path

#: The most bytes of each file that are read, from its end.
_MOST = 300_000
_STAMP = r"(?P<stamp>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}) (?P<level>DEBUG|INFO|WARNING|ERROR|CRITICAL) "
_NAME = r"[A-Za-z_][A-Za-z0-9_]{0,60}"
_HEADS = (
    re.compile(rf"{_STAMP}(?P<said>{_NAME})"),
    re.compile(rf"{_STAMP}(?P<said>{_NAME} while locking) ?(?P<place>.*)"),
    re.compile(rf"{_STAMP}(?P<said>settings not kept): .*"),
)
_FRAME = re.compile(rf"  (?P<place>.+):(?P<line>\d+) (?P<name>{_NAME}|<(?:module|lambda|genexpr|listcomp|dictcomp)>)")
_CRASHES = "hanoi-desk-crash.log"
#: What the interpreter itself writes of a crash.
_CRASH = re.compile(
    r"Fatal Python error: (?:Segmentation fault|Aborted|Bus error|Floating-point exception|Illegal instruction)"
    r"|Windows fatal exception: [a-z ]{3,40}"
    r"|(?:Current thread|Thread) 0x[0-9a-f]+ \(most recent call first\):"
    rf'|  File "(?P<place>[^"]+)", line (?P<line>\d+) in (?P<name>{_NAME}|<[a-z]+>)'
)
#: The folders that hold a program; what follows the last of them says nothing of the computer.
_PLACE = re.compile(r".*(?:hanoi_desk|site-packages|lib/python3\.\d+)[/\\](?P<rest>[A-Za-z0-9_./\\-]+)", re.DOTALL)
_WITH_LINE = re.compile(r"(?P<place>.+):(?P<line>\d+)")


def log_text(folder: Path, name: str) -> str:
    """Return what may be said of the logs in a folder, the oldest first, and how many lines were left out."""
    said: list[str] = []
    left_out = 0
    for path in (folder / f"{name}.2", folder / f"{name}.1", folder / name, folder / _CRASHES):
        for line in _lines(path):
            told = told_line(line)
            if told is None:
                left_out += 1
            else:
                said.append(told)
    return "\n".join([*said, f"lines left out: {left_out}"]) + "\n"


def told_line(line: str) -> str | None:
    """Return a line as it may be told, None for one of another shape than the program writes."""
    for shape in _HEADS:
        if head := shape.fullmatch(line):
            place = head.groupdict().get("place") or ""
            spot = _WITH_LINE.fullmatch(place)
            where = f" {short_place(spot['place'])}:{spot['line']}" if spot else ""
            return f"{head['stamp']} {head['level']} {head['said']}{where}"
    if crash := _CRASH.fullmatch(line):
        return line if crash["place"] is None else f"  {short_place(crash['place'])}:{crash['line']} {crash['name']}"
    if frame := _FRAME.fullmatch(line):
        return f"  {short_place(frame['place'])}:{frame['line']} {frame['name']}"
    return None


def short_place(path: str) -> str:
    """Return where in the program or in a library a place lies, without the folders in which that is installed."""
    found = _PLACE.fullmatch(path)
    return found["rest"].replace("\\", "/") if found else "elsewhere"


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _MOST))
            text = file.read(_MOST).decode("utf-8", "replace")
    except OSError:
        return
    yield from text.splitlines()[1 if size > _MOST else 0 :]
