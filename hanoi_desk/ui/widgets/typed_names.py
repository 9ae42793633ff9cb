"""What a text typed into a field of names means: which name is sure, and where the next one begins."""

from collections.abc import Callable

from hanoi_desk.text import accents, fold
from hanoi_desk.ui.widgets.suggestions import Suggestion

Complete = Callable[[str], list[Suggestion]]


def sure(found: list[Suggestion], typed: str) -> Suggestion | None:
    """Return the one that is meant: the only one whose name or code is what was typed, or the only one at all."""
    exact = [one for one in found if any(_is_said(name, typed) for name in one.names())]
    if len(exact) == 1:
        return exact[0]
    return found[0] if len(found) == 1 else None


def _is_said(name: str, typed: str) -> bool:
    """Tell whether a name was typed, with its accents or without; a code is no word with accents: "Bộ" is not BO."""
    is_code = name.isascii() and name.isupper()
    return accents(name) == accents(typed) if is_code else fold(name) == fold(typed)


def goes_on(found: list[Suggestion], typed: str) -> bool:
    """Tell whether what was typed and a space begin a longer name, as "new" begins New Zealand."""
    start = fold(typed) + " "
    names = [fold(name) for one in found for name in one.names()]
    return any(name.startswith(start) and name[len(start) :][:1].isalnum() for name in names)


def first_name(text: str, complete: Complete) -> tuple[str, str, list[Suggestion]]:
    """Split the text into the longest run of first words that finds something, the rest, and what it finds."""
    words = text.split()
    for count in range(len(words), 0, -1):
        head = " ".join(words[:count])
        if found := complete(head):
            return head, " ".join(words[count:]), found
    return "", text, []
