"""Which columns of a list are shown, in which order and how wide, as plain data that is remembered."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hanoi_desk.ui.listings import Column

#: The narrowest and the widest that a column may be made, in heights of a line of text.
NARROWEST, WIDEST = 1.5, 80.0
# Under "widths" earlier versions kept also what a scroll bar had made of the columns: those are passed over.
_DRAWN = "drawn"


def keys_of(columns: Sequence[Column]) -> list[str]:
    """Return the name under which each column is remembered."""
    return [column.key or column.sort or str(place) for place, column in enumerate(columns)]


@dataclass(frozen=True, slots=True)
class Layout:
    """The keys of the columns shown, in order, and the widths that were set; empty for as at first."""

    shown: tuple[str, ...] = ()
    widths: Mapping[str, float] = field(default_factory=dict)

    @property
    def is_first(self) -> bool:
        """Whether everything is as at first."""
        return not (self.shown or self.widths)

    def places(self, columns: Sequence[Column]) -> list[int]:
        """Return which columns are shown, in order; keys that there are no columns for are passed over."""
        keys = keys_of(columns)
        chosen = [keys.index(key) for key in dict.fromkeys(self.shown) if key in keys]
        return chosen or [place for place, column in enumerate(columns) if column.at_first]

    def in_order(self, columns: Sequence[Column], places: Sequence[int]) -> "Layout":
        """Return the same with these columns shown in this order."""
        keys = keys_of(columns)
        shown = tuple(keys[place] for place in places)
        at_first = tuple(key for key, column in zip(keys, columns, strict=True) if column.at_first)
        return replace(self, shown=() if shown == at_first else shown)

    def with_width(self, key: str, width: float) -> "Layout":
        """Return the same with one column made so wide, in heights of a line of text."""
        return replace(self, widths={**self.widths, key: round(min(WIDEST, max(NARROWEST, width)), 2)})

    def width(self, key: str, otherwise: float) -> float:
        """Return how wide a column is, in heights of a line of text."""
        return self.widths.get(key, otherwise)

    def written(self) -> str:
        """Return the text under which it is kept."""
        return json.dumps({"shown": list(self.shown), _DRAWN: dict(self.widths)})


def read_layout(text: str | None) -> Layout:
    """Return what was kept; whatever is wrong with the text is left out, so that no list is ever stopped by it."""
    try:
        held = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return Layout()
    if not isinstance(held, dict):
        return Layout()
    shown, widths = held.get("shown"), held.get(_DRAWN)
    keys = [key for key in shown if isinstance(key, str)] if isinstance(shown, list) else []
    layout = Layout(tuple(keys))
    for key, width in widths.items() if isinstance(widths, dict) else ():
        if isinstance(width, int | float) and not isinstance(width, bool) and width == width:
            layout = layout.with_width(key, width)
    return layout
