"""Whatever the laptop's clock says, nothing is refused, lost or put in another order."""

import itertools
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from desk_file import meeting
from faults.acting import Printed

from hanoi_desk.board import board
from hanoi_desk.briefing import return_sheets, word_return
from hanoi_desk.briefing.bilateral import collect_bilateral
from hanoi_desk.calendar_days import calendar_days
from hanoi_desk.calendar_file import calendar_bytes
from hanoi_desk.desk import check_message, freeze_edition, participant_id, start_desk
from hanoi_desk.desk.backups import backup_is_due, make_backup, note_backup
from hanoi_desk.document_numbers import next_document_number
from hanoi_desk.language import Language
from hanoi_desk.pdf import write_return
from hanoi_desk.records import Evidence, FollowUp, Message, Outreach, Pack
from hanoi_desk.returns import collect_return
from hanoi_desk.settings import Settings
from hanoi_desk.sheets import write_sheets
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.support import collect, packed
from hanoi_desk.treaty import signature_days_left
from hanoi_desk.ui.actions import PAGES
from hanoi_desk.ui.main_window import MainWindow
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.word_copy import write_word

VIENNA, NEW_YORK = ZoneInfo("Europe/Vienna"), ZoneInfo("America/New_York")
AUCKLAND, HONOLULU = ZoneInfo("Pacific/Auckland"), ZoneInfo("Pacific/Honolulu")
MOMENTS = {
    "1980": datetime(1980, 1, 1, 0, 0, tzinfo=VIENNA),
    "1970 before the epoch": datetime(1969, 12, 31, 12, 0, tzinfo=HONOLULU),
    "2099": datetime(2099, 12, 31, 23, 59, tzinfo=AUCKLAND),
    "the hour that comes twice in Vienna": datetime(2026, 10, 25, 2, 30, tzinfo=VIENNA, fold=1),
    "the hour that is missing in Vienna": datetime(2026, 3, 29, 2, 30, tzinfo=VIENNA),
    "the hour that comes twice in New York": datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK, fold=1),
    "Auckland": datetime(2027, 1, 1, 8, 0, tzinfo=AUCKLAND),
    "Honolulu": datetime(2026, 12, 31, 20, 0, tzinfo=HONOLULU),
    "a leap day": datetime(2028, 2, 29, 12, 0, tzinfo=UTC),
}


def ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("desk") / "desk.hdesk"
    with Store.create(path) as store:
        start_desk(store)
    return path.read_bytes()


def opened(started: bytes, path: Path, clock) -> Store:
    path.write_bytes(started)
    return Store.open(path, clock=clock)


@pytest.mark.parametrize("name", MOMENTS)
def test_at_any_moment_one_may_save_see_the_day_and_back_up(name, started, tmp_path):
    moment = MOMENTS[name]
    with opened(started, tmp_path / "desk.hdesk", lambda: max(0, ms(moment))) as store:
        said = meeting(store, "Hội đàm", "Sẽ ký", on=moment.date())
        store.keep_draft("log", "half a sentence")
        assert store.draft("log").json == "half a sentence"
        assert store.need(Outreach, said.id).held_on == moment.date()
        assert store.saves(1)[0].action is Action.LOG_OUTREACH
        board(store, moment)
        assert calendar_bytes(calendar_days(store, moment, Language.VI)).startswith(b"BEGIN:VCALENDAR")
        made = make_backup(store, tmp_path / "copies", moment.replace(tzinfo=None))
        note_backup(store, made)
        assert not backup_is_due(store, moment.date())
        assert backup_is_due(store, moment.date() - timedelta(days=1))
        store.undo()
        assert store.count(Query(Outreach)) == 0


@pytest.mark.parametrize("name", ["1980", "1970 before the epoch", "2099"])
def test_at_any_moment_documents_are_made_kept_and_counted(name, started, tmp_path):
    moment, language = MOMENTS[name], Language.VI
    with opened(started, tmp_path / "desk.hdesk", lambda: max(0, ms(moment))) as store:
        brief = collect_bilateral(store, participant_id("KE"), language=language, now=moment, printed_at=moment)
        write_word([brief], tmp_path / "copy.docx")
        found = word_return(
            collect_return(store, date(moment.year, 1, 1), moment.date(), moment), language, now=moment, unit=""
        )
        write_return(found, tmp_path / "return.pdf", language)
        write_sheets(tmp_path / "return.xlsx", return_sheets(found, language))
        assert packed(collect(Settings(), tmp_path, store.path), moment)
        pack = Pack(name="Gói tài liệu")
        with store.change(Action.ADD_RECORD) as change:
            change.save(pack)
        printed = Printed(b"pages", next_document_number(store, moment.year), as_of=moment)
        assert freeze_edition(store, pack, printed, moment.date()).made_on == moment.date()
        row = check_message(store, store.all(Query(Message, limit=1))[0], Evidence.A, moment.date())
        assert row.source_text.startswith("[A] checked")
        assert store.check().sound


def test_history_keeps_its_order_when_the_clock_goes_back_between_saves(started, tmp_path):
    times = [datetime(year, 6, 1, tzinfo=UTC) for year in (2026, 2099, 1980, 2026, 1970)]
    ticking = iter([ms(one) for one in times for _ in range(4)])
    with opened(started, tmp_path / "desk.hdesk", lambda: next(ticking, 0)) as store:
        for number in range(12):
            with store.change(Action.ADD_FOLLOW_UP, str(number)) as change:
                change.save(FollowUp(what=str(number)))
        assert [save.label for save in store.saves(12)] == [str(number) for number in reversed(range(12))]
        stamps = [save.hlc for save in store.saves(12)]
        assert stamps == sorted(stamps, reverse=True)
        assert len(set(stamps)) == 12
        for number in reversed(range(12)):
            assert store.undo().save.label == str(number)
        before = {task.id for task in store.all(Query(FollowUp))}
        store.rebuild()
        assert {task.id for task in store.all(Query(FollowUp))} == before == set()


@pytest.mark.parametrize(
    ("moment", "left"),
    [
        (datetime(2026, 10, 31, 23, 59, tzinfo=NEW_YORK), 61),
        (datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK, fold=0), 60),
        (datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK, fold=1), 60),
        (datetime(2026, 10, 25, 2, 30, tzinfo=VIENNA, fold=1), 68),
        (datetime(2027, 1, 1, 17, 59, tzinfo=AUCKLAND), 0),  # 23:59 of 31 December in New York
        (datetime(2027, 1, 1, 18, 0, tzinfo=AUCKLAND), None),
        (datetime(2026, 12, 31, 18, 59, tzinfo=HONOLULU), 0),
        (datetime(2026, 12, 31, 19, 0, tzinfo=HONOLULU), None),
        (datetime(2027, 1, 1, 5, 59, tzinfo=VIENNA), 0),
        (datetime(2027, 1, 1, 6, 0, tzinfo=VIENNA), None),
        (datetime(1980, 1, 1, tzinfo=UTC), (date(2026, 12, 31) - date(1979, 12, 31)).days),
        (datetime(2099, 1, 1, tzinfo=UTC), None),
    ],
)
def test_the_days_to_the_last_signature_are_counted_in_new_york(moment, left, started, tmp_path):
    with opened(started, tmp_path / "desk.hdesk", lambda: 0) as store:
        standing = board(store, moment)
        assert signature_days_left(standing.treaty, moment) == left


@pytest.mark.parametrize(("name", "language"), list(zip(MOMENTS, itertools.cycle(Language), strict=False)))
def test_every_page_of_the_window_opens_at_any_moment(name, language, started, tmp_path, qtbot, theme):
    moment = MOMENTS[name]
    with opened(started, tmp_path / "desk.hdesk", lambda: max(0, ms(moment))) as store:
        meeting(store, "Hội đàm", "Sẽ ký", on=moment.date())
        session = Session(store, language, lambda: moment)
        window = MainWindow(session)
        qtbot.addWidget(window)
        for page in PAGES:
            window.go(Goal(page.key))
        window.log_outreach()
        window.close_form()
        window.close()
        session.close()


def test_the_window_lives_through_a_clock_that_jumps(started, tmp_path, qtbot, theme):
    now = [MOMENTS["the hour that comes twice in Vienna"]]
    with opened(started, tmp_path / "desk.hdesk", lambda: max(0, ms(now[0]))) as store:
        session = Session(store, Language.EN, lambda: now[0])
        window = MainWindow(session)
        qtbot.addWidget(window)
        for moment in MOMENTS.values():
            now[0] = moment
            window._look_at_day()
            meeting(store, f"at {moment.isoformat()}", "Sẽ ký", on=moment.date())
            window.go(Goal("overview"))
            window.go(Goal("outreach"))
        assert store.count(Query(Outreach)) == len(MOMENTS)
        window.close()
        session.close()
