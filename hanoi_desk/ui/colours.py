"""The colours of the window, one set for light and one for dark."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from hanoi_desk.values import Value, frozen


class Tone(StrEnum):
    """What a pill, a message or a figure says by its colour, beside its words."""

    NEUTRAL = "neutral"
    BLUE = "blue"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class TileState(StrEnum):
    """How a State stands, as the board shows it; each has a letter, because colour never stands alone."""

    DEPOSITED = "deposited"
    SIGNED = "signed"
    PROMISED = "promised"
    DECLINED = "declined"
    IN_CONTACT = "in_contact"
    NO_CONTACT = "no_contact"

    @property
    def mark(self) -> str:
        """The letter on the tile and in the legend, the same in every language."""
        return _MARKS[self]


_MARKS = {
    TileState.DEPOSITED: "D",
    TileState.SIGNED: "S",
    TileState.PROMISED: "P",
    TileState.DECLINED: "X",
    TileState.IN_CONTACT: "C",
    TileState.NO_CONTACT: "–",
}


@frozen
class Pair(Value):
    """Letters on a ground, as two `#rrggbb` colours."""

    text: str
    ground: str


@frozen
class Colours(Value):
    """Every colour that a widget may use."""

    dark: bool
    window: str
    surface: str
    sunken: str  # the search box, a read-only field
    border: str  # between panels and rows
    edge: str  # around a field
    text: str
    muted: str
    focus: str
    link: str
    selected: str  # ground of the current row
    hovered: str
    problem: str
    primary: Pair
    primary_hovered: str
    side: Pair
    side_muted: str
    side_current: str
    side_badge: str
    side_mark: str
    bar: str  # spark bars and progress
    bar_rest: str
    tip: Pair
    tones: Mapping[Tone, Pair]
    states: Mapping[TileState, Pair]

    def texts(self) -> Iterator[Pair]:
        """Yield every pair of letters and ground that the window shows."""
        for ground in (self.window, self.surface, self.sunken, self.selected, self.hovered):
            yield Pair(self.text, ground)
            yield Pair(self.muted, ground)
        for text in (self.link, self.problem):
            yield Pair(text, self.surface)
            yield Pair(text, self.window)
        yield self.primary
        yield Pair(self.primary.text, self.primary_hovered)
        yield self.side
        yield Pair(self.side_muted, self.side.ground)
        yield Pair(self.side.text, self.side_current)
        yield Pair(self.side.text, self.side_badge)
        yield self.tip
        yield from self.tones.values()
        yield from self.states.values()


LIGHT = Colours(
    dark=False,
    window="#f4f5f8",
    surface="#ffffff",
    sunken="#f4f5f8",
    border="#e1e5ea",
    edge="#c3cbd6",
    text="#1a2230",
    muted="#566274",
    focus="#1f6fd6",
    link="#1d5ba6",
    selected="#ebf2fc",
    hovered="#f3f6fa",
    problem="#a3161a",
    primary=Pair("#ffffff", "#a31a1f"),
    primary_hovered="#8a1318",
    side=Pair("#f3f6fa", "#1f3557"),
    side_muted="#b3c1d6",
    side_current="#2e4567",
    side_badge="#3b5172",
    side_mark="#e8b64c",
    bar="#5187c1",
    bar_rest="#e5e9ee",
    tip=Pair("#ffffff", "#26303f"),
    tones={
        Tone.NEUTRAL: Pair("#2c394b", "#e9edf3"),
        Tone.BLUE: Pair("#1b4b85", "#dfeaf8"),
        Tone.GREEN: Pair("#11573d", "#dcf0e6"),
        Tone.AMBER: Pair("#6b4700", "#fbeac6"),
        Tone.RED: Pair("#8f1418", "#f9dcdc"),
    },
    states={
        TileState.DEPOSITED: Pair("#ffffff", "#1a7a57"),
        TileState.SIGNED: Pair("#ffffff", "#2969b0"),
        TileState.PROMISED: Pair("#33260a", "#e8b64c"),
        TileState.DECLINED: Pair("#8f1418", "#f5d0d0"),
        TileState.IN_CONTACT: Pair("#1f2c3d", "#aebbcb"),
        TileState.NO_CONTACT: Pair("#566274", "#e8ebf0"),
    },
)

DARK = Colours(
    dark=True,
    window="#12161d",
    surface="#1b212b",
    sunken="#151a22",
    border="#2d3644",
    edge="#465366",
    text="#e7ebf1",
    muted="#a7b3c3",
    focus="#76b0ff",
    link="#8dbcf5",
    selected="#24344c",
    hovered="#222a36",
    problem="#ff9b98",
    primary=Pair("#ffffff", "#b8282d"),
    primary_hovered="#9f1f24",
    side=Pair("#eef2f8", "#131f34"),
    side_muted="#a6b5cb",
    side_current="#24365a",
    side_badge="#33466a",
    side_mark="#e8b64c",
    bar="#5b93d1",
    bar_rest="#313b49",
    tip=Pair("#1a2230", "#e7ebf1"),
    tones={
        Tone.NEUTRAL: Pair("#d5dde8", "#2f3948"),
        Tone.BLUE: Pair("#bcd8fb", "#1f3a5f"),
        Tone.GREEN: Pair("#b0e6cc", "#17402f"),
        Tone.AMBER: Pair("#f6dca0", "#4a3710"),
        Tone.RED: Pair("#ffc9c7", "#571d20"),
    },
    states={
        TileState.DEPOSITED: Pair("#ffffff", "#1d7c5a"),
        TileState.SIGNED: Pair("#ffffff", "#2f6cb5"),
        TileState.PROMISED: Pair("#2b2008", "#dcab48"),
        TileState.DECLINED: Pair("#ffc9c7", "#571d20"),
        TileState.IN_CONTACT: Pair("#f0f4f9", "#56657a"),
        TileState.NO_CONTACT: Pair("#a7b3c3", "#29313d"),
    },
)


def shown_colours() -> Colours:
    """Return the set that the application is dressed in; painted widgets ask at every paint."""
    return DARK if QApplication.palette().color(QPalette.ColorRole.Window).lightnessF() < 0.5 else LIGHT


def contrast(pair: Pair) -> float:
    """Return the contrast ratio of WCAG 2.2, from 1 to 21."""
    lighter, darker = sorted((_luminance(QColor(pair.text)), _luminance(QColor(pair.ground))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
