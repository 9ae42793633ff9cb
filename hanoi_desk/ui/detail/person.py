"""One person: who may be the same, how to address them, posts held, the last contact, promises and contacts."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hanoi_desk.briefing.contacts import spoken
from hanoi_desk.contacts import last_contact_with, now_in_post, present_post
from hanoi_desk.desk import left_open, merges
from hanoi_desk.language import age, joined, short_date
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
from hanoi_desk.store.titles import title
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.parts import fact, flow, pill, text_of
from hanoi_desk.ui.last_contact import by_whom, in_what, with_whom
from hanoi_desk.ui.listings import PersonListing
from hanoi_desk.ui.people.likely import Likely
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Rule, TextLabel

_CONTACTS = 12
_PAIRS = 3
_OPEN = 6


class PersonDetail(Detail):
    """One person of the other side, or a third party."""

    kind = Person
    post_asked = Signal(str, str)  # the person, and the post to mend or nothing for a new one
    end_asked = Signal(str)  # the post that ended
    compare_asked = Signal(str, str)  # the person, and another who may be the same, or nothing
    apart_asked = Signal(str, str)  # two who are not the same
    split_asked = Signal(str)  # the save that made two one
    erase_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None, likely: Likely | None = None) -> None:
        super().__init__(session, parent)
        self._likely = likely or Likely(session, self)
        self._listing = PersonListing(session, self, self._likely)

    def fill(self, record: Record) -> None:
        assert isinstance(record, Person)
        self.country = record.participant or ""
        posts: list[Appointment] = self.store.all(Query(Appointment, (("person", "=", record.id),), order_by="from_on"))
        now = self._listing.posts([record.id]).get(record.id)
        names = " · ".join((record.name_native, *record.other_names)).strip(" ·")
        card = self.head(record.name, names, self._listing.post_words(now))
        participant = self.store.get(Participant, record.participant) if record.participant else None
        if participant:
            card.body.addWidget(flow(self.link(self.session.name(participant), Goal("countries", participant.id))))
        self.add_actions(card, *self._buttons(posts))
        self._same(record)
        self._facts(record)
        self._last(record)
        self._posts(sorted(posts, key=lambda post: post.id == now.id if now else False, reverse=True))
        self._open(record)
        self._contacts(record)
        self._texts(record)
        self._merged(record)
        self._erase()

    def _buttons(self, posts: list[Appointment]) -> list[QPushButton]:
        new = self.button("new_post", self.tr("New post…"))
        new.clicked.connect(lambda: self.post_asked.emit(self.shown, ""))
        held = present_post(posts, self.session.today)
        end = self.button("end_post", self.tr("End post…"))
        end.clicked.connect(lambda: self.end_asked.emit(held.id if held else ""))
        compare = self.button("compare", self.tr("Merge…"), "Ctrl+M")
        compare.clicked.connect(lambda: self.compare_asked.emit(self.shown, ""))
        return [new, *([end] if held else []), compare]

    def _same(self, person: Person) -> None:
        pairs = self._likely.of(person.id)[:_PAIRS]
        others = {one.id: one for one in self.store.many(Person, [pair.other(person.id) for pair in pairs])}
        posts = self._listing.posts(list(others))
        if not others:
            return
        card = self.card(self.tr("Possibly the same person"))
        for number, pair in enumerate(pair for pair in pairs if pair.other(person.id) in others):
            other = others[pair.other(person.id)]
            compare = self.button(f"compare_{number}", self.tr("Compare…"))
            compare.clicked.connect(partial(self.compare_asked.emit, person.id, other.id))
            apart = self.button(f"apart_{number}", self.tr("Not the same"))
            apart.clicked.connect(partial(self.apart_asked.emit, person.id, other.id))
            told = (self._listing.post_words(posts.get(other.id)), self.session.label(pair.why))
            card.body.addWidget(flow(self.link(other.name, Goal("people", other.id))))
            card.body.addWidget(TextLabel(" · ".join(part for part in told if part), "caption", wrap=True))
            card.body.addWidget(flow(compare, apart))

    def _facts(self, person: Person) -> None:
        facts = {
            "address": person.address,
            "pronunciation": person.pronunciation,
            "name_order": self.session.label(person.name_order),
            "languages": spoken(person.languages, self.session.language),
        }
        card = self.card(self.tr("How to address them"))
        for name, value in facts.items():
            if value:
                card.body.addWidget(fact(self.field(person, name), value))

    def _last(self, person: Person) -> None:
        last = last_contact_with(self.store, person.id, self.session.today)
        if last is None:
            self.card(self.tr("Last contact"), self.session.word("time.never"))
            return
        when = age(last.outreach.held_on, self.session.today, self.session.language)
        card = self.card(self.tr("Last contact"), when)
        card.setObjectName("last_contact")
        not_known = self.session.word("ui.not_recorded")
        language = self.session.language
        level = self.session.word(f"level.{last.level}") if last.level else not_known
        card.body.addWidget(fact(self.tr("By whom"), joined(by_whom(last), language) or not_known))
        card.body.addWidget(fact(self.tr("With whom"), joined(with_whom(last), language) or not_known))
        card.body.addWidget(fact(self.tr("At what level"), level))
        about = title(last.outreach) or self.session.label(last.outreach.kind)
        card.body.addWidget(fact(self.tr("In what"), self.link(about, Goal("outreach", last.outreach.id))))
        card.body.addWidget(TextLabel(in_what(self.session, last), "caption", wrap=True))

    def _posts(self, posts: list[Appointment]) -> None:
        if not posts:
            return
        card = self.card(self.tr("Posts"))
        for number, post in enumerate(posts):
            if number:
                card.body.addWidget(Rule())
            edit = self.button(f"post_{number}", self.tr("Edit post…"))
            edit.clicked.connect(partial(self.post_asked.emit, self.shown, post.id))
            card.body.addWidget(TextLabel(post.title, "strong", wrap=True))
            body = self.store.get(Organisation, post.organisation) if post.organisation else None
            level = self.session.word(f"level.{post.level}") if post.level else ""
            for text in (self.session.name(body) if body else "", level, self._span(post), post.email, post.phone):
                if text:
                    card.body.addWidget(text_of(post.title, text, "caption"))
            if post.authority is not FileAuthority.NONE_KNOWN:
                card.body.addWidget(flow(pill(self.session.word(f"file_authority.{post.authority.value}"), Tone.BLUE)))
            end = self.button(f"end_{number}", self.tr("End post…"))
            end.clicked.connect(partial(self.end_asked.emit, post.id))
            held = present_post([post], self.session.today)
            card.body.addWidget(flow(edit, *([end] if held else ())))
        after = now_in_post(self.store, self.shown, self.session.today)
        if after:
            words = self.tr("The post is now held by {name}").format(name=after[0].name)
            card.body.addWidget(flow(self.link(words, Goal("people", after[0].id))))

    def _span(self, post: Appointment) -> str:
        if post.from_on and post.to_on:
            return f"{short_date(post.from_on)} – {short_date(post.to_on)}"
        if post.from_on:
            return self.tr("since {day}").format(day=short_date(post.from_on))
        return self.tr("until {day}").format(day=short_date(post.to_on)) if post.to_on else ""

    def _open(self, person: Person) -> None:
        left = left_open(self.store, person.id)
        if not (left.tasks or left.promises):
            return
        card = self.card(self.tr("Open with this person"), str(len(left.tasks) + len(left.promises)))
        for promise in left.promises[:_OPEN]:
            words = title(promise) or self.session.label(promise.act)
            card.body.addWidget(flow(self.link(words, Goal("commitments", promise.id)), pill(self._kind(promise))))
        for task in left.tasks[:_OPEN]:
            card.body.addWidget(flow(self.link(task.what, Goal("follow_ups", task.id)), pill(self._kind(task))))

    def _kind(self, record: Record) -> str:
        return self.session.word(f"record.{record.table}")

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

    def _texts(self, person: Person) -> None:
        for name in ("biography", "notes"):
            if text := getattr(person, name):
                card = self.card(self.field(person, name))
                card.body.addWidget(text_of(self.field(person, name), text))

    def _merged(self, person: Person) -> None:
        for number, merge in enumerate(merges(self.store, person.id)):
            card = self.card(self.tr("Made from two records"), short_date(merge.save.at.date()))
            card.body.addWidget(TextLabel(merge.gone.name, "caption", wrap=True))
            split = self.button(f"split_{number}", self.tr("Tell them apart again…"))
            split.clicked.connect(partial(self.split_asked.emit, merge.save.id))
            card.body.addWidget(flow(split))

    def _erase(self) -> None:
        card = self.card()
        words = self.tr("Removes the person from records, history, search and drafts. This cannot be undone.")
        card.body.addWidget(TextLabel(words, "caption", wrap=True))
        erase = self.button("erase", self.tr("Erase for good…"), "Shift+Del")
        erase.clicked.connect(lambda: self.erase_asked.emit(self.shown))
        card.body.addWidget(flow(erase))
