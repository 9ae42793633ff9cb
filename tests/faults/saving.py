"""Saving meetings until one is killed, and telling of each save once it is kept."""

import os
import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from desk_file import GHANA, IVORY_COAST

from hanoi_desk.records import FollowUp, Outreach, OutreachCountry, OutreachPerson, Side
from hanoi_desk.store import Action, Store

WORDS = ("họp", "đại", "sứ", "công", "ước", "phê", "chuẩn", "Đà", "Nẵng", "ratify", "quốc", "hội", "văn", "kiện")


def keep_saving(desk: Path, kept: Path, number: int) -> None:
    """Save one meeting after another; the file `kept` takes their identifiers, and a number gives their texts."""
    chance = random.Random(number)
    tell = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with Store.open(desk) as store:
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
