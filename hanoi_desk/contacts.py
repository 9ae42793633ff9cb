"""The last contact and the highest level reached, of a State or a person: three values from one and the same record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hanoi_desk.records import (
    Appointment,
    Event,
    Officer,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Person,
    Side,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.store.query import Condition
from hanoi_desk.text import fold


@dataclass(frozen=True, slots=True)
class LastContact:
    """One contact that was held: by whom (`ours`), with whom (`theirs`, at `level`), in what (`outreach`)."""

    outreach: Outreach
    said: OutreachCountry | None  # what the State said in it
    ours: tuple[OutreachPerson, ...]
    theirs: tuple[OutreachPerson, ...]
    drafter: Officer | None  # who wrote it down: by whom it was where nobody of ours is named
    event: Event | None
    level: int | None  # the highest of theirs, 1 to 8


@dataclass(frozen=True, slots=True)
class Reached:
    """The highest level reached, 1 (head of State) to 8, and the newest contact that shows it."""

    level: int
    outreach: Outreach
    person: OutreachPerson | None


def last_contact(store: Store, participant: str, today: date) -> LastContact | None:
    """Return the newest contact held with a State up to today; None when there is none."""
    outreach = _newest(store, Query(OutreachCountry, (("participant", "=", participant),), select="outreach"), today)
    return contact_with(store, outreach, participant) if outreach else None


def contact_with(store: Store, outreach: Outreach, participant: str) -> LastContact:
    """Return a contact as one of its States sees it."""
    here: tuple[Condition, ...] = (("outreach", "=", outreach.id), ("participant", "=", participant))
    said: OutreachCountry | None = next(iter(store.all(Query(OutreachCountry, here))), None)
    # Who is of no State belongs to all of those in the contact.
    return _contact(store, outreach, said, lambda one: one.participant in (None, participant))


def last_contact_with(store: Store, person: str, today: date) -> LastContact | None:
    """Return the newest contact held up to today at which a person was present; None when there is none."""
    outreach = _newest(store, Query(OutreachPerson, (("person", "=", person),), select="outreach"), today)
    return _contact(store, outreach, None, lambda one: one.person == person) if outreach else None


def highest_level(store: Store, participant: str, today: date) -> Reached | None:
    """Return the highest level at which a State was met up to today, by the persons and levels that were noted."""
    own: Condition = ("participant", "=", participant)
    noted: tuple[Condition, ...] = (own,)
    with_it = Query(OutreachCountry, noted, select="outreach")
    there: tuple[Condition, ...] = (("outreach", "in", with_it), own, ("side", "=", Side.THEIRS))
    levels = {*store.tally(Query(OutreachPerson, there), "level"), *store.tally(Query(OutreachCountry, noted), "level")}
    for level in sorted(one for one in levels if one):
        at: Condition = ("level", "=", level)
        met = _newest(store, Query(OutreachPerson, (*there, at), select="outreach"), today)
        told = _newest(store, Query(OutreachCountry, (*noted, at), select="outreach"), today)
        newest = max((one for one in (met, told) if one), key=lambda one: one.held_on, default=None)
        if newest is not None:
            persons = Query(OutreachPerson, (("outreach", "=", newest.id), own, at), order_by="position", limit=1)
            return Reached(level, newest, next(iter(store.all(persons)), None))
    return None


def last_of_each(store: Store, persons: Sequence[str], today: date) -> dict[str, Outreach]:
    """Return the newest contact up to today at which each person was present."""
    there: list[OutreachPerson] = store.all(Query(OutreachPerson, (("person", "in", list(persons)),)))
    held = {o.id: o for o in store.many(Outreach, list(dict.fromkeys(one.outreach for one in there)))}
    found: dict[str, Outreach] = {}
    for one in there:
        outreach = held.get(one.outreach)
        if one.person and outreach and outreach.held_on <= today:
            found[one.person] = max(found.get(one.person, outreach), outreach, key=lambda o: o.held_on)
    return found


def last_days(store: Store, persons: Sequence[str], today: date) -> dict[str, date]:
    """Return the day of the newest contact up to today at which each person was present."""
    return {person: outreach.held_on for person, outreach in last_of_each(store, persons, today).items()}


def days_of_all(store: Store, today: date) -> dict[str, str]:
    """Return the day of the newest contact up to today of every person who was ever met, as ISO text."""
    known: tuple[Condition, ...] = (("person", "is_not", None),)
    persons, at = (store.ids(Query(OutreachPerson, known, select=name)) for name in ("person", "outreach"))
    held: tuple[Condition, ...] = (("held_on", "<=", today),)
    days = dict(zip(*(store.ids(Query(Outreach, held, select=name)) for name in ("id", "held_on")), strict=True))
    found: dict[str, str] = {}
    for person, outreach in zip(persons, at, strict=True):
        day = days.get(outreach, "")
        if day > found.get(person, ""):
            found[person] = day
    return found


def silent(days: int, today: date) -> tuple[Condition, ...]:
    """Return the conditions on persons who were met before, but not within so many days."""
    since: tuple[Condition, ...] = (("held_on", ">=", today - timedelta(days=days)), ("held_on", "<=", today))
    recently = _present(("outreach", "in", Query(Outreach, since)))
    return (("id", "in", _ever_met(today)), ("id", "not_in", recently))


def never_met(today: date) -> tuple[Condition, ...]:
    """Return the condition on persons with whom no contact up to today is on file."""
    return (("id", "not_in", _ever_met(today)),)


def present_post(posts: Iterable[Appointment], today: date) -> Appointment | None:
    """Return the post held on a day: of several the one taken up last, then the one of the highest level."""
    held = [post for post in posts if _is_held(post, today)]
    return max(held, key=lambda post: (post.from_on or date.min, -(post.level or 9)), default=None)


def latest_post(posts: Iterable[Appointment], today: date) -> Appointment | None:
    """Return the post held on a day, or else the one that ended last."""
    posts = list(posts)
    return present_post(posts, today) or max(
        posts, key=lambda post: (post.to_on or date.max, post.from_on or date.min), default=None
    )


def now_in_post(store: Store, person: str, today: date) -> tuple[Person, Appointment] | None:
    """Return who holds today the last post of a person who has left it; None while it is held or nobody is known.

    It is the same post when its title, body and State are the same.
    """
    posts: list[Appointment] = store.all(Query(Appointment, (("person", "=", person),)))
    last = latest_post(posts, today)
    if last is None or _is_held(last, today):
        return None
    same = {"organisation": last.organisation, "participant": last.participant}
    where: tuple[Condition, ...] = tuple((name, "=", value) for name, value in same.items() if value)
    holders = [post for post in store.all(Query(Appointment, where)) if _is_same_post(post, last)] if where else []
    post = present_post(holders, today)
    holder = store.get(Person, post.person) if post else None
    return (holder, post) if holder and post else None


# ---- inside ----


def _is_held(post: Appointment, day: date) -> bool:
    return (post.from_on is None or post.from_on <= day) and (post.to_on is None or post.to_on >= day)


def _is_same_post(post: Appointment, other: Appointment) -> bool:
    return post.person != other.person and fold(post.title) == fold(other.title)


def _ever_met(today: date) -> Query:
    # Of those that are only planned there are few, of those that were held many.
    return _present(("outreach", "not_in", Query(Outreach, (("held_on", ">", today),))))


def _present(at: Condition) -> Query:
    return Query(OutreachPerson, (("person", "is_not", None), at), select="person")


def _newest(store: Store, of: Query, today: date) -> Outreach | None:
    where: tuple[Condition, ...] = (("id", "in", of), ("held_on", "<=", today))
    found = store.all(Query(Outreach, where, order_by="held_on", descending=True, limit=1))
    return found[0] if found else None


def _contact(
    store: Store, outreach: Outreach, said: OutreachCountry | None, concerns: Callable[[OutreachPerson], bool]
) -> LastContact:
    there: list[OutreachPerson] = store.all(
        Query(OutreachPerson, (("outreach", "=", outreach.id),), order_by="position")
    )
    ours = sorted((one for one in there if one.side is Side.OURS), key=_by_rank)
    theirs = sorted((one for one in there if one.side is not Side.OURS and concerns(one)), key=_by_rank)
    noted = said.level if said else None
    return LastContact(
        outreach,
        said,
        tuple(ours),
        tuple(theirs),
        store.get(Officer, outreach.drafter) if outreach.drafter else None,
        store.get(Event, outreach.event) if outreach.event else None,
        noted or min((one.level for one in theirs if one.level), default=None),
    )


def _by_rank(one: OutreachPerson) -> tuple[bool, int, int]:
    return not one.lead, one.level or 9, one.position
