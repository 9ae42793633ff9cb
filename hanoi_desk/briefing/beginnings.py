"""The first words of a point to make, which are set bold so that the eye finds them."""

from hanoi_desk.language import Language

# Words with which no bold beginning ends in English, and before which it ends in Vietnamese. What is said in a document
# in French is in English.
_LIGHT_EN = "a an and are as at be before by can could does for from has if in is it its of on or that the to will with"
_LIGHT_VI = "của và là đã để về trong tại ở với không có được cho khi ngày sẽ nay nên thì giúp trước"
_ENGLISH, _VIETNAMESE = frozenset(_LIGHT_EN.split()), frozenset(_LIGHT_VI.split())
_BOLD_WORDS, _BOLD_SYLLABLES = 3, range(2, 10)
_OUR_NAME = ["Việt", "Nam"]


def bold_beginning(text: str, language: Language) -> tuple[str, str]:
    """Return a point parted after its first words, which are set bold: up to a colon near the start, or a few words."""
    words = text.split(" ")
    for count, one in enumerate(words[:6], 1):
        if one.endswith(":") and count < len(words):
            return _parted(words, count)
    if language is Language.VI:
        return _parted(words, _vietnamese_beginning(words))
    count = min(_BOLD_WORDS, len(words))
    while count > 1 and words[count - 1].strip(".,;").casefold() in _ENGLISH:
        count -= 1
    return _parted(words, count)


def _vietnamese_beginning(words: list[str]) -> int:
    """Return how many syllables make a beginning: up to a word that only joins, or a comma; never within a word."""
    for at in _BOLD_SYLLABLES:
        following = words[at].split("\u00a0")[0].casefold() if at < len(words) else ""
        if following and (following in _VIETNAMESE or words[at - 1].endswith((",", ";"))):
            return at
    return len(_OUR_NAME) if words[: len(_OUR_NAME)] == _OUR_NAME else 0


def _parted(words: list[str], count: int) -> tuple[str, str]:
    rest = " ".join(words[count:])
    return " ".join(words[:count]) + (" " if rest and count else ""), rest
