"""What the cover of an event pack says: its name, its title, its version, and the rows under them."""

from dataclasses import dataclass

from hanoi_desk.board import Board
from hanoi_desk.briefing.pack_wishes import PackWishes
from hanoi_desk.language import Language, date_range, long_date, name_of, title_of, word


@dataclass(frozen=True, slots=True)
class CoverWords:
    """Words the cover of a pack on so many States."""

    board: Board
    wishes: PackWishes
    states: int
    language: Language

    def scope(self) -> str:
        """Return which States the pack is about, in words."""
        if self.wishes.facet:
            return self.wishes.facet
        if self.states == len(self.board.places):
            return word("pack.all_states", self.language)
        return word("pack.chosen_states", self.language, n=self.states)

    def name(self) -> str:
        """Return the name of the event, or of the States without one."""
        event = self.wishes.event
        return name_of(event, self.language) if event else self.scope()

    def title(self) -> str:
        """Return the title of the treaty, without what follows a semicolon in English."""
        treaty = self.board.treaty
        if self.language is Language.VI:
            return f"{treaty.title_vi or treaty.title_en} ({treaty.short_vi})" if treaty.short_vi else treaty.title_vi
        title, short = title_of(treaty, self.language).partition(";")[0], name_of(treaty, self.language)
        return f"{title} ({short})" if short not in (title, treaty.title_en) else title

    def version(self, papers: int) -> str:
        """Return which version it is, and which one it replaces."""
        version, previous = self.wishes.version, self.wishes.previous
        if previous is None or previous.made_on is None:
            return word("pack.cover_first", self.language, n=version, papers=papers)
        day = long_date(previous.made_on, self.language)
        return word("pack.cover_after", self.language, n=version, before=previous.number, day=day, papers=papers)

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return event, place and days, States and head of delegation, each under its name."""
        wishes, language, event = self.wishes, self.language, self.wishes.event
        missing = word("ui.not_recorded", language)
        rows: list[tuple[str, str]] = []
        if event:
            days = date_range(event.starts_on, event.ends_on, language) if event.starts_on else ""
            rows.append((word("pack.cover_event", language), name_of(event, language)))
            place = ", ".join(part for part in (event.place, days) if part)
            rows.append((word("pack.cover_place", language), place or missing))
        rows.append((word("pack.cover_scope", language), self.scope()))
        head = wishes.head_of_delegation or (event.head_of_delegation if event else "")
        rows.append((word("pack.cover_head", language), head or missing))
        return tuple(rows)
