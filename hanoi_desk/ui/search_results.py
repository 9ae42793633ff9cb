"""What the search of the header finds: countries by any name, screens and actions, then records by kind."""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from PySide6.QtCore import QObject, QTranslator

from hanoi_desk.assets import MissingAsset, asset
from hanoi_desk.briefing.points import said
from hanoi_desk.file_names import safe_name
from hanoi_desk.language import Language, capital, short_date, short_range, terms, word, word_key
from hanoi_desk.names import called
from hanoi_desk.records import (
    Appointment,
    Ask,
    Attachment,
    Commitment,
    DomesticStep,
    Event,
    FollowUp,
    Meeting,
    Message,
    Mission,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    Pack,
    Participant,
    Person,
    Record,
    Source,
    Statement,
    Treaty,
    TreatyAction,
)
from hanoi_desk.store import Query
from hanoi_desk.store.titles import first_line, title
from hanoi_desk.text import accents, fold
from hanoi_desk.ui.actions import ACTIONS, PAGES, ActionSpec
from hanoi_desk.ui.places import goal_of
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Suggestion

#: How many of each kind are shown, and how much of a pasted text is looked for.
EACH = 5
LONGEST = 200
_MOST_COUNTRIES = 3
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the results, and what choosing it does: go somewhere, or run an action."""

    shown: Suggestion
    goal: Goal | None = None
    action: str = ""


@dataclass(frozen=True, slots=True)
class _Call:
    """A screen or an action with all the words by which it may be called, in both languages."""

    spec: ActionSpec
    shown: tuple[str, ...]  # the folded words of its name in the window
    others: tuple[tuple[str, ...], ...]

    def answers(self, wanted: Sequence[str]) -> bool:
        """Tell whether typed words begin words of its name; a name that is not shown is meant from its beginning."""
        meant = [name for name in self.others if name[0].startswith(wanted[0])]
        return any(_begin(name, wanted) for name in (self.shown, *meant))


class Finder(QObject):
    """Finds what typed text may mean, the likeliest first; every text may be typed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        vietnamese = _vietnamese()
        self._calls = [_call(spec, vietnamese) for spec in ACTIONS if spec.name != "search"]
        self._describe: dict[type[Record], Callable[[Sequence[Any]], Iterable[Choice]]] = {
            Person: self._people,
            Outreach: self._outreach,
            Commitment: self._commitments,
            FollowUp: self._follow_ups,
            Ask: self._asks,
            Event: self._events,
            Meeting: self._meetings,
            Statement: self._statements,
            Organisation: self._organisations,
            Mission: self._missions,
            Officer: self._officers,
            DomesticStep: self._steps,
            Message: self._messages,
            Treaty: self._treaties,
            TreatyAction: self._actions,
            Source: self._sources,
            Attachment: self._files,
            Pack: self._packs,
        }

    def find(self, typed: str) -> list[Choice]:
        """Return the lines to show, grouped by kind; empty when nothing holds the words."""
        typed = typed[:LONGEST]
        hits = self._session.store.search(typed, EACH)
        named, others = self._session.names.complete(typed, EACH), [hit.id for hit in hits if hit.kind is Participant]
        # Several words that no name begins with, and that lie apart in the names of a State, seldom mean that State.
        is_apart = not named and len(typed.split()) > 1
        found = [] if is_apart else self._countries(typed, [*named, *others])
        found += self._screens_and_actions(typed)
        for kind, group in groupby(hits, key=lambda hit: hit.kind):
            if kind in self._describe:
                found += self._describe[kind](self._session.store.many(kind, [hit.id for hit in group]))
        found += self._countries(typed, others) if is_apart else []
        return [replace(one, shown=replace(one.shown, id=str(place))) for place, one in enumerate(found)]

    # ---- countries, screens and actions ----

    def _countries(self, typed: str, known: Sequence[str]) -> list[Choice]:
        group, places = _page("countries"), self._session.board().places
        ids = list(dict.fromkeys(known))[:EACH]
        found = []
        for place in (places[id_] for id_ in ids if id_ in places):
            name, matched = self._session.name(place.participant), _matched(place.participant, typed)
            detail = self._session.label(place.tile)
            shown = Suggestion("", name, detail, "" if matched == name else matched, group)
            found.append(Choice(shown, Goal("countries", place.participant.id)))
        return found

    def _screens_and_actions(self, typed: str) -> list[Choice]:
        wanted = _WORD.findall(fold(typed))
        called_so = [call.spec for call in self._calls if wanted and call.answers(wanted)]
        screens = [spec for spec in called_so if spec.calls == "go_to"][:EACH]
        actions = [spec for spec in called_so if spec.calls != "go_to"][:EACH]
        found = [self._call(spec, self.tr("Screens"), Goal(spec.argument)) for spec in screens]
        return found + [self._call(spec, self.tr("Actions"), None) for spec in actions]

    def _call(self, spec: ActionSpec, group: str, goal: Goal | None) -> Choice:
        shown = Suggestion("", _plain(spec.words()), spec.keys.partition(";")[0], group=group)
        return Choice(shown, goal, "" if goal else spec.name)

    # ---- records ----

    def _people(self, people: Sequence[Person]) -> Iterable[Choice]:
        ids = [person.id for person in people]
        posts: list[Appointment] = self._session.store.all(Query(Appointment, (("person", "in", ids),)))
        posts.sort(key=lambda post: (post.to_on is None, post.from_on or date.min))
        held = {post.person: post for post in posts}  # the post of today wins
        for person in people:
            post = held.get(person.id)
            country = self._country(person.participant or (post.participant if post else None))
            yield self._choice("people", person, person.name, post.title if post else "", country)

    def _outreach(self, contacts: Sequence[Outreach]) -> Iterable[Choice]:
        asked = Query(OutreachCountry, (("outreach", "in", [one.id for one in contacts]),), order_by="position")
        met: list[OutreachCountry] = self._session.store.all(asked)
        for one in contacts:
            kind = self._session.label(one.kind)
            name = one.summary or first_line(one.notes) or kind
            countries = [self._country(said.participant) for said in met if said.outreach == one.id]
            shown = ", ".join(countries[:_MOST_COUNTRIES])
            if len(countries) > _MOST_COUNTRIES:
                shown += f" +{len(countries) - _MOST_COUNTRIES}"
            yield self._choice("outreach", one, name, short_date(one.held_on), shown, "" if name == kind else kind)

    def _commitments(self, promises: Sequence[Commitment]) -> Iterable[Choice]:
        for one in promises:
            act = self._session.label(one.act)
            by = self._session.word("by.day", day=short_date(one.by)) if one.by else one.by_words
            words = first_line(one.words)
            yield self._choice("commitments", one, words or act, self._country(one.participant), words and act, by)

    def _follow_ups(self, tasks: Sequence[FollowUp]) -> Iterable[Choice]:
        for one in tasks:
            due = self._session.word("time.due", day=short_date(one.due_on)) if one.due_on else ""
            yield self._choice("follow_ups", one, one.what, self._country(one.participant), due)

    def _asks(self, asks: Sequence[Ask]) -> Iterable[Choice]:
        for one in asks:
            words = (self._country(one.participant), self._session.label(one.direction))
            yield self._choice("asks", one, one.what, *words, self._session.label(one.state))

    def _events(self, events: Sequence[Event]) -> Iterable[Choice]:
        for one in events:
            days = short_range(one.starts_on, one.ends_on) if one.starts_on else ""
            yield self._choice("events", one, self._session.name(one), days, one.place)

    def _meetings(self, meetings: Sequence[Meeting]) -> Iterable[Choice]:
        for one in meetings:
            names = (self._country(one.participant), one.topic, one.counterpart_text)
            when = " ".join(filter(None, (short_date(one.on), one.time)))
            name = " · ".join(filter(None, names)) or self._session.word("record.meeting")
            yield self._choice("programme", one, name, when, one.place, self._session.label(one.state))

    def _packs(self, packs: Sequence[Pack]) -> Iterable[Choice]:
        for one in packs:
            countries = self._country(one.participants[0]) if len(one.participants) == 1 else one.facet
            yield self._choice("packs", one, one.name, self._session.label(one.product), countries)

    def _statements(self, statements: Sequence[Statement]) -> Iterable[Choice]:
        events = {e.id: e for e in self._session.store.many(Event, [one.event for one in statements])}
        for one in statements:
            event = self._session.name(events[one.event]) if one.event in events else ""
            words = first_line(one.translation or one.words) or self._session.label(one.mention)
            yield self._choice("plenary", one, words, self._country(one.participant), event, one.item)

    def _organisations(self, bodies: Sequence[Organisation]) -> Iterable[Choice]:
        for one in bodies:
            country = self._country(one.participant)
            yield self._choice("organisations", one, self._session.name(one), one.acronym, country)

    def _missions(self, missions: Sequence[Mission]) -> Iterable[Choice]:
        for one in missions:
            yield self._choice("missions", one, self._session.name(one), self._session.label(one.kind))

    def _officers(self, officers: Sequence[Officer]) -> Iterable[Choice]:
        ids = [one.mission for one in officers if one.mission]
        missions = {mission.id: self._session.name(mission) for mission in self._session.store.many(Mission, ids)}
        for one in officers:
            yield self._choice("officers", one, one.name, one.title, missions.get(one.mission or "", ""))

    def _steps(self, steps: Sequence[DomesticStep]) -> Iterable[Choice]:
        for one in steps:
            group, country = self.tr("Steps at home"), self._country(one.participant)
            day = short_date(one.on) if one.on else ""
            yield self._elsewhere(
                group, Goal("countries", one.participant), self._session.label(one.stage), country, day
            )

    def _messages(self, messages: Sequence[Message]) -> Iterable[Choice]:
        for one in messages:
            name = said(one, self._session.language, self._session.board().days_left)
            yield self._choice("bank", one, name, one.code, self._session.label(one.evidence))

    def _treaties(self, treaties: Sequence[Treaty]) -> Iterable[Choice]:
        for one in treaties:
            goal = Goal("treaty", one.key)
            yield self._elsewhere(_page("treaty"), goal, self._session.name(one), one.number)

    def _actions(self, actions: Sequence[TreatyAction]) -> Iterable[Choice]:
        for one in actions:
            goal = Goal("countries", one.participant) if one.participant else Goal("treaty")
            day = short_date(one.on) if one.on else ""
            name = self._session.label(one.act)
            proof = self._session.word(word_key(one.proof))
            yield self._elsewhere(_page("treaty"), goal, name, self._country(one.participant), day, proof)

    def _sources(self, sources: Sequence[Source]) -> Iterable[Choice]:
        ids = [one.treaty for one in sources if one.treaty]
        keys = {treaty.id: treaty.key for treaty in self._session.store.many(Treaty, ids)}
        for one in sources:
            goal = Goal("treaty", keys.get(one.treaty or "", ""))
            day = one.as_of or one.on
            yield self._elsewhere(self.tr("Sources"), goal, one.title, short_date(day) if day else "")

    def _files(self, files: Sequence[Attachment]) -> Iterable[Choice]:
        for one in files:
            goal = goal_of(self._session.store, one.record_table, one.record)
            if goal is not None:
                kind = capital(self._session.word(f"record.{one.record_table}"))
                yield self._elsewhere(self.tr("Files"), goal, safe_name(one.name), kind, first_line(one.note))

    def _choice(self, page: str, record: Record, name: str, *details: str) -> Choice:
        return self._elsewhere(_page(page), Goal(page, record.id), name or title(record), *details)

    def _elsewhere(self, group: str, goal: Goal, name: str, *details: str) -> Choice:
        detail = " · ".join(part for part in details if part)
        return Choice(Suggestion("", _one_line(name), _one_line(detail), group=group), goal)

    def _country(self, participant: str | None) -> str:
        place = self._session.board().places.get(participant or "")
        return self._session.name(place.participant) if place else ""


def _page(key: str) -> str:
    return next(page.words() for page in PAGES if page.key == key)


def _matched(participant: Participant, typed: str) -> str:
    """Return the name or code of a participant that the typed text found, with its very accents where there is one."""
    named = called(participant)
    names = (*named.names, *named.codes)
    for same in (accents, fold):
        wanted = same(typed)
        for name in names:
            if wanted and f" {same(name)}".find(f" {wanted}") >= 0:
                return name
    return ""


def _begin(name: tuple[str, ...], wanted: Sequence[str]) -> bool:
    """Tell whether each word typed begins a word of the name."""
    return all(any(part.startswith(one) for part in name) for one in wanted)


def _call(spec: ActionSpec, vietnamese: QTranslator) -> _Call:
    others = {spec.text, vietnamese.translate("actions", spec.text) or "", spec.name.replace("_", " ")}
    key = f"action.{spec.name}"
    if key in terms():
        others |= {word(key, language) for language in Language}
    words = (tuple(_WORD.findall(fold(_plain(name)))) for name in sorted(others))
    return _Call(spec, tuple(_WORD.findall(fold(_plain(spec.words())))), tuple(name for name in words if name))


def _vietnamese() -> QTranslator:
    """Return what says the words of actions in Vietnamese, whatever the language of the window."""
    translator = QTranslator()
    with suppress(MissingAsset):
        translator.load(str(asset("translations/hanoi_desk_vi.qm")))
    return translator


def _plain(words: str) -> str:
    """Return the words of an action without its mnemonic and the dots that say that it asks more."""
    return words.replace("&", "").rstrip("…")


def _one_line(text: str) -> str:
    return " ".join(text.split())
