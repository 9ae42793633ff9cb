"""Plain words out of the export's text, which carries escaped markup."""

import re
import unicodedata

_TAGS = "i|b|u|a|p|br|em|strong|center|right|left|font|span|div|sub|para|title|bold|italic|ul|ol|li"
# Every repeated class stops at the next angle bracket, so the time is linear in the text.
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_RAISED = re.compile(r"<(superscript|sup)(?:\s[^<>]*)?>([^<]*)</\1\s*>", re.IGNORECASE)
_MARK = re.compile(r"[0-9A-Za-z*†‡]+")
_FOOTNOTE = re.compile(r"[0-9\s,;*†‡]*\Z")


def tidy(text: str) -> str:
    """Return the text trimmed, every run of white space (non-breaking too) as one space."""
    return " ".join(text.replace("&nbsp;", " ").split())


def without_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the tidy text without its raised footnote marks, and those marks in order.

    Only marks inside superscript markup go; digits that stand plainly in the text stay.
    """
    bare = _TAG.sub(" ", text)
    marks = tuple(mark for raised in _RAISED.finditer(bare) for mark in _MARK.findall(raised[2]))
    words = tidy(_RAISED.sub(" ", bare))
    return (words.rstrip(" ,;") if marks else words), marks


def words_of(text: str) -> str:
    """Return running text without markup; raised footnote numbers go, other raised words stay."""
    return tidy(_RAISED.sub(lambda found: "" if _FOOTNOTE.match(found[2]) else found[2], _TAG.sub(" ", text)))


def fold(text: str) -> str:
    """Return the text in lower case without accents, to recognise headings and months."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
