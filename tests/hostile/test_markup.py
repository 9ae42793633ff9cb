"""Markup in every text of every kind of record is shown as it was typed, on every page, in documents and in exports."""

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, get_args, get_origin, get_type_hints

import pypdf
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtGui import QColor, QImage, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)
from structure import opened

from hanoi_desk import desk
from hanoi_desk.briefing import collect_country_brief
from hanoi_desk.cli import main
from hanoi_desk.folder import write_folder
from hanoi_desk.language import INTERFACE, Language
from hanoi_desk.pdf import write_pdf
from hanoi_desk.records import (
    KINDS,
    DocumentLanguage,
    Message,
    Outreach,
    OutreachCountry,
    Pack,
    PackPart,
    PackText,
    Product,
    Record,
    problems,
)
from hanoi_desk.sheets import Sheet, sheet_bytes
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.ui.actions import PAGES
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.record_dialog import RecordDialog
from hanoi_desk.ui.session import Goal, Session

KENYA = desk.participant_id("KE")
RED = (255, 0, 77)
#: What stands in every text: markup, addresses, gaps, SQL, a formula, writing that turns round, decomposed words.
PARTS = (
    "<b>bold</b>",
    "An <an@mofa.gov.vn> đã họp",
    "a <b and c> d",
    "R&D; &amp; &#60;",
    "<script>alert(1)</script>",
    "{0} {name} %s %(a)s",
    "'; drop table change; --",
    "=1+1",
    "\u202eevil",
    "🇻🇳",
    unicodedata.normalize("NFD", "Đặng Thị Hương"),
)
#: Names of our own making, not words that somebody types.
NOT_TYPED = {"key", "sha256", "file_sha256", "record_table", "media_type", "number", "untc_name", "iso3", "link"}
#: What the pages show of a record when it is chosen.
PAGE_OF = {
    "participant": "countries", "outreach": "outreach", "commitment": "commitments", "follow_up": "follow_ups",
    "ask": "asks", "person": "people", "organisation": "organisations", "mission": "missions", "officer": "officers",
    "coverage": "coverage", "event": "events",
}  # fmt: skip


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a picture that would be seen if any text were taken for markup."""
    path = tmp_path_factory.mktemp("picture") / "red.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(*RED))
    assert image.save(str(path))
    return path


def typed(record: Record, name: str, picture: Path) -> str:
    return " ".join((f"§{record.table}.{name}§", f'<img src="{picture}">', *PARTS))


def spoilt(record: Record, picture: Path) -> Record:
    """Return a record with hostile words in each of its texts, as far as its rules let somebody type them."""
    hints = get_type_hints(type(record), include_extras=True)
    for f in fields(record):
        hint = hints[f.name]
        is_link = any(get_origin(one) is Annotated for one in (hint, *get_args(hint)))
        if f.name == "id" or f.name in NOT_TYPED or is_link or not (hint is str or hint == tuple[str, ...]):
            continue
        words = typed(record, f.name, picture)
        for text in (words, words[:120]):
            new = replace(record, **{f.name: text if hint is str else (text,)})
            if len(problems(new)) <= len(problems(record)):
                record = new
                break
    return record


@pytest.fixture
def hostile(sample_store: Store, picture: Path) -> dict[str, Record]:
    """Spoil one record of each kind of the sample desk, and return them by kind."""
    found: dict[str, Record] = {}
    with sample_store.change(Action.EDIT_RECORD) as change:
        for kind in KINDS:
            held = sample_store.all(Query(kind))
            if kind.table == "participant":
                held = [one for one in held if one.id == KENYA]
            if kind.table == "outreach_country":
                held = [one for one in held if one.participant == KENYA] or held
            if held:
                found[kind.table] = change.save(spoilt(held[0], picture))
    return found


@pytest.fixture
def window(hostile, sample_session: Session, qtbot) -> Iterator[MainWindow]:
    shown = MainWindow(sample_session)
    qtbot.addWidget(shown)
    shown.resize(1360, 860)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    QApplication.clipboard().clear()


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def columns_of(view: QAbstractItemView) -> int:
    return view.model().columnCount(QModelIndex()) if isinstance(view, QTableView) else 1


def shown_texts(top: QWidget) -> Iterator[str]:
    """Yield every text that a window shows, and see on the way that none is taken for markup."""
    for widget in (top, *top.findChildren(QWidget)):
        if isinstance(widget, QTextEdit):  # only for pages that the program itself wrote
            assert widget.isReadOnly()
            assert "§" not in widget.toHtml()
        if isinstance(widget, QLabel | QMessageBox):
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget.text()
            yield widget.text()
        elif isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QLineEdit):
            yield widget.text()
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(min(model.rowCount(QModelIndex()), 60)):
                for column in range(columns_of(widget)):
                    index = model.index(row, column)
                    yield str(index.data(Qt.ItemDataRole.DisplayRole) or "")
                    assert_plain_tip(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
        elif isinstance(widget, QAbstractButton):
            yield widget.text()
        assert_plain_tip(widget.toolTip())


def assert_plain_tip(tip: str) -> None:
    """A tip that Qt would take for markup must not hold a user's markup as it stands."""
    assert not (Qt.mightBeRichText(tip) and ("<img" in tip or "<b>bold" in tip)), tip


def assert_no_picture(top: QWidget) -> None:
    image = QImage(top.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    top.render(image)
    raw = bytes(image.constBits())
    assert bytes((RED[2], RED[1], RED[0], 255)) * 3 not in raw, top.objectName()


def look(top: QWidget, seen: set[str]) -> None:
    settle()
    for text in shown_texts(top):
        if "§" in text and "<img" in text:
            for part in ("An <an@mofa.gov.vn> đã họp", "a <b and c> d"):
                assert part in text or "…" in text or len(text) < 260, text
            seen.update(piece for piece in text.split("§") if "." in piece and " " not in piece)
    assert_no_picture(top)


def test_every_page_shows_what_was_typed_and_loads_nothing(window, hostile):
    seen: set[str] = set()
    for page in PAGES:
        window.go(Goal(page.key))
        look(window, seen)
    for table, page in PAGE_OF.items():
        if table in hostile:
            window.go(Goal(page, hostile[table].id))
            look(window, seen)
    tables = {one.partition(".")[0] for one in seen}
    assert tables >= {"outreach", "commitment", "follow_up", "person", "mission", "officer", "event", "organisation"}
    assert len(seen) > 25


def test_every_dialog_and_form_shows_what_was_typed_and_loads_nothing(window, hostile, qtbot):
    seen: set[str] = set()
    for key in ("about",):
        dialog = class_of(key)(window.session, window)
        dialog.show()
        look(dialog, seen)
        dialog.close()
    for record in hostile.values():
        dialog = RecordDialog(window.session, record, window)
        dialog.show()
        look(dialog, seen)
        dialog.close()
    window.edit_outreach(hostile["outreach"].id)
    look(window, seen)
    window.close_form()
    window.search()
    window.search_box.setText("bold")
    qtbot.wait(250)
    look(window, seen)
    window.search_box.clear()
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QDialog):
            top.close()
    settle()
    assert {"outreach.summary", "outreach.notes"} <= seen


def test_the_builder_the_bank_and_kept_editions_show_what_was_typed_and_load_nothing(window, hostile, picture, qtbot):
    store, talk = window.session.store, hostile["outreach"]
    message = store.all(Query(Message, limit=1))[0]
    words = typed(talk, "pack", picture)
    pack = Pack(
        name=words[:150],
        product=Product.EVENT,
        participants=(KENYA,),
        language=DocumentLanguage.EN,
        distribution=(words,),
        head_of_delegation=words,
        sections=("sheets",),
    )
    texts = [
        PackText(pack=pack.id, part=PackPart.POINT, message=message.id, text_en=words, text_vi=words),
        PackText(pack=pack.id, part=PackPart.POINT, participant=KENYA, text_en=words, position=1),
        PackText(pack=pack.id, part=PackPart.OBJECTIVE, text_en=words, met_when_en=words),
    ]
    desk.save_pack(store, pack, texts)
    desk.attach_files(store, pack, [(f"{words}.pdf", b"%PDF-1.7 damaged")], window.session.today)
    seen: set[str] = set()
    window.go(Goal("packs", pack.id))
    page = window.page
    qtbot.waitUntil(lambda: page.made is not None and not page.making.is_busy, timeout=20_000)
    page.freeze()
    qtbot.waitUntil(lambda: bool(desk.editions(store, pack)) and not page.making.is_busy, timeout=20_000)
    for tab in ("document", "texts", "checks", "editions"):
        page.show_tab(tab)
        look(window, seen)
    assert "outreach.pack" in seen
    raw = opened(page.pane.view.content)
    for word in (b"/URI", b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/EmbeddedFile", b"/Subtype /Image"):
        assert word not in raw, word
    shown = pypdf.PdfReader(io.BytesIO(page.pane.view.content))
    assert "\u202e" not in str(shown.outline) + str(shown.metadata)
    assert "<img" in str(shown.metadata) or "<img" in "".join(page.extract_text() for page in shown.pages)
    window.go(Goal("bank", message.id))
    look(window, seen)
    page.making.stop()


def test_the_brief_prints_what_was_typed_and_holds_no_address_action_or_picture(sample_store, hostile, picture):
    store = sample_store
    contact = Outreach(held_on=datetime(2026, 11, 20).date(), summary=typed(hostile["outreach"], "summary", picture))  # noqa: DTZ001
    heard = OutreachCountry(outreach=contact.id, participant=KENYA, said="An <an@mofa.gov.vn> a <b and c> d R&D")
    desk.log_outreach(store, [desk.OutreachEntry(outreach=contact, countries=(heard,))])
    moment = datetime.fromisoformat("2026-11-22T09:41:00+01:00")
    buffer = io.BytesIO()
    for language in INTERFACE:
        briefing = collect_country_brief(
            store, KENYA, language=language, now=moment, printed_at=moment, prepared_by="<b>An", unit="R&D <i>"
        )
        buffer = io.BytesIO()
        write_pdf(briefing, buffer, language)
        raw = opened(buffer.getvalue())
        for word in (b"/URI", b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/EmbeddedFile", b"/Subtype /Image"):
            assert word not in raw, word
        text = "".join("".join(page.extract_text().split()) for page in pypdf.PdfReader(buffer).pages)
        assert "An<an@mofa.gov.vn>" in text
        assert "<b>An" in text


def test_exports_and_the_command_line_hold_no_formula_and_no_writing_that_turns(
    sample_store, hostile, tmp_path, capsys
):
    folder = tmp_path / "out"
    write_folder(sample_store, folder, Language.EN, datetime.fromisoformat("2026-11-22T09:41:00+01:00"))
    cells = 0
    for path in folder.rglob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    cells += 1
                    assert cell.lstrip(" \t\r\n\u200b\ufeff")[:1] not in ("=", "@", "＝", "＠"), cell
    assert cells > 1000
    rows = tuple((one, one) for one in ("=1+1", *PARTS, "+84 24", "-2+3", "@SUM(A1)"))
    book = load_workbook(io.BytesIO(sheet_bytes([Sheet("a", "b", ("c", "d"), rows)], ".xlsx")))
    assert all(cell.data_type != "f" for row in book.active.iter_rows() for cell in row)
    sample_store.close()
    for words in (["search", "bold"], ["commitments"], ["due"], ["status"]):
        code = main([words[0], str(sample_store.path), *words[1:]])
        out, err = capsys.readouterr()
        assert code in (0, 1), err
        assert "Traceback" not in err
        assert "\x1b" not in out


def test_fifty_thousand_letters_are_shown_and_kept(window, hostile):
    store = window.session.store
    long = "Đặng <b> " * 5500
    talk = Outreach(held_on=window.session.today, summary="long", notes=long)
    with store.change(Action.LOG_OUTREACH) as change:
        change.save(talk)
    window.go(Goal("outreach", talk.id))
    look(window, set())
    assert store.need(Outreach, talk.id).notes == long
