"""Links lead both ways: from every record to what its fields name, and from there back, wherever there is a page."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from strategies import anchor_id, anchors

from hanoi_desk.records import (
    KINDS,
    Ask,
    Commitment,
    Event,
    FollowUp,
    Mission,
    Officer,
    Organisation,
    Outreach,
    Person,
    Record,
    fixed_id,
)
from hanoi_desk.store import Action, Query
from hanoi_desk.store.codec import Column, shape
from hanoi_desk.ui.detail import (
    AskDetail,
    CommitmentDetail,
    Detail,
    EventDetail,
    FollowUpDetail,
    MissionDetail,
    OfficerDetail,
    OrganisationDetail,
    OutreachDetail,
    PersonDetail,
)
from hanoi_desk.ui.detail.parts import LinkButton
from hanoi_desk.ui.listings import MissionListing, OfficerListing
from hanoi_desk.ui.places import PAGE_OF
from hanoi_desk.ui.session import Goal, Session

DETAILS: dict[type[Record], Callable[..., Detail]] = {
    Ask: AskDetail,
    Commitment: CommitmentDetail,
    Event: EventDetail,
    FollowUp: FollowUpDetail,
    Mission: MissionDetail,
    Officer: OfficerDetail,
    Organisation: OrganisationDetail,
    Outreach: OutreachDetail,
    Person: PersonDetail,
}
LISTINGS = {Mission: MissionListing, Officer: OfficerListing}
BY_TABLE = {kind.table: kind for kind in KINDS}


def links() -> Iterator[tuple[type[Record], Column]]:
    """Yield every field of every kind that names records which have a page."""
    for kind in KINDS:
        for column in shape(kind).columns:
            if column.link in PAGE_OF:
                yield kind, column


FORTH = [(kind, column) for kind, column in links() if kind in DETAILS]
BACK = [(kind, column) for kind, column in links() if kind.table in PAGE_OF and BY_TABLE[str(column.link)] in DETAILS]


def named(value: object) -> str:
    return value.__name__ if isinstance(value, type) else str(getattr(value, "name", value))


@pytest.fixture
def anchored(session: Session) -> Session:
    """Return a session over a desk that has one small record of each kind."""
    with session.store.change(Action.ADD_RECORD) as change:
        for record in anchors():
            change.save(record)
    return session


def keep_linked(session: Session, kind: type[Record], column: Column) -> Record:
    """Keep a record that names the anchor of another kind in one field."""
    base = session.store.need(kind, anchor_id(kind.table))
    target = anchor_id(str(column.link))
    value = (target,) if column.many else target
    record = replace(base, id=fixed_id("linked", kind.table, column.name), **{column.name: value})
    with session.store.change(Action.ADD_RECORD) as change:
        change.save(record)
    return record


def goals(session: Session, qtbot: QtBot, kind: type[Record], record_id: str) -> list[Goal]:
    """Return where the links of a record lead."""
    listing = LISTINGS.get(kind)
    detail = DETAILS[kind](session, listing(session)) if listing else DETAILS[kind](session)
    qtbot.addWidget(detail)
    detail.show_record(record_id)
    asked: list[Goal] = []
    session.asked.connect(asked.append)
    for link in detail.findChildren(LinkButton):
        link.click()
    session.asked.disconnect(asked.append)
    return asked


def leads_to(session: Session, found: list[Goal], record: Record) -> bool:
    """Tell whether one of the goals shows a record: by itself, or in a list."""
    page = PAGE_OF[record.table]
    return any(
        goal.page == page
        and (
            goal.record == record.id or (goal.where and record.id in session.store.ids(Query(type(record), goal.where)))
        )
        for goal in found
    )


@pytest.mark.parametrize(("kind", "column"), FORTH, ids=named)
def test_a_record_leads_to_what_its_field_names(
    anchored: Session, qtbot: QtBot, kind: type[Record], column: Column
) -> None:
    record = keep_linked(anchored, kind, column)
    target = anchored.store.need(BY_TABLE[str(column.link)], anchor_id(str(column.link)))
    assert leads_to(anchored, goals(anchored, qtbot, kind, record.id), target)


@pytest.mark.parametrize(("kind", "column"), BACK, ids=named)
def test_what_a_field_names_leads_back_to_the_record(
    anchored: Session, qtbot: QtBot, kind: type[Record], column: Column
) -> None:
    record = keep_linked(anchored, kind, column)
    target = BY_TABLE[str(column.link)]
    assert leads_to(anchored, goals(anchored, qtbot, target, anchor_id(target.table)), record)
