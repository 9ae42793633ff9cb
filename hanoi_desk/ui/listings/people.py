"""Persons of the other side and third parties, with the posts they hold."""

from collections.abc import Sequence
from datetime import date

from hanoi_desk.language import short_date
from hanoi_desk.records import Appointment, FileAuthority, Outreach, OutreachPerson, Participant, Person
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.listings.base import Column, Facet, Listing, Wanted
from hanoi_desk.ui.record_model import Cell, Row

_LEVELS = range(1, 9)


class PersonListing(Listing):
    """Persons: who, in which post, for which country, at what level, and when we last met."""

    kind = Person
    tables = ("person", "appointment", "organisation", "outreach", "outreach_person", "participant")

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Name"), 8.0, 3, 0, "title"),
            Column(self.tr("Post"), 9.0, 4, 0),
            Column(self.tr("Country"), 7.0, 3, 1),
            Column(self.tr("Level"), 6.0, 2, 3),
            Column(self.tr("On this file"), 5.6, 1, 4),
            Column(self.tr("Last contact"), 6.4, 1, 2),
        )

    def facets(self) -> tuple[Facet, ...]:
        levels = tuple((str(level), self.session.word(f"level.{level}")) for level in _LEVELS)
        authorities = tuple((one.value, self.session.label(one)) for one in FileAuthority)
        return (
            self.group_facet(),
            Facet("level", self.tr("Level"), levels),
            Facet("authority", self.tr("On this file"), authorities),
        )

    def amount(self, number: int) -> str:
        return self.tr("%n person(s)", "", number)

    def conditions(self, wanted: Wanted) -> tuple[Condition, ...]:
        found: list[Condition] = []
        for key, value in wanted.facets.items():
            if not value:
                continue
            if key == "group":
                found.append(("participant", "in", Query(Participant, (("group", "=", value),))))
            elif key in ("level", "authority"):
                asked: Condition = (key, "=", int(value) if key == "level" else value)
                found.append(("id", "in", Query(Appointment, (asked,), select="person")))
            else:
                found.append((key, "=", value))
        return tuple(found)

    def rows(self, ids: Sequence[str]) -> list[Row]:
        people = {p.id: p for p in self.store.many(Person, ids)}
        posts = self.posts(ids)
        names = self.participants([p.participant for p in people.values()])
        bodies = self.organisations([post.organisation for post in posts.values()])
        met = self.last_met(ids)
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
            found.append(
                (
                    Cell(p.name, strong=True),
                    Cell(post.title if post else ""),
                    Cell(where),
                    Cell(level, muted=True),
                    Cell(self.session.word(f"file_authority.{known.value}"), Tone.BLUE)
                    if known is not FileAuthority.NONE_KNOWN
                    else Cell(),
                    Cell(short_date(met[one]) if one in met else self.session.word("time.never"), muted=True),
                )
            )
        return found

    def posts(self, ids: Sequence[str]) -> dict[str, Appointment]:
        """Return the post that each person holds now, or else the last one held."""
        found: dict[str, Appointment] = {}
        for post in self.store.all(Query(Appointment, (("person", "in", list(ids)),))):
            other = found.get(post.person)
            if other is None or _newness(post) >= _newness(other):
                found[post.person] = post
        return found

    def last_met(self, ids: Sequence[str]) -> dict[str, date]:
        """Return the day of the newest contact up to today at which each person was present."""
        present: list[OutreachPerson] = self.store.all(Query(OutreachPerson, (("person", "in", list(ids)),)))
        days = {o.id: o.held_on for o in self.store.many(Outreach, [one.outreach for one in present])}
        found: dict[str, date] = {}
        for one in present:
            day = days.get(one.outreach)
            if one.person and day and day <= self.session.today:
                found[one.person] = max(found.get(one.person, day), day)
        return found


def _newness(post: Appointment) -> tuple[date, date]:
    return (post.to_on or date.max, post.from_on or date.min)
