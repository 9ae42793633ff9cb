"""What to look at before a document is printed: each finding in words, with the record in which it can be mended."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from brief_desk import CONVENTION, KENYA, TODAY, busy, country, desk, keep
from pack_desk import EVENT, with_event

from hanoi_desk.board import board
from hanoi_desk.briefing.checks import Check, CheckKind, checks
from hanoi_desk.language import Language, word_of
from hanoi_desk.records import (
    Appointment,
    DocumentLanguage,
    DomesticStage,
    DomesticStep,
    Meeting,
    MeetingState,
    Officer,
    Pack,
    PackPart,
    PackText,
    Participant,
    Person,
    Product,
    fixed_id,
)
from hanoi_desk.store import Query, Store

EN = Language.EN


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with desk(tmp_path) as opened:
        yield opened


def found(store: Store, pack: Pack, *texts: PackText, language: Language = EN) -> list[Check]:
    return list(checks(store, board(store, TODAY), pack, texts, TODAY.date(), language))


def words(store: Store, pack: Pack, kind: CheckKind, *texts: PackText) -> list[str]:
    return [check.words for check in found(store, pack, *texts) if check.kind is kind]


def a_pack(*keys: str, **more: object) -> Pack:
    wanted = {"name": "P", "product": Product.BRIEF, "language": DocumentLanguage.EN} | more
    return Pack(participants=tuple(map(country, keys)), **wanted)  # type: ignore[arg-type]


def test_a_report_that_the_record_does_not_show_leads_to_its_entry(store: Store) -> None:
    (check,) = [one for one in found(store, a_pack("AZ")) if one.kind is CheckKind.DISAGREE]
    assert check.words == "Azerbaijan: ratification is reported, but the record does not show it"
    assert (check.serious, check.record and check.record[0]) == (True, "treaty_action")


def test_a_fact_without_a_source_is_named(store: Store) -> None:
    stage = DomesticStage.LEGAL_REVIEW
    step = DomesticStep(id="step", participant=KENYA, treaty=CONVENTION, stage=stage, on=date(2026, 11, 1))
    keep(store, step)
    (check,) = [one for one in found(store, a_pack("KE")) if one.kind is CheckKind.NO_SOURCE]
    assert check.words == "Kenya: domestic law under review without a source"
    assert check.record == ("domestic_step", "step")
    assert words(store, a_pack("DZ"), CheckKind.NO_SOURCE) == []


def test_what_was_checked_long_ago_says_how_long(store: Store) -> None:
    record, *claims = words(store, a_pack("AZ"), CheckKind.OLD)
    assert record == "The treaty record was checked 368 days ago: import a fresh status file."
    assert "Azerbaijan: ratification, checked 185 days ago" in [claim.replace("\u00a0", " ") for claim in claims]


def test_a_promise_whose_day_has_passed_leads_to_it(store: Store) -> None:
    busy(store, EN)
    passed = [one for one in found(store, a_pack("KE")) if one.kind is CheckKind.PASSED]
    assert passed
    assert all(one.record and one.record[0] == "commitment" for one in passed)
    assert all("the day has passed" in one.words for one in passed)


def test_texts_of_the_drafter_are_counted_and_known_to_rest_on_no_source(store: Store) -> None:
    long = PackText(pack="x", part=PackPart.POINT, text_en="one two " * 16)
    said = words(store, a_pack("KE"), CheckKind.TOO_LONG, long)
    assert [text.partition(":")[0] for text in said] == []
    long = replace(long, text_en="one two " * 18)
    (said_long,) = words(store, a_pack("KE"), CheckKind.TOO_LONG, long)
    assert said_long.startswith("Point to make: 36 words, at most 35: “one two")
    assert any("Written for this document" in text for text in words(store, a_pack("KE"), CheckKind.UNVERIFIED, long))


def test_a_row_of_the_bank_that_nobody_checked_is_named_with_how_many_states_hear_it(store: Store) -> None:
    everyone = a_pack(*(one.key for one in store.all(Query(Participant))), product=Product.EVENT)
    rows = [one for one in found(store, everyone) if one.kind is CheckKind.UNVERIFIED]
    assert rows
    assert all(one.record and one.record[0] == "message" for one in rows)
    assert any("article numbers are not checked" in one.words for one in rows)


def test_states_in_which_nobody_is_known_and_meetings_to_which_nobody_is_named(store: Store) -> None:
    with_event(store, EN)
    slot = Meeting(id="slot", on=date(2026, 12, 3), event=EVENT.id, participant=country("GH"))
    keep(store, slot, replace(slot, id="off", state=MeetingState.CANCELLED))
    of_event = Pack(name="P", product=Product.EVENT, event=EVENT.id, language=DocumentLanguage.EN)
    missing = {check.words: check.record for check in found(store, of_event) if check.kind is CheckKind.MISSING_NAME}
    assert missing["Ghana: nobody of their side is named for the meeting of 03/12/2026"] == ("meeting", "slot")
    assert missing["Ghana: nobody of our side is named for the meeting of 03/12/2026"] == ("meeting", "slot")
    assert missing["Algeria: nobody in post is on file"] == ("participant", country("DZ"))
    assert "Kenya: nobody in post is on file" not in missing


def test_a_person_without_a_title_is_named_by_the_state_alone(store: Store) -> None:
    keep(store, Person(id="p", name="A. B.", participant=KENYA))
    keep(store, Appointment(id="a", person="p", title="", participant=KENYA))
    assert "Kenya: a person without a title" in words(store, a_pack("KE"), CheckKind.MISSING_NAME)


def test_a_reviewed_document_is_not_asked_for_its_review(store: Store) -> None:
    officer = Officer(id=fixed_id("reviewer"), name="Counsellor")
    keep(store, officer)
    assert words(store, a_pack("KE"), CheckKind.NOT_REVIEWED)
    assert not words(store, a_pack("KE", reviewed_by=officer.id), CheckKind.NOT_REVIEWED)


def test_what_is_handed_over_is_not_checked_for_what_never_stands_on_it(store: Store) -> None:
    busy(store, EN)
    kinds = {check.kind for check in found(store, a_pack("KE", product=Product.LEAVE_BEHIND))}
    assert not kinds & {CheckKind.PASSED, CheckKind.MISSING_NAME}


def test_findings_come_in_the_language_asked_for_the_gravest_first(store: Store) -> None:
    pack = a_pack("AZ", "KE")
    vietnamese = found(store, pack, language=Language.VI)
    assert vietnamese[0].words == "Chưa ghi người rà soát tài liệu này."
    order = [list(CheckKind).index(check.kind) for check in vietnamese]
    assert order == sorted(order)
    assert all(word_of(kind, language) for kind in CheckKind for language in Language)
    of_document = checks(store, board(store, TODAY), pack, (), TODAY.date())
    assert of_document[0].words == "Nobody is named who has reviewed this document."


def test_a_text_that_speaks_to_the_reader_is_named_where_it_is_handed_over(store: Store) -> None:
    text = PackText(pack="x", part=PackPart.POINT, text_en="We thank you for your support.")
    assert words(store, a_pack("KE", product=Product.LEAVE_BEHIND), CheckKind.ADDRESSED, text) == [
        "What is handed over speaks in the third person: “We thank you for your support.”"
    ]
    assert words(store, a_pack("KE"), CheckKind.ADDRESSED, text) == []
