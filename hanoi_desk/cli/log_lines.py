"""Turns the lines of an outreach log into contacts with everything that was said and agreed in them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from hanoi_desk.board import CONVENTION, NoTreaty, find_treaty
from hanoi_desk.cli.log_values import (
    BadValue,
    Reader,
    a_day,
    a_flag,
    a_list,
    a_number,
    a_text,
    as_object,
    at,
    by_when,
    many_of,
    one_of,
    read_fields,
    read_object,
    shown,
)
from hanoi_desk.desk import OutreachEntry, participant_names
from hanoi_desk.names import Named, NameIndex
from hanoi_desk.records import (
    Authority,
    Commitment,
    DomesticStage,
    Event,
    FollowUp,
    Form,
    Grade,
    Initiative,
    Mission,
    Objection,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachKind,
    OutreachState,
    PromisedAct,
    Stance,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.text import fold, secret_word

_OUTREACH: dict[str, Reader] = {
    "kind": one_of(OutreachKind),
    "time": a_text,
    "minutes": a_number,
    "place": a_text,
    "summary": a_text,
    "purpose": a_text,
    "notes": a_text,
    "questions": a_text,
    "comment": a_text,
    "initiative": one_of(Initiative),
    "language": a_text,
    "reference": a_text,
    "state": one_of(OutreachState),
}
_OUTREACH_MORE = ("date", "countries", "organisations", "event", "results", "commitments", "follow_ups")
_RESULT: dict[str, Reader] = {
    "said": a_text,
    "quote": a_text,
    "quote_language": a_text,
    "quote_translation": a_text,
    "stance": one_of(Stance),
    "objections": many_of(Objection),
    "level": a_number,
    "next_step": a_text,
}
_COMMITMENT: dict[str, Reader] = {
    "act": one_of(PromisedAct),
    "words": a_text,
    "original_words": a_text,
    "original_language": a_text,
    "verbatim": a_flag,
    "grade": one_of(Grade),
    "form": one_of(Form),
    "authority": one_of(Authority),
    "level": a_number,
    "stage": one_of(DomesticStage),
    "condition": a_text,
    "reciprocal": a_text,
    "speaker_title": a_text,
}
_COMMITMENT_MORE = ("country", "by", "treaty")
_FOLLOW_UP: dict[str, Reader] = {"what": a_text, "due": a_day}
_FOLLOW_UP_MORE = ("country",)


class SecretMark(Exception):
    """A text bears a mark of a State secret."""

    def __init__(self, mark: str) -> None:
        super().__init__(mark)
        self.mark = mark


@dataclass(frozen=True, slots=True)
class _Author:
    """Who writes, and on which day."""

    officer: str | None
    mission: str | None
    today: date


class LogReader:
    """Reads the lines of one call; an event that is new in one line is the same event in the next."""

    def __init__(self, store: Store, today: date) -> None:
        self._store = store
        self.names = participant_names(store)
        self._organisations = NameIndex(_called(o) for o in store.all(Query(Organisation)))
        self._events: dict[str, list[Event]] = defaultdict(list)
        for event in store.all(Query(Event)):
            for name in {fold(event.name), fold(event.name_vi)} - {""}:
                self._events[name].append(event)
        officer, mission = store.get(Officer, store.who), store.get(Mission, store.local("mission") or "")
        self._author = _Author(officer.id if officer else None, mission.id if mission else None, today)

    def read(self, text: str) -> OutreachEntry:
        """Return the contact that one line tells of.

        :raises BadValue: when a field is unknown, missing or cannot be read, or a name is not known.
        :raises SecretMark: when a text bears the mark of a State secret.
        """
        line = read_object(text)
        _refuse_secrets(line)
        plain = read_fields(line, _OUTREACH, _OUTREACH_MORE)
        held_on = at("date", a_day, _needed(line, "date"))
        countries = at("countries", self._countries, line.get("countries") or [])
        event, new = at("event", self._event, line.get("event"), held_on)
        outreach = Outreach(
            held_on=held_on,
            event=event.id if event else None,
            organisations=at("organisations", self._bodies, line.get("organisations") or []),
            drafter=self._author.officer,
            mission=self._author.mission,
            written_on=self._author.today,
            **plain,
        )
        return OutreachEntry(
            outreach=outreach,
            countries=at("results", self._results, outreach, countries, line.get("results") or {}),
            commitments=tuple(
                at(field, self._commitment, outreach, countries, value) for field, value in _items(line, "commitments")
            ),
            follow_ups=tuple(
                at(field, self._follow_up, outreach, value) for field, value in _items(line, "follow_ups")
            ),
            new=new,
        )

    def _country(self, value: Any) -> str:
        found = self.names.find(a_text(value))
        if found is None:
            raise BadValue("error.no_country", name=shown(value))
        return found

    def _countries(self, value: Any) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._country(name) for name in a_list(value)))

    def _bodies(self, value: Any) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for name in a_list(value):
            body = self._organisations.find(a_text(name))
            if body is None:
                raise BadValue("cli.log.no_organisation", name=shown(name))
            found[body] = None
        return tuple(found)

    def _event(self, value: Any, held_on: date) -> tuple[Event | None, tuple[Event, ...]]:
        """Return the event of this name, that of the day where several share it; and it again if it is new."""
        name = "" if value is None else a_text(value)
        if not name.strip():
            return None, ()
        known = self._events[fold(name)]
        fitting = [event for event in known if _covers(event, held_on)] if len(known) > 1 else known
        if len(known) > 1 and len(fitting) != 1:
            raise BadValue("cli.log.several_events", name=shown(name))
        if fitting:
            return fitting[0], ()
        event = Event(name=name)
        known.append(event)
        return event, (event,)

    def _results(self, outreach: Outreach, countries: tuple[str, ...], value: Any) -> tuple[OutreachCountry, ...]:
        said: dict[str, dict[str, Any]] = {}
        for name, result in as_object(value).items():
            country = at(shown(name), self._country, name)
            if country not in countries:
                raise BadValue("cli.log.not_listed", shown(name))
            if country in said:
                raise BadValue("cli.log.twice", shown(name))
            said[country] = (
                {"said": result} if isinstance(result, str) else at(shown(name), read_fields, result, _RESULT)
            )
        return tuple(
            OutreachCountry(outreach=outreach.id, participant=country, position=place, **said.get(country, {}))
            for place, country in enumerate(countries)
        )

    def _commitment(self, outreach: Outreach, countries: tuple[str, ...], value: Any) -> Commitment:
        plain = read_fields(value, _COMMITMENT, _COMMITMENT_MORE)
        _needed(value, "act")
        # Where only one State was met there is no doubt whose promise it is.
        name = value.get("country")
        country = (
            countries[0]
            if name is None and len(countries) == 1
            else at("country", self._country, _needed(value, "country"))
        )
        return Commitment(
            participant=country,
            treaty=at("treaty", self._treaty, value.get("treaty") or CONVENTION),
            made_on=outreach.held_on,
            outreach=outreach.id,
            **plain,
            **at("by", by_when, value.get("by") or ""),
        )

    def _treaty(self, value: Any) -> str:
        try:
            return find_treaty(self._store, a_text(value)).id
        except NoTreaty as error:
            raise BadValue("error.no_treaty", treaty=shown(value)) from error

    def _follow_up(self, outreach: Outreach, value: Any) -> FollowUp:
        plain = read_fields(value, _FOLLOW_UP, _FOLLOW_UP_MORE)
        _needed(value, "what")
        name = value.get("country")
        return FollowUp(
            what=plain["what"],
            due_on=plain.get("due"),
            participant=None if name is None else at("country", self._country, name),
            outreach=outreach.id,
            owner=self._author.officer,
        )


def _called(body: Organisation) -> Named:
    names = (body.name_vi, body.name_en, body.name_fr, body.acronym)
    return Named(body.id, tuple(dict.fromkeys(filter(None, names))))


def _covers(event: Event, day: date) -> bool:
    return event.starts_on is not None and event.starts_on <= day <= (event.ends_on or event.starts_on)


def _needed(given: dict[str, Any], name: str) -> Any:
    if given.get(name) is None:
        raise BadValue("issue.missing", name)
    return given[name]


def _items(line: dict[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    """Yield each element of a list with what to call it: "commitments 2"."""
    values = at(name, a_list, line.get(name) or [])
    yield from ((f"{name} {place}", value) for place, value in enumerate(values, 1))


def _refuse_secrets(value: Any) -> None:
    for part in [*value.values(), *value] if isinstance(value, dict) else value if isinstance(value, list) else ():
        _refuse_secrets(part)
    if isinstance(value, str) and (mark := secret_word(value)):
        raise SecretMark(mark)
