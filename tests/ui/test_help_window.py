"""The help beside the window: opened where one is, searched, read forward and back, printed; and the tour."""

import re
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from ui.conftest import NOW
from ui.windows import shown_window

from hanoi_desk.assets import asset
from hanoi_desk.errors import areas, in_general
from hanoi_desk.help_pages import FOR_PAGE, PAGE_KEYS, Heading, Paragraph, Picture, Style, help_pages
from hanoi_desk.language import INTERFACE, Language, capital, terms
from hanoi_desk.ui.actions import ACTIONS, MENUS, PAGES
from hanoi_desk.ui.actions import PAGE_KEYS as KEYS_OF_PAGES
from hanoi_desk.ui.app import Application
from hanoi_desk.ui.first_start import FirstChoices
from hanoi_desk.ui.help.blocks import HelpPicture, HelpText
from hanoi_desk.ui.help_window import HelpWindow
from hanoi_desk.ui.session import Goal
from hanoi_desk.ui.theme import Scheme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(session, qtbot):
    with shown_window(session, qtbot) as window:
        yield window


@pytest.fixture
def help_window(session, qtbot):
    made = HelpWindow(session)
    qtbot.addWidget(made)
    made.show_page("first-day")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def named(style, language):
    """Return the words of a style in every page, with the page they stand on."""
    return {
        (piece.text, page.key)
        for page in help_pages(language)
        for block in page.blocks
        if isinstance(block, Paragraph)
        for piece in block.pieces
        if piece.style is style
    }


def plain(words):
    return re.sub(r"\s*…$", "", words.replace("&", "")).strip()


def words_of_the_program(language):
    """Return every word that the window can show."""
    tree = ElementTree.parse(asset("translations/hanoi_desk_vi.ts"))
    tag = "source" if language == "en" else "translation"
    shown = {"".join(node.itertext()).strip() for node in tree.iter(tag)}
    shown |= {capital(getattr(term, language)) for term in terms().values()}
    return {plain(one) for one in shown}


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_help_names_only_words_that_the_window_has(language):
    known = words_of_the_program(language)
    assert {one for one in named(Style.WORDS, language) if plain(one[0]) not in known} == set()


def test_the_help_names_only_keys_that_the_program_has(qapp):
    specs = [*ACTIONS, *KEYS_OF_PAGES]
    known = {QKeySequence(key.strip()).toString() for spec in specs for key in spec.keys.split(";") if key}
    assert {one for one in named(Style.KEY, "en") if QKeySequence(one[0]).toString() not in known} == set()


def said_by_actions(language):
    """Return what each text of the menus, pages and keys is in a language, without the sign of its letter."""
    tree = ElementTree.parse(asset("translations/hanoi_desk_vi.ts"))
    (context,) = (one for one in tree.iter("context") if one.findtext("name") == "actions")
    vietnamese = {one.findtext("source"): one.findtext("translation") for one in context.iter("message")}
    return lambda text: plain(text if language == "en" else vietnamese[text])


IN_MENU = {
    "en": r"[*“]+([^*“”]+)[*”]+ in the menu [*“]+([^*“”]+)[*”]+",
    "vi": r"[*“]+([^*“”]+)[*”]+ trong trình đơn [*“]+([^*“”]+)[*”]+",
}
ON_PAGE = {"en": r"(?:[Tt]he page|beside) \*\*([^*]+)\*\*", "vi": r"(?:[Tt]rang|cạnh trang) \*\*([^*]+)\*\*"}


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_the_help_says_to_be_in_a_menu_or_on_a_page_is_there(language):
    said = said_by_actions(language)
    menus = {key: said(words) for key, words in MENUS}
    in_menus = {(said(spec.text), menus[spec.menu]) for spec in ACTIONS if not spec.name.startswith("language_")}
    pages = {said(page.text) for page in PAGES}
    told = {key: asset(f"help/{language}/{key}.md").read_text(encoding="utf-8") for key in PAGE_KEYS}
    claims = {(words, menu) for text in told.values() for words, menu in re.findall(IN_MENU[language], text)}
    assert len(claims) >= 4
    assert claims <= in_menus
    named_pages = {words for text in told.values() for words in re.findall(ON_PAGE[language], text)}
    assert len(named_pages) >= 8
    assert named_pages <= pages


#: Help that tells of keys which belong to another page; the preview of a brief has those of the builder.
ELSEWHERE = {"new-year": {"commitments"}, "brief": {"packs"}}


@pytest.mark.parametrize("help_key", PAGE_KEYS)
def test_a_key_that_the_help_tells_of_works_where_it_says(help_key, qapp):
    places = {"list", "form", *ELSEWHERE.get(help_key, ())} | {
        page for page, key in FOR_PAGE.items() if key == help_key
    }
    specs = [*ACTIONS, *(one for one in KEYS_OF_PAGES if one.place in places)]
    known = {QKeySequence(key.strip()).toString() for spec in specs for key in spec.keys.split(";") if key}
    assert {key for key, page in named(Style.KEY, "en") if page == help_key} <= known | {"Tab"}


@pytest.mark.parametrize(
    ("page", "wanted"),
    [("programme", "events"), ("treaty", "depositary-day"), ("trash", "trash"), ("asks", "follow-ups")],
)
def test_f1_opens_the_help_at_the_page_that_fits(window, qtbot, page, wanted):
    window.go(Goal(page))
    QTest.keyClick(window, Qt.Key.Key_F1)
    opened = window.findChild(HelpWindow)
    assert opened.isVisible()
    assert opened.page.key == wanted
    assert not opened.isModal()
    opened.close()


def test_f1_in_the_form_for_a_talk_tells_how_to_log_one(window):
    window.log_outreach()
    window.show_help()
    assert window.findChild(HelpWindow).page.key == "log-a-talk"


def test_f1_again_uses_the_same_window(window):
    window.show_help()
    window.go(Goal("events"))
    window.show_help()
    (opened,) = window.findChildren(HelpWindow)
    assert opened.page.key == "events"


def test_ctrl_f1_opens_the_map_of_keys(window):
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    keys = window.findChild(QWidget, "keys")
    assert keys.isVisible()
    keys.close()


def test_typing_finds_pages_without_accents_and_the_arrows_go_through_them(help_window, session):
    session.set_language(Language.VI)
    QTest.keyClicks(help_window.search, "ban giao")
    found = [help_window.list.item(row).text() for row in range(help_window.list.count())]
    assert "Bàn giao cho người kế nhiệm" in found
    assert len(found) < len(PAGE_KEYS)
    first = help_window.page.key
    QTest.keyClick(help_window.search, Qt.Key.Key_Down)
    assert help_window.page.key != first
    QTest.keyClick(help_window.search, Qt.Key.Key_Escape)
    assert help_window.list.count() == len(PAGE_KEYS)


def test_nothing_found_is_said(help_window):
    QTest.keyClicks(help_window.search, "zzz")
    assert help_window.none.isVisible()
    assert help_window.page.key == "first-day"


def test_a_link_leads_on_and_alt_left_back(help_window):
    link = next(w for w in help_window.reader.blocks if isinstance(w, QPushButton))
    link.click()
    assert help_window.page.key == "log-a-talk"
    QTest.keyClick(help_window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert help_window.page.key == "first-day"
    QTest.keyClick(help_window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert help_window.page.key == "log-a-talk"


def test_the_language_changes_on_the_same_page(help_window, session):
    help_window.show_page("trash")
    session.set_language(Language.VI)
    assert help_window.page.title == "Thùng rác, lịch sử, hoàn tác"


def test_everything_in_the_help_is_reached_by_tab_and_has_a_name(help_window):
    reached, at = [], help_window.search
    for _ in range(60):
        reached.append(at)
        at = at.nextInFocusChain()
    names = {
        one.objectName(): one.accessibleName() or getattr(one, "text", str)()
        for one in reached
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(help_window)
    }
    assert {"search_help", "help_pages", "help_page", "help_keys", "help_tour", "help_print"} <= set(names)
    assert all(names.values()), names


def test_a_picture_is_heard_and_never_wider_than_there_is_room(help_window, qtbot):
    pictures = [w for w in help_window.reader.blocks if isinstance(w, HelpPicture)]
    assert all(picture.accessibleName() for picture in pictures)
    assert all(picture.width() <= help_window.reader.area.viewport().width() for picture in pictures)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_page_fits_its_window_in_both_languages(help_window, session, light, scale):
    light.set_text_scale(scale)
    help_window.resize(900, 640)
    for language in INTERFACE:
        session.set_language(language)
        for key in PAGE_KEYS:
            help_window.show_page(key)
            QApplication.processEvents()
            room = help_window.reader.area.viewport().width()
            for block in help_window.reader.blocks:
                assert block.width() <= room, key
                if isinstance(block, HelpText):
                    assert block.height() >= block.heightForWidth(block.width()) - 1, key


def test_the_text_may_grow_while_the_help_is_open(help_window, light):
    before = help_window.reader.blocks[0].fontMetrics().height()
    light.set_text_scale(2.0)
    QApplication.processEvents()
    assert help_window.reader.blocks[0].fontMetrics().height() > before * 1.5


def test_the_page_is_drawn_in_dark_colours_too(help_window, light):
    light.set_scheme(Scheme.DARK)
    QApplication.processEvents()
    image = help_window.reader.blocks[0].grab().toImage()
    assert image.pixelColor(0, 0).lightnessF() < 0.3


@pytest.mark.parametrize("language", INTERFACE)
def test_every_page_can_be_printed(help_window, session, tmp_path, language):
    session.set_language(language)
    for key in ("log-a-talk", "keyboard"):
        help_window.show_page(key)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"{key}.pdf"))
        help_window.print_to(printer)
        paper = PdfReader(tmp_path / f"{key}.pdf")
        said = "".join(page.extract_text() for page in paper.pages)
        assert help_window.page.title.split()[0] in said
        assert any(isinstance(block, Picture) for block in help_window.page.blocks) == bool(paper.pages[0].images)
    assert "Ctrl+Shift+T" in said


def test_no_heading_ends_a_sheet_of_the_keyboard_map_and_no_line_stands_on_one_alone(help_window, tmp_path):
    help_window.show_page("keyboard")
    heads = {block.text for block in help_window.page.blocks if isinstance(block, Heading)}
    for size in (QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "keys.pdf"))
        printer.setPageSize(QPageSize(size))
        help_window.print_to(printer)
        for number, sheet in enumerate(PdfReader(tmp_path / "keys.pdf").pages, 1):
            *lines, foot = [line.strip() for line in sheet.extract_text().splitlines() if line.strip()]
            assert foot == str(number)
            assert lines[-1] not in heads
            assert len(lines) > 2


# ---- the tour ----


def test_the_tour_points_to_real_places_and_is_left_by_escape(window, qtbot):
    window.show_tour()
    tour = window._tour
    places = []
    for step in range(len(tour.stops())):
        assert tour.at == step
        assert tour.card.isVisible()
        assert window.rect().contains(tour.card.geometry())
        places.append(QRect(tour.target()))
        assert not places[-1].isEmpty(), tour.stops()[step]
        assert window.focusWidget() is tour.card.next_button
        if step < 7:
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert len({(one.x(), one.y(), one.width()) for one in places}) == len(places)
    with qtbot.waitSignal(window.tour_ended):
        QTest.keyClick(tour.card.next_button, Qt.Key.Key_Escape)
    assert not tour.card.isVisible()
    assert not tour.frame.isVisible()


def test_the_tour_goes_back_and_ends_after_the_last_place(window, qtbot):
    window.show_tour()
    tour = window._tour
    QTest.keyClick(tour.card.next_button, Qt.Key.Key_Right)
    QTest.keyClick(tour.card.next_button, Qt.Key.Key_Left)
    assert tour.at == 0
    with qtbot.waitSignal(window.tour_ended):
        for _ in tour.stops():
            tour.go_on()
    assert not tour.is_on


def test_the_tour_never_stands_in_the_way_of_work(window):
    window.show_tour()
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window._veil.is_open
    window.close_form()
    window.go(Goal("treaty"))
    assert window._tour.is_on
    window._tour.end()


@pytest.mark.parametrize("language", INTERFACE)
def test_the_card_of_the_tour_holds_at_twice_the_text(window, session, light, language):
    light.set_text_scale(2.0)
    window.resize(1280, 720)
    window.follow_text()
    session.set_language(language)
    window.show_tour()
    for _ in window._tour.stops()[1:]:
        card = window._tour.card
        assert window.rect().contains(card.geometry())
        assert card.words.height() >= card.words.heightForWidth(card.words.width())
        window._tour.go_on()
        QTest.qWait(60)
    window._tour.end()


def test_the_tour_is_offered_on_the_first_start_only_and_remembered(qapp, theme, tmp_path):
    program = Application(qapp, tmp_path / "config", lambda: NOW)
    program.set_language("en")
    program.ask_for_desk()
    program.make_desk(FirstChoices(tmp_path / "sample.hdesk", True))
    assert program.window._tour.is_on
    program.window._tour.end()
    assert program.settings.tour_seen
    program.window.close()
    program.ask_for_desk()
    program.make_desk(FirstChoices(tmp_path / "sample.hdesk", True))
    assert program.window._tour is None
    program.window.close()
    assert Application(qapp, tmp_path / "config", lambda: NOW).settings.tour_seen


@pytest.mark.parametrize("language", INTERFACE)
def test_the_page_of_messages_lists_every_error_of_the_catalogue_under_its_heading(help_window, session, language):
    session.set_language(language)
    help_window.show_page("errors")
    said = " ".join(label.text() for label in help_window.reader.area.widget().findChildren(QLabel))
    assert all(in_general(key, language).happened in said for key in areas())
    assert all(terms()[f"error_area.{area}"].en in said or language is Language.VI for area in areas().values())


def test_an_error_is_found_by_a_word_of_it_and_shown(help_window):
    help_window.search.setText("custodian's paper alone")
    help_window.look_for("custodian's paper alone")
    assert help_window.page.key == "errors"
