"""One person: posts held, how to address them, and the contacts at which they were present."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.language import short_date
from hanoi_desk.records import (
    Appointment,
    FileAuthority,
    Organisation,
    Outreach,
    OutreachPerson,
    Participant,
    Person,
    Record,
)
from hanoi_desk.store import Query
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.parts import fact, flow, pill, text_of
from hanoi_desk.ui.listings import PersonListing
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Rule, TextLabel

_CONTACTS = 12


class PersonDetail(Detail):
    """One person of the other side, or a third party."""

    kind = Person
    post_asked = Signal(str, str)  # the person, and the post to mend or nothing for a new one

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._listing = PersonListing(session, self)

    def fill(self, record: Record) -> None:
        assert isinstance(record, Person)
        self.country = record.participant or ""
        posts: list[Appointment] = self.store.all(Query(Appointment, (("person", "=", record.id),), order_by="from_on"))
        now = self._listing.posts([record.id]).get(record.id)
        card = self.head(record.name, record.name_native, now.title if now else "")
        participant = self.store.get(Participant, record.participant) if record.participant else None
        if participant:
            card.body.addWidget(flow(self.link(self.session.name(participant), Goal("countries", participant.id))))
        post = self.button("new_post", self.tr("New post…"))
        post.clicked.connect(lambda: self.post_asked.emit(self.shown, ""))
        self.add_actions(card, post)
        self._facts(record)
        self._posts(sorted(posts, key=lambda post: post.id == now.id if now else False, reverse=True))
        self._contacts(record)

    def _facts(self, person: Person) -> None:
        spoken = ", ".join(self._language(one) for one in person.languages)
        facts = {
            "address": person.address,
            "pronunciation": person.pronunciation,
            "name_order": self.session.label(person.name_order),
            "languages": spoken,
        }
        card = self.card(self.tr("How to address them"))
        for name, value in facts.items():
            if value:
                card.body.addWidget(fact(self.field(person, name), value))
        if person.notes:
            card = self.card(self.field(person, "notes"))
            card.body.addWidget(text_of(self.field(person, "notes"), person.notes))

    def _language(self, code: str) -> str:
        try:
            return self.session.word(f"language.{code}")
        except KeyError:
            return code

    def _posts(self, posts: list[Appointment]) -> None:
        if not posts:
            return
        card = self.card(self.tr("Posts"))
        for number, post in enumerate(posts):
            if number:
                card.body.addWidget(Rule())
            edit = self.button(f"post_{number}", self.tr("Edit post…"))
            edit.clicked.connect(lambda _=False, one=post.id: self.post_asked.emit(self.shown, one))
            card.body.addWidget(TextLabel(post.title, "strong", wrap=True))
            body = self.store.get(Organisation, post.organisation) if post.organisation else None
            span = self._span(post)
            level = self.session.word(f"level.{post.level}") if post.level else ""
            for text in (self.session.name(body) if body else "", level, span, post.email, post.phone):
                if text:
                    card.body.addWidget(text_of(post.title, text, "caption"))
            if post.authority is not FileAuthority.NONE_KNOWN:
                card.body.addWidget(flow(pill(self.session.word(f"file_authority.{post.authority.value}"), Tone.BLUE)))
            card.body.addWidget(flow(edit))

    def _span(self, post: Appointment) -> str:
        if post.from_on and post.to_on:
            return f"{short_date(post.from_on)} – {short_date(post.to_on)}"
        if post.from_on:
            return self.tr("since {day}").format(day=short_date(post.from_on))
        return self.tr("until {day}").format(day=short_date(post.to_on)) if post.to_on else ""

    def _contacts(self, person: Person) -> None:
        present = Query(OutreachPerson, (("person", "=", person.id),), select="outreach")
        where = (("id", "in", present),)
        contacts: list[Outreach] = self.store.all(
            Query(Outreach, where, order_by="held_on", descending=True, limit=_CONTACTS)
        )
        if not contacts:
            return
        total = self.store.count(Query(Outreach, where))
        card = self.card(self.tr("Contacts"), str(total))
        for contact in contacts:
            card.body.addWidget(self.link(self._listing.contact(contact), Goal("outreach", contact.id)))
        if total > len(contacts):
            rule = self.tr("Contacts with {name} present").format(name=person.name)
            card.body.addWidget(self.link(self.tr("See all"), Goal("outreach", where=where, rule=rule)))
