"""What the command line says: sentences for people in their language, JSON for programs."""

import errno
import io
import json
import os
import stat
import sys
import unicodedata
from contextlib import suppress
from typing import Any, TextIO

from hanoi_desk.errors import sentences
from hanoi_desk.language import Language, word

#: The longest text, in letters, that is named whole in a sentence.
_LONGEST = 1_000


class ClearNo(Exception):
    """What was asked is not done; the one sentence says why and is all that the user sees."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class OutputClosed(Exception):
    """Whoever read the output has gone, as `head` does when it has enough."""


class Console:
    """The two streams of one call and the language spoken on them; a program without a console has neither stream."""

    def __init__(self, language: Language, out: TextIO | None, err: TextIO | None) -> None:
        self.language = language
        self._out = out
        self._err = err

    def word(self, key: str, **gaps: object) -> str:
        """Return a sentence of `words.csv`; keys of the command line begin with `cli.`."""
        return word(key, self.language, **_shortened(gaps))

    def error(self, key: str, **gaps: object) -> str:
        """Return an error of the catalogue: what happened and what to do, in one line."""
        return sentences(key, self.language, **_shortened(gaps)).line

    def say(self, text: str) -> None:
        """Write a line of the answer."""
        _write(self._out, f"{text}\n")

    def warn(self, text: str) -> None:
        """Write a line beside the answer: a warning, or why something is not done."""
        _write(self._err, f"{text}\n")

    def give(self, value: Any) -> None:
        """Write a value as JSON, in UTF-8 whatever the console's own encoding; the fields keep their order."""
        text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
        _write_utf_8(self._out, text)


def _shortened(gaps: dict[str, object]) -> dict[str, object]:
    """Return what goes into a sentence, texts that nobody reads to their end cut."""
    return {
        name: f"{gap[:_LONGEST]}…" if isinstance(gap, str) and len(gap) > _LONGEST else gap
        for name, gap in gaps.items()
    }


def is_typed(stream: TextIO | None, *, windows: bool = sys.platform == "win32") -> bool:
    """Tell whether somebody sits before a stream; Windows says so of its nowhere (NUL) too, where nobody answers."""
    if stream is None or not stream.isatty():
        return False
    raw = getattr(getattr(stream, "buffer", None), "raw", None)
    return not windows or type(raw).__name__ == "_WindowsConsoleIO"


def keep_letters(stream: TextIO | None) -> None:
    """Have a file that the answer is sent into be UTF-8: Windows writes its code page there, which lacks Vietnamese.

    A console has all letters, and what another program reads stays in its code page: see `_fitting`.
    """
    if isinstance(stream, io.TextIOWrapper):
        with suppress(OSError):  # a stream without a file beneath
            if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                stream.reconfigure(encoding="utf-8")


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:
        return
    try:
        stream.write(_fitting(text, stream.encoding or "utf-8"))
        stream.flush()
    except OSError as error:
        raise _gone(error) from error


def _write_utf_8(stream: TextIO | None, text: str) -> None:
    if stream is None:
        return
    # Half of a pair, from a file name that is no Unicode, becomes \udc80: in JSON that is again the same letter.
    data = text.encode("utf-8", "backslashreplace")
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.flush()
    except OSError as error:
        raise _gone(error) from error


def _gone(error: OSError) -> Exception:
    # Windows says EINVAL where others say EPIPE.
    return OutputClosed() if error.errno in (errno.EPIPE, errno.EINVAL) else error


def _fitting(text: str, encoding: str) -> str:
    """Return the text as the console can show it: without its accents where it has no letters for them."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        spread = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
        plain = "".join(letter for letter in spread if not unicodedata.combining(letter))
        return plain.encode(encoding, "replace").decode(encoding)
    return text
