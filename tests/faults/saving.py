"""A program that saves meetings until it is killed, and tells of each save once it is kept.

Called with the desk file, the file that takes the identifiers of what was kept, and a number that gives its texts.
"""

import os
import random
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from desk_file import GHANA, IVORY_COAST

from hanoi_desk.records import FollowUp, Outreach, OutreachCountry, OutreachPerson, Side
from hanoi_desk.store import Action, Store

WORDS = ("họp", "đại", "sứ", "công", "ước", "phê", "chuẩn", "Đà", "Nẵng", "ratify", "quốc", "hội", "văn", "kiện")


def main(desk: str, kept: str, number: str) -> None:
    chance = random.Random(int(number))
    tell = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with Store.open(Path(desk)) as store:
        os.write(tell, b"ready\n")
        while True:
            outreach = save(store, chance)
            os.write(tell, f"{outreach.id}\n".encode())
            os.fsync(tell)


def save(store: Store, chance: random.Random) -> Outreach:
    """Save a meeting of five rows that bear its summary, then sometimes change it, and undo that again."""
    text = " ".join(chance.choices(WORDS, k=chance.randint(3, 200)))
    with store.change(Action.LOG_OUTREACH, text[:40]) as change:
        outreach = change.save(
            Outreach(held_on=date(2026, 1, 1) + timedelta(chance.randrange(300)), summary=f"whole {text}")
        )
        for position, country in enumerate((GHANA, IVORY_COAST)):
            change.save(OutreachCountry(outreach=outreach.id, participant=country.id, said=text, position=position))
        change.save(OutreachPerson(outreach=outreach.id, side=Side.THEIRS, name=text[:30]))
        change.save(FollowUp(outreach=outreach.id, what=text))
    if chance.random() < 0.3:
        with store.change(Action.EDIT_OUTREACH) as change:
            change.save(replace(outreach, notes=text, place="Viên"))
        if chance.random() < 0.5:
            store.undo()
    return outreach


main(*sys.argv[1:])
