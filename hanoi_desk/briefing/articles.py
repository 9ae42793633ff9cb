"""Citations of articles, as the message bank writes them and as Vietnamese does."""

import re

from hanoi_desk.language import Language

_ONE = re.compile(r"^Art\. (\d+)\(([\d()\-]+)\)$")
_LETTERED = re.compile(r"^Art\. (\d+)\((\w)\)$")


def articles_in(text: str, language: Language) -> str:
    """Return "Art. 65(1)" as "khoản 1 Điều 65" in Vietnamese; in English as it is."""
    if language is Language.EN or not text:
        return text
    return "; ".join(_vietnamese(part.strip()) for part in text.split(";"))


def _vietnamese(part: str) -> str:
    if one := _ONE.match(part):
        return f"khoản {one[2].replace(')-(', '-')} Điều {one[1]}"
    if lettered := _LETTERED.match(part):
        return f"điểm {lettered[2]} Điều {lettered[1]}"
    part = re.sub(r"\bArts?\. ?", "Điều ", part)
    part = part.replace("Preamble", "Lời nói đầu")
    return f"Điều {part}" if part[:1].isdigit() else part
