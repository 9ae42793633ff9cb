"""The parts of pages and forms, used with real keys."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.text import fold
from hanoi_desk.ui.colours import TileState, Tone
from hanoi_desk.ui.theme import Scheme, Theme
from hanoi_desk.ui.widgets import (
    ActionButton,
    BoardLegend,
    BoardOfStates,
    Card,
    Chip,
    ChipEdit,
    ComboField,
    DateField,
    Destination,
    ElidedLabel,
    EmptyState,
    EvenLayout,
    FigureCard,
    FlowLayout,
    FormRow,
    KeyHint,
    Line,
    Pill,
    SearchBox,
    Sidebar,
    StatusStrip,
    Step,
    StepLook,
    Stepper,
    Suggestion,
    SuggestionList,
    Tabs,
    TextArea,
    TextLabel,
    Tile,
    TileGroup,
    plain,
    read_date,
    write_date,
)

# What the offscreen platform says at windows with a least size and at pop-ups.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TODAY = date(2026, 11, 22)
NAMES = {
    "GH": ("Ghana", "GHA"),
    "KE": ("Kenya", "KEN"),
    "SN": ("Senegal", "SEN"),
    "NZ": ("New Zealand", "NZL", "Niu Di-lân"),
    "ZA": ("South Africa", "ZAF", "Nam Phi"),
    "KR": ("Republic of Korea", "KOR", "Hàn Quốc", "South Korea"),
    "TT": ("Trinidad and Tobago", "TTO"),
    "CI": ("Côte d'Ivoire", "CIV", "Bờ Biển Ngà"),
    "MW": ("Malawi", "MWI"),
    "MY": ("Malaysia", "MYS"),
    "VN": ("Viet Nam", "VNM", "Việt Nam"),
    "IR": ("Iran (Islamic Republic of)", "IRN"),
    "CD": ("Democratic Republic of the Congo", "COD", "Congo, Democratic Republic of the"),
    "NE": ("Niger", "NER"),
    "NG": ("Nigeria", "NGA"),
}


def complete(typed: str) -> list[Suggestion]:
    wanted = fold(typed)
    exact, begun = [], []
    for key, names in NAMES.items():
        found = next((name for name in names if fold(name) == wanted), None)
        begins = next((name for name in names if wanted and fold(name).startswith(wanted)), None)
        if found or begins:
            (exact if found else begun).append(Suggestion(key, names[0], matched=found or begins or ""))
    return exact + begun


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, scheme=Scheme.LIGHT)
    yield theme
    theme.set_text_scale(1.0)
    theme.deleteLater()


@pytest.fixture
def show(qtbot) -> Callable[..., QWidget]:
    """Put widgets under each other in a window that has the focus."""

    kept: list[QWidget] = []  # Python would let go of a window that no test holds

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(700, 500)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        widgets[0].setFocus()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show


@pytest.fixture
def countries(show) -> ChipEdit:
    field = ChipEdit(complete, "Countries")
    show(field, QLineEdit())
    return field


def compose(widget: QWidget, *preedits: str, commit: str) -> None:
    """Send what an input method sends: the letters as they grow, then the finished text."""
    for preedit in preedits:
        QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
    event = QInputMethodEvent()
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def popup(field: QWidget) -> SuggestionList:
    return next(one for one in field.window().findChildren(SuggestionList))


def test_a_list_that_needs_its_scroll_bar_no_more_stays_open(qtbot) -> None:
    window = QWidget()
    window.resize(400, 120)
    line = QLineEdit(window)
    qtbot.addWidget(window)
    window.show()
    rows = SuggestionList(line, "Results")
    rows.offer([Suggestion(str(n), f"Result {n}") for n in range(30)])
    QApplication.processEvents()
    assert rows.verticalScrollBar().isVisible()
    rows.offer([Suggestion("1", "Result 1")])
    QApplication.processEvents()
    assert not rows.verticalScrollBar().isVisible()
    assert rows.is_open
    line.hide()
    assert not rows.is_open


# The field of chips


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("gha ken sen", "GH KE SN"),
        ("new zealand", "NZ"),
        ("new zealand gha", "NZ GH"),
        ("south africa", "ZA"),
        ("south korea ken", "KR KE"),
        ("trinidad and tobago", "TT"),
        ("bo bien nga", "CI"),
        ("han quoc", "KR"),
        ("nam phi ken", "ZA KE"),
        ("viet gha", "VN GH"),
        ("viet nam gha", "VN GH"),
        ("iran ken", "IR KE"),
        ("niger nigeria", "NE NG"),
        ("cote d'ivoire", "CI"),
        ("cote ken", "CI KE"),
        ("ghana,kenya;sen", "GH KE SN"),
        ("gha gha", "GH"),
    ],
)
def test_a_few_letters_of_each_make_chips(countries: ChipEdit, qtbot, typed: str, ids: str) -> None:
    qtbot.keyClicks(countries.line, typed)
    qtbot.keyClick(countries.line, Qt.Key.Key_Return)
    assert " ".join(countries.ids) == ids
    assert countries.pending == ""


def test_a_space_takes_at_once_what_is_sure(countries: ChipEdit, qtbot) -> None:
    qtbot.keyClicks(countries.line, "gha ")
    assert countries.ids == ("GH",)


def test_a_space_takes_nothing_that_may_mean_several(countries: ChipEdit, qtbot) -> None:
    qtbot.keyClicks(countries.line, "mal ken")
    assert countries.ids == ()
    assert popup(countries).current == complete("mal")[0]
    qtbot.keyClick(countries.line, Qt.Key.Key_Down)
    qtbot.keyClick(countries.line, Qt.Key.Key_Return)
    assert countries.ids == ("MY",)
    assert countries.pending == "ken"


def test_tab_takes_the_marked_one_and_goes_on(countries: ChipEdit, qtbot) -> None:
    qtbot.keyClicks(countries.line, "gha ken")
    qtbot.keyClick(countries.line, Qt.Key.Key_Tab)
    assert countries.ids == ("GH", "KE")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert QApplication.focusWidget() is not countries.line
    assert not popup(countries).is_open


def test_what_nothing_matches_stays_and_is_named(countries: ChipEdit, qtbot) -> None:
    qtbot.keyClicks(countries.line, "gha atlantis")
    assert not countries.settle()
    assert countries.ids == ("GH",)
    assert countries.pending == "atlantis"
    assert "atlantis" in countries.problem
    qtbot.keyClicks(countries.line, "x")
    assert countries.problem == ""


def test_leaving_the_field_takes_what_is_sure(countries: ChipEdit, qtbot) -> None:
    qtbot.keyClicks(countries.line, "sen")
    other = next(one for one in countries.window().findChildren(QLineEdit) if one is not countries.line)
    other.setFocus()
    assert countries.ids == ("SN",)


@pytest.mark.parametrize("text", ["Ghana, Kenya; Senegal", "Ghana\nKenya\nSenegal", "gha ken sen "])
def test_a_pasted_list_becomes_chips(countries: ChipEdit, text: str) -> None:
    QApplication.clipboard().setText(text)
    countries.line.paste()
    assert countries.settle()
    assert countries.ids == ("GH", "KE", "SN")


def test_a_pasted_name_may_hold_a_comma(countries: ChipEdit) -> None:
    QApplication.clipboard().setText("Congo, Democratic Republic of the")
    countries.line.paste()
    assert countries.ids == ("CD",)


def test_what_is_unknown_in_a_pasted_list_is_kept(countries: ChipEdit) -> None:
    QApplication.clipboard().setText("Ghana, Atlantis, Kenya")
    countries.line.paste()
    assert countries.ids == ("GH", "KE")
    assert countries.pending == "Atlantis"


def test_backspace_in_the_empty_field_removes_the_last(countries: ChipEdit, qtbot) -> None:
    qtbot.keyClicks(countries.line, "gha ken ")
    with qtbot.waitSignal(countries.removed) as told:
        qtbot.keyClick(countries.line, Qt.Key.Key_Backspace)
    assert told.args[0].id == "KE"
    assert countries.ids == ("GH",)


def test_arrows_walk_the_chips_and_delete_removes_one(countries: ChipEdit, qtbot) -> None:
    qtbot.keyClicks(countries.line, "gha ken sen ")
    qtbot.keyClick(countries.line, Qt.Key.Key_Left)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert isinstance(QApplication.focusWidget(), Chip)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert countries.ids == ("GH", "SN")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is countries.line


def test_the_cross_removes_a_chip(countries: ChipEdit, qtbot) -> None:
    countries.set_chips(complete("gha"))
    chip = countries.findChild(Chip)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center() + chip.rect().topRight() / 2)
    assert countries.ids == ()


def test_nothing_happens_while_a_letter_is_composed(countries: ChipEdit, qtbot) -> None:
    QApplication.sendEvent(countries.line, QInputMethodEvent("ha", []))
    QApplication.sendEvent(countries.line, QInputMethodEvent("hàn", []))
    assert not popup(countries).is_open
    qtbot.keyClick(countries.line, Qt.Key.Key_Return)
    qtbot.keyClick(countries.line, Qt.Key.Key_Backspace)
    assert countries.ids == ()
    compose(countries.line, "hàn", commit="Hàn")
    assert popup(countries).current.id == "KR"
    compose(countries.line, "q", "qu", "quố", "quốc", commit=" Quốc")
    assert countries.line.text() == "Hàn Quốc"
    qtbot.keyClick(countries.line, Qt.Key.Key_Return)
    assert countries.ids == ("KR",)


def test_letters_composed_with_a_mark_arrive_whole(show) -> None:
    field = ChipEdit(lambda typed: [], "They were", allow_new=True)
    show(field)
    compose(field.line, "D", "Đ", "Đa", "Đai", "Đại", commit="Đại")
    compose(field.line, "s", "sứ", commit=" sứ")
    assert field.line.text() == "Đại sứ"
    assert field.settle()
    assert field.new_entries == ("Đại sứ",)


def test_a_committed_space_works_as_a_typed_one(countries: ChipEdit) -> None:
    compose(countries.line, "gh", "gha", commit="gha ")
    assert countries.ids == ("GH",)


def test_new_names_may_hold_spaces_and_commas(show, qtbot) -> None:
    field = ChipEdit(complete, "They were", allow_new=True)
    show(field)
    qtbot.keyClicks(field.line, "Legal adviser, Accra")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.new_entries == ("Legal adviser, Accra",)
    assert field.ids == ()


def test_a_new_name_that_begins_a_known_one_is_the_last_choice(show, qtbot) -> None:
    field = ChipEdit(complete, "They were", allow_new=True)
    show(field)
    qtbot.keyClicks(field.line, "Ken")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.ids == ("KE",)
    qtbot.keyClicks(field.line, "Mala")
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.new_entries == ("Mala",)


def test_escape_closes_the_list_first(countries: ChipEdit, qtbot) -> None:
    qtbot.keyClicks(countries.line, "mal")
    assert popup(countries).is_open
    qtbot.keyClick(countries.line, Qt.Key.Key_Escape)
    assert not popup(countries).is_open
    assert countries.pending == "mal"


def test_the_list_never_takes_the_focus_and_stays_in_the_window(show, qtbot) -> None:
    field = ChipEdit(complete, "Countries")
    window = show(QWidget(), field)
    field.setFocus()
    window.layout().insertStretch(0, 1)
    window.resize(300, 160)
    qtbot.keyClicks(field.line, "n")
    shown = popup(field)
    assert QApplication.focusWidget() is field.line
    assert window.rect().contains(shown.geometry())
    assert shown.accessibleName()


def test_a_click_in_the_list_chooses(countries: ChipEdit, qtbot) -> None:
    qtbot.keyClicks(countries.line, "mal")
    shown = popup(countries)
    place = shown.visualRect(shown.model().index(1, 0)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert countries.ids == ("MY",)
    assert QApplication.focusWidget() is countries.line


@given(st.text(max_size=30))
def test_no_text_breaks_the_field_of_chips(typed: str) -> None:
    field = ChipEdit(complete, "Countries")
    field.line.setText(typed)
    field.line.typed.emit(field.line.text())
    assert field.settle() == (field.pending == "")
    field.deleteLater()


# Dates


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("22/11", date(2026, 11, 22)),
        ("22/11/2026", date(2026, 11, 22)),
        ("22 11", date(2026, 11, 22)),
        ("22.11.26", date(2026, 11, 22)),
        ("2/1", date(2027, 1, 2)),
        ("30/6", date(2026, 6, 30)),
        ("2026-12-31", date(2026, 12, 31)),
        ("14 Nov", date(2026, 11, 14)),
        ("14 november 2025", date(2025, 11, 14)),
        ("ngày 22 tháng 11 năm 2026", date(2026, 11, 22)),
        ("+3", date(2026, 11, 25)),
        ("-1", date(2026, 11, 21)),
        ("+2w", date(2026, 12, 6)),
        ("today", TODAY),
        ("Hôm nay", TODAY),
        ("mai", date(2026, 11, 23)),
        ("tomorrow", date(2026, 11, 23)),
        ("hom qua", date(2026, 11, 21)),
        ("29/2", None),
        ("31/02/2026", None),
        ("22", None),
        ("11/22/2026", None),
        ("soon", None),
        ("22 sometime", None),
        ("+9999999", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, day: date | None) -> None:
    assert read_date(typed, TODAY) == day


def test_a_due_date_without_a_year_lies_ahead() -> None:
    assert read_date("30/6", TODAY, ahead=True) == date(2027, 6, 30)
    assert read_date("29/2", TODAY, ahead=True) == date(2028, 2, 29)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_written_date_is_read_back(day: date) -> None:
    assert read_date(write_date(day), TODAY) == day


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_dates(typed: str) -> None:
    assert read_date(typed, TODAY) is None or isinstance(read_date(typed, TODAY), date)


def test_leaving_writes_the_date_out(show, qtbot) -> None:
    field = DateField(lambda: TODAY, "Date")
    show(field, QLineEdit())
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field.line, "2/1")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.line.text() == "02/01/2027"
    assert field.value == date(2027, 1, 2)


def test_the_key_in_a_search_box_is_as_large_as_its_text_after_the_text_was_larger(show, light) -> None:
    box = SearchBox("Search", "Ctrl K")
    show(box)
    (hint,) = box.findChildren(KeyHint)
    usual = hint.sizeHint()
    light.set_text_scale(2.0)
    QApplication.processEvents()
    assert hint.height() > usual.height() * 1.6
    light.set_text_scale(1.0)
    QApplication.processEvents()
    assert hint.size() == hint.sizeHint() == usual
    assert hint.geometry().right() < box.width()


def test_a_wrong_date_stays_as_typed_and_says_so_below(show, qtbot) -> None:
    field = DateField(lambda: TODAY, "Date")
    row = FormRow("&Date", field)
    show(row, QLineEdit())
    field.setFocus()
    qtbot.keyClicks(field.line, "31/02")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.value is None
    assert field.line.text() == "31/02"
    assert "31/02" in row.problem
    assert field.line.accessibleDescription() == row.problem


def test_up_and_down_change_the_day(show, qtbot) -> None:
    field = DateField(lambda: TODAY, "Date")
    field.set_value(TODAY)
    show(field)
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.value == date(2026, 11, 23)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert field.value == TODAY


def test_the_calendar_opens_by_key_and_gives_a_day(show, qtbot) -> None:
    field = DateField(lambda: TODAY, "Date")
    show(field)
    qtbot.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = QApplication.activePopupWidget()
    assert calendar is not None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert field.value == date(2026, 11, 23)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


# Other fields


def test_a_choice_is_found_by_letters_without_accents(show, qtbot) -> None:
    field = ComboField([("a", "Bilateral meeting"), ("b", "Công hàm"), ("c", "Hội đàm"), ("d", "Note verbale")], "Kind")
    show(field)
    with qtbot.waitSignal(field.chosen) as told:
        qtbot.keyClicks(field, "hoi d")
    assert (field.value, told.args) == ("c", ["c"])
    assert QApplication.activePopupWidget() is None  # the space belongs to the search


def test_a_choice_is_found_by_a_later_word(show, qtbot) -> None:
    field = ComboField([("a", "Bilateral meeting"), ("d", "Note verbale")], "Kind")
    show(field)
    qtbot.keyClicks(field, "verb")
    assert field.value == "d"


def test_choosing_by_code_tells_nobody(qtbot) -> None:
    field = ComboField([("a", "One"), ("b", "Two")])
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.chosen):
        field.set_value("b")
        field.set_choices([("b", "Hai"), ("a", "Một")])
    assert field.value == "b"


def test_notes_grow_with_what_is_in_them(show, qtbot) -> None:
    notes = TextArea("Notes", least=2, most=6)
    show(notes)
    low = notes.height()
    notes.set_text("\n".join("abcd"))
    qtbot.waitUntil(lambda: notes.height() > low)
    assert notes.verticalScrollBar().maximum() == 0
    notes.set_text("x\n" * 40)
    qtbot.waitUntil(lambda: notes.verticalScrollBar().maximum() > 0)


def test_notes_tell_of_the_users_changes_only(show, qtbot) -> None:
    notes = TextArea("Notes")
    show(notes, QLineEdit())
    with qtbot.assertNotEmitted(notes.edited):
        notes.set_text("kept")
        QApplication.sendEvent(notes, QInputMethodEvent("Đ", []))
    with qtbot.waitSignal(notes.edited):
        compose(notes, "Đạ", commit="Đại")
    qtbot.keyClick(notes, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not notes
    assert "Đại" in notes.text


def test_a_form_row_gives_its_field_a_name_and_a_key(qtbot) -> None:
    row = FormRow("&Kind", QLineEdit())
    qtbot.addWidget(row)
    assert row.field.accessibleName() == "Kind"
    assert row.label.buddy() is row.field
    row.show_problem("This is needed.")
    assert row.field.property("problem") is True
    row.show_problem("")
    assert row.field.property("problem") is False


def test_the_search_box_tells_keys_and_whole_words(show, qtbot) -> None:
    box = SearchBox("Search", "Ctrl K")
    show(box)
    heard: list[object] = []
    box.typed.connect(heard.append)
    box.stepped.connect(heard.append)
    compose(box, "d", "đ", commit="đà")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert heard == ["đà", 1, ""]
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


# The board


def board_groups() -> list[TileGroup]:
    states = list(TileState)
    codes = [f"{a}{b}X" for a in "ABCDEFGHIJ" for b in "KLMNOPQRSTUVWXYZ"][:108]
    tiles = [Tile(code.lower(), code, states[n % len(states)], f"State {code}") for n, code in enumerate(codes)]
    return [
        TileGroup("African Group", "19 of 54", tuple(tiles[:54])),
        TileGroup("Asia-Pacific Group", "2 of 54", tuple(tiles[54:])),
    ]


@pytest.fixture
def board(show) -> BoardOfStates:
    board = BoardOfStates("Where every State stands")
    board.show_groups(board_groups())
    show(board)
    return board


def test_arrows_move_tile_by_tile_and_enter_opens(board: BoardOfStates, qtbot) -> None:
    first = board.current
    qtbot.keyClick(board, Qt.Key.Key_Right)
    qtbot.keyClick(board, Qt.Key.Key_Down)
    qtbot.keyClick(board, Qt.Key.Key_Up)
    qtbot.keyClick(board, Qt.Key.Key_Left)
    assert board.current == first
    qtbot.keyClick(board, Qt.Key.Key_Right)
    with qtbot.waitSignal(board.opened) as told:
        qtbot.keyClick(board, Qt.Key.Key_Return)
    assert told.args == ["alx"]


def test_the_ends_the_groups_and_a_code_are_one_key_away(board: BoardOfStates, qtbot) -> None:
    tiles = [tile.id for group in board_groups() for tile in group.tiles]
    qtbot.keyClick(board, Qt.Key.Key_End)
    assert board.current == tiles[-1]
    qtbot.keyClick(board, Qt.Key.Key_Home)
    assert board.current == tiles[0]
    qtbot.keyClick(board, Qt.Key.Key_PageDown)
    assert board.current == tiles[54]
    qtbot.keyClicks(board, "CPX")
    assert board.current == "cpx"


def test_down_reaches_every_row_of_the_board(board: BoardOfStates, qtbot) -> None:
    for _ in range(40):
        qtbot.keyClick(board, Qt.Key.Key_Down)
    row = board.visualRect(board.currentIndex()).y()
    last = board.visualRect(board.model().index(board.model().rowCount() - 1, 0)).y()
    assert row == last


def test_a_click_opens_a_tile_and_the_tile_in_focus_is_in_view(board: BoardOfStates, qtbot) -> None:
    board.resize(200, 120)
    qtbot.keyClick(board, Qt.Key.Key_End)
    rect = board.visualRect(board.currentIndex())
    assert board.viewport().rect().contains(rect)
    with qtbot.waitSignal(board.opened) as told:
        qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert told.args == [board.current]


def test_screen_readers_reach_every_tile_in_words(board: BoardOfStates) -> None:
    spoken = QAccessible.queryAccessibleInterface(board)
    words = {spoken.child(n).text(QAccessible.Text.Name) for n in range(spoken.childCount())}
    assert {f"State {tile.code}" for group in board_groups() for tile in group.tiles} <= words
    assert spoken.text(QAccessible.Text.Name) == "Where every State stands"


def test_the_tile_in_focus_is_seen(board: BoardOfStates, qtbot) -> None:
    before = board.grab().toImage()
    qtbot.keyClick(board, Qt.Key.Key_Right)
    assert board.grab().toImage() != before


def test_tiles_keep_apart_at_twice_the_text(board: BoardOfStates, theme: Theme, qtbot) -> None:
    theme.set_text_scale(2.0)
    board.resize(500, 300)
    rects = [board.visualRect(board.model().index(row, 0)) for row in range(board.model().rowCount())]
    assert not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[n + 1 :])
    assert max(rect.right() for rect in rects) <= board.viewport().width()
    assert board.verticalScrollBar().maximum() > 0


def test_a_refreshed_board_keeps_its_focus(board: BoardOfStates) -> None:
    board.choose("cpx")
    board.show_groups(board_groups())
    assert board.current == "cpx"


# The sidebar and the tabs


def test_the_sidebar_is_walked_with_arrows(show, qtbot) -> None:
    places = [Destination(key, key.title(), "Ctrl+1", at_foot=key == "settings") for key in ("home", "log", "settings")]
    side = Sidebar("Hanoi Desk", places)
    show(side)
    side.set_count("log", "412")
    side.set_current("home")
    side.focus_current()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget().accessibleName() == "Log, 412"
    with qtbot.waitSignal(side.chosen) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert told.args == ["log"]
    assert side.current == "home"  # the window says where one is
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert QApplication.focusWidget().accessibleName() == "Settings"
    side.set_places([Destination(key, f"vi {key}") for key in ("home", "log", "settings")])
    assert side.current == "home"


def test_tabs_are_chosen_by_key_and_show_counts(show, qtbot) -> None:
    tabs = Tabs([("timeline", "Timeline"), ("people", "People & posts")])
    show(tabs)
    tabs.set_count("people", 6)
    with qtbot.waitSignal(tabs.chosen) as told:
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert told.args == ["people"]
    assert tabs.current == "people"
    assert tabs.tabText(1) == "People && posts 6"


# Cards, messages, steps


def test_a_figure_is_one_button(show, qtbot) -> None:
    card = FigureCard("Entry into force", "Art. 65")
    card.show_figure("3", "of 40 instruments deposited", "31 not yet in sight.")
    show(card)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(card.clicked):
            qtbot.keyClick(card, key)
    assert card.accessibleName() == "Entry into force: 3 of 40 instruments deposited"
    card.show_figure("73", "72 States and the EU")
    assert card.accessibleName() == "Entry into force: 73, 72 States and the EU"


def test_a_message_offers_the_way_back(show, qtbot) -> None:
    strip = StatusStrip()
    show(strip)
    assert strip.words == ""
    strip.say("The meeting was deleted.", "Undo")
    assert strip.words == "The meeting was deleted."
    with qtbot.waitSignal(strip.acted):
        qtbot.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    assert strip.words == ""


def test_an_empty_list_says_what_to_do(show, qtbot) -> None:
    empty = EmptyState("No meeting is logged yet.", "Log outreach")
    show(empty)
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)


def test_the_steps_are_said_in_words_and_take_more_lines_when_narrow(show) -> None:
    steps = [Step(f"Step {n}", look, "25 Oct 2025") for n, look in enumerate(StepLook)]
    stepper = Stepper(steps)
    show(stepper)
    assert "Step 0, 25 Oct 2025; Step 1" in stepper.accessibleName()
    assert stepper.heightForWidth(160) > stepper.heightForWidth(900)


def test_a_long_text_in_a_line_shows_its_beginning(show) -> None:
    line = Line()
    show(line)
    line.show_text("Permanent Mission of the Socialist Republic of Viet Nam to the United Nations, Vienna")
    assert line.cursorPosition() == 0
    assert line.text().endswith("Vienna")


def test_chips_flow_to_a_new_line(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=4)
    for word in ("one", "two", "three", "four"):
        flow.addWidget(QPushButton(word))
    assert flow.heightForWidth(90) > flow.heightForWidth(900)


def test_cards_stand_beside_each_other_while_there_is_room(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    even = EvenLayout(10, holder)
    cards = [FigureCard(f"Card {n}") for n in range(4)]
    for card in cards:
        even.addWidget(card)
    holder.show()
    holder.resize(1200, 300)
    assert len({card.y() for card in cards}) == 1
    holder.resize(400, 900)
    assert len({card.y() for card in cards}) > 1
    assert len({card.width() for card in cards}) == 1


def test_an_action_button_makes_room_for_the_name_of_its_key(qtbot) -> None:
    plain_one, named = QPushButton("&Log outreach"), ActionButton("&Log outreach", "Ctrl L", primary=True)
    qtbot.addWidget(plain_one)
    qtbot.addWidget(named)
    assert named.sizeHint().width() > plain_one.sizeHint().width()
    assert not named.grab().isNull()


# Hostile text


def hostile(folder) -> str:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("#fe0102"))
    path = folder / "red.png"
    picture.save(str(path))
    return f'<img src="{path}"><b>x</b>'


def test_text_that_looks_like_markup_is_shown_as_it_is(show, tmp_path) -> None:
    text = hostile(tmp_path)
    card, figure, empty, strip = Card(text, text), FigureCard(text, text), EmptyState(text, text), StatusStrip()
    figure.show_figure(text, text, text)
    strip.say(text, text)
    chips = ChipEdit(complete, text)
    chips.set_chips([Suggestion("", text, text)])
    notes = TextArea(text)
    notes.set_text(text)
    board = BoardOfStates(text)
    board.show_groups([TileGroup(text, text, (Tile("a", text, TileState.SIGNED, text),))])
    parts = [TextLabel(text), ElidedLabel(text), Pill(text, Tone.RED), BoardLegend({TileState.SIGNED: text})]
    window = show(chips, card, figure, empty, strip, notes, board, *parts, Stepper([Step(text, StepLook.NOW, text)]))
    window.resize(900, 1400)
    picture = window.grab().toImage()
    red = QColor("#fe0102").rgb()
    assert not any(picture.pixel(x, y) == red for x in range(0, 900, 4) for y in range(0, picture.height(), 4))
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in window.findChildren(QLabel))


def test_a_tool_tip_is_never_markup() -> None:
    assert plain("Ghana & Kenya") == "Ghana & Kenya"
    assert "<img" not in plain('<img src="x">')


def test_the_words_change_with_the_language(show) -> None:
    field = DateField(lambda: TODAY, "Date")
    strip = StatusStrip()
    show(field, strip)
    for widget in (field, strip):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    assert field.line.placeholderText() == "day/month/year"
