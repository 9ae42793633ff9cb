"""Stories of who looks after whom: days, hand-overs and clashes, first pure, then at the desk."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ready_desks import started

from hanoi_desk import desk
from hanoi_desk.coverage import Flaw, assigned, begun, covers, handed_over, leads, placed, problems, serves, standing
from hanoi_desk.records import (
    Ask,
    AskState,
    Coverage,
    CoverageRole,
    FollowUp,
    FollowUpState,
    Mission,
    MissionKind,
    Officer,
)
from hanoi_desk.store import Query, Store

TODAY = date(2026, 11, 22)
KENYA = desk.participant_id("KE")
GENEVA, NAIROBI, ADDIS = (Mission(kind=MissionKind.EMBASSY, name_en=name) for name in ("Geneva", "Nairobi", "Addis"))


def lead(mission: Mission, first: date | None = None, last: date | None = None) -> Coverage:
    return Coverage(participant=KENYA, mission=mission.id, from_on=first, to_on=last)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(started(tmp_path / "desk.hdesk")) as new:
        for mission in (GENEVA, NAIROBI, ADDIS):
            desk.keep(new, mission)
        yield new


def held(store: Store) -> list[Coverage]:
    return store.all(Query(Coverage))


def test_a_lead_answers_on_its_first_and_last_day_and_not_beside_them():
    one = lead(NAIROBI, date(2026, 1, 1), date(2026, 6, 30))
    assert [
        covers(one, day) for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1))
    ] == [
        False,
        True,
        True,
        False,
    ]


def test_the_first_lead_has_no_first_day_unless_one_is_given():
    assert handed_over([], KENYA, NAIROBI.id, TODAY).kept[0].from_on is None
    assert handed_over([], KENYA, NAIROBI.id, TODAY, dated=True).kept[0].from_on == TODAY


def test_handing_over_ends_the_earlier_lead_the_day_before():
    before = [lead(NAIROBI)]
    after = handed_over(before, KENYA, ADDIS.id, TODAY).after(before)
    assert [(c.mission, c.from_on, c.to_on) for c in after] == [
        (NAIROBI.id, None, date(2026, 11, 21)),
        (ADDIS.id, TODAY, None),
    ]
    assert leads(after, date(2026, 11, 21)) == {KENYA: NAIROBI.id}
    assert leads(after, TODAY) == {KENYA: ADDIS.id}


def test_a_lead_of_today_that_was_a_mistake_leaves_no_trace():
    before = [lead(NAIROBI, None, date(2026, 11, 21)), lead(ADDIS, TODAY)]
    turn = handed_over(before, KENYA, None, TODAY)
    assert (turn.kept, turn.removed) == ((), (before[1],))
    assert handed_over(before, KENYA, GENEVA.id, TODAY).after(before)[1].mission == GENEVA.id


def test_what_is_handed_over_in_the_past_lasts_until_the_next_lead_begins():
    before = [lead(NAIROBI, None, date(2025, 12, 31)), lead(ADDIS, date(2026, 1, 1))]
    after = handed_over(before, KENYA, GENEVA.id, date(2025, 7, 1)).after(before)
    assert [(c.mission, c.to_on) for c in after] == [
        (NAIROBI.id, date(2025, 6, 30)),
        (ADDIS.id, None),
        (GENEVA.id, date(2025, 12, 31)),
    ]


def test_several_missions_may_be_accredited_and_each_ends_alone():
    role = CoverageRole.CONCURRENT
    first = assigned([], KENYA, role, [NAIROBI.id, ADDIS.id], TODAY).after([])
    later = date(2027, 2, 1)
    after = assigned(first, KENYA, role, [ADDIS.id], later).after(first)
    assert {c.mission: c.to_on for c in after} == {NAIROBI.id: date(2027, 1, 31), ADDIS.id: None}
    assert problems(first) == []


def test_the_eve_moves_with_the_day_on_which_a_lead_began():
    before = [lead(NAIROBI, None, date(2026, 11, 21)), lead(ADDIS, TODAY)]
    after = begun(before, before[1], date(2026, 9, 1)).after(before)
    assert [(c.from_on, c.to_on) for c in after] == [(None, date(2026, 8, 31)), (date(2026, 9, 1), None)]


def test_a_lead_inside_the_days_of_another_is_a_clash():
    before = [lead(NAIROBI)]
    after = placed(before, lead(ADDIS, date(2026, 1, 1), date(2026, 3, 31))).after(before)
    assert [p.flaw for p in problems(after)] == [Flaw.OVERLAP]


def test_a_mission_that_closed_can_look_after_nobody():
    closed = Mission(id=NAIROBI.id, kind=MissionKind.EMBASSY, name_en="Nairobi", to_on=date(2026, 6, 30))
    found = problems([lead(NAIROBI)], {closed.id: closed})
    assert [p.flaw for p in found] == [Flaw.MISSION_CLOSED]


def test_what_holds_on_a_day_stands_in_the_order_of_the_roles():
    own = [Coverage(participant=KENYA, mission=GENEVA.id, role=CoverageRole.GENEVA), lead(NAIROBI)]
    assert [c.role for c in standing(own, TODAY)[KENYA]] == [CoverageRole.LEAD, CoverageRole.GENEVA]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([NAIROBI.id, ADDIS.id, GENEVA.id, None]), st.dates(date(2024, 1, 1), date(2024, 1, 12))
        )
    )
)
def test_however_often_a_lead_is_handed_over_no_two_share_a_day(acts: list[tuple[str | None, date]]):
    own: list[Coverage] = []
    for mission, day in acts:
        own = handed_over(own, KENYA, mission, day).after(own)
        assert leads(own, day) == ({KENYA: mission} if mission else {})
    assert problems(own) == []
    assert all(c.from_on is None or c.to_on is None or c.from_on <= c.to_on for c in own)


def test_the_desk_keeps_a_lead_and_one_undo_takes_it_back(store: Store):
    desk.assign(store, KENYA, CoverageRole.LEAD, [NAIROBI.id], TODAY)
    desk.assign(store, KENYA, CoverageRole.LEAD, [ADDIS.id], date(2027, 1, 1))
    assert [c.to_on for c in held(store)] == [date(2026, 12, 31), None]
    store.undo()
    assert [(c.mission, c.to_on) for c in held(store)] == [(NAIROBI.id, None)]


def test_the_desk_refuses_a_lead_that_overlaps_another_and_keeps_nothing(store: Store):
    desk.keep_coverage(store, lead(NAIROBI))
    with pytest.raises(desk.Overlapping) as refused:
        desk.keep_coverage(store, lead(ADDIS, date(2026, 1, 1), date(2026, 3, 31)))
    assert refused.value.problem.flaw is Flaw.OVERLAP
    assert len(held(store)) == 1


def test_a_deleted_mission_takes_its_responsibilities_along_and_back(store: Store):
    desk.keep_coverage(store, lead(NAIROBI))
    assert desk.remove_mission(store, NAIROBI) == 1
    assert held(store) == []
    store.undo()
    assert len(held(store)) == 1
    assert store.get(Mission, NAIROBI.id)


def test_who_leaves_hands_over_what_is_open_and_keeps_what_is_done(store: Store):
    an, binh = desk.keep(store, Officer(name="An")), desk.keep(store, Officer(name="Bình"))
    opened = desk.add_follow_up(store, FollowUp(what="Send the text", owner=an.id))
    done = desk.add_follow_up(store, FollowUp(what="Call", owner=an.id, state=FollowUpState.DONE))
    asked = desk.keep(store, Ask(what="Training", owner=an.id, state=AskState.PROMISED))
    assert desk.hand_over(store, an, binh.id, last_day=TODAY) == 2
    assert store.need(FollowUp, opened.id).owner == store.need(Ask, asked.id).owner == binh.id
    assert store.need(FollowUp, done.id).owner == an.id
    assert serves(store.need(Officer, an.id), TODAY)
    assert not serves(store.need(Officer, an.id), date(2026, 11, 23))
    store.undo()
    assert len(desk.open_of(store, an.id)) == 2
    assert store.need(Officer, an.id).to_on is None
