"""Invented contacts, promises, tasks, persons and events for the tests of the list pages."""

from datetime import date, timedelta

from hanoi_desk.desk import participant_id, treaty_id
from hanoi_desk.records import (
    Appointment,
    Authority,
    Commitment,
    CommitmentState,
    DomesticStage,
    Event,
    EventKind,
    FileAuthority,
    FollowUp,
    FollowUpState,
    Form,
    Grade,
    Mission,
    MissionKind,
    Objection,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachKind,
    OutreachPerson,
    OutreachState,
    Person,
    Precision,
    PromisedAct,
    Record,
    Side,
    Source,
    SourceKind,
    Stance,
    fixed_id,
)
from hanoi_desk.store import Action, Store

CONVENTION = treaty_id("uncac-cyber")


def key(*parts: str) -> str:
    """Return the identifier of an invented record."""
    return fixed_id("list test", *parts)


def keep(store: Store, *records: Record) -> None:
    """Keep records as one save."""
    with store.change(Action.ADD_RECORD, "invented") as change:
        for record in records:
            change.save(record)


def fill(store: Store) -> None:
    """Fill a started desk with a small living mission."""
    mission = Mission(id=key("mission"), kind=MissionKind.EMBASSY, name_en="Embassy in Vienna", name_vi="Đại sứ quán")
    officer = Officer(id=key("officer"), name="Third Secretary Lan", mission=mission.id)
    source = Source(id=key("source"), kind=SourceKind.SAMPLE, title="Invented record", link="https://desk.example/1")
    body = Organisation(id=key("body"), name_en="Ministry of Justice, Accra", acronym="MoJ")
    event = Event(
        id=key("event"),
        name="Seminar on electronic evidence",
        name_vi="Hội thảo về chứng cứ điện tử",
        kind=EventKind.SEMINAR,
        place="Vienna",
        starts_on=date(2026, 11, 12),
        ends_on=date(2026, 11, 13),
        hosts=(participant_id("VN"), participant_id("AU")),
    )
    later = Event(
        id=key("later"), name="Treaty event in New York", kind=EventKind.CEREMONY, starts_on=date(2026, 12, 8)
    )
    adviser = Person(id=key("ama"), name="Ama Mensah", participant=participant_id("GH"), languages=("en",))
    post = Appointment(
        id=key("post"),
        person=adviser.id,
        title="Legal adviser, Ministry of Justice",
        organisation=body.id,
        level=6,
        authority=FileAuthority.DRAFTS,
        from_on=date(2025, 3, 1),
    )
    keep(store, mission, officer, source, body, event, later, adviser, post)
    keep(store, *_contacts(event, officer, mission, source), *_promises(officer), *_tasks(officer))


def _contacts(event: Event, officer: Officer, mission: Mission, source: Source) -> list[Record]:
    talk = Outreach(
        id=key("talk"),
        held_on=date(2026, 11, 12),
        time="10:30",
        kind=OutreachKind.BILATERAL,
        place="Vienna International Centre",
        event=event.id,
        summary="Ghana sends the bill to parliament; Kenya waits for full powers",
        notes="The bill is with the Council of Ministers.\n<b>They asked</b> for a list & a model.",
        comment="A firm yes, if the calendar holds.",
        mission=mission.id,
        drafter=officer.id,
        state=OutreachState.CLOSED,
        reference="112/2026",
        source=source.id,
    )
    records: list[Record] = [talk]
    records.append(
        OutreachCountry(
            id=key("talk", "GH"),
            outreach=talk.id,
            participant=participant_id("GH"),
            said="The bill goes to parliament in February.",
            quote="We intend to ratify before the end of March.",
            stance=Stance.SUPPORTIVE,
            objections=(Objection.CALENDAR,),
            level=6,
            next_step="Send the model bill.",
        )
    )
    records.append(
        OutreachCountry(id=key("talk", "KE"), outreach=talk.id, participant=participant_id("KE"), position=1)
    )
    records.append(
        OutreachPerson(
            id=key("talk", "ama"),
            outreach=talk.id,
            side=Side.THEIRS,
            name="Ama Mensah",
            title="Legal adviser, Ministry of Justice",
            person=key("ama"),
            participant=participant_id("GH"),
            lead=True,
        )
    )
    records.append(
        OutreachPerson(id=key("talk", "us"), outreach=talk.id, side=Side.OURS, name=officer.name, officer=officer.id)
    )
    for number, (country, about) in enumerate(
        (
            ("MN", "Note verbale on the date of signature"),
            ("FJ", "Courtesy call of the new ambassador"),
            ("DZ", "Call with the legal adviser"),
            ("ZM", "Margins of the Commission: assent is near"),
            ("AL", "Working lunch"),
        )
    ):
        id_ = key("contact", country)
        kind = list(OutreachKind)[number * 3]
        records.append(
            Outreach(id=id_, held_on=date(2026, 10, 4) - timedelta(days=9 * number), kind=kind, summary=about)
        )
        records.append(OutreachCountry(id=key(country), outreach=id_, participant=participant_id(country)))
    return records


def _promises(officer: Officer) -> list[Record]:
    def promise(country: str, act: PromisedAct, by: date | None, **more: object) -> Commitment:
        outreach = key("talk") if country in ("GH", "KE") else key("contact", country)
        given = {"grade": Grade.PROMISED_WITH_DATE if by else Grade.PROMISED, "outreach": outreach} | more
        return Commitment(
            id=key("promise", country),
            participant=participant_id(country),
            treaty=CONVENTION,
            act=act,
            made_on=date(2026, 9, 1),
            by=by,
            precision=Precision.DAY if by else Precision.NONE,
            **given,  # type: ignore[arg-type]
        )

    return [
        promise("GH", PromisedAct.RATIFY, date(2027, 3, 31), stage=DomesticStage.PARLIAMENT_SUBMITTED),
        promise("KE", PromisedAct.SIGN, date(2026, 12, 31), words="Will sign in New York", confirmed_by=officer.id),
        promise(
            "MN",
            PromisedAct.SIGN,
            date(2026, 10, 30),
            form=Form.WRITTEN,
            authority=Authority.CAPITAL,
            words="… intends to sign the Convention during the high-level week.",
            verbatim=True,
        ),
        promise("FJ", PromisedAct.SIGN, None, form=Form.PUBLIC),
        promise("ZM", PromisedAct.SIGN, date(2026, 12, 15), form=Form.WRITTEN),
        promise(
            "AL",
            PromisedAct.SIGN,
            None,
            state=CommitmentState.LAPSED,
            closed_on=date(2026, 11, 1),
            closed_reason="No word.",
        ),
    ]


def _tasks(officer: Officer) -> list[Record]:
    def task(what: str, due_on: date | None, country: str = "GH", **more: object) -> FollowUp:
        return FollowUp(
            id=key("task", what),
            what=what,
            due_on=due_on,
            owner=officer.id,
            participant=participant_id(country),
            **more,  # type: ignore[arg-type]
        )

    return [
        task("Send list of 24/7 contact points", date(2026, 11, 20), outreach=key("talk")),
        task("Ask for the model of full powers", date(2026, 11, 22), "KE", outreach=key("talk")),
        task("Book a date with the Treaty Section", date(2026, 12, 1), "KE"),
        task("Translate the explanatory note", None, "MN"),
        task("Thank the ambassador", date(2026, 11, 1), "FJ", state=FollowUpState.DONE, closed_on=date(2026, 11, 2)),
        task("Send flowers", None, "AL", state=FollowUpState.DROPPED, closed_on=date(2026, 11, 3), reason="Overtaken"),
    ]
