"""Whatever was done with a person before, after the erasure nothing of the person is left and nothing comes back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desk_file import GHANA, derived, rows
from hypothesis import given, settings
from hypothesis import strategies as st

from hanoi_desk import desk
from hanoi_desk.records import (
    Appointment,
    Commitment,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Person,
    PromisedAct,
    Side,
    Treaty,
)
from hanoi_desk.store import Action, Query, Store

NAMES = {"p1": "Xörbul Qwaztyn", "p2": "Qwaztyn Xorbul", "p3": "Kofi Boateng"}
Step = tuple[str, str]


def note(store: Store, who: str, number: int) -> None:
    if person := store.get(Person, who):
        desk.keep(store, replace(person, notes=f"{NAMES[who]} likes tea {number}"))


def post(store: Store, who: str, number: int) -> None:
    if store.get(Person, who):
        desk.keep(store, Appointment(id=f"a{number}", person=who, title=f"Office of {NAMES[who]}"))


def meet(store: Store, who: str, number: int) -> None:
    known = who if store.get(Person, who) else None
    outreach = Outreach(id=f"o{number}", held_on=date(2026, 1, 1), summary=f"Talk {number}")
    part = {"outreach": outreach.id, "participant": GHANA.id}
    entry = desk.OutreachEntry(
        outreach=outreach,
        countries=(OutreachCountry(id=f"oc{number}", **part),),
        people=(OutreachPerson(id=f"op{number}", side=Side.THEIRS, name=NAMES[who], person=known, **part),),
        commitments=(
            Commitment(
                id=f"c{number}",
                treaty="t",
                act=PromisedAct.SIGN,
                made_on=date(2026, 1, 1),
                speaker=known,
                speaker_title=NAMES[who],
                **part,
            ),
        ),
    )
    desk.log_outreach(store, [entry])


def rename(store: Store, who: str, number: int) -> None:
    for present in store.all(Query(OutreachPerson))[:1]:
        desk.keep(store, replace(present, name=NAMES[who], person=who if store.get(Person, who) else None))


def merge(store: Store, who: str, number: int) -> None:
    one, other = store.get(Person, "p1"), store.get(Person, "p2")
    if one and other:
        desk.merge_persons(store, one, other, desk.united(one, other, ("name",) if number % 2 else ()))


def split(store: Store, who: str, number: int) -> None:
    for found in desk.merges(store, "p1")[:1]:
        if store.get(Person, "p1"):
            desk.split_persons(store, found.save.id)


def remove(store: Store, who: str, number: int) -> None:
    if person := store.get(Person, who):
        desk.remove(store, person)


def unlog(store: Store, who: str, number: int) -> None:
    for outreach in store.all(Query(Outreach))[:1]:
        desk.delete_outreach(store, outreach.id)


STEPS: dict[str, Callable[[Store, str, int], object]] = {
    "note": note,
    "post": post,
    "meet": meet,
    "rename": rename,
    "merge": merge,
    "split": split,
    "remove": remove,
    "unlog": unlog,
    "undo": lambda store, who, number: store.undo(),
    "redo": lambda store, who, number: store.redo(),
}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.sampled_from(sorted(NAMES))), max_size=25))
def test_no_history_leaves_a_trace_or_brings_a_person_back(tmp_path_factory, steps: list[Step]):
    path = tmp_path_factory.mktemp("desk") / "desk.hdesk"
    with Store.create(path) as store:
        with store.change(Action.START_DESK) as change:
            for record in (GHANA, Treaty(id="t", key="t", number="1", title_en="T")):
                change.save(record)
        for person, name in NAMES.items():
            desk.keep(store, Person(id=person, name=name, participant=GHANA.id))
        for number, (step, who) in enumerate(steps):
            STEPS[step](store, who, number)
        for person in ("p1", "p2"):
            if store.many(Person, [person], deleted=True)[0].name:  # not gone with the other already
                store.erase(person, "somebody", in_texts=True)
        while store.undo():
            assert store.get(Person, "p1") is None
            assert store.get(Person, "p2") is None
        assert store.can_undo() is None
        while store.redo():
            assert store.get(Person, "p1") is None
            assert store.get(Person, "p2") is None
        tables = derived(path)
        store.rebuild()
        assert derived(path) == tables
    assert rows(path, "pragma foreign_key_check") == []
    data = path.read_bytes().lower()
    assert [word for word in ("xörbul", "xorbul", "qwaztyn") if word.encode() in data] == []
