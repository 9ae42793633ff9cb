"""The Word copy of the brief for a meeting, for the last-minute sentence: the same words in the same order.

    write_word(briefs, target, paper) -> WordCopy

`briefs` are those that `documents.collect` found (`Collected.bilaterals`), `target` is a path ending in `.docx` or a
buffer. It touches no store, so that it may run off the interface thread.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from hanoi_desk.briefing.bilateral_values import Bilateral
from hanoi_desk.files import replace_file
from hanoi_desk.language import word
from hanoi_desk.records import Paper
from hanoi_desk.word_copy.bilateral import BilateralCopy
from hanoi_desk.word_copy.sheet import Sheet

#: With what a file of this kind begins.
MAGIC = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class WordCopy:
    """What came of writing it: how many briefs it holds, and which texts are longer than practice allows."""

    briefs: int
    too_long: tuple[str, ...] = ()


def write_word(briefs: Sequence[Bilateral], target: Path | str | BytesIO, paper: Paper = Paper.A4) -> WordCopy:
    """Write briefs for meetings one after the other for Word, each from a new page on and in its own language.

    A file is replaced wholly or, when anything fails, left as it was; raises OSError where it can't be written and
    ValueError without any brief.
    """
    if not briefs:
        raise ValueError("there is no brief to write")
    first = briefs[0]
    sheet = Sheet(first.language, paper)
    for brief in briefs:
        BilateralCopy(brief, sheet).put()
    version = word("doc.version", first.language, n=first.version)
    sheet.describe(
        f"{word('bilateral.product', first.language)} · {first.name}",
        f"{first.number} · {version}",
        first.unit,
        first.printed_at,
    )
    content = sheet.content()
    if isinstance(target, BytesIO):
        target.write(content)
    else:
        replace_file(Path(target), content)
    return WordCopy(len(briefs), tuple(text for brief in briefs for text in brief.too_long))
