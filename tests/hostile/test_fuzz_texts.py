"""Ten thousand spoilt texts to each reader of what is typed, kept as a draft or remembered: no error but our own."""

import io
import json
import random
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from types import SimpleNamespace

import pytest
from desk_file import GHANA, IVORY_COAST
from hostile.fuzzing import attempt, each, is_all
from hostile.mutating import mutated, mutated_figures, mutated_json, mutated_text
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget
from workbook.taking import sheet_of

from hanoi_desk.briefing.kept_facts import kept_facts
from hanoi_desk.cli import main
from hanoi_desk.cli.log_lines import LogReader, SecretMark
from hanoi_desk.cli.log_values import BadValue
from hanoi_desk.desk import OutreachEntry, check_outreach
from hanoi_desk.desk.exports import plain_exports
from hanoi_desk.file_names import NAME_LIMIT, may_open, media_type, safe_name
from hanoi_desk.help_pages import HelpPageError, read_page
from hanoi_desk.language import Language
from hanoi_desk.names import NameIndex, called
from hanoi_desk.periods import NoSuchPeriod, named_period
from hanoi_desk.records import (
    Commitment,
    FollowUp,
    Outreach,
    OutreachCountry,
    Pack,
    PackEdition,
    PackPart,
    PackText,
    PromisedAct,
    Record,
    Statement,
)
from hanoi_desk.settings import Settings, said_in
from hanoi_desk.store.codec import is_typed, to_json
from hanoi_desk.support.log_lines import told_line
from hanoi_desk.text import fold, secret_word, sort_key, tidy
from hanoi_desk.ui.events.asides import read_asides
from hanoi_desk.ui.form_drafts import DamagedForm, read_draft, read_drafts
from hanoi_desk.ui.listings import Wanted
from hanoi_desk.ui.lists.layout import Layout, read_layout
from hanoi_desk.ui.lists.saved import SavedFilter, read_filters, write_filters
from hanoi_desk.ui.log.draft import DamagedDraft, Writing, from_text, to_text
from hanoi_desk.ui.packs import composing
from hanoi_desk.ui.packs.composing import Composed
from hanoi_desk.ui.packs.report_card import read_wishes
from hanoi_desk.ui.widgets.typed_date import read_date
from hanoi_desk.ui.window_frame import stand_again
from hanoi_desk.workbook.mapping import BadMapping, guess_plan, plan_from_json, plan_to_json

TODAY = date(2026, 11, 22)
TALK = Outreach(held_on=TODAY, summary="Hội đàm")


def json_of(name: str, sound: str, read: Callable[[str], bool], low: float = 0.02, high: float = 0.98) -> None:
    """Give a reader of JSON its inputs; a part of them is refused and a part is not."""
    assert read(sound)
    share = each(name, lambda chance: mutated_json(sound, chance), read)
    assert low <= share <= high or not is_all()


# ---- what is kept of what was being written


def test_drafts_of_the_log_form():
    entry = OutreachEntry(
        outreach=TALK,
        countries=(OutreachCountry(outreach=TALK.id, participant=GHANA.id, said="Sẽ ký"),),
        commitments=(
            Commitment(participant=IVORY_COAST.id, act=PromisedAct.SIGN, outreach=TALK.id, treaty="t", made_on=TODAY),
        ),
        follow_ups=(FollowUp(what="Gửi", outreach=TALK.id),),
    )

    def read(text: str) -> bool:
        def look() -> None:
            assert all(map(is_typed, from_text(text).entry.records()))

        return attempt(look, DamagedDraft)

    json_of("log draft", to_text(Writing(entry, {"countries": "gha"})), read)


def test_drafts_of_small_forms():
    record = FollowUp(what="Gửi", due_on=TODAY)
    form = {
        "module": "hanoi_desk.ui.forms.follow_up", "form": "FollowUpForm", "title": "Việc", "table": record.table,
        "id": record.id, "values": to_json(record), "beside": {"by": {"day": "2026-11-22"}}, "typed": {"due": "32/1"},
    }  # fmt: skip

    def read(text: str) -> bool:
        read = [attempt(lambda one=one: read_draft(one), DamagedForm) for one in read_drafts(text)]
        return bool(read) and all(read)

    json_of("form draft", json.dumps({"draft": 1, "forms": [form]}), read)


def test_notes_and_slots_that_were_laid_aside():
    for kind, record in ((Statement, Statement(event="e", participant=GHANA.id)), (FollowUp, FollowUp(what="Gửi"))):
        sound = json.dumps({"draft": 2, "records": [{"id": record.id, "values": to_json(record)}]})

        def read(text: str, kind: type[Record] = kind) -> bool:
            found = read_asides(kind, text)
            assert all(map(is_typed, found))
            return bool(found)

        json_of(f"aside {kind.table}", sound, read)


def test_packs_that_are_being_put_together():
    pack = Pack(name="Hội nghị", participants=(GHANA.id,), copies=12)
    texts = (PackText(pack=pack.id, part=PackPart.LEFT_OUT, message="m"),)

    def read(text: str) -> bool:
        def look() -> None:
            found = composing.from_text(text)
            composing.secret_mark(found)
            assert found.languages

        return attempt(look, composing.DamagedDraft)

    json_of("pack draft", composing.to_text(Composed(pack, texts)), read)


# ---- what is remembered


def test_settings():
    sound = asdict(Settings(language="vi", last_desk="/a/b.hdesk", window="AAAA", installation="0" * 32))

    def read(text: str) -> bool:
        found = said_in(text.encode(errors="surrogatepass"))
        if found is None:
            return False
        assert found.language in ("", "en", "vi")
        assert 0.75 <= found.text_scale <= 2
        assert 0 <= found.lock_minutes <= 120
        return True

    json_of("settings", json.dumps(sound), read)


def test_places_of_the_window(qapp):
    """What the settings hold of the window is bytes of Qt's own; the window stays of a size that can be seen."""
    widget = QWidget()
    widget.resize(640, 480)
    sound = bytes(widget.saveGeometry().data())

    def read(data: bytes) -> bool:
        done = stand_again(widget, QByteArray(data))
        assert not done or (0 <= widget.width() < 10_000 and 0 <= widget.height() < 10_000)
        return done

    each("place", lambda chance: mutated(sound, chance), read)


def test_saved_filters():
    sound = write_filters([SavedFilter("của tôi", replace(Wanted(text="ký"), descending=True))])
    json_of("filters", sound, lambda text: bool(read_filters(text)))


def test_layouts_of_lists():
    json_of("layout", Layout(("a", "b"), {"a": 10}).written(), lambda text: not read_layout(text).is_first)


def test_mappings_of_columns():
    sheet = sheet_of("Ngày|Nước|Ghi chú", ("12/11/2026", "Ghana", "x"))
    json_of("mapping", plan_to_json(guess_plan(sheet)), lambda text: attempt(lambda: plan_from_json(text), BadMapping))


def test_wishes_for_a_report():
    sound = json.dumps({"symbol": "BC", "place": "Hà Nội", "addressee": "Bộ", "signatory": "A", "signatory_post": "B"})
    json_of("wishes", sound, lambda text: isinstance(read_wishes(text).symbol, str), high=1)


def test_facts_of_an_edition():
    sound = json.dumps({"own": {"x": "1"}, "states": {"GH": ["a", "b", "c", "d"]}, "marks": {"en": {"GH": "m"}}})
    edition = PackEdition(pack="p", number=1)

    def read(text: str) -> bool:
        facts = kept_facts(replace(edition, data=text), Language.EN)
        return any(facts.values())

    json_of("facts", sound, read)


def test_the_list_of_plain_exports():
    sound = json.dumps([{"at": "2026-11-22T08:00+07:00", "who": "An", "records": 12}])
    json_of("exports", sound, lambda text: bool(plain_exports(SimpleNamespace(local=lambda _: text))))


# ---- what is typed or comes from a pipe


def test_lines_of_a_log(desk):
    line = {
        "date": "2026-11-03", "countries": ["Ghana"], "kind": "talks", "summary": "Hội đàm", "results": {"GH": "Sẽ ký"},
        "event": "Hội nghị", "organisations": [], "minutes": 30, "time": "14:30",
        "follow_ups": [{"what": "Send", "due": "2026-11-20"}],
    }  # fmt: skip
    reader = LogReader(desk, TODAY)

    def read(text: str) -> bool:
        def look() -> None:
            entry = reader.read(text)
            if not check_outreach(entry):
                assert all(map(is_typed, entry.records()))

        return attempt(look, BadValue, SecretMark)

    json_of("log line", json.dumps(line), read)


def test_logs_on_the_command_line(desk, capsys, monkeypatch):
    """Some tens end to end: a line with a mistake stands behind each, so that nothing of the log is kept."""
    sound = json.dumps({"date": "2026-11-03", "countries": ["Ghana"], "summary": "Hội đàm", "results": {"GH": "Sẽ ký"}})
    wrong = json.dumps({"date": "2026-11-03", "countries": ["Nowhere at all"]})

    def read(text: str) -> bool:
        said = f"{text}\n{wrong}\n".encode(errors="surrogatepass")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(said), encoding="utf-8", errors="strict"))
        code = main(["log", str(desk.path), "-"])
        out, err = capsys.readouterr()
        assert (code, out) == (1, "")
        assert "Traceback" not in err
        return "Line 2" in err or "Dòng 2" in err

    each("log", lambda chance: mutated_json(sound, chance), read, number=40)


def test_words_that_are_searched_for(desk):
    def read(text: str) -> bool:
        return bool(desk.search(text))

    def make(chance: random.Random) -> str:
        return mutated_text(chance.choice(("hội đàm", "phe chuan", "Ghana")), chance)

    with desk.bare():  # one look at the file for all of them
        each("search", make, read)


def test_names_of_countries():
    index = NameIndex(map(called, (GHANA, IVORY_COAST)))

    def read(text: str) -> bool:
        index.named_in(text)
        index.complete(text, 8)
        return index.find(text) is not None

    each("name", lambda chance: mutated_text(chance.choice(("Ghana", "Cốt-đi-voa và Ghana, GH")), chance), read)


def test_days_and_periods_that_are_typed():
    typed = (
        "22/11",
        "22.11.26",
        "ngày 22 tháng 11 năm 2026",
        "22 Nov 2026",
        "+2w",
        "quý I/2027",
        "early 2027",
        "Q1 2027",
    )

    def make(chance: random.Random) -> str:
        return chance.choice((mutated_text, mutated_figures))(chance.choice(typed), chance)

    def read(text: str) -> bool:
        attempt(lambda: named_period(text, TODAY), NoSuchPeriod)
        return read_date(text, TODAY) is not None or read_date(text, date.max, ahead=True) is not None

    share = each("typed", make, read)
    assert 0.05 < share < 0.95 or not is_all()


def test_names_of_files():
    def read(text: str) -> bool:
        name = safe_name(text)
        assert name == safe_name(name)
        assert 0 < len(name.encode()) <= NAME_LIMIT
        assert not set(name) & set("/\\\0:\n")
        assert bool(media_type(text)) == may_open(text)
        return may_open(text)

    names = ("Biên bản.pdf", "../../etc/passwd", "C:\\a\\con.txt", "báo cáo TUYỆT MẬT.docx", "a.pdf.exe")
    each("file name", lambda chance: mutated_text(chance.choice(names), chance), read)


def test_texts_of_any_kind():
    def read(text: str) -> bool:
        assert fold(fold(text)) == fold(text)
        assert tidy(tidy(text)) == tidy(text)
        sort_key(text)
        return secret_word(text) is not None

    each("words", lambda chance: mutated_text("Hội đàm TỐI MẬT với Cốt-đi-voa, 22/11", chance), read)


def test_lines_of_the_programs_own_log():
    lines = (
        "2026-11-22 08:00:00,123 ERROR StoreError while locking /usr/lib/hanoi_desk/a.py:12",
        "  /home/an/hanoi_desk/store/log.py:12 parsed",
        '  File "/x/site-packages/a.py", line 3 in f',
    )

    def read(text: str) -> bool:
        told = told_line(text)
        assert told is None or "/home" not in told
        return told is not None

    each("own log", lambda chance: mutated_text(chance.choice(lines), chance), read)


def test_pages_of_the_help():
    sound = "# Title\n\nWrite **words** and `Ctrl+L`.\n\n- one\n1. two\n\n![a picture](b.png)\n\n    hanoi-desk new\n"

    def read(text: str) -> bool:
        return attempt(lambda: read_page("page", text), HelpPageError)

    assert 0.02 < each("help", lambda chance: mutated_text(sound, chance), read) < 0.98 or not is_all()


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{" * 1000, '{"a":' * 50_000, "9" * 100_000, '"' + "\\ud800" * 1000 + '"']
)
def test_what_nests_or_counts_without_end_is_refused_by_every_reader(text):
    refused = (DamagedDraft, DamagedForm, composing.DamagedDraft, BadMapping)
    for read in (
        from_text, composing.from_text, plan_from_json, read_drafts, read_filters, read_layout, read_wishes,
        lambda text: read_asides(Statement, text), lambda text: said_in(text.encode(errors="surrogatepass")),
        lambda text: kept_facts(PackEdition(pack="p", number=1, data=text), Language.EN),
        lambda text: plain_exports(SimpleNamespace(local=lambda _: text)),
    ):  # fmt: skip
        attempt(lambda: read(text), *refused)  # noqa: B023
