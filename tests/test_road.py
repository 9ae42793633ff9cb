"""The road to entry into force: counts by month of what is on deposit and of what was promised, never a forecast."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk.commitments import reconcile
from hanoi_desk.desk.register import register
from hanoi_desk.records import (
    Commitment,
    CommitmentState,
    Entity,
    Form,
    Grade,
    Participant,
    PromisedAct,
    Treaty,
    TreatyAct,
    TreatyAction,
)
from hanoi_desk.road import Road, gathered, month_of, months_between, road
from hanoi_desk.treaty import Ledger

CONVENTION = Treaty(
    id="treaty",
    key="uncac-cyber",
    number="XVIII-16",
    title_en="United Nations Convention against Cybercrime",
    opens_on=date(2025, 10, 25),
    closes_on=date(2026, 12, 31),
    threshold=40,
    days_after=90,
    later_days=30,
)
WHO = {key: Participant(id=key, key=key, name_en=key, name_vi=key) for key in ("GH", "KE", "MN", "FJ")}
WHO["EU"] = Participant(id="EU", key="EU", name_en="EU", name_vi="EU", entity=Entity.REIO)
TODAY = date(2026, 11, 22)


def deposited(who: str, on: date) -> TreatyAction:
    return TreatyAction(participant=who, treaty=CONVENTION.id, act=TreatyAct.RATIFICATION, on=on)


def promise(who: str, by: date | None, **more: object) -> Commitment:
    values: dict[str, object] = {
        "participant": who,
        "treaty": CONVENTION.id,
        "act": PromisedAct.RATIFY,
        "made_on": date(2026, 6, 1),
        "by": by,
        "grade": Grade.PROMISED_WITH_DATE,
        "outreach": f"talk with {who}",
        "confirmed_by": "a second officer",
    } | more
    return Commitment(**values)  # type: ignore[arg-type]


def the_road(*promises: Commitment, actions: tuple[TreatyAction, ...] = ()) -> Road:
    ledger = Ledger(CONVENTION, actions, WHO, TODAY)
    found = road(ledger, [reconcile(one, ledger) for one in promises])
    assert found is not None
    return found


def test_deposits_are_counted_at_the_end_of_each_month_since_the_opening() -> None:
    found = the_road(actions=(deposited("GH", date(2026, 2, 10)), deposited("KE", date(2026, 11, 1))))
    assert found.so_far.counts == (0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2)
    assert (found.so_far.opened, found.so_far.threshold, found.promised) == (CONVENTION.opens_on, 40, ())
    assert (found.so_far.months_to(1), found.so_far.months_to(3)) == (4, None)


def test_an_organization_is_not_counted() -> None:
    found = the_road(
        promise("EU", date(2027, 1, 31)),
        actions=(deposited("GH", date(2026, 2, 10)), deposited("EU", date(2026, 3, 10))),
    )
    assert (found.so_far.total, found.promised) == (1, ())


def test_dated_promises_of_a_confirmed_four_or_five_are_added_by_month() -> None:
    found = the_road(
        promise("KE", date(2026, 11, 30)),
        promise("MN", date(2027, 2, 28), grade=Grade.ACT_UNDER_WAY),
        actions=(deposited("GH", date(2026, 2, 10)),),
    )
    assert found.promised == (2, 2, 2, 3)
    assert month_of(found.so_far.opened, found.first_promised) == date(2026, 11, 1)
    assert found.states == (("KE", date(2026, 11, 30)), ("MN", date(2027, 2, 28)))


def test_words_without_a_date_a_grade_or_a_second_person_add_nothing() -> None:
    day = date(2027, 3, 31)
    assert (
        the_road(
            promise("KE", None),
            promise("KE", day, grade=Grade.PROMISED),
            promise("KE", day, confirmed_by=None),
            promise("KE", day, form=Form.RELAYED),
            promise("KE", day, act=PromisedAct.SIGN),
            promise("KE", day, state=CommitmentState.WITHDRAWN),
            promise("KE", date(2026, 10, 30)),
            promise("GH", day),
            actions=(deposited("GH", date(2026, 10, 1)),),
        ).promised
        == ()
    )


def test_one_state_counts_once_and_by_its_latest_day() -> None:
    found = the_road(promise("KE", date(2026, 12, 31)), promise("KE", date(2027, 1, 31), act=PromisedAct.ACCEDE))
    assert (found.promised, len(found.states)) == ((0, 0, 1), 1)


def test_what_several_states_said_together_adds_nothing() -> None:
    together = {"words": "We shall all ratify", "outreach": "a seminar"}
    assert the_road(*(promise(who, date(2027, 1, 31), **together) for who in ("KE", "MN"))).states == ()


def test_untoc_as_shipped_reached_its_fortieth_instrument_after_31_months() -> None:
    """Armenia deposited on 1 July 2003 (treaty-rules.md, 4.3); the treaty was opened in December 2000."""
    records = list(register())
    untoc = next(r for r in records if isinstance(r, Treaty) and r.key == "untoc")
    participants = {r.id: r for r in records if isinstance(r, Participant)}
    actions = [r for r in records if isinstance(r, TreatyAction)]
    found = gathered(Ledger(untoc, actions, participants, TODAY), date(2014, 1, 27))
    assert found is not None
    assert (found.months_to(40), found.threshold) == (31, 40)
    assert month_of(found.opened, 31) == date(2003, 7, 1)
    assert (len(found.counts), found.total) == (months_between(found.opened, date(2014, 1, 27)) + 1, 178)


def test_what_came_after_the_last_month_looked_at_is_not_in_the_line() -> None:
    ledger = Ledger(CONVENTION, [deposited("GH", date(2026, 2, 10)), deposited("KE", date(2026, 8, 1))], WHO, TODAY)
    found = gathered(ledger, date(2026, 3, 31))
    assert found is not None
    assert found.counts == (0, 0, 0, 0, 1, 1)


def test_who_is_not_on_the_desk_adds_nothing() -> None:
    assert the_road(promise("nobody", date(2027, 1, 31))).states == ()


def test_a_treaty_without_a_day_of_opening_has_no_road() -> None:
    ledger = Ledger(Treaty(id="t", key="t", number="I-1", title_en="T"), [], WHO, TODAY)
    assert road(ledger, []) is None


@given(st.dates(date(2025, 10, 1), date(2100, 12, 31)))
def test_months_go_there_and_back(day: date) -> None:
    start = date(2025, 10, 25)
    assert month_of(start, months_between(start, day)) == day.replace(day=1)
