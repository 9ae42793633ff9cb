"""Parts a paragraph into stretches of one font and one direction, and says where its lines may end without a blank."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hanoi_desk.pdf.bidi import base_of, levels
from hanoi_desk.pdf.faces import Face
from hanoi_desk.pdf.system_fonts import face_for, script_of

_FROM_RIGHT = ("R", "AL")
#: What joins the letters beside it or keeps them apart, and is not seen itself.
JOINERS = "\u200c\u200d"
_NO_START = frozenset(  # of a line
    "、。，．・：；？！）］｝〉》」』】〕〗…‥ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々〻)]}!,.:;?’”»%"
)
_NO_END = frozenset("（［｛〈《「『【〔〖([{‘“«")
_BROKEN_ANYWHERE = ("Han", "Kana")
_BEFORE_SYLLABLE = re.compile(r"(?<=..)(?=[เแโใไເແໂໃໄ])")  # a vowel written before its syllable, in Thai and Lao


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text in one font, None for the shipped one, and at one level: odd from right to left."""

    text: str
    face: Face | None = None
    level: int = 0


def stretches(texts: Sequence[tuple[str, bool, Face]], letters: frozenset[int]) -> list[list[Stretch]]:
    """Return the stretches of each text of one paragraph.

    A text comes with whether it is bold and with its shipped font, whose letters are `letters`. That font is named only
    where its letters have to be shaped, since they run from right to left.
    """
    whole = "".join(text for text, _, _ in texts)
    if any(unicodedata.bidirectional(letter) in _FROM_RIGHT for letter in whole):
        order = levels(whole, base_of(whole))
    else:
        order = [0] * len(whole)
    scripts = {script_of(letter) for letter in whole if not letter.isascii()}
    wanted = next((script for script in ("Kana", "Hangul") if script in scripts), "")
    found, start = [], 0
    for text, bold, shipped in texts:
        own = order[start : start + len(text)]
        found.append(_joined(_parts(text, bold, shipped, own, letters, wanted)))
        start += len(text)
    return found


def _parts(
    text: str, bold: bool, shipped: Face, order: Sequence[int], letters: frozenset[int], wanted: str
) -> Iterator[Stretch]:
    at = 0
    last: Face | None = None
    for cluster in clusters(text):
        level = order[at]
        at += len(cluster)
        if not all(ord(letter) in letters for letter in cluster):
            for part in (
                (cluster,) if face_for(cluster, wanted=wanted) else cluster
            ):  # a mark may need a font of its own
                is_shipped = all(ord(letter) in letters for letter in part)
                last = None if is_shipped else face_for(part, wanted=wanted, bold=bold)
                yield Stretch(part, last, level)
        elif level % 2 == 0:
            yield Stretch(cluster, None, level)
        elif last and not cluster.isalpha() and last.has(cluster):
            yield Stretch(cluster, last, level)
        else:
            yield Stretch(cluster, shipped, level)


def _joined(parts: Iterator[Stretch]) -> list[Stretch]:
    found: list[Stretch] = []
    for part in parts:
        if found and (found[-1].face, found[-1].level) == (part.face, part.level):
            found[-1] = Stretch(found[-1].text + part.text, part.face, part.level)
        else:
            found.append(part)
    return found


def clusters(text: str) -> Iterator[str]:
    """Yield letters with the marks on them, which are drawn in one font."""
    start = 0
    for at, letter in enumerate(text):
        if at > start and letter not in JOINERS and not unicodedata.category(letter).startswith("M"):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def breakable(text: str) -> list[str]:
    """Return the parts of a text without blanks between which a line may end: nearly everywhere in Chinese."""
    parts: list[str] = []
    for cluster in clusters(text):
        if parts and not _may_part(parts[-1][-1], cluster[0]):
            parts[-1] += cluster
        else:
            parts.append(cluster)
    return [half for part in parts for half in _BEFORE_SYLLABLE.split(part)]


def _may_part(before: str, after: str) -> bool:
    if after in _NO_START or before in _NO_END:
        return False
    return script_of(before) in _BROKEN_ANYWHERE or script_of(after) in _BROKEN_ANYWHERE
