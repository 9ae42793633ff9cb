"""Choices of what a task or a request belongs to: contacts, promises and requests of a country, and events."""

from collections.abc import Callable, Mapping, Sequence

from hanoi_desk.agenda import OWED
from hanoi_desk.commitments import UNDECIDED
from hanoi_desk.language import short_date
from hanoi_desk.records import Ask, Commitment, Event, Outreach, OutreachCountry, Record
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.store.titles import title
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ChipEdit, ComboField

Choices = list[tuple[str, str]]

#: Of each kind so many are offered, the newest first.
_MOST = 60
_LONGEST = 90


def link_rows(form: RecordForm, *names: str) -> None:
    """Add rows for what a record belongs to; what they offer follows the row of the country, built before."""
    rows = [form.one_of(name, ()) for name in names]
    form.line(*rows)
    country = form.rows["participant"].field
    assert isinstance(country, ChipEdit)
    country.changed.connect(lambda: _offer(form, {name: form.value(name) for name in names}))


def show_links(form: RecordForm, record: Record, *names: str) -> None:
    """Choose in the rows what a record belongs to, among what is on file of its country."""
    _offer(form, {name: getattr(record, name) for name in names})


def _offer(form: RecordForm, chosen: Mapping[str, str | None]) -> None:
    for name, own in chosen.items():
        box = form.rows[name].field
        assert isinstance(box, ComboField)
        choices = _CHOICES[name](form.session, form.value("participant"))
        if own and own not in dict(choices):
            choices = [*_words(form.session, [form.session.store.get(_KINDS[name], own)]), *choices]
        box.set_choices([("", "–"), *choices])
        box.set_value(own or "")


def _contacts(session: Session, country: str | None) -> Choices:
    theirs = Query(OutreachCountry, (("participant", "=", country),), select="outreach")
    where: tuple[Condition, ...] = (("id", "in", theirs),) if country else ()
    return _words(session, session.store.all(Query(Outreach, where, "held_on", descending=True, limit=_MOST)))


def _promises(session: Session, country: str | None) -> Choices:
    where = (("participant", "=", country), ("state", "in", sorted(UNDECIDED)))
    asked = Query(Commitment, where, "made_on", descending=True, limit=_MOST)
    return _words(session, session.store.all(asked) if country else [])


def _asks(session: Session, country: str | None) -> Choices:
    where = (("participant", "=", country), ("state", "in", sorted(OWED)))
    return _words(session, session.store.all(Query(Ask, where, "asked_on", limit=_MOST)) if country else [])


def _events(session: Session, country: str | None) -> Choices:
    return _words(session, session.store.all(Query(Event, (), ("-starts_on", "title"), limit=_MOST)))


def _words(session: Session, records: Sequence[Record | None]) -> Choices:
    return [(record.id, _cut(_name(session, record))) for record in records if record is not None]


def _name(session: Session, record: Record) -> str:
    match record:
        case Outreach():
            return f"{short_date(record.held_on)}, {title(record) or session.label(record.kind)}"
        case Commitment():
            act = session.label(record.stage or record.act)
            return ", ".join(filter(None, (short_date(record.made_on), act, title(record))))
        case Event():
            return ", ".join(
                filter(None, (session.name(record), short_date(record.starts_on) if record.starts_on else ""))
            )
    return title(record)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


_KINDS: dict[str, type[Record]] = {"outreach": Outreach, "commitment": Commitment, "ask": Ask, "event": Event}
_CHOICES: dict[str, Callable[[Session, str | None], Choices]] = {
    "outreach": _contacts,
    "commitment": _promises,
    "ask": _asks,
    "event": _events,
}
