"""The events of the desk, as the field of the place offers them."""

from hanoi_desk.records import Event
from hanoi_desk.store import Change, Query
from hanoi_desk.ui.log.words import WordIndex
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Suggestion

_OFFERED = 6


class Events:
    """Finds events by any of their words. Read once, and again after a change."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._events: dict[str, Event] | None = None
        self._names = WordIndex()

    def forget(self, change: Change) -> None:
        """Read anew what was changed, when it is next asked for."""
        if change.concerns("event"):
            self._events = None

    def suggestion(self, event_id: str | None) -> Suggestion | None:
        """Return the chip of an event, None when it is not on file."""
        event = self._read().get(event_id or "")
        return Suggestion(event.id, self._session.name(event), event.place) if event else None

    def complete(self, typed: str) -> list[Suggestion]:
        """Return the events that the typed letters may mean, the newest first."""
        self._read()
        return [one for one in map(self.suggestion, self._names.complete(typed, _OFFERED)) if one]

    def attended(self, event_id: str | None) -> tuple[str, ...]:
        """Return the participants that attended an event."""
        event = self._read().get(event_id or "")
        return event.attended if event else ()

    def _read(self) -> dict[str, Event]:
        if self._events is None:
            found: list[Event] = self._session.store.all(Query(Event, order_by=("-starts_on", "title")))
            self._events = {event.id: event for event in found}
            self._names = WordIndex((event.id, (event.name, event.name_vi)) for event in found)
        return self._events
