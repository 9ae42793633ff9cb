"""Ten thousand spoilt inputs, the same on every run: read or refused by an error of ours, the desk untouched."""

import io
import json
import random
import shutil
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, date
from hashlib import sha256
from pathlib import Path

import pytest
from desk_file import GHANA, IVORY_COAST, meeting
from faults.acting import AN, NOW
from faults.rounds import rounds
from hostile.mutating import mutated, mutated_json
from untc.export import SIGNED, STATES, document
from untc.export import table as status_table
from workbook.officer import officers_workbook
from workbook.taking import compared

from hanoi_desk.cli import main
from hanoi_desk.coverage_table import CoverageTable, TableError, read_table
from hanoi_desk.desk import OutreachEntry
from hanoi_desk.desk.exchange_folder import compare_folder
from hanoi_desk.desk.status import compare_status
from hanoi_desk.folder import FolderError, read_folder, write_folder
from hanoi_desk.language import Language
from hanoi_desk.records import Commitment, FollowUp, Outreach, OutreachCountry, PromisedAct
from hanoi_desk.settings import Settings
from hanoi_desk.settings import load as load_settings
from hanoi_desk.storage import Keys, StoreError, holder_of, read_keys, write_keys
from hanoi_desk.storage.holding import Hold, hold_path
from hanoi_desk.storage.keys import keys_path
from hanoi_desk.store import Store
from hanoi_desk.ui.listings import Wanted
from hanoi_desk.ui.lists.layout import Layout, read_layout
from hanoi_desk.ui.lists.saved import SavedFilter, read_filters, write_filters
from hanoi_desk.ui.log.draft import DamagedDraft, Writing, from_text, to_text
from hanoi_desk.untc import UntcError, read_status
from hanoi_desk.workbook import Book, WorkbookError, read_sheets
from hanoi_desk.workbook.mapping import BadMapping, Plan, guess_plan, plan_from_json, plan_to_json

SEED = 20261122
TODAY = date(2026, 11, 22)
CSV = 'Ngày;Nước;Ghi chú\r\n12/11/2026;Ghana;"đã\r\ngặp"\r\nngày 1 tháng 2 năm 2026;Ghana;x\r\n' * 3
COVERAGE = "State,Mission,Other mission,From\r\nGhana,Embassy in Accra,Permanent Mission in Vienna,1/2/2026\r\n" * 3


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "desk.hdesk"
    with Store.create(path) as store:
        meeting(store, "Hội đàm", "Sẽ phê chuẩn")
    return path


@pytest.fixture
def desk(path: Path, tmp_path: Path):
    """Return a small desk that must be the same bytes after the test."""
    copy = Path(shutil.copy(path, tmp_path / "desk.hdesk"))
    before = sha256(copy.read_bytes()).digest()
    with Store.open(copy) as store:
        yield store
    assert sha256(copy.read_bytes()).digest() == before


def each(name: str, number: int, make: Callable[[random.Random], object], read: Callable[[object], object]) -> float:
    """Make and read so many inputs, none of which may take long; return the share that was read."""
    chance = random.Random(f"{SEED} {name}")
    whole = 0
    for _ in range(rounds(number)):
        given = make(chance)
        began = time.process_time()
        whole += bool(read(given))
        assert time.process_time() - began < 5
    return whole / rounds(number)


def attempt(act: Callable[[], object], *refusals: type[Exception]) -> bool:
    """Return whether something was done and not refused; every other error is the test's."""
    try:
        act()
    except refusals:
        return False
    return True


def test_two_thousand_five_hundred_status_files(desk):
    rows = [["Ghana", "1 Jul 2026"], ["Côte d'Ivoire", "2 Jul 2026"]]
    text = document(status_table([STATES, SIGNED], rows), signatories=2)
    forms = [text.encode("iso-8859-1"), text.replace("iso-8859-1", "utf-8").encode(), text.encode("utf-16")]

    def read(data: bytes) -> bool:
        return attempt(lambda: compare_status(desk, read_status(data), TODAY), UntcError)

    share = each("status", 2500, lambda chance: mutated(chance.choice(forms), chance), read)
    assert 0.05 < share < 0.95


def test_a_thousand_texts_and_two_hundred_spreadsheets_as_workbooks(desk, tmp_path):
    book = officers_workbook(tmp_path / "book.xlsx").read_bytes()
    texts = [CSV.encode(one) for one in ("utf-8", "utf-8-sig", "utf-16")]
    spoilt = tmp_path / "spoilt.xlsx"

    def read(data: bytes) -> bool:
        spoilt.write_bytes(data)

        def look() -> None:
            found = read_sheets(spoilt)
            assert isinstance(found, Book)
            for sheet in found.sheets[:1]:
                if len(sheet.rows) < 200:
                    compared(desk, sheet, TODAY)

        return attempt(look, WorkbookError)

    assert each("text", 1000, lambda chance: mutated(chance.choice(texts), chance), read) > 0.3
    assert each("member", 200, lambda chance: in_member(book, chance), read) < 0.95


def in_member(data: bytes, chance: random.Random) -> bytes:
    """Return a sound zip file of which one member is spoilt."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, mutated(content, chance) if name == chosen else content)
    return file.getvalue()


def test_eight_hundred_lists_of_who_looks_after_whom(tmp_path):
    spoilt = tmp_path / "coverage.csv"

    def read(data: bytes) -> bool:
        spoilt.write_bytes(data)
        return attempt(lambda: read_table(read_sheets(spoilt)), WorkbookError, TableError)

    spoilt.write_bytes(COVERAGE.encode())
    assert isinstance(read_table(read_sheets(spoilt)), CoverageTable)
    assert each("coverage", 800, lambda chance: mutated(COVERAGE.encode(), chance), read) > 0.1


def test_five_hundred_folders_of_a_desk(desk, tmp_path):
    folder = tmp_path / "export"
    write_folder(desk, folder, Language.EN, NOW.replace(tzinfo=UTC))
    files = sorted(one for one in folder.rglob("*") if one.is_file() and one.suffix in (".jsonl", ".json"))
    sound = {one: one.read_bytes() for one in files}
    assert len([one for one in files if sound[one]]) > 3

    def make(chance: random.Random) -> Path:
        chosen = chance.choice([one for one in files if sound[one]])
        chosen.write_bytes(mutated(sound[chosen], chance))
        return chosen

    def read(chosen: Path) -> bool:
        done = attempt(lambda: compare_folder(desk, read_folder(folder)), FolderError)
        chosen.write_bytes(sound[chosen])
        return done

    share = each("folder", 500, make, read)
    assert 0.02 < share < 0.98


def test_a_thousand_keys_files(tmp_path):
    desk_path = tmp_path / "desk.hdesk"
    write_keys(desk_path, Keys.begin().with_slot(AN.who, AN.name, AN.passphrase, bytes(32), AN.cost))
    sound = keys_path(desk_path).read_text(encoding="utf-8")

    def read(text: str) -> bool:
        keys_path(desk_path).write_text(text, encoding="utf-8", errors="replace")
        return attempt(lambda: read_keys(desk_path), StoreError)

    assert 0.01 < each("keys", 1000, lambda chance: mutated_json(sound, chance), read) < 0.9


def test_a_thousand_settings_files(tmp_path):
    sound = json.dumps(asdict(Settings(language="vi", last_desk="/a/b.hdesk", window="AAAA", installation="0" * 32)))

    def read(text: str) -> bool:
        (tmp_path / "settings.json").write_text(text, encoding="utf-8", errors="replace")
        found = load_settings(tmp_path)
        assert found.language in ("", "en", "vi")
        assert 0.75 <= found.text_scale <= 2
        return True

    assert each("settings", 1000, lambda chance: mutated_json(sound, chance), read) == 1


def test_a_thousand_files_of_who_has_a_desk_open(tmp_path):
    desk_path = tmp_path / "desk.hdesk"
    hold = Hold.take(desk_path, NOW)
    assert hold
    sound = hold_path(desk_path).read_text(encoding="utf-8")
    hold.release()

    def read(text: str) -> bool:
        hold_path(desk_path).write_text(text, encoding="utf-8", errors="replace")
        return holder_of(desk_path) is not None

    assert 0.05 < each("holder", 1000, lambda chance: mutated_json(sound, chance), read) < 0.95


def test_a_thousand_drafts_of_the_log_form():
    talk = Outreach(held_on=TODAY, summary="Hội đàm")
    entry = OutreachEntry(
        outreach=talk,
        countries=(OutreachCountry(outreach=talk.id, participant=GHANA.id, said="Sẽ ký"),),
        commitments=(
            Commitment(participant=IVORY_COAST.id, act=PromisedAct.SIGN, outreach=talk.id, treaty="t", made_on=TODAY),
        ),
        follow_ups=(FollowUp(what="Gửi", outreach=talk.id),),
    )
    sound = to_text(Writing(entry, {"countries": "gha"}))
    assert from_text(sound).entry.outreach == talk

    def read(text: str) -> bool:
        return attempt(lambda: from_text(text), DamagedDraft)

    assert 0.05 < each("draft", 1000, lambda chance: mutated_json(sound, chance), read) < 0.95


def test_a_thousand_saved_filters_layouts_and_plans(tmp_path):
    (tmp_path / "a.csv").write_text(CSV, encoding="utf-8-sig")
    filters = write_filters([SavedFilter("của tôi", replace(Wanted(text="ký"), descending=True))])
    layout = Layout(("a", "b"), {"a": 10}).written()
    plan = plan_to_json(guess_plan(read_sheets(tmp_path / "a.csv").sheets[0]))
    assert isinstance(plan_from_json(plan), Plan)

    def read(text: str) -> bool:
        assert isinstance(read_filters(text), list)
        assert isinstance(read_layout(text), Layout)
        return attempt(lambda: plan_from_json(text), BadMapping)

    for name, sound in (("filters", filters), ("layout", layout), ("plan", plan)):
        each(name, 340, lambda chance, sound=sound: mutated_json(sound, chance), read)


def test_three_hundred_logs_on_the_command_line(desk, capsys, monkeypatch):
    line = {
        "date": "2026-11-03", "countries": ["Ghana"], "kind": "talks", "summary": "Hội đàm", "results": {"GH": "Sẽ ký"},
        "commitments": [{"country": "Ghana", "act": "sign", "by": "2026-12-10", "grade": 4, "words": "We will sign."}],
        "follow_ups": [{"what": "Send", "due": "2026-11-20"}],
    }  # fmt: skip
    sound = json.dumps(line)
    # A line with a mistake after it: nothing of a log is kept then, so that the desk stays the same bytes.
    wrong = json.dumps({"date": "2026-11-03", "countries": ["Nowhere at all"]})

    def read(text: str) -> bool:
        said = f"{text}\n{wrong}\n".encode(errors="surrogatepass")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(said), encoding="utf-8", errors="strict"))
        code = main(["log", str(desk.path), "-"])
        out, err = capsys.readouterr()
        assert (code, out) == (1, "")
        assert "Traceback" not in err
        return "Line 2" in err or "Dòng 2" in err

    each("log", 300, lambda chance: mutated_json(sound, chance), read)
