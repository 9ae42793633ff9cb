"""Citations of articles, as the message bank writes them and as Vietnamese and French do."""

import re

from hanoi_desk.language import Language, sign

_ONE = re.compile(r"^Art\. (\d+)\(([\d()\-]+)\)$")
_LETTERED = re.compile(r"^Art\. (\d+)\((\w)\)$")

_PARAGRAPHS = re.compile(r"\(([\d()\-]+)\)")
#: The letters of a citation that is still kept on one line.
_LONGEST = 40


def articles_in(text: str, language: Language) -> str:
    """Return "Art. 65(1)" as "khoản 1 Điều 65" in Vietnamese and "art. 65, par. 1" in French.

    A line may end only between two citations; what is too long to be one is broken as any text is.
    """
    parts = [part.strip() for part in text.split(";")]
    if language is Language.VI:
        parts = [_vietnamese(part) for part in parts]
    elif language is Language.FR:
        parts = [_french(part) for part in parts]
    return sign("; ", language).join(part.replace(" ", "\u00a0") if len(part) <= _LONGEST else part for part in parts)


def _french(part: str) -> str:
    if one := _ONE.match(part):
        return f"art. {one[1]}, par. {one[2].replace(')-(', ' et ')}"
    if lettered := _LETTERED.match(part):
        return f"art. {lettered[1]}, al. {lettered[2]})"
    part = re.sub(r"\bArts?\. ?", "art. ", part).replace("Preamble", "préambule")
    part = _PARAGRAPHS.sub(lambda found: f" (par. {found[1].replace(')-(', ' et ')})", part)
    part = re.sub(r"\((?=[a-z]\))", " (al. ", part)
    return re.sub(r"(?<=\d)-(?=\d)", " à ", part)


def _vietnamese(part: str) -> str:
    if not part:
        return ""
    if one := _ONE.match(part):
        return f"khoản {one[2].replace(')-(', '-')} Điều {one[1]}"
    if lettered := _LETTERED.match(part):
        return f"điểm {lettered[2]} Điều {lettered[1]}"
    part = re.sub(r"\bArts?\. ?", "Điều ", part)
    part = part.replace("Preamble", "Lời nói đầu")
    return f"Điều {part}" if part[:1].isdigit() else part
