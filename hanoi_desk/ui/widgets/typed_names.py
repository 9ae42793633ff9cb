"""What a text typed into a field of names means: which name is sure, and where the next one begins."""

from collections.abc import Callable

from hanoi_desk.text import fold
from hanoi_desk.ui.widgets.suggestions import Suggestion

Complete = Callable[[str], list[Suggestion]]


def sure(found: list[Suggestion], typed: str) -> Suggestion | None:
    """Return the one that is meant: the only one whose name or code is what was typed, or the only one at all."""
    wanted = fold(typed)
    exact = [one for one in found if wanted in map(fold, one.names())]
    if len(exact) == 1:
        return exact[0]
    return found[0] if len(found) == 1 else None


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
