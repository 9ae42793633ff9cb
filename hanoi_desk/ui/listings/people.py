"""Persons of the other side and third parties, with the posts they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from PySide6.QtCore import QObject

from hanoi_desk.contacts import days_of_all, last_of_each, latest_post, never_met, silent
from hanoi_desk.language import short_date
from hanoi_desk.records import Appointment, FileAuthority, OutreachPerson, Participant, Person, Side
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.store.titles import title
from hanoi_desk.text import sort_key
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.listings.base import Column, Counter, Facet, Listing, Wanted
from hanoi_desk.ui.people.likely import Likely
from hanoi_desk.ui.record_model import Cell, Ids, Listed, Row
from hanoi_desk.ui.session import Session

_LEVELS = range(1, 9)
#: Days after which a person who was met before counts as silent, and the mark of those never met.
_SILENT = (30, 90, 180)
_NEVER = "never"


class PersonListing(Listing):
    """Persons: who, in which post, for which country, at what level, and when we last met."""

    kind = Person
    tables = ("person", "appointment", "organisation", "outreach", "outreach_person", "participant")
    store_decides = True

    def __init__(self, session: Session, parent: QObject | None = None, likely: Likely | None = None) -> None:
        super().__init__(session, parent)
        self._likely = likely or Likely(session, self)

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Name"), 8.0, 3, 0, "title"),
            Column(self.tr("Post"), 9.0, 4, 0, "post"),
            Column(self.tr("Country"), 7.0, 3, 1, "country"),
            Column(self.tr("Level"), 6.0, 2, 3, "level"),
            Column(self.tr("On this file"), 5.6, 1, 4),
            Column(self.tr("Last contact"), 6.4, 1, 2, "last"),
            Column(self.tr("By whom"), 7.0, 2, 5, key="by", at_first=False),
            Column(self.tr("In what"), 9.0, 3, 6, key="what", at_first=False),
            Column(self.tr("In own script"), 7.0, 2, 7, key="name_native", at_first=False),
        )

    def counters(self) -> tuple[Counter, ...]:
        number = len(self._likely.persons())
        tone = Tone.AMBER if number else Tone.NEUTRAL
        return (Counter("duplicates", self.tr("Possible duplicates"), number, tone),)

    def facets(self) -> tuple[Facet, ...]:
        levels = tuple((str(level), self.session.word(f"level.{level}")) for level in _LEVELS)
        authorities = tuple((one.value, self.session.label(one)) for one in FileAuthority)
        times = tuple((str(days), self.tr("more than {n} days").format(n=days)) for days in _SILENT)
        return (
            self.group_facet(),
            Facet("level", self.tr("Level"), levels),
            Facet("authority", self.tr("On this file"), authorities),
            Facet("silent", self.tr("Silent for"), (*times, (_NEVER, self.tr("never met")))),
        )

    def amount(self, number: int) -> str:
        return self.tr("%n person(s)", "", number)

    def conditions(self, wanted: Wanted) -> tuple[Condition, ...]:
        found: list[Condition] = []
        if wanted.counter == "duplicates":
            found.append(("id", "in", self._likely.persons()))
        for key, value in wanted.facets.items():
            if not value:
                continue
            if key == "group":
                found.append(("participant", "in", Query(Participant, (("group", "=", value),))))
            elif key == "silent":
                today = self.session.today
                found += never_met(today) if value == _NEVER else silent(int(value), today)
            elif key in ("level", "authority"):
                asked: Condition = (key, "=", int(value) if key == "level" else value)
                ended = Query(Appointment, (("to_on", "<", self.session.today),))
                found.append(("id", "in", Query(Appointment, (asked, ("id", "not_in", ended)), select="person")))
            else:
                found.append((key, "=", value))
        return tuple(found)

    def ids(self, wanted: Wanted) -> Ids:
        """Return the persons wanted; possible duplicates stand beside each other unless another order is asked for."""
        if wanted.sort in ("post", "country", "level", "last"):
            found = super().ids(replace(wanted, sort="title", descending=False))
            persons = found.window(0, len(found))
            return Listed(self.by_words(persons, self._computed(wanted.sort, persons), wanted.descending))
        found = super().ids(wanted)
        if wanted.counter != "duplicates" or (wanted.sort, wanted.descending) != self.first_sort:
            return found
        held = set(found.window(0, len(found)))
        return Listed([one for one in self._likely.persons() if one in held])

    def _computed(self, sort: str, ids: Sequence[str]) -> Mapping[str, Any]:
        """Return what persons are sorted by where no field of theirs holds it."""
        if sort == "last":
            return days_of_all(self.store, self.session.today)
        posts = self.posts(ids)
        if sort == "level":
            return {one: -post.level for one, post in posts.items() if post.level}  # 1 is the highest
        if sort == "post":
            words = cache(sort_key)
            return {one: words(post.title) for one, post in posts.items()}
        countries, bodies = self.link_names("participant"), self.link_names("organisation")
        own = dict(zip(*(self.store.ids(Query(Person, select=name)) for name in ("id", "participant")), strict=True))
        of_post = {one: bodies.get(post.organisation or "", "") for one, post in posts.items()}
        return {one: countries.get(own.get(one) or "", "") or of_post.get(one, "") for one in ids}

    def rows(self, ids: Sequence[str]) -> list[Row]:
        people = {p.id: p for p in self.store.many(Person, ids)}
        posts = self.posts(ids)
        names = self.participants([p.participant for p in people.values()])
        bodies = self.organisations([post.organisation for post in posts.values()])
        met = last_of_each(self.store, ids, self.session.today)
        ours = self._ours([outreach.id for outreach in met.values()])
        found: list[Row] = []
        for one in ids:
            p = people.get(one)
            if p is None:
                found.append(())
                continue
            post = posts.get(one)
            where = names.get(p.participant or "") or bodies.get(post.organisation or "" if post else "", "")
            level = self.session.word(f"level.{post.level}") if post and post.level else ""
            known = post.authority if post else FileAuthority.NONE_KNOWN
            last = met.get(one)
            found.append(
                (
                    Cell(p.name, strong=True),
                    Cell(self.post_words(post)),
                    Cell(where),
                    Cell(level, muted=True),
                    Cell(self.session.word(f"file_authority.{known.value}"), Tone.BLUE)
                    if known is not FileAuthority.NONE_KNOWN
                    else Cell(),
                    Cell(short_date(last.held_on), muted=True)
                    if last
                    else Cell(self.session.word("time.never"), muted=True),
                    Cell(self.listed(ours.get(last.id, [])) if last else ""),
                    Cell(title(last) or self.session.label(last.kind) if last else ""),
                    Cell(p.name_native),
                )
            )
        return found

    def post_words(self, post: Appointment | None) -> str:
        """Return the title of a post, with its last day where it is no longer held."""
        if post is None or post.to_on is None or post.to_on >= self.session.today:
            return post.title if post else ""
        return self.tr("{post}, until {day}").format(post=post.title, day=short_date(post.to_on))

    def _ours(self, outreach_ids: Sequence[str]) -> dict[str, list[str]]:
        """Return the names of our side at each contact."""
        where: tuple[Condition, ...] = (("outreach", "in", list(outreach_ids)), ("side", "=", Side.OURS))
        found: dict[str, list[str]] = {}
        for one in self.store.all(Query(OutreachPerson, where, order_by="position")):
            found.setdefault(one.outreach, []).append(one.name)
        return found

    def posts(self, ids: Sequence[str]) -> dict[str, Appointment]:
        """Return the post that each person holds now, or else the last one held."""
        today = self.session.today
        held: dict[str, list[Appointment]] = {}
        for post in self.store.all(Query(Appointment, (("person", "in", list(ids)),))):
            held.setdefault(post.person, []).append(post)
        latest = {person: latest_post(posts, today) for person, posts in held.items()}
        return {person: post for person, post in latest.items() if post is not None}
