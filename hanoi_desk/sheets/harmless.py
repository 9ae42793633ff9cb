"""Text that a spreadsheet would compute, and how it is kept from that (safekeeping.md, threat 10)."""

import unicodedata

#: Blanks that show nothing and that str.strip() leaves.
_UNSEEN = "\ufeff\u200b\u200c\u200d\u2060\xad"
_BLANKS = " \t\r\n\v\f\xa0\u3000" + _UNSEEN


def is_computed(text: str) -> bool:
    """Tell whether a spreadsheet would compute the text: = + - @ in any form, also after blanks; a tab or line break.

    A telephone number in its international form is one of them.
    """
    if text[:1] in ("\t", "\r", "\n"):
        return True
    rest = text.lstrip(_BLANKS).lstrip()
    return unicodedata.normalize("NFKC", rest[:1]) in ("=", "+", "-", "@")


def harmless(text: str) -> str:
    """Return the text with an apostrophe before it where a spreadsheet would compute it."""
    return f"'{text}" if is_computed(text) else text
