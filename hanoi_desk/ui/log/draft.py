"""Drafts of the log form: as text and back, and the keeper that puts them on disk while somebody types."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from hanoi_desk.desk import OutreachEntry
from hanoi_desk.records import (
    Appointment,
    Ask,
    Commitment,
    Event,
    FollowUp,
    Meeting,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Person,
    Record,
)
from hanoi_desk.store import Draft, Store, StoreError
from hanoi_desk.store.codec import from_json, is_typed, to_json

FORM = "log_outreach"
DAMAGED = f"{FORM}.damaged"

#: A form has a few places for drafts: a new one never writes over one that was not taken up.
_PLACES = (FORM, *(f"{FORM}.{number}" for number in range(2, 10)))

#: Milliseconds from the last key to the disk, and the longest that somebody who never pauses goes without.
_PAUSE, _LONGEST = 400, 800

#: Milliseconds until the next try after the disk refused, which may have taken its time to do so.
_NEXT_TRY = 5000

_KINDS: dict[str, type[Record]] = {
    kind.table: kind
    for kind in (
        Person, Appointment, Organisation, Event, Outreach, OutreachCountry, OutreachPerson, Commitment, FollowUp, Ask,
        Meeting,
    )
}  # fmt: skip


class DamagedDraft(ValueError):
    """A draft that cannot be read."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What is being written: the entry, and what is typed but not yet part of it, by the name of its field."""

    entry: OutreachEntry
    typed: Mapping[str, str] = field(default_factory=dict)


def to_text(writing: Writing) -> str:
    """Return the draft as one JSON text; equal drafts give equal texts."""
    records = [[record.table, record.id, to_json(record)] for record in writing.entry.records()]
    typed = {name: text for name, text in sorted(writing.typed.items()) if text}
    # Escaped letters keep even half a character that an input method may leave.
    return json.dumps({"draft": 1, "records": records, "typed": typed}, ensure_ascii=True)


def from_text(text: str) -> Writing:
    """Return what `to_text` was given.

    :raises DamagedDraft: for any other text, whatever it holds.
    """
    try:
        found = json.loads(text)
        records = [_record(*row) for row in found["records"]]
        typed = {str(name): value for name, value in found["typed"].items() if isinstance(value, str)}
        entry = _entry(records)
    except Exception as error:  # a text from anywhere: whatever is wrong with it, it is no draft
        raise DamagedDraft from error
    return Writing(entry, typed)


def _record(table: str, record_id: str, values: dict[str, Any]) -> Record:
    record = from_json(_KINDS[table], str(record_id), values)
    if not is_typed(record):
        raise TypeError(table)
    return record


def _entry(records: list[Record]) -> OutreachEntry:
    def of(*kinds: type[Record]) -> tuple[Any, ...]:
        return tuple(record for record in records if isinstance(record, kinds))

    (outreach,) = of(Outreach)
    return OutreachEntry(
        outreach=outreach,
        countries=of(OutreachCountry),
        people=of(OutreachPerson),
        commitments=of(Commitment),
        follow_ups=of(FollowUp),
        asks=of(Ask),
        new=of(Person, Appointment, Organisation, Event),
        slots=of(Meeting),
    )


def without_strangers(entry: OutreachEntry, is_known: Callable[[str], bool]) -> OutreachEntry:
    """Return the entry without the countries that the desk does not know, for a draft older than a merge."""
    return replace(entry, countries=tuple(c for c in entry.countries if is_known(c.participant)))


@dataclass(frozen=True, slots=True)
class Offer:
    """A draft that is on disk and could be taken up."""

    place: str
    draft: Draft
    writing: Writing

    @property
    def edits(self) -> bool:
        """Whether it changes a contact that is on file."""
        return bool(self.draft.record)


class DraftKeeper(QObject):
    """Puts what is written on disk within a second of the last key, and no less often while somebody goes on."""

    kept = Signal()
    failed = Signal()

    def __init__(self, store: Store, collect: Callable[[], str | None], parent: QObject | None = None) -> None:
        """`collect` gives the draft as text, None when nothing was written; `error` is why the last try failed."""
        super().__init__(parent)
        self._store = store
        self._collect = collect
        self._place = FORM
        self._record = ""
        self._on_disk: str | None = None
        self.error: StoreError | None = None
        self._since_first = QElapsedTimer()
        self._since_kept = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def seconds_ago(self) -> int | None:
        """How long the newest text has been on disk, None when it is not."""
        return self._since_kept.elapsed() // 1000 if self._on_disk is not None else None

    def offers(self) -> tuple[list[Offer], int]:
        """Return the drafts on disk, the newest first, and how many were found damaged and set aside.

        :raises StoreError: when the desk cannot be read.
        """
        found, damaged = [], 0
        for place in _PLACES:
            draft = self._store.draft(place)
            if draft is None:
                continue
            try:
                offer = Offer(place, draft, from_text(draft.json))
            except DamagedDraft:
                self._store.keep_draft(DAMAGED, draft.json, draft.record)
                self._store.drop_draft(place)
                damaged += 1
                continue
            if not offer.edits and self._store.get(Outreach, offer.writing.entry.outreach.id):
                self._store.drop_draft(place)  # it was saved, and the power went before it was forgotten
            else:
                found.append(offer)
        return sorted(found, key=lambda offer: offer.draft.saved_at, reverse=True), damaged

    def begin(self, taken: Iterable[Offer], record: str = "") -> None:
        """Keep a new draft, beside those that were not taken up; `record` is the contact that it changes."""
        used = {offer.place for offer in taken}
        self._settle(next((place for place in _PLACES if place not in used), _PLACES[-1]), record, None)

    def take_up(self, offer: Offer) -> None:
        """Go on with a draft that is on disk."""
        self._settle(offer.place, offer.draft.record, offer.draft.json)

    def _settle(self, place: str, record: str, on_disk: str | None) -> None:
        self._timer.stop()
        self._place, self._record, self._on_disk, self.error = place, record, on_disk, None
        self._since_first.invalidate()
        self._since_kept.start()

    def touch(self) -> None:
        """Note that something was changed."""
        if not self._since_first.isValid():
            self._since_first.start()
        self._timer.start(max(0, min(_PAUSE, _LONGEST - self._since_first.elapsed())))

    def flush(self) -> None:
        """Put what is written on disk now."""
        self._timer.stop()
        self._since_first.invalidate()
        text = self._collect()
        if text == self._on_disk:
            return
        try:
            if text is None:
                self._store.drop_draft(self._place)
            else:
                self._store.keep_draft(self._place, text, self._record)
        except StoreError as error:
            self.error = error
            self.failed.emit()
            self._timer.start(_NEXT_TRY)
            return
        self.error = None
        self._on_disk = text
        self._since_kept.start()
        self.kept.emit()

    def drop(self) -> None:
        """Forget the draft that is being written.

        :raises StoreError: when the desk cannot be written.
        """
        self._timer.stop()
        self._since_first.invalidate()
        self._store.drop_draft(self._place)
        self._on_disk = None

    def drop_offer(self, offer: Offer) -> None:
        """Forget a draft that was offered.

        :raises StoreError: when the desk cannot be written.
        """
        self._store.drop_draft(offer.place)
