"""Desks with years of records, made through the store as an officer's saves would make them."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from hanoi_desk import desk
from hanoi_desk.records import (
    Commitment,
    Grade,
    Outreach,
    OutreachCountry,
    OutreachKind,
    Participant,
    Precision,
    PromisedAct,
    Record,
)
from hanoi_desk.store import Action, Query, Store

_TEXT = """the delegation thanked our side asked about reservations and the model instrument Đại sứ cho biết nghị viện
sẽ xem xét vào kỳ họp tháng ba đề nghị hỗ trợ kỹ thuật đào tạo cán bộ bill cabinet memo attorney general supports
signature window deposit treaty section capital instructions pending trao đổi bên lề phiên họp Ủy ban Đặc biệt
full powers appointment in New York technical assistance contact point chứng cứ điện tử tương trợ tư pháp"""
_WORDS = _TEXT.split()
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


def make_desk(path: Path, count: int) -> Path:
    """Make a started desk with so many talks in its log's past."""
    with Store.create(path) as store:
        desk.start_desk(store)
        add_talks(store, count)
    return path


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
