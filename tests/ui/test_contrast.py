"""What is read on grounds that `Colours.texts` does not name: marks, selections, what is switched off."""

from collections import Counter as Times
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.ui.colours import DARK, LIGHT, Colours, Pair, Tone, contrast
from hanoi_desk.ui.help.blocks import HelpText
from hanoi_desk.ui.list_bar import CounterButton
from hanoi_desk.ui.listings import Counter
from hanoi_desk.ui.theme import Scheme, qt_palette
from hanoi_desk.ui.widgets import Chip, ComboField, Pill, Suggestion


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_selections_and_what_is_switched_off_can_be_read(colours: Colours) -> None:
    palette = qt_palette(colours)
    pairs = {
        "found in the help": Pair(colours.text, colours.tones[Tone.AMBER].ground),
        "a key in the help": Pair(colours.text, colours.sunken),
        "selected in a field": Pair(
            palette.color(QPalette.ColorRole.HighlightedText).name(), palette.color(QPalette.ColorRole.Highlight).name()
        ),
        "the red button switched off": Pair(colours.muted, colours.border),
        "what stands in an empty field": Pair(colours.muted, colours.surface),
        "a link in the list that is pointed to": Pair(colours.link, colours.hovered),
        "a problem in the chosen row": Pair(colours.problem, colours.selected),
        "a number of a chart": Pair(colours.muted, colours.surface),
        "the words at the line to reach": Pair(colours.problem, colours.surface),
        "a line of what is there": Pair(colours.tones[Tone.GREEN].text, colours.surface),
        "a line of what would be added": Pair(colours.tones[Tone.AMBER].text, colours.surface),
        "a box of a field that is off": Pair(colours.muted, colours.sunken),
    }
    poor = {where: round(contrast(pair), 2) for where, pair in pairs.items() if contrast(pair) < 4.5}
    assert not poor


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_letters_on_the_screen_have_the_contrast_that_the_colours_promise(light, qtbot, scheme: Scheme) -> None:
    light.set_scheme(scheme)
    for role in ("", "muted", "section", "problem", "link"):
        label = QLabel("MMMMMMMM")
        label.setProperty("role", role)
        label.setAutoFillBackground(True)
        qtbot.addWidget(label)
        label.show()
        QApplication.processEvents()
        image = label.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        ground = image.pixelColor(0, 0).name()
        assert max(contrast(Pair(one, ground)) for one in seen) >= 4.5, role


def field(kind: type[QLineEdit] | type[QPlainTextEdit], *, selected: bool = False, role: str = "") -> QWidget:
    made = kind()
    made.setProperty("role", role)
    if selected:
        made.setText("MMMMMM") if isinstance(made, QLineEdit) else made.setPlainText("MMMMMM")
        made.selectAll()
    else:
        made.setPlaceholderText("MMMMMM")
    return made


def button(role: str, *, enabled: bool = False) -> QPushButton:
    made = QPushButton("MMMMMM", enabled=enabled)
    made.setProperty("role", role)
    return made


def off(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def pill(tone: Tone) -> QWidget:
    return Pill("MMMMMM", tone)


def tabs() -> QTabBar:
    made = QTabBar()
    made.addTab("MMMMMM")
    made.addTab("MMMMMM")
    made.setCurrentIndex(1)
    return made


SEEN = {
    "what stands in an empty line": lambda: field(QLineEdit),
    "what stands in an empty search": lambda: field(QLineEdit, role="search"),
    "what stands in an empty text": lambda: field(QPlainTextEdit),
    "what is selected in a line": lambda: field(QLineEdit, selected=True),
    "what is selected in a text": lambda: field(QPlainTextEdit, selected=True),
    "a button that is off": lambda: button(""),
    "the red button that is off": lambda: button("primary"),
    "the red button": lambda: button("primary", enabled=True),
    "a link": lambda: button("link", enabled=True),
    "a quiet link": lambda: button("quiet_link", enabled=True),
    "a choice of a filter": lambda: button("facet", enabled=True),
    "tabs that are not shown": tabs,
    "a line that is off": lambda: off(QLineEdit("MMMMMM")),
    "a choice that is off": lambda: off(ComboField([("m", "MMMMMM")])),
    "a box that is off": lambda: off(QCheckBox("MMMMMM")),
    "one of several that is off": lambda: off(QRadioButton("MMMMMM")),
    "a small button that is off": lambda: button("small"),
    "a line that is only read": lambda: QLineEdit("MMMMMM", readOnly=True),
    "a chip": lambda: Chip(Suggestion("m", "MMMMMM")),
    **{f"a pill in {tone.value}": partial(pill, tone) for tone in Tone},
    **{f"a counter in {tone.value}": lambda tone=tone: CounterButton(Counter("m", "MMMM", 7, tone)) for tone in Tone},
}


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_kind_of_field_button_and_tab_is_drawn_so_that_it_can_be_read(light, qtbot, scheme: Scheme) -> None:
    light.set_scheme(scheme)
    light.set_text_scale(2.0)
    poor = {}
    for what, make in SEEN.items():
        shown, made = QWidget(), make()
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QVBoxLayout(shown).addWidget(made)
        made.show()
        qtbot.addWidget(shown)
        shown.show()
        QApplication.processEvents()
        edge = made.rect().adjusted(6, 6, -6, -6)
        inner = shown.grab(edge.translated(made.mapTo(shown, QPoint()))).toImage()
        colours = Times(inner.pixelColor(x, y).name() for x in range(inner.width()) for y in range(inner.height()))
        best = 0.0
        for ground in (name for name, _ in colours.most_common(3)):
            letters = [name for name, times in colours.items() if times > 8]
            best = max(best, *(contrast(Pair(name, ground)) for name in letters))
        if best < 4.5:
            poor[what] = round(best, 2)
        shown.close()
    assert not poor


def test_no_letter_of_the_help_is_smaller_than_the_text(theme, qapp: QApplication) -> None:
    assert HelpText(()).font().pointSizeF() >= qapp.font().pointSizeF()
