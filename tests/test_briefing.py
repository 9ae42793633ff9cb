"""What the country brief says, collected from a desk."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from brief_desk import (
    ALGERIA,
    CONVENTION,
    KENYA,
    TODAY,
    VIENNA,
    brief,
    busy,
    contact,
    country,
    deposit,
    desk,
    keep,
)

from hanoi_desk.briefing import Marking, UnknownCountry, collect_country_brief, file_name, points_for, situation_of
from hanoi_desk.briefing.articles import articles_in
from hanoi_desk.briefing.contacts import first_sentence
from hanoi_desk.briefing.in_sentences import in_sentence
from hanoi_desk.language import Language
from hanoi_desk.records import (
    Appointment,
    Commitment,
    DomesticStage,
    DomesticStep,
    Grade,
    Message,
    Objection,
    Officer,
    OutreachPerson,
    Participant,
    Person,
    PromisedAct,
    Proof,
    Side,
    Source,
    SourceKind,
    TreatyAct,
    TreatyAction,
)
from hanoi_desk.store import Action, Query, Store

EN, VI = Language.EN, Language.VI
NEW_YORK = ZoneInfo("America/New_York")
LAST_DAY = datetime(2026, 12, 31, 23, 59, tzinfo=NEW_YORK)
DAY_AFTER = datetime(2027, 1, 1, 0, 0, tzinfo=NEW_YORK)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with desk(tmp_path) as opened:
        yield opened


def codes(store: Store, key: str, language: Language = EN, now: datetime = TODAY) -> list[str]:
    return [point.code for point in brief(store, key, language, now).points]


# The law on the page


def test_on_22_november_39_days_are_left_to_sign_in_a_frame(store: Store) -> None:
    english, vietnamese = brief(store, "KE", EN).deadline, brief(store, "KE", VI).deadline
    assert (english.left, english.framed) == ("39 days left to sign", True)
    assert vietnamese.left == "Còn 39 ngày để ký"


def test_the_last_day_is_the_one_in_new_york(store: Store) -> None:
    # In Viet Nam it is already noon of 1 January.
    page = brief(store, "KE", EN, LAST_DAY.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")))
    assert page.deadline.left == "Today is the last day to sign"
    assert "it is 31/12/2026 in New York" in page.deadline.left_note
    assert "today is the last day" in page.points[0].text


def test_a_minute_later_only_accession_is_left(store: Store) -> None:
    for language in (EN, VI):
        page = brief(store, "KE", language, DAY_AFTER)
        said = [page.next_step, page.objective, *(p.text for p in page.points if p.code != "M-06" and p.code[0] != "H")]
        assert not any(re.search(r"\bto sign\b|\bwill sign\b|\bký hoặc|ngày .* ký\b", text) for text in said)
        assert not page.deadline.framed
    assert page.deadline.left == "Đã hết thời hạn ký; có thể gia nhập"
    assert codes(store, "KE", now=DAY_AFTER)[0] == "A-01"


def test_39_states_and_the_union_make_39_of_40(store: Store) -> None:
    states = store.all(Query(Participant, where=(("entity", "=", "member_state"),), limit=39))
    for state in states:
        keep(store, *deposit(state.key, date(2026, 6, 1)))
    keep(store, *deposit("EU", date(2026, 6, 5), TreatyAct.APPROVAL))
    page = brief(store, "EU", EN)
    assert page.deadline.right == "39 of 40 counted instruments; 1 to go"
    assert "The EU's instrument is not counted as additional" in page.deadline.right_note


def test_the_fortieth_deposit_gives_the_day_of_entry_into_force(store: Store) -> None:
    for state in store.all(Query(Participant, where=(("entity", "=", "member_state"),), limit=40)):
        keep(store, *deposit(state.key, date(2026, 6, 1)))
    assert brief(store, "KE", EN).deadline.right == "40 of 40 instruments; in force 30 August 2026"


def test_a_vote_at_home_counts_nothing_and_asks_for_the_deposit(store: Store) -> None:
    keep(
        store,
        DomesticStep(
            participant=ALGERIA,
            treaty=CONVENTION,
            stage=DomesticStage.PARLIAMENT_APPROVED,
            on=date(2026, 11, 2),
            source=store.ids(Query(Source, limit=1))[0],
        ),
    )
    page = brief(store, "DZ", EN)
    assert page.cells[1].value == "Approved at home, not yet deposited"
    assert page.cells[2].value == "Not deposited"
    assert page.deadline.right.startswith("0 of 40")
    assert page.next_step == "deposit the instrument with the UN Secretary-General."
    assert page.points[0].code == "S-05"


def test_a_signatory_has_no_time_limit(store: Store) -> None:
    deadline = brief(store, "DZ", EN).deadline
    assert (deadline.left, deadline.framed) == ("No time limit to ratify", False)
    assert brief(store, "DZ", EN).cells[0].value == "Signed 25/10/2025"
    assert brief(store, "DZ", EN).cells[0].notes[0].startswith("In Ha Noi [S1]")


def test_a_party_has_nothing_left_to_do(store: Store) -> None:
    keep(store, *deposit("GH", date(2026, 11, 1)))
    page = brief(store, "GH", EN)
    assert page.next_step == "none; the Convention is not yet in force."
    assert page.cells[2].value == "Deposited 01/11/2026"
    assert page.cells[2].notes[0].startswith("Ratification")
    assert page.points[0].code == "T-03"


def test_the_union_is_never_asked_about_its_parliament(store: Store) -> None:
    for language in (EN, VI):
        page = brief(store, "EU", language)
        assert not any(re.search("parliament|nghị viện", point.text, re.IGNORECASE) for point in page.points)
    assert page.next_step.startswith("nộp lưu chiểu văn kiện phê duyệt")
    assert page.capital == ""


def test_a_state_that_left_may_accede_again(store: Store) -> None:
    source, action = deposit("GH", date(2026, 2, 1))
    keep(store, source, action)
    for state in store.all(Query(Participant, where=(("entity", "=", "member_state"),), limit=40)):
        keep(store, *deposit(state.key, date(2026, 2, 2)))
    notice = replace(action, id="notice", act=TreatyAct.DENUNCIATION, on=date(2026, 7, 1), as_of=date(2026, 7, 1))
    keep(store, replace(notice, effective_on=date(2026, 9, 1)))
    page = brief(store, "GH", EN)
    assert page.cells[2].value == "Has left the treaty"
    assert page.deadline.left == "Has left the treaty"


# Proof


def test_a_fact_older_than_thirty_days_prints_its_age(store: Store) -> None:
    notes = brief(store, "KE", EN).cells[0].notes
    assert notes == ("As of 19/11/2025 [S1]", "Checked 368 days ago")


def test_a_status_without_a_source_carries_the_unverified_mark(store: Store) -> None:
    signature = store.all(Query(TreatyAction, where=(("participant", "=", ALGERIA), ("act", "=", "signature"))))[0]
    keep(store, replace(signature, source=None))
    cell = brief(store, "DZ", EN).cells[0]
    assert cell.unverified
    assert "(unverified)" in cell.notes


def test_a_desk_without_any_record_says_that_nothing_is_proven(tmp_path: Path) -> None:
    with desk(tmp_path) as store:
        with store.change(Action.DELETE_RECORD) as change:
            for action in store.all(Query(TreatyAction)):
                change.delete(action)
        cells = brief(store, "KE", EN).cells
    assert cells[0].unverified
    assert cells[0].notes == ("(unverified)",)
    assert cells[3].value == "Not recorded"


@pytest.mark.parametrize("key", ["AE", "CA"])
def test_a_reported_signature_stands_beside_the_record_and_is_not_counted(store: Store, key: str) -> None:
    page = brief(store, key, EN)
    assert page.cells[0].value == "Not signed"
    assert [conflict.record for conflict in page.conflicts] == ["record: not signed [S1]"]
    assert re.search(r"signature \[S\d\]$", page.conflicts[0].claim)


@pytest.mark.parametrize("key", ["AZ", "QA", "VN"])
def test_a_reported_deposit_stands_beside_the_record_and_is_not_counted(store: Store, key: str) -> None:
    page = brief(store, key, VI)
    assert page.conflicts[0].record.startswith("hồ sơ: chưa nộp lưu chiểu")
    assert page.deadline.right == "0/40 văn kiện được tính; còn 40"
    assert page.deadline.right_note.startswith("3 tin nộp lưu chiểu chưa kiểm chứng, không tính [S")


def test_a_report_that_the_record_confirms_is_no_conflict_any_more(store: Store) -> None:
    keep(store, *deposit("QA", date(2026, 5, 1)))
    assert brief(store, "QA", EN).conflicts == ()
    assert brief(store, "QA", EN).deadline.right_note.startswith("2 reports")


def test_every_key_on_the_page_is_listed_among_the_sources(store: Store) -> None:
    busy(store, EN)
    for key in ("KE", "DZ", "AZ", "EU", "GB"):
        page = brief(store, key, EN)
        texts = [note for cell in page.cells for note in cell.notes]
        texts += [page.deadline.right_note, *(c.record + c.claim for c in page.conflicts)]
        used = set(re.findall(r"\[(S\d+)\]", " ".join(texts))) | {p.source for p in page.points if p.source}
        assert used == {source.key for source in page.sources}


def test_a_source_tells_its_number_its_day_and_who_checked_it(store: Store) -> None:
    officer = Officer(name="Third Secretary")
    source, action = deposit("GH", date(2026, 11, 1))
    keep(store, officer, replace(source, number="C.N.1", read_on=date(2026, 11, 3), officer=officer.id), action)
    texts = [line.text for line in brief(store, "GH", EN).sources]
    assert (
        "Depositary's record: C.N.GH.2026.TREATIES-XVIII.16; C.N.1; as of 01/11/2026; read on 03/11/2026; "
        "Checked by: Third Secretary."
    ) in texts


# What changed, objective


def test_a_first_brief_says_so(store: Store) -> None:
    assert brief(store, "KE", EN, previous=None).changed == "First brief on this country."


def test_no_change_is_information_too(store: Store) -> None:
    assert brief(store, "DZ", VI).changed == "Từ 02/11/2026: không có thay đổi."


def test_what_is_new_since_the_last_brief_is_counted(store: Store) -> None:
    busy(store, EN)
    assert brief(store, "KE", EN).changed.replace("\u00a0", " ") == (
        "Since 2 November 2026: treaty record unchanged; 1 new contact; 1 new commitment; 1 task of ours overdue."
    )


def test_a_new_deposit_leads_what_changed(store: Store) -> None:
    keep(store, *deposit("DZ", date(2026, 11, 10)))
    assert "1 new entry in the treaty record" in brief(store, "DZ", EN).changed


def test_the_objective_is_the_drafters_or_follows_from_the_next_step(store: Store) -> None:
    assert brief(store, "KE", EN, objective=" Agree a date. ").objective == "Agree a date."
    assert brief(store, "KE", EN).objective.startswith("Obtain the date on which Kenya will sign in New York")
    assert brief(store, "DZ", EN).objective.startswith("Obtain the name of the ministry in charge of ratification")
    assert brief(store, "EU", EN).objective == "Obtain the expected date of deposit of the instrument of approval."


# Points


@pytest.mark.parametrize(
    ("key", "first"), [("KE", "B-01"), ("DZ", "S-01"), ("SN", "B-01")], ids=["open", "signed", "also open"]
)
def test_the_first_point_fits_the_legal_situation(store: Store, key: str, first: str) -> None:
    assert codes(store, key)[0] == first


def test_the_door_the_host_and_our_request_are_always_there(store: Store) -> None:
    for participant in store.all(Query(Participant, limit=40)):
        for now in (TODAY, DAY_AFTER):
            chosen = codes(store, participant.key, VI, now)
            assert chosen[-1] == "K-01"
            assert "M-06" in chosen
            assert any(code.startswith("H-") for code in chosen)
            assert len(chosen) <= 4
            assert not any(code.startswith("B-" if now == DAY_AFTER else "A-") for code in chosen)


def test_a_member_of_the_union_hears_whose_instrument_counts(store: Store) -> None:
    assert "R-01" in codes(store, "DE")
    assert "R-01" not in codes(store, "EU")


def test_no_point_is_unverified_or_too_long_to_say(store: Store) -> None:
    bank = {message.code: message for message in store.all(Query(Message))}
    for participant in store.all(Query(Participant, limit=60)):
        for point in points_for(bank.values(), situation_of(store, participant.id, TODAY), EN, limit=6):
            assert bank[point.code].evidence in ("A", "B") or point.code == "K-01"
            assert len(point.text.split()) <= 30
            assert "{" not in point.text
            assert point.reason


def test_an_objection_about_rights_brings_the_critical_points_and_its_answer_first(store: Store) -> None:
    keep(store, *contact(1, date(2026, 11, 1), objections=(Objection.SCOPE, Objection.RESOURCES)))
    page = brief(store, "KE", EN)
    assert [answer.code for answer in page.raised][:2] == ["Q-05", "Q-08"]
    assert page.raised[0].reason == "Raised in a contact on file"
    assert page.raised[1].unverified
    six = points_for(store.all(Query(Message)), situation_of(store, KENYA, TODAY), EN)
    assert "BU-04" in [point.code for point in six]


def test_an_old_objection_still_has_its_answer_but_brings_no_critical_point(store: Store) -> None:
    for number, objections in enumerate([(), (), (Objection.RIGHTS,)]):
        keep(store, *contact(number, date(2026, 11, 9 - number), objections=objections))
    assert not situation_of(store, KENYA, TODAY).is_critical
    assert brief(store, "KE", EN).raised[0].code == "Q-01"


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("Art. 65(1)", "khoản 1 Điều 65"),
        ("Art. 6(1)-(2)", "khoản 1-2 Điều 6"),
        ("Art. 1(c); Arts. 54-56", "điểm c Điều 1; Điều 54-56"),
        ("Preamble; Art. 56", "Lời nói đầu; Điều 56"),
        ("", ""),
    ],
)
def test_articles_are_cited_as_vietnamese_does(english: str, vietnamese: str) -> None:
    assert articles_in(english, VI).replace("\u00a0", " ") == vietnamese
    assert articles_in(english, EN).replace("\u00a0", " ") == english


# Commitments, contacts, people


def test_the_newest_commitments_come_with_grade_and_outcome(store: Store) -> None:
    busy(store, EN)
    first, second = brief(store, "KE", EN).promises
    assert (first.made_on, first.state, first.overdue) == ("12/11/2026", "open", False)
    assert second.grade == "Promised action with date or named stage, in writing"
    assert (second.state, second.overdue) == ("22 days overdue", True)


def test_only_words_taken_down_verbatim_stand_in_quotation_marks(store: Store) -> None:
    talk, said = contact(1, date(2026, 11, 1))
    promise = Commitment(
        participant=KENYA,
        treaty=CONVENTION,
        act=PromisedAct.SIGN,
        made_on=talk.held_on,
        words="We sign in March",
        grade=Grade.PROMISED,
        outreach=talk.id,
    )
    keep(store, talk, said, promise)
    assert brief(store, "KE", EN).promises[0].words == "We sign in March"
    keep(store, replace(promise, verbatim=True))
    assert brief(store, "KE", EN).promises[0].words == "“We sign in March”"
    keep(store, replace(promise, verbatim=True, original_words="Tutasaini Machi"))
    assert brief(store, "KE", EN).promises[0].words == "“Tutasaini Machi” = We sign in March (our translation)"


def test_a_promise_to_sign_asks_to_become_one_to_accede_after_the_close(store: Store) -> None:
    talk, said = contact(1, date(2026, 11, 1))
    keep(store, talk, said)
    keep(
        store,
        Commitment(
            participant=KENYA,
            treaty=CONVENTION,
            act=PromisedAct.SIGN,
            made_on=talk.held_on,
            grade=Grade.PROMISED,
            outreach=talk.id,
        ),
    )
    promise = brief(store, "KE", EN, DAY_AFTER).promises[0]
    assert promise.state == "signature closed, renew as accession"
    assert promise.words == "Sign no date given"
    assert promise.who == "Not recorded"


def test_contacts_planned_talks_and_tasks_stand_in_order_and_overdue_says_so(store: Store) -> None:
    busy(store, EN)
    lines = [(line.day, line.lead) for line in brief(store, "KE", EN).contacts]
    assert lines == [
        ("12/11/2026", ""),
        ("18/09/2026", ""),
        ("02/12/2026", "Planned"),
        ("20/11/2026", "Overdue"),
        ("01/12/2026", "To do"),
    ]


def test_a_contact_names_the_post_of_who_spoke_as_it_was_on_the_day(store: Store) -> None:
    talk, said = contact(1, date(2026, 11, 1))
    keep(store, talk, said)
    keep(
        store,
        OutreachPerson(outreach=talk.id, side=Side.THEIRS, name="B", title="Clerk", participant=KENYA, position=1),
        OutreachPerson(
            outreach=talk.id, side=Side.THEIRS, name="A", title="Attorney General", lead=True, participant=KENYA
        ),
    )
    assert brief(store, "KE", EN).contacts[0].text.startswith("Bilateral meeting, Attorney General: Statement 1")


def test_people_who_decide_on_the_file_come_before_higher_ranks(store: Store) -> None:
    busy(store, EN)
    page = brief(store, "KE", EN)
    assert page.people[0].text == "Wanjiru Kamau · Legal adviser, Mission in Vienna"
    assert page.people[0].note == "say: oan-GI-ru ca-MAU · English"
    assert page.people[1].note == "say: Not recorded · English, sw"
    third = Person(name="C", participant=KENYA)
    keep(store, third)
    keep(store, Appointment(person=third.id, title="Expert", participant=KENYA))
    assert brief(store, "KE", EN).people_more == 1


def test_a_former_post_names_nobody(store: Store) -> None:
    person = Person(name="C", participant=KENYA)
    keep(store, person)
    keep(store, Appointment(person=person.id, title="Expert", participant=KENYA, to_on=date(2026, 11, 1)))
    assert brief(store, "KE", EN).people == ()


def test_a_long_summary_gives_its_first_sentence() -> None:
    assert first_sentence("They will sign. " + "And so on. " * 20) == "They will sign."
    assert first_sentence("Short.\nSecond line.") == "Short."
    assert first_sentence("One. Two.") == "One. Two."


# The paper


def test_the_data_are_as_of_the_newest_save_and_printed_later(store: Store) -> None:
    page = brief(store, "KE", EN)
    assert page.as_of == datetime(2026, 11, 22, 14, 30, tzinfo=VIENNA)
    assert page.printed_at == TODAY


def test_data_are_never_newer_than_the_print(store: Store) -> None:
    earlier = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
    assert brief(store, "KE", EN, earlier).as_of == earlier


def test_without_a_register_the_number_tells_country_and_day(store: Store) -> None:
    page = brief(store, "KE", VI, number="")
    assert page.number == "HD-KEN-2026-11-22"
    assert file_name(page, VI) == "HD_KEN_brief_2026-11-22_v2_vi.pdf"


def test_the_groups_and_our_mission_head_the_page(store: Store) -> None:
    busy(store, VI)
    page = brief(store, "KE", VI)
    assert page.groups == ("Nhóm châu Phi", "Liên minh châu Phi", "Khối Thịnh vượng chung")
    assert page.mission == "Đại sứ quán Việt Nam tại Tanzania (kiêm nhiệm)"
    assert "Liên minh châu Âu" in brief(store, "DE", VI).groups


def test_a_country_that_is_not_on_file_is_named_as_such(store: Store) -> None:
    with pytest.raises(UnknownCountry):
        collect_country_brief(store, "nobody", language=EN, now=TODAY)
    with pytest.raises(UnknownCountry):
        collect_country_brief(store, KENYA, language=EN, now=TODAY, treaty_key="none")


def test_a_moment_without_a_time_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="time zone"):
        collect_country_brief(store, KENYA, language=EN, now=datetime(2026, 11, 22))  # noqa: DTZ001


def test_no_marking_names_a_secrecy_level() -> None:
    assert {marking.value for marking in Marking} == {"internal", "return_after_reading", "public"}
    with pytest.raises(ValueError, match="MẬT"):
        Marking("MẬT")


def test_unverified_neighbours_are_marked(store: Store) -> None:
    budapest = store.all(
        Query(TreatyAction, where=(("participant", "=", country("GB")), ("proof", "=", Proof.UNVERIFIED)))
    )
    assert budapest
    cell = brief(store, "GB", EN).cells[3]
    assert (cell.value, cell.unverified) == ("Party", True)


def test_a_page_for_another_day_bears_the_time_of_its_printing_and_signing_off(store: Store) -> None:
    page = collect_country_brief(
        store, KENYA, language=EN, now=DAY_AFTER, printed_at=TODAY, prepared_by="An officer", reviewed_by=""
    )
    assert page.printed_at == TODAY
    assert page.sign_off.startswith("Prepared by: An officer, 22/11/2026")
    assert page.number == "HD-KEN-2027-01-01"


@pytest.mark.parametrize("key", ["GB", "SE", "UG", "UY", "VE", "VN", "ZA", "ZW"])
def test_a_counted_signature_is_never_called_unverified(store: Store, key: str) -> None:
    for language, words in ((EN, "(to be confirmed by the depositary)"), (VI, "(chờ cơ quan lưu chiểu xác nhận)")):
        cell = brief(store, key, language).cells[0]
        assert (words in cell.notes, cell.unverified) == (True, False)


def test_a_signature_known_from_the_press_alone_waits_for_the_depositary(store: Store) -> None:
    press = Source(kind=SourceKind.PRESS, title="A newspaper", as_of=date(2026, 11, 1))
    signature = TreatyAction(
        participant=KENYA,
        treaty=CONVENTION,
        act=TreatyAct.SIGNATURE,
        on=date(2026, 10, 30),
        as_of=date(2026, 11, 1),
        source=press.id,
    )
    keep(store, press, signature)
    cell = brief(store, "KE", EN).cells[0]
    assert (cell.value, cell.notes[0]) == ("Signed 30/10/2026", "In New York [S1]")
    assert cell.notes[1] == "(to be confirmed by the depositary)"


@pytest.mark.parametrize(
    ("key", "language", "name"),
    [
        ("EU", EN, "the European Union"),
        ("GM", EN, "the Gambia"),
        ("US", EN, "the United States of America"),
        ("KR", EN, "the Republic of Korea"),
        ("KE", EN, "Kenya"),
        ("UA", EN, "Ukraine"),
        ("EU", VI, "Liên minh châu Âu"),
    ],
)
def test_english_puts_an_article_before_some_names(store: Store, key: str, language: Language, name: str) -> None:
    assert in_sentence(store.need(Participant, country(key)), language) == name
