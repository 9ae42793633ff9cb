"""What is due on a day, of everybody and of one officer, over a real desk."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hanoi_desk import desk
from hanoi_desk.agenda import Agenda, agenda
from hanoi_desk.board import board
from hanoi_desk.my_day import Due, Reason, Whose, my_day, pressing
from hanoi_desk.records import (
    Ask,
    AskDirection,
    AskState,
    Commitment,
    Coverage,
    FollowUp,
    Grade,
    Mission,
    MissionKind,
    Officer,
    Outreach,
    OutreachCountry,
    Participant,
    PromisedAct,
    Record,
)
from hanoi_desk.store import Action, Store

MOMENT = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Vienna"))
TODAY = MOMENT.date()
VIENNA = Mission(kind=MissionKind.PERMANENT_MISSION, name_en="Mission in Vienna")
GENEVA = Mission(kind=MissionKind.PERMANENT_MISSION, name_en="Mission in Geneva")
AN, BINH = Officer(name="An", mission=VIENNA.id), Officer(name="Bình", mission=GENEVA.id)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "started.hdesk"
    with Store.create(path) as new:
        desk.start_desk(new, VIENNA, AN)
        keep(new, GENEVA, BINH)
    return path


@pytest.fixture
def store(started: Path, tmp_path: Path) -> Iterator[Store]:
    with Store.open(Path(shutil.copy(started, tmp_path / "desk.hdesk"))) as opened:
        yield opened


def keep(store: Store, *records: Record) -> None:
    with store.change(Action.ADD_RECORD) as change:
        for record in records:
            change.save(record)


def country(key: str) -> str:
    return desk.participant_id(key)


def met(store: Store, key: str, days_ago: int, said: str = "") -> Outreach:
    talk = Outreach(held_on=TODAY - timedelta(days_ago), summary="Talk")
    keep(store, talk, OutreachCountry(outreach=talk.id, participant=country(key), said=said))
    return talk


def own(store: Store) -> Agenda:
    return agenda(store, board(store, MOMENT), TODAY)


def reasons(lines: tuple[Due, ...]) -> list[tuple[str, int | None]]:
    return [(line.reason.value, line.days) for line in lines if line.reason is not Reason.RECORD]


def test_the_day_goes_from_what_is_late_to_what_has_no_day(store):
    met(store, "GH", 104)
    keep(
        store,
        FollowUp(what="Think"),
        FollowUp(what="Report", due_on=TODAY + timedelta(60)),
        FollowUp(what="Call", due_on=TODAY + timedelta(5)),
        FollowUp(what="Write", due_on=TODAY),
        FollowUp(what="Send", due_on=TODAY - timedelta(4)),
        Ask(what="A model law", asked_on=TODAY - timedelta(40)),
        Ask(what="A vote", direction=AskDirection.OURS, asked_on=TODAY - timedelta(45)),
    )
    assert reasons(my_day(own(store))) == [
        ("overdue", 4),
        ("today", 0),
        ("soon", 5),
        ("we_owe", 40),
        ("they_owe", 45),
        ("silent", 104),
        ("later", 60),
        ("undated", None),
    ]


def test_the_record_asks_for_a_newer_file_when_it_is_old(store):
    [line] = my_day(own(store))
    assert (line.reason, line.about, line.days) == (Reason.RECORD, None, (TODAY - date(2025, 11, 19)).days)


def test_a_request_with_a_day_stands_by_it_and_an_answered_one_not_at_all(store):
    keep(
        store,
        Ask(what="Training", asked_on=TODAY - timedelta(9), due_on=TODAY - timedelta(2)),
        Ask(what="A visit", due_on=TODAY, state=AskState.PROMISED),
        Ask(what="A text", asked_on=TODAY - timedelta(9), state=AskState.ANSWERED, answered_on=TODAY),
        Ask(what="Support", direction=AskDirection.OURS, asked_on=TODAY - timedelta(29)),
        Ask(what="A list", direction=AskDirection.OURS, asked_on=TODAY, due_on=TODAY + timedelta(9)),
    )
    assert reasons(my_day(own(store))) == [("overdue", 2), ("today", 0)]
    assert pressing(my_day(own(store))) == (1, 1)
    assert [ask.what for ask in own(store).owed.by_us] == ["Training", "A visit"]
    assert [ask.what for ask in own(store).owed.by_them] == ["Support", "A list"]


def test_my_day_leaves_out_what_is_in_other_hands(store):
    keep(
        store,
        Coverage(participant=country("GH"), mission=VIENNA.id),
        Coverage(participant=country("KE"), mission=GENEVA.id),
        FollowUp(what="Mine", due_on=TODAY, owner=AN.id, participant=country("KE")),
        FollowUp(what="Of another", due_on=TODAY, owner=BINH.id, participant=country("GH")),
        FollowUp(what="Of our State", due_on=TODAY, participant=country("GH")),
        FollowUp(what="Of their State", due_on=TODAY, participant=country("KE")),
        FollowUp(what="Of nobody's State", due_on=TODAY, participant=country("SN")),
        FollowUp(what="Of no State", due_on=TODAY),
    )
    met(store, "GH", 100)
    met(store, "KE", 100)
    situation = board(store, MOMENT)
    leads = {id_: place.lead for id_, place in situation.places.items()}
    mine = my_day(agenda(store, situation, TODAY), Whose(AN.id, VIENNA.id, leads))
    said = {line.about.what for line in mine if isinstance(line.about, FollowUp)}
    assert said == {"Mine", "Of our State", "Of nobody's State", "Of no State"}
    assert [line.participant for line in mine if line.reason is Reason.SILENT] == [country("GH")]
    assert len(my_day(own(store))) == 9


def test_silent_countries_stand_by_our_priority(store):
    for key, days, priority in (("GH", 200, 0), ("KE", 100, 2), ("SN", 95, 1), ("ZM", 90, 1)):
        met(store, key, days)
        keep(store, replace(store.need(Participant, country(key)), priority=priority))
    silent = [line for line in my_day(own(store)) if line.reason is Reason.SILENT]
    assert [(line.about.participant.key, line.days) for line in silent] == [("SN", 95), ("KE", 100), ("GH", 200)]


def promised(store: Store, key: str, days_ago: int) -> Commitment:
    talk = met(store, key, days_ago)
    promise = Commitment(
        participant=country(key),
        treaty=desk.treaty_id("uncac-cyber"),
        act=PromisedAct.RATIFY,
        made_on=talk.held_on,
        grade=Grade.PROMISED,
        outreach=talk.id,
    )
    keep(store, promise)
    return promise


def test_a_promise_without_new_evidence_for_180_days_is_to_be_renewed(store):
    promise, fresh, heard = promised(store, "GH", 190), promised(store, "KE", 179), promised(store, "SN", 400)
    met(store, "GH", 3)  # we met, and nothing is noted of what they said
    met(store, "GH", 185, said="The bill is with the cabinet")
    met(store, "SN", 2, said="It comes in March")
    [line] = [line for line in my_day(own(store)) if line.reason is Reason.RENEW]
    assert (line.id, line.days) == (promise.id, 185)
    assert {fresh.participant, heard.participant}.isdisjoint({line.participant})
