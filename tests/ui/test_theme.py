"""The look: readable, following the system, growing with the text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from hanoi_desk.ui.colours import DARK, LIGHT, Colours, Pair, TileState, contrast, shown_colours
from hanoi_desk.ui.theme import BASE_POINTS, FAMILY, Scheme, Theme
from hanoi_desk.ui.widgets import make_primary


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, scheme=Scheme.LIGHT)
    yield theme
    theme.set_scheme(Scheme.LIGHT)
    theme.set_text_scale(1.0)
    theme.deleteLater()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_out_from_its_ground(colours: Colours) -> None:
    poor = {(pair.text, pair.ground): round(contrast(pair), 2) for pair in colours.texts() if contrast(pair) < 4.5}
    assert not poor


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_ring_of_the_focus_stands_out_from_what_is_around_it(colours: Colours) -> None:
    around = (colours.window, colours.surface, colours.selected, colours.hovered)
    assert all(contrast(Pair(colours.focus, ground)) >= 3 for ground in around)
    assert contrast(Pair("#ffffff", colours.side_current)) >= 3


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(Pair("#000000", "#ffffff")) == pytest.approx(21)
    assert contrast(Pair("#777777", "#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_no_two_states_share_a_letter() -> None:
    assert len({state.mark for state in TileState}) == len(TileState)


def test_the_shipped_font_is_used_in_points_that_grow_with_the_text(theme: Theme, qapp: QApplication) -> None:
    assert FAMILY in QFontDatabase.families()
    theme.set_text_scale(1.5)
    assert qapp.font().family() == FAMILY
    assert qapp.font().pointSizeF() == pytest.approx(BASE_POINTS * 1.5)


def test_the_text_grows_no_further_than_twice(theme: Theme) -> None:
    theme.set_text_scale(9)
    assert theme.text_scale == 2.0
    theme.set_text_scale(0.1)
    assert theme.text_scale == 1.0


def test_light_and_dark_can_be_forced(theme: Theme, qtbot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(Scheme.DARK)
    assert shown_colours() is DARK
    theme.set_scheme(Scheme.LIGHT)
    assert shown_colours() is LIGHT


def test_the_system_is_followed_until_something_is_forced(theme: Theme, qapp: QApplication) -> None:
    hints = qapp.styleHints()
    theme.set_scheme(Scheme.SYSTEM)
    try:
        hints.setColorScheme(Qt.ColorScheme.Dark)
        system_can_change = hints.colorScheme() is Qt.ColorScheme.Dark
        assert theme.colours is (DARK if system_can_change else LIGHT)
        theme.apply()
        assert shown_colours() is theme.colours
        theme.set_scheme(Scheme.LIGHT)
        assert theme.colours is LIGHT
    finally:
        hints.unsetColorScheme()


def test_dressing_twice_says_nothing_the_second_time(theme: Theme, qtbot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.apply()
        theme.set_text_scale(theme.text_scale)


def test_every_name_in_the_style_sheet_is_filled_in(theme: Theme, qapp: QApplication) -> None:
    assert "@" not in qapp.styleSheet()


def test_the_primary_button_is_red(theme: Theme, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = make_primary(QPushButton("Log outreach", window))
    window.show()
    assert button.grab().toImage().pixelColor(8, button.height() // 2).name() == LIGHT.primary.ground
