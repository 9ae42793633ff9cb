"""The law: who stands where, what counts, and when a treaty enters into force."""

import csv
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk.records import (
    DomesticStage,
    DomesticStep,
    Entity,
    EntryRule,
    Participant,
    Proof,
    StepState,
    Treaty,
    TreatyAct,
    TreatyAction,
)
from hanoi_desk.treaty import (
    Ledger,
    LegalPath,
    LegalStep,
    Stage,
    StageMark,
    TreatyStatus,
    general_date,
    later_date,
    may_be_signed,
    new_york_day,
    next_legal_step,
    one_year_after,
    open_paths,
    signature_days_left,
    stage,
    stages,
    stepper,
)

DATA = Path(__file__).resolve().parent.parent / "resources" / "data"
NEW_YORK = ZoneInfo("America/New_York")
VIENNA = ZoneInfo("Europe/Vienna")
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")

CONVENTION = Treaty(
    id="uncac-cyber",
    key="uncac-cyber",
    number="XVIII-16",
    title_en="United Nations Convention against Cybercrime",
    opens_on=date(2025, 10, 25),
    closes_on=date(2026, 12, 31),
    threshold=40,
    days_after=90,
    later_days=30,
)
FEW = replace(CONVENTION, threshold=3)
EU = Participant(id="EU", key="EU", name_en="European Union", name_vi="Liên minh châu Âu", entity=Entity.REIO)
STATES = {
    f"S{i:02}": Participant(id=f"S{i:02}", key=f"S{i:02}", name_en=f"State {i}", name_vi=f"Nước {i}", eu_member=i < 3)
    for i in range(60)
}
ALL = STATES | {"EU": EU}
TODAY = date(2026, 11, 22)
LATER = date(2040, 1, 1)


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def did(who: str, act: TreatyAct, on: date | None, **more: object) -> TreatyAction:
    values: dict[str, object] = {"participant": who, "treaty": CONVENTION.id, "act": act, "on": on} | more
    return TreatyAction(**values)  # type: ignore[arg-type]


def signed(who: str, on: date | None = date(2025, 10, 25), **more: object) -> TreatyAction:
    return did(who, TreatyAct.SIGNATURE, on, **more)


def ratified(who: str, on: date, **more: object) -> TreatyAction:
    return did(who, TreatyAct.RATIFICATION, on, **more)


def acceded(who: str, on: date, **more: object) -> TreatyAction:
    return did(who, TreatyAct.ACCESSION, on, **more)


def denounced(who: str, on: date, **more: object) -> TreatyAction:
    return did(who, TreatyAct.DENUNCIATION, on, **more)


def taken_back(row: TreatyAction, on: date | None, **more: object) -> TreatyAction:
    return did(row.participant or "", TreatyAct.WITHDRAWAL, on, withdraws=row.id, **more)


def ledger(actions: Iterable[TreatyAction], day: date = TODAY, treaty: Treaty = CONVENTION) -> Ledger:
    return Ledger(treaty, actions, ALL, day)


def deposits(count: int, last: date) -> list[TreatyAction]:
    """So many States' instruments, one a day, the last one on the day given."""
    return [ratified(f"S{i:02}", last - timedelta(count - 1 - i)) for i in range(count)]


# The primitives, against the depositary's own dates.


@pytest.mark.parametrize(
    "row", read("eif_vectors.csv"), ids=lambda r: f"{r['untc_no']} {r['trigger_or_participant'][:25]}"
)
def test_every_date_that_the_depositary_published_comes_out_of_the_rule(row: dict[str, str]) -> None:
    deposit, expected, days = (
        date.fromisoformat(row["deposit_date"]),
        date.fromisoformat(row["entry_into_force"]),
        int(row["days_after"]),
    )
    if row["scope"] == "treaty":
        assert general_date(deposit, days) == expected
    else:
        general = date.fromisoformat(row["treaty_entry_into_force"])
        trigger = next(
            date.fromisoformat(r["deposit_date"])
            for r in read("eif_vectors.csv")
            if r["scope"] == "treaty" and r["untc_no"] == row["untc_no"]
        )
        assert later_date(general, deposit, trigger, days) == expected


@pytest.mark.parametrize(
    "row",
    [r for r in read("eif_vectors.csv") if r["scope"] == "treaty" and r["threshold"].isdigit()],
    ids=lambda r: r["untc_no"],
)
def test_a_ledger_finds_the_published_trigger_and_date(row: dict[str, str]) -> None:
    trigger = date.fromisoformat(row["deposit_date"])
    treaty = replace(CONVENTION, threshold=int(row["threshold"]), days_after=int(row["days_after"]))
    ties = row["trigger_or_participant"].count(";") + 1 if "same day)" in row["trigger_or_participant"] else 1
    ties = 7 if "the EU deposited" in row["trigger_or_participant"] else ties
    actions = [ratified(f"S{i:02}", trigger - timedelta(30)) for i in range(treaty.threshold - 1)]
    actions += [acceded(f"S{i:02}", trigger) for i in range(treaty.threshold - 1, treaty.threshold - 1 + ties)]
    entry = ledger([*actions, ratified("EU", trigger)], LATER, treaty).entry
    assert entry.trigger_on == trigger
    assert entry.on == date.fromisoformat(row["entry_into_force"])
    assert len(entry.triggers) == ties


@pytest.mark.parametrize(
    ("deposit", "in_force"),
    [
        (date(2027, 3, 15), date(2027, 6, 13)),
        (date(2027, 3, 20), date(2027, 6, 13)),
        (date(2027, 5, 14), date(2027, 6, 13)),
        (date(2027, 5, 15), date(2027, 6, 14)),
        (date(2027, 6, 1), date(2027, 7, 1)),
    ],
)
def test_a_later_state_is_bound_thirty_days_after_its_deposit_or_from_the_general_date(
    deposit: date, in_force: date
) -> None:
    book = ledger([*deposits(40, date(2027, 3, 15)), ratified("S50", deposit)], LATER)
    assert book.entry.on == date(2027, 6, 13)
    assert book.in_force_for("S50") == in_force
    assert book.first_conference_by == date(2028, 6, 13)


def test_to_be_in_force_by_the_end_of_2027_the_fortieth_deposit_comes_by_2_october() -> None:
    assert general_date(date(2027, 10, 2), 90) == date(2027, 12, 31)
    assert general_date(date(2027, 10, 3), 90) == date(2028, 1, 1)


def test_thirty_nine_states_and_the_european_union_are_not_forty() -> None:
    book = ledger([*deposits(39, date(2027, 3, 15)), ratified("EU", date(2027, 3, 16))], LATER)
    assert (len(book.counted.states), len(book.counted.reios), book.counted.total) == (39, 1, 40)
    assert book.remaining == 1
    assert book.entry.on is None
    assert book.entry.triggers == ()
    assert book.first_conference_by is None
    assert book.status("EU").kind is TreatyStatus.DEPOSITED


def test_the_european_union_is_bound_by_the_same_rule_as_a_state() -> None:
    early = ledger([*deposits(40, date(2027, 3, 15)), ratified("EU", date(2027, 3, 1))], LATER)
    late = ledger([*deposits(40, date(2027, 3, 15)), ratified("EU", date(2027, 6, 1))], LATER)
    assert early.in_force_for("EU") == date(2027, 6, 13)
    assert late.in_force_for("EU") == date(2027, 7, 1)
    assert (len(late.parties.states), len(late.parties.reios)) == (40, 1)


def test_leap_days_count() -> None:
    assert general_date(date(2027, 12, 1), 90) == date(2028, 2, 29)
    assert one_year_after(date(2028, 2, 29)) == date(2029, 2, 28)
    assert one_year_after(date(2027, 2, 28)) == date(2028, 2, 28)


def test_the_end_of_the_calendar_is_no_error() -> None:
    assert general_date(date.max, 90) == date.max
    assert one_year_after(date.max) == date.max


# A treaty in full, from the depositary's table.


def untoc() -> tuple[Treaty, list[TreatyAction], dict[str, Participant]]:
    treaty = replace(CONVENTION, id="untoc", key="untoc", opens_on=date(2000, 12, 12), closes_on=date(2002, 12, 12))
    everyone = {
        r["key"]: Participant(
            id=r["key"],
            key=r["key"],
            name_en=r["name_en"],
            name_vi=r["name_vi"],
            entity=Entity(r["kind"]),
            eu_member=r["eu_member"] == "yes",
        )
        for r in read("participants.csv")
    }
    actions = [
        TreatyAction(
            id=f"{r['treaty']}-{r['participant_key']}-{r['action']}",
            participant=r["participant_key"],
            treaty=r["treaty"],
            act=TreatyAct(r["action"]),
            on=date.fromisoformat(r["date"]),
        )
        for r in read("treaty_actions.csv")
    ]
    return treaty, actions, everyone


def test_the_convention_against_organized_crime_comes_out_as_it_happened() -> None:
    treaty, actions, everyone = untoc()
    book = Ledger(treaty, actions, everyone, date(2014, 1, 27))
    assert book.entry.on == date(2003, 9, 29)
    assert book.entry.trigger_on == date(2003, 7, 1)
    assert [s.participant for s in book.entry.triggers] == ["AM"]
    assert book.signatories.total == 147
    assert [s.participant for s in book.signatories.reios] == ["EU"]
    assert book.counted.total == 179
    assert len(book.counted.states) == 178
    assert book.remaining == 0
    assert book.first_conference_by == date(2004, 9, 29)
    assert book.status("AM").in_force_on == date(2003, 9, 29)
    assert len(Ledger(treaty, actions, everyone, date(2003, 6, 30)).counted.states) == 39


def test_the_shipped_record_of_the_convention_shows_seventy_two_states_and_the_european_union() -> None:
    _, actions, everyone = untoc()
    book = Ledger(CONVENTION, actions, everyone, TODAY)
    assert (len(book.signatories.states), len(book.signatories.reios)) == (72, 1)
    assert book.counted.total == 0
    assert book.remaining == 40
    assert book.signatories.states[-1].participant == "MU"


@pytest.mark.no_cover
def test_ten_times_the_actions_take_no_more_than_their_share() -> None:
    def took(count: int) -> float:
        rows = [
            signed("S01"),
            *(ratified(f"S{i % 60:02}", date(2027, 1, 1) + timedelta(i % 900)) for i in range(count)),
        ]
        start = time.process_time()
        ledger([*rows, *(denounced("S02", date(2031, 1, 1)) for _ in range(count // 10))], LATER).statuses()
        return time.process_time() - start

    assert took(30_000) < 30 * took(3_000)


# What stands: corrections, withdrawals, denunciations.


def test_what_is_unverified_undated_or_of_another_treaty_never_counts() -> None:
    book = ledger(
        [
            ratified("S01", date(2026, 5, 1), proof=Proof.UNVERIFIED),
            signed("S02", on=None),
            did("S03", TreatyAct.SIGNATURE, None, as_of=date(2026, 1, 1)),
            ratified("S04", date(2026, 5, 1), treaty="another"),
            did("", TreatyAct.SIGNATURE, date(2026, 1, 1), participant=None),
            did("S05", TreatyAct.DECLARATION, date(2026, 1, 1)),
            ratified("S06", TODAY + timedelta(1)),
        ]
    )
    assert book.signatories.total == book.counted.total == 0
    assert {s.kind for s in book.statuses().values()} == {TreatyStatus.NOT_SIGNED}


def test_a_correction_replaces_the_row_that_it_corrects_also_twice() -> None:
    first = ratified("S01", date(2026, 5, 1))
    second = ratified("S01", date(2026, 5, 2), corrects=first.id)
    third = ratified("S02", date(2026, 5, 3), corrects=second.id)
    assert ledger([second, first]).status("S01").deposited_on == date(2026, 5, 2)
    assert [s.action for s in ledger([third, second, first]).counted.states] == [third]


def test_of_two_corrections_of_one_row_the_newer_stands() -> None:
    first = ratified("S01", date(2026, 5, 1))
    older = ratified("S01", date(2026, 5, 2), corrects=first.id, as_of=date(2026, 6, 1))
    newer = ratified("S01", date(2026, 5, 3), corrects=first.id, as_of=date(2026, 7, 1))
    assert ledger([newer, older, first]).status("S01").instrument == newer
    assert ledger([older, newer, first]).status("S01").instrument == newer


def test_rows_that_correct_each_other_fall_and_one_that_corrects_itself_stands() -> None:
    one = ratified("S01", date(2026, 5, 1), id="one", corrects="two")
    two = ratified("S01", date(2026, 5, 1), id="two", corrects="one")
    own = ratified("S02", date(2026, 5, 1), id="own", corrects="own")
    assert [s.action for s in ledger([one, two, own]).counted.states] == [own]


def test_a_withdrawal_follows_the_row_to_its_correction() -> None:
    first = signed("S01")
    second = signed("S01", date(2025, 10, 26), corrects=first.id)
    assert ledger([first, second, taken_back(first, date(2026, 3, 1))]).signatories.total == 0


def test_a_signature_taken_back_stops_counting_on_that_day() -> None:
    signature = signed("S01")
    back = taken_back(signature, date(2026, 3, 1))
    assert ledger([signature, back], date(2026, 2, 28)).status("S01").kind is TreatyStatus.SIGNED
    assert ledger([signature, back], date(2026, 3, 1)).status("S01").kind is TreatyStatus.NOT_SIGNED
    notice = did("S01", TreatyAct.WITHDRAWAL, date(2026, 3, 1))
    assert ledger([signature, notice]).signatories.total == 0


def test_a_row_gone_from_the_depositarys_file_ends_on_the_as_of_date_of_that_file() -> None:
    signature = signed("S01")
    gone = taken_back(signature, None, as_of=date(2026, 4, 2))
    assert ledger([signature, gone], date(2026, 4, 1)).signatories.total == 1
    assert ledger([signature, gone], date(2026, 4, 2)).signatories.total == 0


def test_an_instrument_taken_back_before_entry_into_force_is_reckoned_without() -> None:
    first = ratified("S01", date(2026, 1, 1))
    actions = [
        signed("S01"),
        first,
        ratified("S02", date(2026, 2, 1)),
        taken_back(first, date(2026, 3, 1)),
        ratified("S03", date(2026, 4, 1)),
    ]
    assert ledger(actions, LATER, FEW).entry.on is None
    assert ledger(actions, LATER, FEW).status("S01").kind is TreatyStatus.SIGNED
    assert ledger([*actions, acceded("S04", date(2026, 5, 1))], LATER, FEW).entry.trigger_on == date(2026, 5, 1)


def test_one_that_goes_on_the_day_another_comes_leaves_the_number_as_it_was() -> None:
    first = ratified("S01", date(2026, 1, 1))
    day = date(2026, 3, 1)
    actions = [first, ratified("S02", date(2026, 2, 1)), taken_back(first, day), ratified("S03", day)]
    assert ledger(actions, LATER, FEW).entry.on is None


def test_an_instrument_taken_back_between_trigger_and_entry_leaves_the_date_but_binds_nobody() -> None:
    actions = deposits(3, date(2027, 1, 10))
    notice = did("S00", TreatyAct.WITHDRAWAL, date(2027, 2, 1))
    book = ledger([*actions, notice], LATER, FEW)
    assert book.entry.on == date(2027, 4, 10)
    assert len(book.parties.states) == 2
    assert book.remaining == 0
    assert book.status("S00").kind is TreatyStatus.NOT_SIGNED
    assert book.in_force_for("S00") is None


def test_a_denunciation_takes_effect_a_year_after_receipt_and_the_treaty_stays_in_force() -> None:
    actions = [signed("S00"), *deposits(3, date(2027, 1, 10)), denounced("S00", date(2028, 2, 29))]
    before = ledger(actions, date(2029, 2, 27), FEW)
    assert before.status("S00").kind is TreatyStatus.IN_FORCE
    assert before.status("S00").leaves_on == date(2029, 2, 28)
    assert len(before.counted.states) == 3
    after = ledger(actions, date(2029, 2, 28), FEW)
    assert after.status("S00").kind is TreatyStatus.WITHDRAWN
    assert after.status("S00").act is TreatyAct.RATIFICATION
    assert not after.status("S00").has_deposited
    assert len(after.counted.states) == 2
    assert after.entry.on == date(2027, 4, 10)
    assert after.remaining == 0
    assert next_legal_step(after, "S00") is LegalStep.ACCEDE


def test_a_stated_date_of_effect_goes_before_the_year() -> None:
    stated = denounced("S00", date(2028, 3, 1), effective_on=date(2028, 9, 1))
    book = ledger([*deposits(3, date(2027, 1, 10)), stated], date(2028, 3, 2), FEW)
    assert book.status("S00").leaves_on == date(2028, 9, 1)
    assert book.status("S00").notice == stated


def test_a_denunciation_may_name_its_instrument() -> None:
    actions = deposits(3, date(2027, 1, 10))
    named = denounced("S00", date(2028, 3, 1), withdraws=actions[0].id)
    assert ledger([*actions, named], date(2028, 4, 1), FEW).status("S00").leaves_on == date(2029, 3, 1)


def test_a_denunciation_taken_back_in_time_was_never_made_and_too_late_it_stands() -> None:
    notice = denounced("S00", date(2028, 3, 1))
    actions = [*deposits(3, date(2027, 1, 10)), notice]
    in_time = [*actions, taken_back(notice, date(2029, 2, 28))]
    too_late = [*actions, taken_back(notice, date(2029, 3, 1))]
    assert ledger(in_time, LATER, FEW).status("S00").kind is TreatyStatus.IN_FORCE
    assert ledger(too_late, LATER, FEW).status("S00").kind is TreatyStatus.WITHDRAWN


def test_a_withdrawal_taken_back_and_the_taking_back_taken_back() -> None:
    signature = signed("S01")
    gone = taken_back(signature, date(2026, 3, 1))
    back = taken_back(gone, date(2026, 4, 1))
    gone_again = taken_back(back, date(2026, 5, 1))
    assert ledger([signature, gone, back]).signatories.total == 1
    assert ledger([signature, gone, back, gone_again]).signatories.total == 0
    assert ledger([signature, taken_back(taken_back(signature, None), date(2026, 3, 1))]).signatories.total == 1


def test_one_that_left_may_come_back() -> None:
    actions = [*deposits(3, date(2027, 1, 10)), denounced("S00", date(2028, 1, 1)), acceded("S00", date(2030, 1, 1))]
    book = ledger(actions, LATER, FEW)
    assert book.status("S00").act is TreatyAct.ACCESSION
    assert book.in_force_for("S00") == date(2030, 1, 31)
    assert book.status("S00").leaves_on is None


def test_two_rows_of_one_state_count_once_from_the_earlier() -> None:
    first, second = ratified("S01", date(2026, 1, 1)), did("S01", TreatyAct.ACCEPTANCE, date(2026, 1, 2))
    book = ledger([second, first])
    assert len(book.counted.states) == 1
    assert book.status("S01").instrument == first
    assert ledger([second, first, taken_back(first, date(2026, 2, 1))]).status("S01").instrument == second


def test_a_successor_is_party_from_the_date_of_the_succession() -> None:
    actions = deposits(3, date(2027, 1, 10))
    late = did("S09", TreatyAct.SUCCESSION, date(2029, 6, 1), effective_on=date(2028, 6, 3))
    early = did("S08", TreatyAct.SUCCESSION, date(2027, 2, 1))
    book = ledger([*actions, late, early], LATER, FEW)
    assert book.in_force_for("S09") == date(2028, 6, 3)
    assert book.in_force_for("S08") == date(2027, 4, 10)


def test_one_whom_the_register_does_not_know_has_a_status_but_no_place_in_a_count() -> None:
    book = ledger([signed("stranger"), ratified("stranger", date(2026, 5, 1))])
    assert book.status("stranger").kind is TreatyStatus.DEPOSITED
    assert book.counted.total == book.signatories.total == 0


# A treaty whose rule is not computed.

BUDAPEST = replace(
    CONVENTION, entry_rule=EntryRule.NOT_COMPUTED, in_force_on=date(2004, 7, 1), opens_on=None, closes_on=None
)


def test_budapest_gets_no_date_from_the_rule_of_ninety_and_thirty_days() -> None:
    austria = ratified("S01", date(2012, 6, 13), effective_on=date(2012, 10, 1))
    book = ledger([austria, ratified("S02", date(2012, 6, 13)), denounced("S02", date(2020, 1, 1))], TODAY, BUDAPEST)
    assert book.entry.on == date(2004, 7, 1)
    assert book.entry.trigger_on is None
    assert book.remaining is None
    assert book.first_conference_by is None
    assert book.in_force_for("S01") == date(2012, 10, 1)
    assert book.status("S01").kind is TreatyStatus.IN_FORCE
    assert book.status("S02").kind is TreatyStatus.WITHDRAWN
    assert book.status("S02").leaves_on == date(2021, 1, 1)
    without_day = ledger([ratified("S02", date(2012, 6, 13))], TODAY, replace(BUDAPEST, in_force_on=None))
    assert without_day.status("S02").kind is TreatyStatus.DEPOSITED
    assert without_day.status("S02").in_force_on is None


# The last day of signature, and the ways in.


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 12, 31, 23, 59, 59, tzinfo=NEW_YORK), date(2026, 12, 31)),
        (datetime(2027, 1, 1, 0, 0, tzinfo=NEW_YORK), date(2027, 1, 1)),
        (datetime(2027, 1, 1, 0, 0, tzinfo=HANOI), date(2026, 12, 31)),
        (datetime(2027, 1, 1, 11, 59, 59, tzinfo=HANOI), date(2026, 12, 31)),
        (datetime(2027, 1, 1, 12, 0, tzinfo=HANOI), date(2027, 1, 1)),
        (datetime(2027, 1, 1, 5, 59, 59, tzinfo=VIENNA), date(2026, 12, 31)),
        (datetime(2027, 1, 1, 6, 0, tzinfo=VIENNA), date(2027, 1, 1)),
    ],
)
def test_signature_ends_at_midnight_in_new_york_wherever_one_is(moment: datetime, day: date) -> None:
    book = Ledger.at(CONVENTION, [], ALL, moment)
    assert book.day == new_york_day(moment) == day
    is_open = day == date(2026, 12, 31)
    assert signature_days_left(CONVENTION, moment) == (0 if is_open else None)
    assert next_legal_step(book, "S01") is (LegalStep.SIGN_OR_ACCEDE if is_open else LegalStep.ACCEDE)


def test_thirty_nine_days_are_left_on_22_november() -> None:
    assert signature_days_left(CONVENTION, datetime(2026, 11, 22, 12, tzinfo=NEW_YORK)) == 39
    assert signature_days_left(replace(CONVENTION, closes_on=None), datetime(2026, 11, 22, tzinfo=NEW_YORK)) is None


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        new_york_day(datetime(2026, 12, 31))  # noqa: DTZ001


def paths(book: Ledger, who: str, parent: Ledger | None = None) -> list[LegalPath]:
    return [p.path for p in open_paths(book, who, parent)]


def test_a_non_signatory_may_accede_before_signature_closes_and_after() -> None:
    before, after = ledger([], date(2026, 12, 31)), ledger([], date(2027, 1, 1))
    assert paths(before, "S01") == [LegalPath.SIGN, LegalPath.ACCEDE]
    assert [p.last_day for p in open_paths(before, "S01")] == [date(2026, 12, 31), None]
    assert paths(after, "S01") == [LegalPath.ACCEDE]


def test_a_signatory_ratifies_and_does_not_accede() -> None:
    assert paths(ledger([signed("S01")]), "S01") == [LegalPath.RATIFY]
    assert paths(ledger([signed("S01")], date(2030, 1, 1)), "S01") == [LegalPath.RATIFY]
    assert next_legal_step(ledger([signed("S01")]), "S01") is LegalStep.RATIFY


def test_one_that_has_deposited_has_no_path_left() -> None:
    waiting = ledger([ratified("S01", date(2026, 5, 1))])
    party = ledger(deposits(3, date(2026, 5, 1)), TODAY, FEW)
    assert paths(waiting, "S01") == paths(party, "S01") == []
    assert next_legal_step(waiting, "S01") is LegalStep.AWAIT_ENTRY
    assert next_legal_step(party, "S01") is LegalStep.NONE


def test_before_the_opening_nothing_is_open() -> None:
    early = ledger([], date(2025, 10, 24))
    assert paths(early, "S01") == []
    assert next_legal_step(early, "S01") is LegalStep.WAIT
    assert paths(ledger([], date(2025, 10, 25)), "S01") == [LegalPath.SIGN, LegalPath.ACCEDE]


def test_a_treaty_without_dates_is_not_said_to_be_open_for_signature() -> None:
    assert not may_be_signed(BUDAPEST, TODAY)
    assert may_be_signed(replace(CONVENTION, closes_on=None), TODAY)
    assert may_be_signed(replace(CONVENTION, opens_on=None), TODAY)


def test_the_european_union_goes_only_where_a_member_went_before() -> None:
    assert next_legal_step(ledger([signed("S30")]), "EU") is LegalStep.WAIT
    assert paths(ledger([signed("S01")]), "EU") == [LegalPath.SIGN]
    assert next_legal_step(ledger([signed("S01")]), "EU") is LegalStep.SIGN
    assert next_legal_step(ledger([signed("S01"), signed("EU")]), "EU") is LegalStep.WAIT
    assert paths(ledger([ratified("S01", date(2026, 5, 1)), signed("EU")]), "EU") == [LegalPath.RATIFY]
    party = ledger(deposits(3, date(2026, 5, 1)), date(2027, 1, 1), FEW)
    assert paths(party, "EU") == [LegalPath.ACCEDE]
    assert paths(ledger(deposits(2, date(2026, 5, 1)), date(2027, 1, 1), FEW), "EU") == []


def test_only_those_in_the_convention_may_join_its_protocol() -> None:
    protocol = replace(CONVENTION, id="protocol", parent=CONVENTION.id)
    parent = ledger([ratified("S01", date(2026, 5, 1))])
    book = ledger([], TODAY, protocol)
    assert paths(book, "S01", parent) == [LegalPath.SIGN, LegalPath.ACCEDE]
    assert paths(book, "S02", parent) == [LegalPath.SIGN]
    signatory = ledger([signed("S02", treaty="protocol")], TODAY, protocol)
    assert next_legal_step(signatory, "S02", parent) is LegalStep.WAIT


# The ladder.


def step(at: DomesticStage, on: date | None = date(2026, 2, 10), **more: object) -> DomesticStep:
    values: dict[str, object] = {
        "participant": "S01",
        "treaty": CONVENTION.id,
        "stage": at,
        "on": on,
        "source": "gazette",
    } | more
    return DomesticStep(**values)  # type: ignore[arg-type]


def marks(book: Ledger, steps: Iterable[DomesticStep] = (), **more: object) -> dict[Stage, StageMark]:
    return {s.stage: s.mark for s in stepper(book, "S01", steps, **more)}  # type: ignore[arg-type]


def test_the_ladder_is_climbed_by_facts() -> None:
    assert stage(ledger([]), "S01") is Stage.NONE
    assert stage(ledger([]), "S01", contacted=True) is Stage.CONTACTED
    assert stage(ledger([]), "S01", [step(DomesticStage.CONSIDERING)], contacted=True) is Stage.CONSIDERING
    assert stage(ledger([signed("S01")]), "S01", [step(DomesticStage.CONSIDERING)]) is Stage.SIGNED
    assert stage(ledger([ratified("S01", date(2026, 5, 1))]), "S01") is Stage.DEPOSITED
    assert stage(ledger(deposits(3, date(2026, 5, 1)), TODAY, FEW), "S01") is Stage.IN_FORCE


def test_approval_at_home_is_never_a_ratification() -> None:
    home = [step(at) for at in DomesticStage]
    book = ledger([signed("S01")])
    assert stage(book, "S01", home) is Stage.INSTRUMENT_SIGNED
    assert book.status("S01").kind is TreatyStatus.SIGNED
    assert book.counted.total == 0
    assert marks(book, home)[Stage.DEPOSITED] is StageMark.NEXT


def test_a_step_without_day_or_source_or_only_planned_proves_nothing() -> None:
    book = ledger([signed("S01")])
    doubtful = [
        step(DomesticStage.ASSENTED, on=None),
        step(DomesticStage.PARLIAMENT_APPROVED, source=None),
        step(DomesticStage.LEGAL_REVIEW, state=StepState.PLANNED, on=date(2027, 3, 1)),
        step(DomesticStage.INSTRUMENT_SIGNED, on=TODAY + timedelta(1)),
        step(DomesticStage.INSTRUMENT_SIGNED, participant="S02"),
        step(DomesticStage.INSTRUMENT_SIGNED, treaty="another"),
    ]
    assert stage(book, "S01", doubtful) is Stage.SIGNED
    drawn = {s.stage: s for s in stepper(book, "S01", doubtful)}
    assert drawn[Stage.PARLIAMENT_APPROVED].mark is StageMark.CLAIMED
    assert drawn[Stage.LEGAL_REVIEW].mark is StageMark.NEXT
    assert drawn[Stage.LEGAL_REVIEW].on == date(2027, 3, 1)
    assert drawn[Stage.SIGNED].proof is Proof.VERIFIED
    assert drawn[Stage.PARLIAMENT_APPROVED].proof is Proof.UNVERIFIED


def test_the_stepper_of_a_signatory_shows_what_is_done_now_next_and_not_its_way() -> None:
    steps = [
        step(DomesticStage.LEGAL_REVIEW, on=date(2026, 1, 1)),
        step(DomesticStage.LEGAL_REVIEW, on=date(2026, 2, 1)),
        step(DomesticStage.PARLIAMENT_SUBMITTED, state=StepState.NOT_APPLICABLE, on=None),
    ]
    book = ledger([signed("S01")])
    drawn = marks(book, steps, contacted=True, contacted_on=date(2025, 2, 20))
    assert list(drawn) == list(Stage)[1:-1]
    assert drawn[Stage.CONTACTED] is StageMark.DONE
    assert drawn[Stage.CONSIDERING] is StageMark.SKIPPED
    assert drawn[Stage.FULL_POWERS] is StageMark.SKIPPED
    assert drawn[Stage.SIGNED] is StageMark.DONE
    assert drawn[Stage.LEGAL_REVIEW] is StageMark.NOW
    assert drawn[Stage.PARLIAMENT_SUBMITTED] is StageMark.NOT_APPLICABLE
    assert drawn[Stage.PARLIAMENT_APPROVED] is StageMark.NEXT
    assert drawn[Stage.ASSENTED] is StageMark.AHEAD
    assert {s.stage: s.on for s in stepper(book, "S01", steps)}[Stage.LEGAL_REVIEW] == date(2026, 1, 1)


def test_signing_is_closed_to_a_non_signatory_from_2027_and_no_step_of_one_that_acceded() -> None:
    home = [step(DomesticStage.PARLIAMENT_APPROVED)]
    assert marks(ledger([], date(2026, 12, 31)), home)[Stage.SIGNED] is StageMark.AHEAD
    assert marks(ledger([], date(2027, 1, 1)), home)[Stage.SIGNED] is StageMark.CLOSED
    assert marks(ledger([], date(2027, 1, 1)), home)[Stage.FULL_POWERS] is StageMark.CLOSED
    drawn = marks(ledger([acceded("S01", date(2026, 5, 1))]), home)
    assert drawn[Stage.SIGNED] is StageMark.NOT_APPLICABLE
    assert drawn[Stage.DEPOSITED] is StageMark.NOW
    assert drawn[Stage.IN_FORCE] is StageMark.NEXT


def test_a_denunciation_is_drawn_ahead_until_its_day() -> None:
    actions = [*deposits(3, date(2027, 1, 10)), denounced("S01", date(2028, 1, 1))]
    ahead = stepper(ledger(actions, date(2028, 6, 1), FEW), "S01")[-1]
    assert (ahead.stage, ahead.mark, ahead.on) == (Stage.WITHDRAWN, StageMark.NEXT, date(2029, 1, 1))
    book = ledger(actions, date(2029, 1, 1), FEW)
    assert stage(book, "S01") is Stage.WITHDRAWN
    assert marks(book)[Stage.IN_FORCE] is StageMark.DONE


def test_the_stages_of_all_are_the_stages_of_each() -> None:
    book = ledger([signed("S02")])
    steps = [step(DomesticStage.CONSIDERING)]
    found = stages(book, steps, {"S03"})
    assert found.keys() == ALL.keys()
    assert (found["S01"], found["S02"], found["S03"]) == (Stage.CONSIDERING, Stage.SIGNED, Stage.CONTACTED)
    assert found["S04"] is Stage.NONE


# Properties.

DAYS = st.dates(date(2025, 10, 25), date(2030, 1, 1))
INSTRUMENT = st.builds(ratified, st.sampled_from(sorted(STATES)[:12]), DAYS)


@st.composite
def records(draw: st.DrawFn) -> list[TreatyAction]:
    rows = draw(st.lists(INSTRUMENT, max_size=15))
    if rows:
        rows += [taken_back(draw(st.sampled_from(rows)), draw(DAYS)) for _ in range(draw(st.integers(0, 4)))]
        rows += [denounced(f"S{draw(st.integers(0, 11)):02}", draw(DAYS)) for _ in range(draw(st.integers(0, 2)))]
        rows += [
            replace(draw(INSTRUMENT), corrects=draw(st.sampled_from(rows)).id) for _ in range(draw(st.integers(0, 2)))
        ]
    return rows


@given(records(), DAYS, st.sampled_from(sorted(STATES)))
def test_a_states_deposit_never_delays_the_entry_into_force(rows: list[TreatyAction], day: date, who: str) -> None:
    before = ledger(rows, LATER, FEW).entry.on
    after = ledger([*rows, acceded(who, day)], LATER, FEW).entry.on
    assert before is None or (after is not None and after <= before)


@given(records(), DAYS)
def test_an_organizations_deposit_never_changes_it(rows: list[TreatyAction], day: date) -> None:
    assert ledger(rows, LATER, FEW).entry == ledger([*rows, ratified("EU", day)], LATER, FEW).entry


@given(records().flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))), DAYS)
def test_the_order_of_the_rows_does_not_matter(both: tuple[list[TreatyAction], list[TreatyAction]], day: date) -> None:
    one, other = ledger(both[0], day, FEW), ledger(both[1], day, FEW)
    assert one.entry == other.entry
    assert one.counted == other.counted
    assert one.statuses() == other.statuses()


@given(records(), DAYS)
def test_what_is_counted_is_what_the_statuses_show_and_nobody_twice(rows: list[TreatyAction], day: date) -> None:
    book = ledger(rows, day, FEW)
    counted = [s.participant for s in book.counted.states]
    assert len(counted) == len(set(counted))
    assert set(counted) == {id_ for id_, s in book.statuses().items() if s.has_deposited}
    assert {s.participant for s in book.parties.states} == {
        id_ for id_, s in book.statuses().items() if s.kind is TreatyStatus.IN_FORCE
    }
    assert all(s.on <= day for s in book.counted.states)


@given(records(), DAYS, DAYS)
def test_once_triggered_the_date_stays(rows: list[TreatyAction], one: date, other: date) -> None:
    early, late = ledger(rows, min(one, other), FEW), ledger(rows, max(one, other), FEW)
    undisturbed = all(not r.withdraws and r.act is not TreatyAct.DENUNCIATION for r in rows)
    if early.entry.on and undisturbed:
        assert late.entry == early.entry
    if early.entry.on:
        assert late.entry.on is not None


@given(DAYS, DAYS)
def test_nobody_is_bound_before_the_treaty_is_in_force(trigger: date, own: date) -> None:
    general = general_date(trigger, 90)
    assert later_date(general, own, trigger, 30) >= general


@given(records(), DAYS, st.sampled_from([*sorted(STATES), "EU", "stranger"]))
def test_the_next_step_is_always_one_of_the_open_paths(rows: list[TreatyAction], day: date, who: str) -> None:
    book = ledger(rows, day, FEW)
    taken = next_legal_step(book, who).value
    assert all(p.path.value in taken for p in open_paths(book, who))
