"""Collects the pack for an event, a group or a list of States from the store (pdf-products.md, section 4)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from hanoi_desk.board import CONVENTION, Board, board
from hanoi_desk.briefing.annex_papers import Annexes
from hanoi_desk.briefing.bilateral import collect_bilateral
from hanoi_desk.briefing.bilateral_values import Bilateral
from hanoi_desk.briefing.collect import collect_country_brief
from hanoi_desk.briefing.common import newest_data
from hanoi_desk.briefing.common_lines import common_lines, treaty_facts
from hanoi_desk.briefing.cover_words import CoverWords
from hanoi_desk.briefing.first_to_see import step_words
from hanoi_desk.briefing.kept_facts import Facts, marked, marked_paper
from hanoi_desk.briefing.meeting_papers import fixed_meetings, meeting_paper
from hanoi_desk.briefing.missing_papers import missing_lines
from hanoi_desk.briefing.overview_figures import Figures
from hanoi_desk.briefing.pack_changes import Changes
from hanoi_desk.briefing.pack_sources import PackSources
from hanoi_desk.briefing.pack_values import EventPack, Overview, PackPaper, Part, Piece, Prose
from hanoi_desk.briefing.pack_wishes import PackWishes as PackWishes
from hanoi_desk.briefing.programme_paper import ProgrammePaper
from hanoi_desk.briefing.progress import Progress, Steps
from hanoi_desk.briefing.remembering import Remembered
from hanoi_desk.briefing.values import Briefing, Marking
from hanoi_desk.language import Language, capital, name_of, short_range, word, word_of
from hanoi_desk.records import Event, Meeting, MeetingState
from hanoi_desk.store import Query, Store
from hanoi_desk.text import fold, sort_key

#: The papers of a pack by their keys, in the order of the product; "sheets" stands for one paper for each State.
SECTIONS = (
    "overview", "programme", "common", "facts", "sheets", "meetings", "status", "commitments", "contacts",
    "formalities", "glossary", "sources", "forms",
)  # fmt: skip
_ANNEXES = ("status", "commitments", "contacts", "formalities", "glossary", "sources", "forms")
_OF_EVENTS = frozenset({"programme", "meetings"})
_OWN_SIDE = frozenset({"commitments"})


def participants_of_event(store: Store, event: Event) -> tuple[str, ...]:
    """Return the participants of an event: who was there, who hosts, whom we meet; each once."""
    meetings: Sequence[Meeting] = store.all(Query(Meeting, (("event", "=", event.id),)))
    met = [meeting.participant for meeting in meetings if meeting.participant]
    return tuple(dict.fromkeys((*event.attended, *event.hosts, *event.co_hosts, *met)))


def collect_event_pack(
    store: Store,
    participants: Sequence[str],
    *,
    language: Language,
    now: datetime,
    wishes: PackWishes | None = None,
    printed_at: datetime | None = None,
    treaty_key: str = CONVENTION,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> EventPack:
    """Return what the pack on these participants says at `now`, an aware moment.

    It is also the print time, unless the pack speaks of another day than that of its printing, `printed_at`. Nothing
    may be written to the store meanwhile. `progress` is told after each country sheet; `is_cancelled` is asked then.
    :raises ValueError: for the public marking, since most papers of a pack are for our own side.
    :raises NoTreaty: when the treaty is not on file.
    :raises Cancelled: when it was to stop.
    """
    if wishes and wishes.marking is Marking.PUBLIC:
        raise ValueError("an event pack is for our own side")
    known = Remembered(store)
    steps = Steps(len(participants))
    if progress:
        steps.progress = progress
    if is_cancelled:
        steps.is_cancelled = is_cancelled
    situation = board(known, now, treaty_key)
    chosen = [id_ for id_ in dict.fromkeys(participants) if id_ in situation.places]
    maker = _Maker(known, situation, chosen, language, now, printed_at or now, wishes or PackWishes(), treaty_key)
    return maker.pack(steps)


@dataclass(slots=True)
class _Maker:
    store: Remembered
    board: Board
    chosen: Sequence[str]
    language: Language
    now: datetime
    printed_at: datetime
    wishes: PackWishes
    treaty_key: str
    sheets: dict[str, Briefing] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)  # the papers by their keys, as they are printed

    @property
    def cover(self) -> CoverWords:
        """What the cover says, for so many States."""
        return CoverWords(self.board, self.wishes, len(self.sheets), self.language)

    def pack(self, steps: Steps) -> EventPack:
        """Return the pack: first its sheets, of which everything else speaks, then the papers around them."""
        wishes, language = self.wishes, self.language
        for id_ in self._ordered():
            self.sheets[id_] = self._sheet(id_)
            steps.done(self.sheets[id_].name)
        self._count()
        sources = PackSources(self.store, language)
        today = self.now.date()
        facts = self._facts()
        papers = self._papers(sources)
        for paper in papers:
            if not isinstance(paper.content, Briefing):
                facts[f"paper:{paper.key}"] = marked_paper(paper.content)
        places = {self.board.places[id_].participant.key: int(self.numbers[f"sheet:{id_}"]) for id_ in self.sheets}
        changes = Changes(self.board, wishes.previous, facts, places if "sheets" in self._sections() else {}, language)
        return EventPack(
            language=language,
            name=self.cover.name(),
            title=self.cover.title(),
            parent=word("org.mfa", language),
            unit=wishes.unit,
            rows=self.cover.rows(),
            version_words=self.cover.version(len(papers)),
            copies=wishes.copies,
            distribution=wishes.distribution,
            papers=tuple(self._since(paper, changes) for paper in papers),
            changed_title=changes.title(),
            changed=changes.lines(),
            missing=missing_lines(
                self.board, self.sheets, self._without_brief(), self.numbers, today, language,
                has_programme=bool(wishes.event is None or self._meetings()), is_reviewed=bool(wishes.reviewed_by),
            ),
            facts=facts,
            number=wishes.number or f"HD-PACK-{self.now:%Y-%m-%d}",
            version=wishes.version,
            draft=wishes.draft,
            marking=wishes.marking,
            as_of=newest_data(self.store, self.now),
            printed_at=self.printed_at,
        )  # fmt: skip

    def _facts(self) -> Facts:
        left = self.board.days_left
        own = {"days_left": str(left if left is not None else "")}
        return {"": own, **{sheet.country_key: marked(sheet) for sheet in self.sheets.values()}}

    # ---- order and numbers ----

    def _sections(self) -> tuple[str, ...]:
        wanted = self.wishes.sections or SECTIONS
        known = [key for key in dict.fromkeys(wanted) if key in SECTIONS]
        return tuple(key for key in known if key not in _OF_EVENTS or self.wishes.event)

    def _ordered(self) -> list[str]:
        """Return the participants by our priority, then in the alphabet of the document's language."""
        order = sort_key if self.language is Language.VI else fold

        def place(id_: str) -> tuple[int, str]:
            participant = self.board.places[id_].participant
            return participant.priority or 9, order(name_of(participant, self.language))

        return sorted(self.chosen, key=place)

    def _count(self) -> None:
        keys: list[str] = []
        for section in self._sections():
            if section == "sheets":
                keys += [f"sheet:{id_}" for id_ in self.sheets]
            elif section == "meetings":
                keys += [f"meeting:{meeting.id}" for meeting in self._fixed()]
            else:
                keys.append(section)
        width = max(2, len(str(len(keys))))
        self.numbers = {key: str(at).zfill(width) for at, key in enumerate(keys, 1)}
        for id_ in self.sheets:  # a pack without sheets still has places for them in its tables
            self.numbers.setdefault(f"sheet:{id_}", "0")

    def _of_sheets(self) -> dict[str, str]:
        """Return the paper of each participant's sheet."""
        return {id_: number for id_ in self.sheets if (number := self.numbers[f"sheet:{id_}"]) != "0"}

    def _of_meetings(self) -> dict[str, str]:
        """Return the paper of each meeting that has a brief in this pack."""
        return {m.id: self.numbers[key] for m in self._fixed() if (key := f"meeting:{m.id}") in self.numbers}

    def _since(self, paper: PackPaper, changes: Changes) -> PackPaper:
        is_sheet = isinstance(paper.content, Briefing)
        key = paper.content.country_key if isinstance(paper.content, Briefing) else f"paper:{paper.key}"
        return replace(paper, since=changes.since(key)) if is_sheet or key in changes.facts else paper

    # ---- papers ----

    def _sheet(self, id_: str) -> Briefing:
        wishes = self.wishes
        return collect_country_brief(
            self.store,
            id_,
            language=self.language,
            now=self.now,
            printed_at=self.printed_at,
            prepared_by=wishes.prepared_by,
            reviewed_by=wishes.reviewed_by,
            reviewed_on=wishes.reviewed_on,
            unit=wishes.unit,
            number=wishes.number,
            version=wishes.version,
            edition=wishes.previous,
            texts=wishes.texts,
            draft=wishes.draft,
            marking=wishes.marking,
            treaty_key=self.treaty_key,
            ledger=self.board.ledger,
        )

    def _papers(self, sources: PackSources) -> list[PackPaper]:
        papers: dict[str, PackPaper] = {}
        annexes = Annexes(
            self.store, self.board, self.sheets, self._of_sheets(), sources, self.now.date(), self.language
        )
        figures = self._figures(sources)
        makers: dict[str, Callable[[], Overview | tuple[Piece, ...]]] = {
            "overview": figures.overview,
            "programme": lambda: ProgrammePaper(
                self.store, self._meetings(), {**self._of_sheets(), **self._of_meetings()}, self.language
            ).pieces(),
            "common": lambda: common_lines(list(self.sheets.values()), self._steps(), self.wishes.texts, self.language),
            "status": lambda: annexes.status(figures.record(), figures.bar_tables()),
            "commitments": annexes.commitments,
            "contacts": annexes.contacts,
            "formalities": annexes.formalities,
            "glossary": annexes.glossary,
            "sources": lambda: annexes.sources_table(self.numbers),
            "forms": annexes.forms,
        }
        sections = self._sections()
        for section in sorted(sections, key=lambda key: key == "sources"):  # which are all known at the end
            if section == "sheets":
                for id_, sheet in self.sheets.items():
                    sources.note(sheet.sources, f"sheet:{id_}")
                    papers[f"sheet:{id_}"] = self._sheet_paper(id_, sheet)
            elif section == "meetings":
                for meeting in self._fixed():
                    brief = self._meeting_brief(meeting)
                    sources.note(brief.sources, f"meeting:{meeting.id}")
                    wishes, language = self.wishes, self.language
                    paper = meeting_paper(meeting, brief, wishes.marking, wishes.distribution, language)
                    papers[paper.key] = paper
            elif section == "facts":
                pieces, cited = treaty_facts(self.store, self.board, sources, section, self.language)
                papers[section] = self._paper(section, (*pieces, *_small(cited)))
            else:
                papers[section] = self._paper(section, makers[section]())
        return [papers[key] for key in self.numbers if key in papers]

    def _paper(self, key: str, content: Overview | tuple[Piece, ...]) -> PackPaper:
        language = self.language
        is_annex = key in _ANNEXES
        title = word(f"pack.{'annex_' if is_annex else ''}{key}", language)
        name = word("pack.overview_name", language) if key == "overview" else title
        event = self.wishes.event
        if key == "programme" and event and event.starts_on:
            days = short_range(event.starts_on, event.ends_on)
            name = word("pack.programme_days", language, days=days)
        if is_annex:
            title = f"{word('pack.annex', language, n=_ANNEXES.index(key) + 1)}. {title}"
        lying, own_side = key == "status", key in _OWN_SIDE
        remarks = [word("pack.lying", language)] if lying else []
        remarks += [word("pack.own_side", language)] if own_side else []
        return PackPaper(
            key=key,
            name=name,
            part=Part.ANNEXES if is_annex else Part.COMMON,
            content=content,
            title=title,
            subtitle=content.subtitle if isinstance(content, Overview) else self._subtitle(key),
            remark=capital(", ".join(remarks)),
            lying=lying,
            own_side=own_side,
        )

    def _subtitle(self, key: str) -> str:
        if key == "common":
            return word("pack.common_subtitle", self.language)
        return self.cover.title() if key in ("facts", "formalities") else self.cover.name()

    def _sheet_paper(self, id_: str, sheet: Briefing) -> PackPaper:
        status = word_of(self.board.places[id_].status.kind, self.language)
        return PackPaper(f"sheet:{id_}", sheet.name, Part.SHEETS, sheet, remark=status)

    def _meeting_brief(self, meeting: Meeting) -> Bilateral:
        wishes = self.wishes
        return collect_bilateral(
            self.store,
            meeting.participant or "",
            language=self.language,
            now=self.now,
            meeting=meeting,
            texts=wishes.texts,
            printed_at=self.printed_at,
            prepared_by=wishes.prepared_by,
            reviewed_by=wishes.reviewed_by,
            reviewed_on=wishes.reviewed_on,
            unit=wishes.unit,
            number=wishes.number,
            version=wishes.version,
            draft=wishes.draft,
            treaty_key=self.treaty_key,
            ledger=self.board.ledger,
        )

    def _figures(self, sources: PackSources) -> Figures:
        first: dict[str, date] = {}
        for meeting in self._meetings():
            if meeting.participant and meeting.on >= self.now.date():
                first[meeting.participant] = min(meeting.on, first.get(meeting.participant, meeting.on))
        places = [self.board.places[id_] for id_ in self.sheets]
        return Figures(
            self.store,
            self.board,
            places,
            self.language,
            self.cover.scope(),
            sources,
            self.now.date(),
            self.wishes.event,
            first,
        )

    def _steps(self) -> list[str]:
        return [step_words(self.board, self.board.places[id_], self.language) for id_ in self.sheets]

    def _meetings(self) -> list[Meeting]:
        event = self.wishes.event
        if event is None:
            return []
        found: list[Meeting] = self.store.all(Query(Meeting, (("event", "=", event.id),), order_by=("on", "time")))
        return [meeting for meeting in found if meeting.state is not MeetingState.CANCELLED]

    def _fixed(self) -> list[Meeting]:
        return fixed_meetings(self._meetings(), {id_: sheet.country_key for id_, sheet in self.sheets.items()})

    def _without_brief(self) -> list[Meeting]:
        return [meeting for meeting in self._meetings() if meeting.id not in self._of_meetings()]


def _small(text: str) -> tuple[Piece, ...]:
    return (Prose("", (), (text,)),) if text else ()
