"""All that a document says as plain text, gathered from its values rather than from its pages."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from hanoi_desk.documents.values import Collected


def words_of(collected: Collected) -> str:
    """Return every text of a document once, one a line, in the order in which the values hold them."""
    values = (
        collected.briefs,
        collected.bilaterals,
        collected.packs,
        collected.leave_behinds,
        collected.reports,
        tuple(annex.name for annex in collected.annexes),
    )
    return "\n".join(dict.fromkeys(text.strip() for text in _texts(values) if text.strip()))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Mapping):  # facts, which hold no words
        return
    elif is_dataclass(value):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))
