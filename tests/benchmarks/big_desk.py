"""Desks with years of records, made through the store as an officer's saves would make them."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from hanoi_desk import desk
from hanoi_desk.records import (
    Appointment,
    Commitment,
    CommitmentState,
    FollowUp,
    FollowUpState,
    Form,
    Grade,
    Outreach,
    OutreachCountry,
    OutreachKind,
    OutreachPerson,
    Participant,
    Person,
    Precision,
    PromisedAct,
    Record,
    Side,
)
from hanoi_desk.store import Action, Query, Store

_TEXT = """the delegation thanked our side asked about reservations and the model instrument Đại sứ cho biết nghị viện
sẽ xem xét vào kỳ họp tháng ba đề nghị hỗ trợ kỹ thuật đào tạo cán bộ bill cabinet memo attorney general supports
signature window deposit treaty section capital instructions pending trao đổi bên lề phiên họp Ủy ban Đặc biệt
full powers appointment in New York technical assistance contact point chứng cứ điện tử tương trợ tư pháp"""
_WORDS = _TEXT.split()
_FIRST = ["Wanjiru", "Amina", "José", "Nguyễn", "Fatima", "Yıldız", "Đặng", "Łukasz", "Mary", "Aïcha"]
_SECOND = [
    "Kamau",
    "Al-Sayed",
    "García",
    "Thị",
    "Hương",
    "Benali",
    "Öztürk",
    "Minh",
    "Quân",
    "O'Neill",
    "Diallo",
    "Mensah",
]
#: Saves hold this many talks while a past is made; what is measured saves one.
_TOGETHER = 500


def words(chance: random.Random, count: int) -> str:
    """Return a note of so many words."""
    return " ".join(chance.choices(_WORDS, k=count))


def talk(chance: random.Random, countries: list[str], day: date, number: int, promises: int = 0) -> list[Record]:
    """Return the records of one talk with three countries."""
    outreach = Outreach(
        held_on=day,
        kind=chance.choice(list(OutreachKind)),
        place="Vienna",
        summary=f"{words(chance, 6)} {number}",
        notes=words(chance, 60),
    )
    chosen = chance.sample(countries, 3)
    heard = [
        OutreachCountry(outreach=outreach.id, participant=c, said=words(chance, 12), position=n)
        for n, c in enumerate(chosen)
    ]
    promised = [
        Commitment(
            participant=chosen[n],
            treaty=desk.treaty_id("uncac-cyber"),
            act=PromisedAct.SIGN,
            made_on=day,
            by=date(2026, 12, 31),
            precision=Precision.DAY,
            words=words(chance, 10),
            grade=Grade.PROMISED_WITH_DATE,
            outreach=outreach.id,
        )
        for n in range(promises)
    ]
    return [outreach, *heard, *promised]


def talks(store: Store, count: int, seed: int = 1) -> Iterator[list[Record]]:
    """Yield the records of so many talks over ten years."""
    chance = random.Random(seed)
    countries = store.ids(Query(Participant))
    first = date(2016, 11, 22)
    for number in range(count):
        yield talk(chance, countries, first + timedelta(days=number * 3652 // count), number, promises=number % 20 == 0)


def make_desk(path: Path, count: int, *, campaign: bool = False) -> Path:
    """Make a started desk with so many talks in its log's past, and with all that a campaign leaves if it is asked."""
    with Store.create(path) as store:
        desk.start_desk(store)
        add_talks(store, count)
        if campaign:
            add_campaign(store)
    return path


def add_campaign(store: Store, promises: int = 10_000, persons: int = 5_000, tasks: int = 5_000) -> None:
    """Add promises and tasks, most of them closed, and persons with their posts and the talks they were in."""
    chance = random.Random(2)
    countries = store.ids(Query(Participant))
    met = store.ids(Query(Outreach, order_by="-held_on", limit=persons))
    _add(store, [_promise(chance, countries, met) for _ in range(promises)])
    _add(store, [record for number in range(persons) for record in _person(chance, countries, met, number)])
    _add(store, [_task(chance, countries, is_open=number % 10 == 0) for number in range(tasks)])


def _promise(chance: random.Random, countries: list[str], met: list[str]) -> Commitment:
    state = chance.choices((CommitmentState.OPEN, CommitmentState.KEPT, CommitmentState.LAPSED), (2, 4, 4))[0]
    return Commitment(
        participant=chance.choice(countries),
        treaty=desk.treaty_id("uncac-cyber"),
        act=chance.choice((PromisedAct.SIGN, PromisedAct.RATIFY, PromisedAct.ACCEDE)),
        made_on=date(2025, 10, 25) + timedelta(days=chance.randrange(390)),
        by=date(2026, 6, 1) + timedelta(days=chance.randrange(700)),
        precision=chance.choice((Precision.DAY, Precision.MONTH, Precision.QUARTER)),
        words=words(chance, 10),
        grade=chance.choice((Grade.GENERAL_SUPPORT, Grade.PROMISED, Grade.PROMISED_WITH_DATE)),
        form=chance.choice(list(Form)),
        outreach=chance.choice(met),
        state=state,
        closed_on=None if state is CommitmentState.OPEN else date(2026, 11, 1),
    )


def _task(chance: random.Random, countries: list[str], *, is_open: bool) -> FollowUp:
    due = date(2026, 11, 22) + timedelta(days=chance.randrange(-60, 200))
    return FollowUp(
        what=words(chance, 6),
        due_on=due if is_open else due - timedelta(days=365),
        participant=chance.choice(countries),
        state=FollowUpState.OPEN if is_open else FollowUpState.DONE,
        closed_on=None if is_open else date(2026, 11, 1),
    )


def _person(chance: random.Random, countries: list[str], met: list[str], number: int) -> list[Record]:
    country = chance.choice(countries)
    name = f"{chance.choice(_FIRST)} {chance.choice(_SECOND)} {number}"
    person = Person(name=name, participant=country, languages=("French",))
    post = Appointment(person=person.id, title=words(chance, 3), participant=country, level=chance.randrange(1, 9))
    seen = OutreachPerson(outreach=chance.choice(met), side=Side.THEIRS, name=name, person=person.id)
    return [person, post, seen]


def _add(store: Store, records: list[Record]) -> None:
    for start in range(0, len(records), _TOGETHER):
        with store.change(Action.IMPORT_RECORDS) as change:
            for record in records[start : start + _TOGETHER]:
                change.save(record)


def add_talks(store: Store, count: int, seed: int = 1) -> None:
    """Add so many talks to a desk."""
    waiting: list[Record] = []
    for number, records in enumerate(talks(store, count, seed), start=1):
        waiting += records
        if number % _TOGETHER == 0 or number == count:
            with store.change(Action.LOG_OUTREACH) as change:
                for record in waiting:
                    change.save(record)
            waiting = []
