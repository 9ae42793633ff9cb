"""What a person must decide waits on the overview, each answer one key, one save and one undo away."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hanoi_desk import desk
from hanoi_desk.language import Language
from hanoi_desk.records import (
    Commitment,
    CommitmentState,
    Grade,
    Outreach,
    OutreachCountry,
    Precision,
    PromisedAct,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.ui.overview_page import OverviewPage
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.theme import Theme

TODAY = date(2026, 11, 22)
CONVENTION = desk.treaty_id("uncac-cyber")


class Desk:
    """An overview over a desk, with a clock that a test may turn."""

    def __init__(self, store: Store, qtbot: QtBot) -> None:
        self.store = store
        self.qtbot = qtbot
        self.moment = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))
        self.session = Session(store, Language.EN, lambda: self.moment)
        self.page = OverviewPage(self.session)
        self.card = self.page.promises
        self.asked: list[Goal] = []
        self.said: list[tuple[str, bool]] = []
        self.session.asked.connect(self.asked.append)
        self.session.said.connect(lambda words, undo: self.said.append((words, undo)))

    def turn_clock(self, moment: datetime) -> None:
        self.moment = moment
        self.session.new_day()

    def rows(self) -> list[tuple[str, str]]:
        return [(row.words[0], row.words[2]) for row in self.card.rows if row.isVisible()]

    def answers(self, row: int = 0) -> list[str]:
        return [button.text() for button in self.card.lines[row].buttons.values() if button.isVisible()]

    def press(self, key: Qt.Key, row: int = 0) -> None:
        self.card.rows[row].setFocus()
        self.qtbot.keyClick(self.card.rows[row], key)

    def state(self, promise: Commitment) -> CommitmentState:
        return self.store.need(Commitment, promise.id).state


@pytest.fixture
def a(theme: Theme, store: Store, qtbot: QtBot) -> Iterator[Desk]:
    opened = Desk(store, qtbot)
    qtbot.addWidget(opened.page)
    opened.page.resize(1360, 860)
    opened.page.show()
    yield opened
    opened.session.close()


def promise(
    store: Store, key: str, act: PromisedAct = PromisedAct.SIGN, by: date | None = None, **more: object
) -> Commitment:
    made_on = more.pop("made_on", date(2026, 6, 1))
    outreach = Outreach(held_on=made_on, summary=f"Talk with {key}")  # type: ignore[arg-type]
    said = OutreachCountry(outreach=outreach.id, participant=desk.participant_id(key))
    desk.log_outreach(store, [desk.OutreachEntry(outreach=outreach, countries=(said,))])
    values: dict[str, object] = {
        "participant": desk.participant_id(key),
        "treaty": CONVENTION,
        "act": act,
        "made_on": made_on,
        "by": by,
        "precision": Precision.DAY if by else Precision.NONE,
        "grade": Grade.PROMISED,
        "words": f"{key} will",
        "outreach": outreach.id,
    } | more
    return desk.record_commitment(store, Commitment(**values))  # type: ignore[arg-type]


def test_l_lets_a_promise_lapse_and_undo_brings_it_back(a: Desk) -> None:
    late = promise(a.store, "KE", by=date(2026, 10, 30))
    assert a.rows() == [("Kenya", "passed, not signed")]
    assert a.answers() == ["New date…", "Lapsed", "Convert to accession"]
    a.press(Qt.Key.Key_L)
    assert a.state(late) is CommitmentState.LAPSED
    assert a.said == [("Closed as lapsed: the promise of Kenya.", True)]
    assert a.rows() == []
    a.store.undo()
    assert a.state(late) is CommitmentState.OPEN
    assert a.rows() == [("Kenya", "passed, not signed")]


def test_the_sentence_names_the_country_that_was_answered_and_the_cursor_stays_on_its_row(a: Desk) -> None:
    promise(a.store, "KE", by=date(2026, 10, 30))
    promise(a.store, "SN", by=date(2026, 10, 31))
    assert [title for title, _ in a.rows()] == ["Kenya", "Senegal"]
    button = next(b for b in a.card.lines[0].buttons.values() if b.isVisible() and b.text() == "Lapsed")
    button.setFocus()
    a.qtbot.keyClick(button, Qt.Key.Key_Return)
    assert a.said == [("Closed as lapsed: the promise of Kenya.", True)]
    assert [title for title, _ in a.rows()] == ["Senegal"]
    assert a.page.focusWidget() is a.card.rows[0]


def test_tab_goes_from_a_promise_to_its_own_answers_and_then_to_the_next_promise(a: Desk) -> None:
    for key, day in (("GH", 1), ("KE", 2)):
        promise(a.store, key, by=date(2026, 11, day))
    a.page.refresh()
    order, at = [], a.card.rows[0]
    while len(order) < 2 + sum(len(a.answers(row)) for row in (0, 1)):
        order.append(at)
        at = at.nextInFocusChain()
        while not (at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus):
            at = at.nextInFocusChain()
    owners = [next(n for n, row in enumerate(a.card.rows) if one is row or row.isAncestorOf(one)) for one in order]
    assert len(owners) > 3
    assert owners == sorted(owners)


def test_n_asks_for_the_new_date_in_the_row_and_keeps_the_old_one_as_slipped(a: Desk) -> None:
    late = promise(a.store, "KE", by=date(2026, 10, 30))
    a.press(Qt.Key.Key_N)
    line = a.card.lines[0]
    assert line.new_date is not None
    assert line.new_date.day.isVisible()
    assert a.answers() == []
    a.qtbot.keyClicks(line.new_date.day.line, "15/12/2026")
    a.qtbot.keyClick(line.new_date.day.line, Qt.Key.Key_Return)
    a.qtbot.waitUntil(lambda: a.state(late) is CommitmentState.SUPERSEDED)
    (new,) = a.store.all(Query(Commitment, (("replaces", "=", late.id),)))
    assert (new.by, new.made_on, new.grade) == (date(2026, 12, 15), TODAY, Grade.PROMISED)
    assert (a.state(late), a.store.need(Commitment, late.id).by) == (CommitmentState.SUPERSEDED, date(2026, 10, 30))
    assert a.said == [("Kenya: the new date is 15/12/2026; the old one stays in the history.", True)]
    assert a.asked == []  # Return in the field opens nothing behind it
    a.store.undo()
    assert a.state(late) is CommitmentState.OPEN
    assert a.store.count(Query(Commitment)) == 1


def test_a_day_that_has_passed_is_no_new_date_and_escape_leaves_it(a: Desk) -> None:
    late = promise(a.store, "KE", by=date(2026, 10, 30))
    a.press(Qt.Key.Key_N)
    line = a.card.lines[0]
    assert line.new_date is not None
    a.qtbot.keyClicks(line.new_date.day.line, "1/11/2026")
    a.qtbot.keyClick(line.new_date.day.line, Qt.Key.Key_Return)
    a.qtbot.waitUntil(lambda: bool(line.new_date.day.problem))
    assert a.state(late) is CommitmentState.OPEN
    assert line.is_asking
    a.qtbot.keyClick(line.new_date.day.line, Qt.Key.Key_Escape)
    assert not line.is_asking
    assert a.page.focusWidget() is a.card.rows[0]


def test_a_turns_a_promise_to_sign_into_one_to_accede_as_one_save(a: Desk) -> None:
    old = promise(a.store, "KE", by=date(2026, 12, 20))
    assert a.answers() == []
    a.turn_clock(datetime(2027, 1, 1, 6, 0, tzinfo=ZoneInfo("Europe/Vienna")))
    assert a.answers() == ["Lapsed", "Convert to accession"]
    a.press(Qt.Key.Key_N)  # not offered: nobody can sign any more
    assert not a.card.lines[0].is_asking
    a.press(Qt.Key.Key_A)
    (new,) = a.store.all(Query(Commitment, (("replaces", "=", old.id),)))
    assert (new.act, a.state(old)) == (PromisedAct.ACCEDE, CommitmentState.SUPERSEDED)
    assert a.rows() == [("Kenya", "no date given")]
    a.store.undo()
    assert a.state(old) is CommitmentState.OPEN


def test_k_closes_only_what_the_record_shows(a: Desk) -> None:
    late = promise(a.store, "KE", by=date(2026, 10, 30))
    a.press(Qt.Key.Key_K)
    assert a.state(late) is CommitmentState.OPEN
    a.store.undo()
    a.store.undo()
    said = promise(a.store, "GH", PromisedAct.STATEMENT, by=date(2026, 10, 30))
    assert a.answers() == ["Close as kept", "New date…", "Lapsed"]
    a.press(Qt.Key.Key_K)
    assert a.state(said) is CommitmentState.KEPT


def test_one_closed_as_kept_by_an_act_that_is_gone_waits_there_too(a: Desk) -> None:
    kept = promise(a.store, "DZ", by=date(2025, 12, 31), made_on=date(2025, 9, 1))
    a.press(Qt.Key.Key_K)
    action = a.store.need(Commitment, kept.id).shown_by
    assert action is not None
    assert a.rows() == []
    signature = next(s for s in a.session.board().ledger.signatories.states if s.action.id == action)
    desk.remove(a.store, signature.action)
    assert a.rows() == [("Algeria", "contradicted by the record")]


def test_what_was_done_without_a_promise_can_be_gone_through_and_records_nothing(a: Desk) -> None:
    assert not a.card.unannounced.isVisible()  # on an empty desk all would be there
    promise(a.store, "DZ", made_on=date(2025, 9, 1))
    assert a.card.unannounced.text().startswith("Done without a promise on file: 72 act")
    before = len(a.store.saves(100))
    a.card.unannounced.click()
    goal = a.asked[-1]
    assert (goal.page, len(goal.where[0][2])) == ("countries", 72)
    assert desk.participant_id("DZ") not in goal.where[0][2]
    assert len(a.store.saves(100)) == before
