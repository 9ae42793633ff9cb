"""What is read on grounds that `Colours.texts` does not name: marks, selections, what is switched off."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel

from hanoi_desk.ui.colours import DARK, LIGHT, Colours, Pair, Tone, contrast
from hanoi_desk.ui.help.blocks import HelpText
from hanoi_desk.ui.theme import Scheme, qt_palette


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


def test_no_letter_of_the_help_is_smaller_than_the_text(theme, qapp: QApplication) -> None:
    assert HelpText(()).font().pointSizeF() >= qapp.font().pointSizeF()
