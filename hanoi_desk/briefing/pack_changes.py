"""What an edition of a pack keeps of its States, and what has changed since, State by State."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from hanoi_desk.board import Board, Place
from hanoi_desk.briefing.pack_values import EventPack, Since
from hanoi_desk.briefing.values import Briefing
from hanoi_desk.language import Language, long_date, name_of, short_date, word
from hanoi_desk.records import Commitment, FollowUp, FollowUpState, PackEdition
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import TreatyStatus

#: Facts by the key of the State, or of the paper behind "paper:"; the pack's own stand under "".
Facts = dict[str, dict[str, str]]
_MOST = 14


def edition_data(packs: Sequence[EventPack]) -> str:
    """Return what an edition keeps, as JSON: the facts of a pack in each of its languages."""
    data = {pack.language.value: pack.facts for pack in packs}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def kept_facts(edition: PackEdition | None, language: Language) -> Facts:
    """Return what an edition kept in a language; nothing where it kept none."""
    if edition is None or not edition.data:
        return {}
    try:
        data = json.loads(edition.data)
    except ValueError:
        return {}
    facts = data.get(language.value) if isinstance(data, dict) else None
    return facts if isinstance(facts, dict) else {}


def facts_of(store: Store, board: Board, sheets: Mapping[str, Briefing], today: date) -> Facts:
    """Return what is to be kept of each State: where it stands, its last contact, counts, and a mark of its sheet."""
    own = ("participant", "in", tuple(sheets))
    promises = store.tally(Query(Commitment, (own, ("treaty", "=", board.treaty.id))), "participant")
    late = (own, ("state", "=", FollowUpState.OPEN), ("due_on", "<", today))
    overdue = store.tally(Query(FollowUp, late), "participant")
    found: Facts = {"": {"days_left": str(board.days_left if board.days_left is not None else "")}}
    for id_, sheet in sheets.items():
        place = board.places[id_]
        found[place.participant.key] = {
            "status": place.status.kind.value,
            "contact": _held(place, today),
            "promises": str(promises.get(id_, 0)),
            "overdue": str(overdue.get(id_, 0)),
            "sheet": mark_of(_lasting(sheet)),
        }
    return found


def mark_of(words: object) -> str:
    """Return a short mark that changes with the words."""
    return sha256(repr(words).encode()).hexdigest()[:16]


def _held(place: Place, today: date) -> str:
    on = place.last_contact_on
    return on.isoformat() if on and on <= today else ""


def _lasting(sheet: Briefing) -> tuple[object, ...]:
    """Return what a sheet says without what changes with every day, such as the days left."""
    return (
        tuple(cell.value for cell in sheet.cells),
        sheet.conflicts,
        sheet.next_step,
        sheet.objective,
        tuple(point.code for point in sheet.points),
        tuple(answer.code for answer in sheet.raised),
        tuple((p.made_on, p.who, p.words, p.grade, p.overdue) for p in sheet.promises),
        sheet.contacts,
        sheet.people,
    )


@dataclass(slots=True)
class Changes:
    """Compares the facts of a pack with those of its last edition and words what is new."""

    board: Board
    edition: PackEdition | None
    facts: Facts
    papers: Mapping[str, int]  # the paper of each State, by its key
    language: Language
    before: Facts = field(init=False)

    def __post_init__(self) -> None:
        self.before = kept_facts(self.edition, self.language)

    def title(self) -> str:
        """Return the heading of the changes, nothing without an edition."""
        return word("pack.changed", self.language, n=self.edition.number) if self.edition else ""

    def since(self, key: str, what: str = "sheet") -> Since | None:
        """Return what became of a paper since the last edition; None without one that kept its facts."""
        if not self.before:
            return None
        old = self.before.get(key)
        if old is None:
            return Since.NEW
        return Since.UNCHANGED if old.get(what) == self.facts[key].get(what) else Since.REVISED

    def lines(self) -> tuple[tuple[int, str], ...]:
        """Return what changed, each with the paper it concerns, 0 for all."""
        edition = self.edition
        if edition is None:
            return ()
        dated = long_date(edition.made_on, self.language) if edition.made_on else self._word("ui.not_recorded")
        found: list[tuple[int, str]] = [(0, self._dated(edition, dated))]
        if not self.before:
            return tuple(found)
        told = list(self._told())
        found += told[:_MOST] if told else [(0, self._word("pack.change_none"))]
        if len(told) > _MOST:
            found.append((0, self._word("pack.change_more", n=len(told) - _MOST)))
        return tuple(found)

    def _dated(self, edition: PackEdition, dated: str) -> str:
        text = self._word("pack.change_dated", n=edition.number, day=dated)
        left = self.before.get("", {}).get("days_left", "")
        now = self.facts[""]["days_left"]
        if left and now and left != now:
            text += " " + self._word("pack.change_days", before=left, after=now)
        return text

    def _told(self) -> Iterator[tuple[int, str]]:
        names = {p.participant.key: name_of(p.participant, self.language) for p in self.board.places.values()}
        for key, number in self.papers.items():
            if key not in self.before:
                yield number, self._word("pack.change_new", name=names[key])
                continue
            for text in self._told_of(names[key], self.before[key], self.facts[key]):
                yield number, text
        for key in self.before:
            if key and not key.startswith("paper:") and key not in self.facts:
                yield 0, self._word("pack.change_gone", name=names.get(key, key))

    def _told_of(self, name: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
        if old.get("status") != new["status"]:
            before, after = (self._status(one) for one in (old.get("status", ""), new["status"]))
            yield self._word("pack.change_status", name=name, before=before, after=after)
        if new["contact"] > old.get("contact", ""):
            day = short_date(date.fromisoformat(new["contact"]))
            yield self._word("pack.change_contact", name=name, day=day)
        if (more := int(new["promises"]) - int(old.get("promises", "0"))) > 0:
            yield self._word("pack.change_commitment", name=name, n=more)
        if (late := int(new["overdue"])) > int(old.get("overdue", "0")):
            yield self._word("pack.change_overdue", name=name, n=late)

    def _status(self, value: str) -> str:
        known = {status.value for status in TreatyStatus}
        return word(f"treaty_status.{value}", self.language).lower() if value in known else value

    def _word(self, key: str, /, **gaps: object) -> str:
        return word(key, self.language, **gaps)
