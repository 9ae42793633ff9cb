"""Events in their page: made with chips by any name, with their series, delegations, and all that was logged there."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui import lists_desk

from hanoi_desk import desk
from hanoi_desk.desk import participant_id
from hanoi_desk.records import (
    Commitment,
    Event,
    FollowUp,
    Meeting,
    Mention,
    Organisation,
    Outreach,
    OutreachCountry,
    Participant,
    PromisedAct,
    Source,
    SourceKind,
    Statement,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.ui.events_page import EventsPage
from hanoi_desk.ui.forms import EventForm
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import ChipEdit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SEMINAR = lists_desk.key("event")
GHANA, KENYA, SENEGAL = map(participant_id, ("GH", "KE", "SN"))
Open = Callable[[str], EventsPage]


@pytest.fixture
def open_event(session: Session, qtbot: QtBot) -> Iterator[Open]:
    lists_desk.fill(session.store)

    def open_one(event: str) -> EventsPage:
        page = EventsPage(session)
        qtbot.addWidget(page)
        page.resize(1160, 800)
        with qtbot.waitExposed(page):
            page.show()
        page.show_goal(Goal("events", event))
        qtbot.waitUntil(lambda: page.detail.shown == event)
        return page

    yield open_one
    QApplication.closeAllWindows()


def said(page: EventsPage) -> str:
    inside = page.detail.widget()
    labels = [one.text() for one in inside.findChildren(QLabel) if not one.isHidden()]
    return "\n".join([*labels, *(one.accessibleName() or one.text() for one in inside.findChildren(QPushButton))])


def press(page: EventsPage, name: str) -> None:
    button = page.detail.findChild(QPushButton, name)
    assert button is not None, name
    button.click()


def follow(page: EventsPage, words: str, session: Session) -> Goal:
    asked: list[Goal] = []
    session.asked.connect(asked.append)
    links = page.detail.findChildren(QPushButton)
    next(one for one in links if words in (one.accessibleName() or one.text())).click()
    session.asked.disconnect(asked.append)
    return asked[0]


def type_chips(form: EventForm, name: str, *typed: str) -> None:
    field = form.rows[name].field
    assert isinstance(field, ChipEdit)
    for one in typed:
        field.line.setText(one)
        assert field.settle(), one


def test_an_event_is_made_with_hosts_series_and_delegations_by_any_name(open_event: Open, store: Store) -> None:
    page = open_event(SEMINAR)
    page.add_button.click()
    form = page.findChild(EventForm)
    assert form is not None
    form.rows["name"].field.setText("Round table")
    type_chips(form, "hosts", "Việt Nam")
    type_chips(form, "co_hosts", "gha", "bờ biển ngà")
    type_chips(form, "host_organisations", "UNODC", "Institute of Quartz")
    type_chips(form, "series", "Road to 40")
    type_chips(form, "attended", "ken", "sen")
    form.rows["head_of_delegation"].field.setText("Ambassador A")
    form.save()
    made = next(one for one in store.all(Query(Event)) if one.name == "Round table")
    assert made.hosts == (participant_id("VN"),)
    assert made.co_hosts == (GHANA, participant_id("CI"))
    assert [one.name_en for one in store.many(Organisation, made.host_organisations)][1:] == ["Institute of Quartz"]
    assert (made.series, made.attended, made.head_of_delegation) == ("Road to 40", (KENYA, SENEGAL), "Ambassador A")
    assert (made.starts_on, made.ends_on) == (None, None)  # which is fine
    store.undo()
    assert store.get(Event, made.id) is None
    assert not [one for one in store.all(Query(Organisation)) if one.name_en == "Institute of Quartz"]


def test_others_of_the_same_series_are_one_click_away(open_event: Open, store: Store, session: Session) -> None:
    other = desk.keep(store, Event(name="First seminar", series="evidence Seminars"))
    page = open_event(SEMINAR)
    assert "Others of this series" not in said(page)
    desk.keep(store, replace(store.need(Event, SEMINAR), series="Evidence seminars"))
    assert follow(page, "First seminar", session) == Goal("events", other.id)


def test_who_is_met_there_and_not_on_the_list_can_be_put_on_it(open_event: Open, store: Store) -> None:
    desk.note_attendance(store, store.need(Event, SEMINAR), [SENEGAL])
    page = open_event(SEMINAR)
    words = said(page)
    assert "2 more by what is logged here" in words
    assert all(name in words for name in ("Senegal", "Ghana", "Kenya"))
    press(page, "add_met")
    assert store.need(Event, SEMINAR).attended == (SENEGAL, GHANA, KENYA)
    assert "by what is logged here" not in said(page)
    store.undo()
    assert store.need(Event, SEMINAR).attended == (SENEGAL,)


def test_everything_logged_there_leads_to_itself(open_event: Open, store: Store, session: Session) -> None:
    task = FollowUp(what="Send the video of the seminar", event=SEMINAR)
    source = Source(kind=SourceKind.OFFICIAL_STATEMENT, title="Statement")
    promise = Commitment(
        participant=SENEGAL,
        treaty=lists_desk.CONVENTION,
        act=PromisedAct.SIGN,
        made_on=date(2026, 11, 12),
        source=source.id,
    )
    statement = Statement(event=SEMINAR, participant=SENEGAL, source=source.id, mention=Mention.MENTIONED)
    slot = Meeting(on=date(2026, 11, 13), time="09:00", participant=KENYA, event=SEMINAR)
    page = open_event(SEMINAR)
    lists_desk.keep(store, source, task, promise, statement, slot)
    assert follow(page, "Ghana sends the bill", session) == Goal("outreach", lists_desk.key("talk"))
    assert follow(page, "Ghana: ratify", session) == Goal("commitments", lists_desk.key("promise", "GH"))
    assert follow(page, "Senegal: sign", session) == Goal("commitments", promise.id)
    assert follow(page, "Send the video", session) == Goal("follow_ups", task.id)
    assert follow(page, "Send list of 24/7", session).page == "follow_ups"
    assert follow(page, "13/11/2026 09:00, Kenya", session) == Goal("programme", slot.id)
    assert follow(page, "See who said what", session) == Goal("plenary", SEMINAR)
    assert "Spoke of the Convention: 1" in said(page)


def test_a_contact_is_logged_at_the_event_from_its_button(open_event: Open, session: Session) -> None:
    page = open_event(SEMINAR)
    asked: list[bool] = []
    page.log_asked.connect(lambda: asked.append(True))
    press(page, "log")
    assert asked == [True]
    assert page.current_event() == SEMINAR
    assert follow(page, "Programme", session) == Goal("programme", SEMINAR)
    assert follow(page, "Plenary", session) == Goal("plenary", SEMINAR)


def test_the_list_is_filtered_by_a_country_that_only_attended(open_event: Open, store: Store, qtbot: QtBot) -> None:
    later = store.need(Event, lists_desk.key("later"))
    desk.note_attendance(store, later, [participant_id("FJ")])
    page = open_event(SEMINAR)
    qtbot.keyClicks(page.filter, "fiji")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.model.index(0, 1).data() == "Treaty event in New York"


def test_many_contacts_and_delegations_are_counted_not_all_drawn(open_event: Open, store: Store) -> None:
    many = store.ids(Query(Participant))
    desk.note_attendance(store, store.need(Event, SEMINAR), many)
    talks = [Outreach(held_on=date(2026, 11, 12), event=SEMINAR, summary=f"Talk {n}") for n in range(20)]
    lists_desk.keep(store, *talks, *(OutreachCountry(outreach=one.id, participant=GHANA) for one in talks))
    page = open_event(SEMINAR)
    words = said(page)
    assert "and 168 more" in words
    assert words.count("Talk ") == 8
    assert "See all" in words
