"""Whatever is being done when the program is killed: it was done wholly or not at all, and the desk is sound."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC
from pathlib import Path

import pytest
from desk_file import GHANA, IVORY_COAST
from faults.acting import AN, NOW, WORDS
from faults.rounds import rounds
from test_status_import import status_xml

from hanoi_desk.desk import attachments, edition_file, editions
from hanoi_desk.folder import read_folder, write_folder
from hanoi_desk.language import Language
from hanoi_desk.records import KINDS, FollowUp, Officer, Outreach, Pack, Record, Source, TreatyAction
from hanoi_desk.settings import load as load_settings
from hanoi_desk.storage import backups_in
from hanoi_desk.store import Action, Query, Store

KILLS = rounds(10)
ACTING = Path(__file__).with_name("acting.py")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
TASKS = 30

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is made by fork")


class Acting:
    """The program that begins acts and is killed in the midst of them."""

    def __init__(self, outside: Path) -> None:
        self.outside = outside
        self.program = subprocess.Popen(
            [sys.executable, ACTING], env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, act: str, folder: Path, after: float | None = None) -> tuple[bool, bool, float]:
        """Begin an act and kill it after so many seconds; return whether it was killed, told as done, and how long."""
        assert self.program.stdin
        assert self.program.stdout
        print(json.dumps([act, str(folder), str(self.outside)]), file=self.program.stdin, flush=True)
        child = int(self.program.stdout.readline())
        began = time.perf_counter()
        if after is not None:
            time.sleep(after)
            with suppress(ProcessLookupError):  # it came to its end before
                os.kill(child, signal.SIGKILL)
        ended, told = json.loads(self.program.stdout.readline())
        assert ended in (0, signal.SIGKILL), f"{act} ended by itself with {ended}"
        return ended == signal.SIGKILL, told, time.perf_counter() - began

    def close(self) -> None:
        assert self.program.stdin
        assert self.program.stdout
        self.program.stdin.close()
        self.program.wait()
        self.program.stdout.close()


def make_desk(path: Path, *, locked: bool, tasks: int = TASKS) -> None:
    with Store.create(path, first=AN if locked else None) as store, store.change(Action.START_DESK) as change:
        change.save(Officer(id=AN.who, name=AN.name))
        change.save(GHANA)
        change.save(IVORY_COAST)
        change.save(Pack(name="Vienna"))
        for number in range(tasks):
            change.save(FollowUp(what=f"task {number:03} " + "chữ " * 30))


@pytest.fixture(scope="module", params=["plain", "encrypted"])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a desk with two States and thirty tasks."""
    folder = tmp_path_factory.mktemp("desk")
    make_desk(folder / "desk.hdesk", locked=request.param == "encrypted")
    return folder


@pytest.fixture(scope="module")
def outside(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an exported desk, a workbook, a status file, three files to attach, and a backup."""
    folder = tmp_path_factory.mktemp("outside")
    with Store.create(folder / "other.hdesk") as other:
        with other.change(Action.START_DESK) as change:
            for number in range(150):
                change.save(FollowUp(what=f"taken {number:03}"))
        write_folder(other, folder / "export", Language.EN, NOW.replace(tzinfo=UTC))
    lines = "".join(f"{day}/11/2026;Ghana;Gặp lần {day}\n" for day in range(1, 22))
    (folder / "book.csv").write_text("Ngày;Nước;Nội dung\n" + lines, encoding="utf-8-sig")
    rows = [("Ghana", "1 Nov 2025", ""), ("Côte d'Ivoire", "2 Nov 2025", "3 Jan 2026")]
    (folder / "status.xml").write_bytes(status_xml(rows, signatories=2))
    chance = random.Random(1)
    for number in range(3):
        (folder / f"{number}.pdf").write_bytes(chance.randbytes(400_000))
    (folder / "copies").mkdir()
    shutil.copytree(desk, folder / "before")
    with Store.open(folder / "before" / "desk.hdesk", passphrase=WORDS) as store:
        with store.change(Action.ADD_FOLLOW_UP) as change:
            change.save(FollowUp(what="only in the backup"))
        store.back_up(folder / "copies", NOW)
    return folder


@pytest.fixture(scope="module")
def acting(outside: Path) -> Iterator[Acting]:
    program = Acting(outside)
    yield program
    program.close()


def held(path: Path) -> dict[str, Record]:
    """Return all records of a desk that passes every check."""
    with Store.open(path, passphrase=WORDS) as store:
        assert store.check().sound
        return {record.id: record for kind in KINDS for record in store.all(Query(kind))}


def count(store: Store, kind: type[Record]) -> int:
    return store.count(Query(kind))


# ---- what each act leaves: whether it is done, asserting that it is not done by half ----


def taken_in(folder: Path) -> bool:
    with Store.open(folder / "desk.hdesk", passphrase=WORDS) as store:
        tasks = count(store, FollowUp)
        assert tasks in (TASKS, TASKS + 150)
        assert len(store.search("taken", 500)) == tasks - TASKS
        return tasks > TASKS


def contacts_in(folder: Path) -> bool:
    with Store.open(folder / "desk.hdesk", passphrase=WORDS) as store:
        contacts = count(store, Outreach)
        assert contacts in (0, 21)
        return contacts > 0


def acts_in(folder: Path) -> bool:
    with Store.open(folder / "desk.hdesk", passphrase=WORDS) as store:
        sources = store.all(Query(Source))
        assert len(sources) in (0, 1)
        acts = store.tally(Query(TreatyAction), "act")
        assert sum(acts.values()) == 3 * len(sources)
        assert all(store.file(source.file_sha256) for source in sources)
        return bool(sources)


def files_in(folder: Path) -> bool:
    with Store.open(folder / "desk.hdesk", passphrase=WORDS) as store:
        files = [one for task in store.all(Query(FollowUp)) for one in attachments(store, task)]
        assert len(files) in (0, 3)
        assert all(len(store.file(one.sha256) or b"") == one.size for one in files)
        assert store.files_size()[0] == len(files)
        return bool(files)


def frozen(folder: Path) -> bool:
    with Store.open(folder / "desk.hdesk", passphrase=WORDS) as store:
        found = [edition for pack in store.all(Query(Pack)) for edition in editions(store, pack)]
        files = [one for edition in found for one in attachments(store, edition)]
        assert len(files) == 2 * len(found)
        assert store.files_size()[0] == (2 if found else 0)
        assert all(len(edition_file(store, edition) or b"") == 1_200_000 for edition in found)
        return bool(found)


def copied(folder: Path) -> bool:
    found = backups_in(folder / "copies", folder / "desk.hdesk") if (folder / "copies").is_dir() else []
    assert all(not one.path.name.endswith(".part") for one in found)
    for one in found:
        assert held(one.path) == held(folder / "desk.hdesk")
    return bool(found)


def exported(folder: Path) -> bool:
    if not (folder / "out").exists():
        return False
    read = read_folder(folder / "out")
    assert not read.refused
    assert {row.record.id: row.record for row in read.rows} == held(folder / "desk.hdesk")
    return True


def settled(folder: Path) -> bool:
    kept = load_settings(folder / "settings")
    assert not (folder / "settings" / "settings.damaged.json").exists()
    assert kept.last_desk == "" or len(set(kept.last_desk)) <= 2
    return kept.last_desk == "19" * 200


def locked(folder: Path) -> bool:
    return (folder / "desk.hdesk").read_bytes()[:6] != b"SQLite"


CHANGING = {
    "take_folder": taken_in,
    "take_workbook": contacts_in,
    "take_status": acts_in,
    "attach": files_in,
    "freeze": frozen,
}
COPYING = {"back_up": copied, "export": exported, "keep_settings": settled}


def each_kill(acting: Acting, act: str, desk: Path, tmp_path: Path) -> Iterator[tuple[Path, bool, bool]]:
    """Do an act once wholly, then kill it in copies of the desk, each time at another moment of it."""
    folder = tmp_path / "whole"
    shutil.copytree(desk, folder)
    killed, told, lasts = acting.run(act, folder)
    yield folder, killed, told
    chance = random.Random(f"20261122 {act}")
    hit = 0
    for number in range(KILLS):
        folder = tmp_path / str(number)
        shutil.copytree(desk, folder)
        killed, told, took = acting.run(act, folder, chance.uniform(0, lasts))
        lasts = lasts if killed else max(0.001, 0.7 * min(lasts, took))
        hit += killed
        yield folder, killed, told
        shutil.rmtree(folder)
    assert hit > KILLS // 2, "the kills must meet the program while it works"


@pytest.mark.parametrize("act", CHANGING)
def test_what_is_taken_in_when_the_program_is_killed_is_there_wholly_or_not_at_all(acting, act, desk, tmp_path):
    before = held(desk / "desk.hdesk")
    for folder, killed, told in each_kill(acting, act, desk, tmp_path):
        done = CHANGING[act](folder)
        after = held(folder / "desk.hdesk")
        assert done or not told, "what was told as done is there"
        assert {key: after[key] for key in before} == before
        assert (after == before) is not done
        assert killed or told


@pytest.mark.parametrize("act", COPYING)
def test_a_copy_that_is_being_made_when_the_program_is_killed_is_whole_or_does_not_count(acting, act, desk, tmp_path):
    if act == "keep_settings" and locked(desk):
        pytest.skip("settings know nothing of the desk")
    before = held(desk / "desk.hdesk")
    for folder, killed, told in each_kill(acting, act, desk, tmp_path):
        assert COPYING[act](folder) or not told
        assert held(folder / "desk.hdesk") == before
        assert killed or told


def test_a_desk_that_is_being_replaced_when_the_program_is_killed_is_the_old_or_the_new(acting, desk, tmp_path):
    before = held(desk / "desk.hdesk")
    for folder, killed, told in each_kill(acting, "put_back", desk, tmp_path):
        after = held(folder / "desk.hdesk")
        is_new = any(getattr(record, "what", "") == "only in the backup" for record in after.values())
        assert is_new or not told
        assert is_new or after == before
        if is_new:
            (aside,) = folder.glob("desk.replaced-*.hdesk")
            assert held(aside) == before
        assert killed or told


def test_a_desk_that_is_being_encrypted_when_the_program_is_killed_opens_with_all_it_held(acting, desk, tmp_path):
    before = held(desk / "desk.hdesk")
    for folder, killed, told in each_kill(acting, "lock", desk, tmp_path):
        assert held(folder / "desk.hdesk") == before
        assert locked(folder) or not told
        assert killed or told
        if told:
            assert not (folder / "desk.hdesk.old").exists()


def test_the_same_act_can_be_done_again_over_what_a_kill_left(acting, desk, tmp_path):
    doing: dict[str, Callable[[Path], bool]] = {**CHANGING, "back_up": copied}
    chance = random.Random(20261122)
    folder = tmp_path / "one"
    shutil.copytree(desk, folder)
    for act, done in doing.items():
        for _ in range(3):
            acting.run(act, folder, chance.uniform(0, 0.1))
        assert acting.run(act, folder)[1] or done(folder)
    assert held(folder / "desk.hdesk").items() >= held(desk / "desk.hdesk").items()
