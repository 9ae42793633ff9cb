"""What is done with persons at the desk: posts that end, records that are made one, and who was met last."""

from dataclasses import replace
from datetime import date

import pytest
from desk_file import GHANA, IVORY_COAST

from hanoi_desk import contacts, desk
from hanoi_desk.persons import Likeness
from hanoi_desk.records import (
    Appointment,
    Attachment,
    Commitment,
    FollowUp,
    Meeting,
    MeetingState,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Person,
    PromisedAct,
    Side,
    Treaty,
)
from hanoi_desk.store import Action, Query, Store

TODAY = date(2026, 11, 22)
MINISTRY = Organisation(id="body", name_en="Ministry of Justice", participant=GHANA.id)
AMA = Person(id="ama", name="Ama Mensah", participant=GHANA.id)
POST = Appointment(
    id="post", person="ama", title="Legal Adviser", organisation="body", participant=GHANA.id, level=5,
    from_on=date(2025, 1, 1), email="ama@example.org",
)  # fmt: skip
TALK = Outreach(id="talk", held_on=date(2026, 10, 1), drafter="an", summary="On the bill")
THERE = OutreachPerson(
    id="there", outreach="talk", side=Side.THEIRS, name="Ama Mensah", title="Legal Adviser", person="ama",
    participant=GHANA.id, level=5,
)  # fmt: skip
US = OutreachPerson(id="us", outreach="talk", side=Side.OURS, name="Trần Thị Lan", officer="an")
PROMISE = Commitment(
    id="promise", participant=GHANA.id, treaty="t", act=PromisedAct.RATIFY, made_on=date(2026, 10, 1),
    outreach="talk", speaker="ama", speaker_title="Legal Adviser",
)  # fmt: skip
TASK = FollowUp(id="task", what="Send the model law", participant=GHANA.id, outreach="talk")


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "desk.hdesk") as opened:
        with opened.change(Action.START_DESK) as change:
            for record in (
                GHANA, IVORY_COAST, Treaty(id="t", key="t", number="1", title_en="T"), MINISTRY,
                Officer(id="an", name="Trần Thị Lan"), AMA, POST, TALK, THERE, US, PROMISE, TASK,
                OutreachCountry(id="gh", outreach="talk", participant=GHANA.id, level=3),
                OutreachCountry(id="ci", outreach="talk", participant=IVORY_COAST.id),
                FollowUp(id="other", what="Send it to them too", participant=IVORY_COAST.id, outreach="talk"),
            ):  # fmt: skip
                change.save(record)
        yield opened


# ---- posts ----


def test_a_person_and_the_post_held_now_are_kept_in_one_step(store):
    person = replace(AMA, other_names=(" Ama  Owusu ", ""), languages=("en", "en"))
    desk.keep_person(store, person, replace(POST, title="Director "))
    assert store.need(Person, "ama").other_names == ("Ama Owusu",)
    assert store.need(Person, "ama").languages == ("en",)
    assert store.need(Appointment, "post").title == "Director"
    store.undo()
    assert (store.need(Person, "ama"), store.need(Appointment, "post")) == (AMA, POST)


def test_closing_a_post_keeps_old_meetings_as_they_were(store):
    desk.end_post(store, POST, date(2026, 11, 20))
    assert store.need(Appointment, "post").to_on == date(2026, 11, 20)
    assert store.need(OutreachPerson, "there") == THERE
    assert store.need(Commitment, "promise") == PROMISE
    assert store.need(FollowUp, "task") == TASK
    assert store.can_undo().action is Action.END_POST


def test_what_a_person_leaves_open_is_known_before_the_post_is_closed(store):
    left = desk.left_open(store, "ama")
    assert (left.tasks, left.promises) == ((TASK,), (PROMISE,))
    assert left.meetings == ()


def test_meetings_planned_with_a_person_are_left_open_until_they_are_held(store):
    planned = Meeting(on=date(2026, 12, 8), counterpart="ama", topic="Date of signature")
    held = Meeting(on=date(2026, 11, 8), counterpart="ama", state=MeetingState.HELD)
    desk.plan_meetings(store, [planned, held], "Programme")
    assert desk.left_open(store, "ama").meetings == (planned,)


def test_a_successor_takes_the_post_from_the_next_day(store):
    kofi = Person(name="Kofi Boateng", participant=GHANA.id)
    desk.end_post(store, POST, date(2026, 11, 20), kofi)
    (new,) = store.all(Query(Appointment, (("person", "=", kofi.id),)))
    assert (new.title, new.organisation, new.level, new.from_on) == ("Legal Adviser", "body", 5, date(2026, 11, 21))
    assert (new.email, new.authority.value) == ("", "none_known")
    assert contacts.now_in_post(store, "ama", TODAY) == (kofi, new)
    assert contacts.now_in_post(store, kofi.id, TODAY) is None
    store.undo()
    assert store.get(Person, kofi.id) is None
    assert contacts.now_in_post(store, "ama", TODAY) is None


def test_a_successor_who_holds_the_post_already_gets_no_second_one(store):
    kofi = desk.keep(store, Person(name="Kofi Boateng"), Appointment(id="k", person="ama", title="x"))
    desk.keep(store, replace(POST, id="k", person=kofi.id, title="legal adviser", from_on=date(2026, 11, 1)))
    desk.end_post(store, POST, date(2026, 11, 20), kofi)
    assert store.count(Query(Appointment, (("person", "=", kofi.id),))) == 1


def test_where_nobody_is_known_yet_a_task_says_so(store):
    desk.end_post(store, POST, date(2026, 11, 20), task=FollowUp(what="Find the successor", participant=GHANA.id))
    assert store.count(Query(FollowUp, (("what", "=", "Find the successor"),))) == 1


def test_a_post_does_not_end_before_it_began_nor_follow_upon_itself(store):
    with pytest.raises(desk.Refused):
        desk.end_post(store, POST, date(2024, 1, 1))
    with pytest.raises(desk.Refused):
        desk.end_post(store, POST, TODAY, AMA)
    assert store.need(Appointment, "post") == POST


# ---- two records of one person ----


@pytest.fixture
def twin(store):
    """Keep a second record of the same person, with links of every kind."""
    twin = Person(id="twin", name="MENSAH Ama", participant=GHANA.id, notes="Likes tea")
    third = Person(id="third", name="Ama Mensah", distinct_from=("twin",))
    second = Outreach(id="second", held_on=date(2026, 11, 1))
    with store.change(Action.ADD_RECORD) as change:
        for record in (
            twin, third, second,
            Appointment(id="post2", person="twin", title="Chair"),
            OutreachPerson(id="there2", outreach="second", side=Side.THEIRS, name="MENSAH Ama", person="twin"),
            replace(PROMISE, id="promise2", speaker="twin"),
            Meeting(id="slot", on=TODAY, counterpart="twin", topic="The bill"),
            Attachment(id="file", name="cv.pdf", sha256="0" * 64, size=1, record_table="person", record="twin"),
        ):  # fmt: skip
            change.save(record)
    return twin


LINKS = (
    (Appointment, "post2", "person"),
    (OutreachPerson, "there2", "person"),
    (Commitment, "promise2", "speaker"),
    (Meeting, "slot", "counterpart"),
    (Attachment, "file", "record"),
)


def linked(store):
    return {getattr(store.need(kind, record), name) for kind, record, name in LINKS}


def test_two_records_of_one_person_are_found_until_they_are_told_apart(store, twin):
    assert {(pair.first, pair.second, pair.why) for pair in desk.duplicates(store)} == {
        ("ama", "twin", Likeness.SAME_NAME),
        ("ama", "third", Likeness.SAME_NAME),
    }
    desk.tell_apart(store, AMA, twin)
    assert [(pair.first, pair.second) for pair in desk.duplicates(store)] == [("ama", "third")]


def test_a_merged_person_keeps_every_link(store, twin):
    whole = desk.merge_persons(store, AMA, twin, desk.united(AMA, twin))
    assert store.get(Person, "twin") is None
    assert linked(store) == {"ama"}
    assert (whole.notes, whole.other_names) == ("Likes tea", ("MENSAH Ama",))
    assert store.need(OutreachPerson, "there2").name == "MENSAH Ama"
    assert store.need(Person, "third").distinct_from == ("ama",)
    assert [hit.id for hit in store.search("mensah")][:1] != ["twin"]
    assert desk.duplicates(store) == ()


def test_a_merge_is_one_step_of_undo(store, twin):
    desk.merge_persons(store, AMA, twin, desk.united(AMA, twin))
    store.undo()
    assert (store.need(Person, "ama"), store.need(Person, "twin")) == (AMA, twin)
    assert linked(store) == {"twin"}
    assert desk.merges(store, "ama") == []


def test_merged_persons_are_told_apart_again_much_later_and_nothing_written_since_is_lost(store, twin):
    desk.merge_persons(store, AMA, twin, desk.united(AMA, twin))
    since = desk.keep(store, Appointment(person="ama", title="Envoy"))
    desk.keep(store, replace(store.need(Meeting, "slot"), counterpart=None))
    desk.keep(store, replace(store.need(Person, "ama"), notes="Likes coffee"))
    (merge,) = desk.merges(store, "ama")
    assert merge.gone == twin
    assert desk.split_persons(store, merge.save.id) == twin
    assert linked(store) == {"twin", None}
    assert store.need(Appointment, since.id).person == "ama"
    kept = store.need(Person, "ama")
    assert (kept.notes, kept.other_names, kept.distinct_from) == ("Likes coffee", (), ("twin",))
    assert desk.merges(store, "ama") == []
    assert ("ama", "twin") not in [(pair.first, pair.second) for pair in desk.duplicates(store)]
    store.undo()
    assert store.get(Person, "twin") is None
    (again,) = desk.merges(store, "ama")
    assert desk.split_persons(store, again.save.id) == twin


def test_those_of_whom_one_was_erased_are_not_told_apart(store, twin):
    desk.merge_persons(store, AMA, twin, desk.united(AMA, twin))
    (merge,) = desk.merges(store, "ama")
    desk.erase_person(store, "ama", "somebody")
    assert desk.merges(store, "ama") == []
    with pytest.raises(KeyError):
        desk.split_persons(store, merge.save.id)


def test_a_person_is_not_merged_with_the_same_record(store):
    with pytest.raises(desk.Refused):
        desk.merge_persons(store, AMA, AMA, AMA)


# ---- last contact ----


def test_the_last_contact_is_told_by_one_record(store, twin):
    last = contacts.last_contact(store, GHANA.id, TODAY)
    assert last is not None
    assert (last.outreach, last.level) == (TALK, 3)
    assert ([p.name for p in last.ours], [p.name for p in last.theirs]) == (["Trần Thị Lan"], ["Ama Mensah"])
    assert last.drafter == store.need(Officer, "an")
    assert contacts.last_contact(store, GHANA.id, date(2026, 9, 30)) is None
    with_her = contacts.last_contact_with(store, "ama", TODAY)
    assert with_her is not None
    assert (with_her.outreach, with_her.theirs, with_her.level) == (TALK, (THERE,), 5)
    assert contacts.last_days(store, ["ama", "twin"], TODAY) == {"ama": TALK.held_on, "twin": date(2026, 11, 1)}


def test_the_highest_level_reached_comes_with_the_record_that_shows_it(store):
    reached = contacts.highest_level(store, GHANA.id, TODAY)
    assert reached is not None
    assert (reached.level, reached.outreach, reached.person) == (3, TALK, None)
    planned = Outreach(id="planned", held_on=date(2027, 1, 1))
    desk.keep(store, planned, OutreachCountry(outreach="planned", participant=GHANA.id, level=1))
    assert contacts.highest_level(store, GHANA.id, TODAY) == reached
    desk.keep(store, replace(THERE, level=2))
    raised = contacts.highest_level(store, GHANA.id, TODAY)
    assert raised is not None
    assert (raised.level, raised.person and raised.person.name) == (2, "Ama Mensah")
    assert contacts.highest_level(store, IVORY_COAST.id, TODAY) is None


def test_those_silent_for_some_days_are_told_from_those_never_met(store):
    new = desk.keep(store, Person(name="Nobody yet"))

    def asked(where):
        return store.ids(Query(Person, where))

    assert asked(contacts.silent(30, TODAY)) == ["ama"]
    assert asked(contacts.silent(90, TODAY)) == []
    assert asked(contacts.never_met(TODAY)) == [new.id]
    assert asked(contacts.never_met(date(2026, 9, 1))) == ["ama", new.id]


@pytest.mark.parametrize("typed", ["Van An Nguyen", "nguyen an", "Nguyễn Văn An", "An Nguyen Van", "阮文安"])
def test_any_name_in_any_order_and_without_accents_finds_a_person(store, typed):
    person = desk.keep(store, Person(name="Nguyễn Văn An", other_names=("阮文安",)))
    assert [hit.id for hit in store.search(typed)] == [person.id]
    assert store.ids(Query(Person, text=typed)) == [person.id]
