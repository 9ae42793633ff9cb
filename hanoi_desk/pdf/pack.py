"""Draws an event pack: contents with right page numbers, though no page is laid out twice.

What may take any number of pages is laid out first and held: contents, overview, meeting briefs, annexes. A country
sheet takes exactly one page, so that all numbers are known by then, and each sheet is laid out, drawn and forgotten:
the memory that a pack takes does not grow with its sheets.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

from hanoi_desk.briefing.bilateral_values import Bilateral
from hanoi_desk.briefing.pack_values import EventPack, Overview, PackPaper
from hanoi_desk.briefing.progress import Steps
from hanoi_desk.briefing.values import Briefing
from hanoi_desk.language import Language, word
from hanoi_desk.pdf.bilateral import FittedBilateral, fitted_bilateral
from hanoi_desk.pdf.brief import fitted_brief
from hanoi_desk.pdf.contents import Contents, link_back
from hanoi_desk.pdf.cover import draw_cover
from hanoi_desk.pdf.drawn import Drawn, of_paper
from hanoi_desk.pdf.flow import Sheet
from hanoi_desk.pdf.merging import Annex, AnnexFile, Carrier, Refusal, read_annex
from hanoi_desk.pdf.overview import overview_sheets
from hanoi_desk.pdf.pack_pieces import Pieces
from hanoi_desk.pdf.page import Format, Furniture, Laid, Typesetter, draw_furniture, format_of, new_canvas
from hanoi_desk.pdf.tagging import Tag
from hanoi_desk.records import Paper


@dataclass(slots=True)
class _Volume:
    """A pack in one language, laid out as far as its number of pages asks for."""

    pack: EventPack
    first: int  # its first page
    prefix: str  # of its bookmarks
    numbers: list[str]
    sheets: dict[str, list[Sheet]]  # the pages of its written papers
    meetings: dict[str, FittedBilateral] = field(default_factory=dict, kw_only=True)
    contents: list[Sheet]
    pages: dict[str, int] = field(default_factory=dict)  # the first page of each paper, by bookmark
    last: int = 0

    def key(self, name: str) -> str:
        """Return the bookmark of a paper."""
        return f"{self.prefix}{name}"


def draw_packs(
    packs: Sequence[EventPack], paper: Paper, steps: Steps, files: Sequence[AnnexFile] = (), *, only: str = ""
) -> tuple[bytes, Drawn]:
    """Return packs of the same data, one for each language, in one file; annex files stand behind the last.

    With `only`, the key of a paper, the file holds that paper alone, its pages numbered as in the whole pack.
    :raises Cancelled: when it was to stop.
    """
    annexes = [read_annex(file) for file in files]
    return _Binder(packs, format_of(paper), format_of(paper, lying=True), steps, annexes, only).drawn()


@dataclass(slots=True)
class _Binder:
    packs: Sequence[EventPack]
    shape: Format
    lying: Format
    steps: Steps
    files: Sequence[Annex | Refusal]
    only: str = ""
    setter: Typesetter = field(default_factory=lambda: Typesetter(laid=Laid()))
    told: Drawn = field(default_factory=Drawn)
    pages: int = 0
    canvas: Any = None

    def drawn(self) -> tuple[bytes, Drawn]:
        """Lay out, number, draw."""
        buffer = BytesIO()
        main = self.packs[0]
        alone = next((paper.name for paper in main.papers if paper.key == self.only), "")
        self.canvas = new_canvas(self._furniture(main, alone or main.name), buffer, self.shape)
        volumes = [self._volume(pack, at) for at, pack in enumerate(self.packs)]
        annexes = [file for file in self.files if isinstance(file, Annex)]
        self._number(volumes, annexes)
        self.canvas.showOutline()
        for volume in volumes:
            with self.canvas.element(Tag.PART, language=volume.pack.language):
                self._draw(volume)
                if volume is volumes[-1] and not self.only:
                    self._draw_annexes(volume, annexes)
        self.told.pages = self.canvas.getPageNumber() - 1
        self.canvas.save()
        self.told.note(self.setter)
        self.told.refused += self._refused(main.language)
        return buffer.getvalue(), self.told

    # ---- laying out and numbering ----

    def _volume(self, pack: EventPack, at: int) -> _Volume:
        width = max(2, len(str(len(pack.papers))))
        numbers = [str(number).zfill(width) for number in range(1, len(pack.papers) + 1)]
        prefix = f"{pack.language.value}." if len(self.packs) > 1 else ""
        volume = _Volume(pack, 0, prefix, numbers, {}, [])
        for paper, number in zip(pack.papers, numbers, strict=True):
            if not isinstance(paper.content, Briefing | Bilateral):
                volume.sheets[paper.key] = self._laid_out(pack.language, paper, number)
        files = [file for file in self.files if isinstance(file, Annex)] if at == len(self.packs) - 1 else []
        contents = Contents(
            pack,
            self.setter,
            self.shape,
            volume.pages,
            numbers,
            [volume.key(paper.key) for paper in pack.papers],
            [(volume.key(f"file:{place}"), file.name) for place, file in enumerate(files)],
            self._refused(pack.language),
        )
        volume.contents = contents.sheets()
        return volume

    def _laid_out(self, language: Language, paper: PackPaper, number: str) -> list[Sheet]:
        shape = self.lying if paper.lying else self.shape
        pieces = Pieces(self.setter, language, shape, paper, word("pack.paper", language, n=number))
        if isinstance(paper.content, Overview):
            return overview_sheets(pieces, paper.content)
        assert not isinstance(paper.content, Briefing | Bilateral)
        return pieces.sheets(paper.content)

    def _number(self, volumes: Sequence[_Volume], annexes: Sequence[Annex]) -> None:
        page = 0
        for volume in volumes:
            volume.first = page + 1
            page += 1 + len(volume.contents)
            volume.pages[volume.key("contents")] = volume.first + 1
            for paper in volume.pack.papers:
                volume.pages[volume.key(paper.key)] = page + 1
                if isinstance(paper.content, Bilateral):  # it names its own pages, so that it has to know the first
                    volume.meetings[paper.key] = fitted_bilateral(paper.content, self.shape, first_page=page + 1)
                    page += volume.meetings[paper.key].pages
                else:
                    page += len(volume.sheets.get(paper.key, ())) or 1
            volume.last = page
        for place, annex in enumerate(annexes):
            volumes[-1].pages[volumes[-1].key(f"file:{place}")] = page + 1
            page += len(annex.pages)
        self.pages = page

    # ---- drawing ----

    def _draw(self, volume: _Volume) -> None:
        pack, level = volume.pack, 0
        if volume.prefix:
            name = word(f"language.{pack.language.value}", pack.language)
            self._mark(volume.key("language"), name, 0, self.shape)
            level = 1
        if self.only:
            for paper, number in zip(pack.papers, volume.numbers, strict=True):
                if paper.key == self.only:
                    with self.canvas.paper():
                        self._paper(volume, paper, number, level)
            return
        self._mark(volume.key("cover"), word("pack.product", pack.language), level, self.shape)
        self._begin(volume, volume.first, "", self.shape)
        with self.canvas.paper():
            draw_cover(self.canvas, pack, self.setter, self.shape, self.pages)
        self.canvas.showPage()
        with self.canvas.paper():
            for at, sheet in enumerate(volume.contents):
                if not at:
                    self._mark(volume.key("contents"), word("pack.contents", pack.language), level, self.shape)
                self._begin(volume, volume.first + 1 + at, "", self.shape)
                sheet.draw(self.canvas, self.shape)
                self.canvas.showPage()
        for paper, number in zip(pack.papers, volume.numbers, strict=True):
            with self.canvas.paper():
                self._paper(volume, paper, number, level)
            self.steps.done(paper.name)

    def _paper(self, volume: _Volume, paper: PackPaper, number: str, level: int) -> None:
        shape = self.lying if paper.lying else self.shape
        language, page = volume.pack.language, volume.pages[volume.key(paper.key)]
        is_meeting = isinstance(paper.content, Bilateral)
        self._mark(volume.key(paper.key), f"{number} {paper.name}", level, shape, folded=is_meeting)
        place = word("pack.paper_of", language, n=number, of=volume.numbers[-1])
        self.told.papers.append((paper.name, self.canvas.getPageNumber()))
        if isinstance(paper.content, Briefing):
            sheet = fitted_brief(paper.content, language, shape, self.setter.laid)
            self._begin(volume, page, place, shape)
            sheet.draw(self.canvas)
            self.told.fills += sheet.fills(paper.name)
            sheet.name_cuts()
            self.told.note(sheet.setter, paper.name)
            self.told.left_out += of_paper(paper.name, sheet.left_out())
            self.canvas.showPage()
            return
        if isinstance(paper.content, Bilateral):
            self._meeting(volume, paper, place, level + 1)
            return
        for at, one in enumerate(volume.sheets.pop(paper.key)):
            self._begin(volume, page + at, place, shape)
            one.draw(self.canvas, shape)
            self.canvas.showPage()

    def _meeting(self, volume: _Volume, paper: PackPaper, place: str, level: int) -> None:
        key = volume.key(paper.key)
        fitted = volume.meetings.pop(paper.key)
        for at in range(fitted.pages):
            self._begin(volume, volume.pages[key] + at, place, self.shape)
            fitted.draw_page(self.canvas, at, prefix=f"{key}.", level=level)
            self.canvas.showPage()
        self.told.fills += fitted.fills(paper.name)
        self.told.left_out += of_paper(paper.name, fitted.left_out)
        self.told.too_long += of_paper(paper.name, fitted.brief.too_long)
        fitted.name_cuts()
        self.told.note(fitted.setter, paper.name)

    def _draw_annexes(self, volume: _Volume, annexes: Sequence[Annex]) -> None:
        language, page = volume.pack.language, volume.last
        for place, annex in enumerate(annexes):
            name = word("pack.annex_file", language, name=annex.name)
            self.told.papers.append((annex.name, page + 1))
            self._mark(volume.key(f"file:{place}"), name, 1 if volume.prefix else 0, self.shape)
            carrier = Carrier(self.canvas)
            with self.canvas.paper():
                for at, one in enumerate(annex.pages, 1):
                    page += 1
                    self._begin(volume, page, name, self.shape)
                    carrier.draw(one, word("pack.annex_page", language, name=name, n=at), self.shape)
                    self.canvas.showPage()

    def _begin(self, volume: _Volume, page: int, place: str, shape: Format) -> None:
        """Begin a page: its size, its furniture, and the way back to the contents."""
        pack = volume.pack
        self.canvas.setPageSize((shape.width, shape.height))
        furniture = self._furniture(pack, pack.name)
        if place:  # first, so that a long name never takes its room
            furniture = replace(furniture, product=place, subject=f"{furniture.product} · {pack.name}")
        draw_furniture(self.canvas, furniture, self.setter, page, self.pages, shape)
        if place and not self.only:
            link_back(self.canvas, volume.key("contents"), shape, pack.language)

    def _mark(self, key: str, name: str, level: int, shape: Format, *, folded: bool = False) -> None:
        self.canvas.bookmarkHorizontal(key, shape.left, shape.height - shape.top + 12)
        is_group = level == 0 and len(self.packs) > 1
        self.canvas.addOutlineEntry(name, key, level, closed=is_group or folded)

    def _refused(self, language: Language) -> list[str]:
        return [
            word("pack.missing_annex", language, name=file.name, why=word(file.why, language))
            for file in self.files
            if isinstance(file, Refusal)
        ]

    def _furniture(self, pack: EventPack, subject: str) -> Furniture:
        return Furniture(
            language=pack.language,
            product=word("pack.product", pack.language),
            subject=subject,
            marking=pack.marking,
            draft=pack.draft,
            number=pack.number,
            version=pack.version,
            unit=pack.unit,
            as_of=pack.as_of,
            printed_at=pack.printed_at,
        )
