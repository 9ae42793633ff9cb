"""The look of the window: fonts, colours and one style sheet, following the system or forced."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from hanoi_desk.assets import asset
from hanoi_desk.ui.colours import DARK, LIGHT, Colours
from hanoi_desk.ui.style_sheet import style_sheet

FAMILY = "Be Vietnam Pro"
BASE_POINTS = 10.0
SMALLEST_TEXT, LARGEST_TEXT = 1.0, 2.0


class Scheme(StrEnum):
    """Which colours the user wants; stored in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application, and dresses it again when the system or the user changes their mind."""

    changed = Signal()

    def __init__(self, app: QApplication, *, scheme: Scheme = Scheme.SYSTEM, text_scale: float = 1.0) -> None:
        """Load the fonts and apply the look at once; `text_scale` is 1.0 to 2.0 and is kept within that."""
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._scale = _within(text_scale)
        self._dressed: tuple[bool, float] | None = None
        _load_fonts()
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    @property
    def scheme(self) -> Scheme:
        """The wish of the user, not what is shown."""
        return self._scheme

    @property
    def text_scale(self) -> float:
        """How much larger than usual the text is, 1.0 to 2.0."""
        return self._scale

    @property
    def colours(self) -> Colours:
        """The colours shown now."""
        if self._scheme is Scheme.SYSTEM:
            return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    def set_scheme(self, scheme: Scheme) -> None:
        """Follow the system, or force light or dark."""
        self._scheme = scheme
        self.apply()

    def set_text_scale(self, scale: float) -> None:
        """Make all text larger; values outside 1.0 to 2.0 are brought inside."""
        self._scale = _within(scale)
        self.apply()

    def apply(self) -> None:
        """Dress the application as it should look now; costs nothing when it already does."""
        colours = self.colours
        wanted = (colours.dark, self._scale)
        if wanted == self._dressed:
            return
        self._dressed = wanted
        font = QFont(FAMILY)
        font.setPointSizeF(BASE_POINTS * self._scale)
        self._app.setFont(font)
        self._app.setPalette(qt_palette(colours))
        self._app.setStyleSheet(style_sheet(colours, font))
        self.changed.emit()


def _within(scale: float) -> float:
    return min(max(scale, SMALLEST_TEXT), LARGEST_TEXT)


def _load_fonts() -> None:
    if FAMILY in QFontDatabase.families():
        return
    for weight in ("Regular", "Medium", "SemiBold", "Bold", "Italic"):
        QFontDatabase.addApplicationFont(str(asset(f"fonts/BeVietnamPro-{weight}.ttf")))


def qt_palette(colours: Colours) -> QPalette:
    """Return the same colours under Qt's names, for what the style draws itself."""
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.primary.text,
        role.PlaceholderText: colours.muted,
        role.ToolTipBase: colours.tip.ground,
        role.ToolTipText: colours.tip.text,
        role.Link: colours.link,
        role.LinkVisited: colours.link,
        role.Highlight: colours.focus,
        role.HighlightedText: colours.window if colours.dark else "#ffffff",
        role.Accent: colours.focus,
        role.Light: colours.surface,
        role.Midlight: colours.border,
        role.Mid: colours.edge,
        role.Dark: colours.edge,
        role.Shadow: "#000000" if colours.dark else "#8b95a3",
    }.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return palette
