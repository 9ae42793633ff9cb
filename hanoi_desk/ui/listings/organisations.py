"""The bodies that we deal with."""

from collections.abc import Sequence

from hanoi_desk.records import Appointment, Organisation, OrganisationKind, Participant
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.listings.base import Column, Counter, Facet, Listing, Wanted
from hanoi_desk.ui.record_model import Cell, Row


class OrganisationListing(Listing):
    """Organizations: name, kind, of which State or of what, where, and how many people we know there."""

    kind = Organisation
    tables = ("organisation", "appointment", "participant")

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Organization"), 9.4, 5, 0, "title"),
            Column(self.tr("Short name"), 5.6, 1, 1, "acronym"),
            Column(self.tr("Kind"), 7.0, 2, 2, "kind"),
            Column(self.tr("Of"), 6.4, 3, 3),
            Column(self.tr("City"), 5.6, 1, 4, "city"),
            Column(self.tr("People"), 4.6, 0, 5),
        )

    def counters(self) -> tuple[Counter, ...]:
        words = {
            "international": self.tr("International"),
            "national": self.tr("Of one State"),
            "peopled": self.tr("With people on file"),
        }
        return tuple(
            Counter(
                key,
                text,
                self.store.count(Query(Organisation, self._among(key))),
                Tone.BLUE if key == "peopled" else Tone.NEUTRAL,
            )
            for key, text in words.items()
        )

    def facets(self) -> tuple[Facet, ...]:
        kinds = tuple((kind.value, self.session.label(kind)) for kind in OrganisationKind)
        return (Facet("kind", self.tr("Kind"), kinds), self.group_facet())

    def amount(self, number: int) -> str:
        return self.tr("%n organization(s)", "", number)

    def conditions(self, wanted: Wanted) -> tuple[Condition, ...]:
        found = list(self._among(wanted.counter)) if wanted.counter else []
        for key, value in wanted.facets.items():
            if value:
                of_group = Query(Participant, (("group", "=", value),))
                found.append(("participant", "in", of_group) if key == "group" else (key, "=", value))
        return tuple(found)

    def rows(self, ids: Sequence[str]) -> list[Row]:
        bodies = {o.id: o for o in self.store.many(Organisation, ids)}
        states = self.participants([o.participant for o in bodies.values()])
        wholes = self.organisations([o.parent for o in bodies.values()])
        posts: list[Appointment] = self.store.all(Query(Appointment, (("organisation", "in", list(ids)),)))
        people = {one: len({p.person for p in posts if p.organisation == one}) for one in ids}
        found: list[Row] = []
        for one in ids:
            o = bodies.get(one)
            if o is None:
                found.append(())
                continue
            of = [wholes.get(o.parent or "", ""), states.get(o.participant or "", "")]
            found.append(
                (
                    Cell(self.session.name(o), strong=True),
                    Cell(o.acronym),
                    Cell(self.session.label(o.kind), muted=True),
                    Cell(", ".join(filter(None, of))),
                    Cell(o.city, muted=True),
                    Cell(str(people[one]) if people[one] else "", muted=True),
                )
            )
        return found

    def _among(self, counter: str) -> tuple[Condition, ...]:
        if counter == "peopled":
            held: Condition = ("organisation", "is_not", None)
            return (("id", "in", Query(Appointment, (held,), select="organisation")),)
        return (("participant", "is" if counter == "international" else "is_not", None),)
