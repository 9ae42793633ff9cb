"""The catalogue of errors: all that the user can meet, each with a name, a sentence, and what to do about it.

It stands in `resources/data/errors.csv` in both languages. Window, command line and help speak from it alone. An error
of ours that the user can meet says its name in the catalogue as `key`, and what fills the sentence as `gaps`; rules
that a field of a form breaks are no errors (`issue.` in `words.csv`), and neither are remarks on the row of a table.
"""

import csv
import errno
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeGuard, runtime_checkable

from hanoi_desk.assets import asset
from hanoi_desk.file_names import is_never_a_name
from hanoi_desk.language import Language, word
from hanoi_desk.values import Value, frozen

#: What the system says of a file, and the error that it is for the user; every other stays what was being done.
_BY_NUMBER = {
    errno.ENOSPC: "no_room",
    errno.EDQUOT: "no_room",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "not_allowed",
    errno.ENOENT: "not_there",
    errno.ENOTDIR: "not_there",
}
#: Windows: somebody else has a file open, or locked a part of it; and it may not be changed or replaced.
_HELD, _DENIED = frozenset({32, 33}), 5
#: Gaps that need not be known: the sentence is then a little shorter.
_UNKNOWN = {
    "path": "",
    "version": "",
    "copy": "",
    "detail": "",
    "why": "",
    "who": "?",
    "since": "?",
    "running": "",
    "signature": "",
}
_GAP = re.compile(r"{\w+}")


@runtime_checkable
class Known(Protocol):
    """An error that the catalogue knows: its name there, and what fills the gaps of its sentences."""

    @property
    def key(self) -> str:
        """The name in the catalogue."""

    @property
    def gaps(self) -> Mapping[str, object]:
        """What fills the sentences, by gap."""


@frozen
class Told(Value):
    """An error in words: what happened, and what to do."""

    key: str
    happened: str
    to_do: str

    @property
    def line(self) -> str:
        """Both in one line."""
        return f"{self.happened if self.happened[-1:] in '.?' else f'{self.happened}.'} {self.to_do}"


def areas() -> dict[str, str]:
    """Return the area of every error by its name, in the order of the catalogue; its words are `error_area.`."""
    return {row["key"]: row["area"] for row in catalogue()}


@cache
def catalogue() -> tuple[Mapping[str, str], ...]:
    """Return the rows of the catalogue as they stand there: key, area, en, en_do, vi, vi_do, with their gaps open."""
    with asset("data/errors.csv").open(encoding="utf-8", newline="") as file:
        return tuple(MappingProxyType(row) for row in csv.DictReader(file))


def sentences(key: str, language: Language, **gaps: object) -> Told:
    """Return an error of the catalogue in words. Raises KeyError for a name that it does not know."""
    filled = {**_UNKNOWN, **gaps}
    return Told(key, word(f"error.{key}", language, **filled), word(f"error.{key}.do", language, **filled))


def in_general(key: str, language: Language) -> Told:
    """Return an error as the help lists it, with "…" for what is known only when it happens."""
    row = next(row for row in catalogue() if row["key"] == key)
    happened, to_do = (_GAP.sub("…", row[language.value + part]) for part in ("", "_do"))
    return Told(key, happened, to_do)


def is_known(error: BaseException) -> TypeGuard[Exception]:
    """Tell whether the user can do something about an error; every other one is a bug of ours."""
    return isinstance(error, Known | OSError)


def told(error: BaseException, language: Language, path: Path | None = None, doing: str = "file") -> Told:
    """Return an error in words.

    `path` is the file that was meant; `doing` says what was done with it when the system gives no better reason:
    "file", "unread" or "unwritten".
    :raises TypeError: for what is a bug of ours: see `is_known`.
    """
    if isinstance(error, Known):
        return sentences(error.key, language, **error.gaps)
    if not isinstance(error, OSError):
        raise TypeError(type(error).__name__)
    name, why = path or error.filename, error.strerror or type(error).__name__
    key = _BY_NUMBER.get(error.errno or 0, doing) if name else "output"
    if error.errno == errno.EINVAL and is_never_a_name(Path(name or "").name):
        key = "bad_name"  # a stick says so on any system
    elif _is_held(error):
        key = "held"
    if (key, doing) == ("not_there", "unwritten"):
        key = "not_there_to_write"  # a file that is to be made is never there: its folder is not
    return sentences(key, language, path=str(name), why=why)


def _is_held(error: OSError) -> bool:
    """Tell whether Windows lets nobody change a file because another program shows it; elsewhere that is no hindrance.

    To replace such a file is denied with the same number as where one has no rights; but what it is replaced with was
    just written beside it.
    """
    number = getattr(error, "winerror", None)
    return number in _HELD or (number == _DENIED and error.filename2 is not None)
