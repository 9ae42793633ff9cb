"""Reads one status file from its bytes."""

import hashlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import replace

from hanoi_desk.untc.dates import opening_day
from hanoi_desk.untc.errors import Fault, UntcError
from hanoi_desk.untc.plain import fold, tidy, without_marks, words_of
from hanoi_desk.untc.source import html_page, is_html, parse
from hanoi_desk.untc.status import EndNote, Remark, StatusFile, Why
from hanoi_desk.untc.table import read_tables, text_of

_CHAPTER = re.compile(r"(?:chapter|chapitre)?\s?([IVXLC]{1,10})\b", re.IGNORECASE)
_SUBCHAPTER = re.compile(r"(?:sub-?chapter |part )?([A-Z])(?=\s?[.):\-–—]|\Z)", re.IGNORECASE)
_FOOTER = re.compile(r"([IVXLC]{1,10})[ .-]((?:(?:[0-9]{1,4}[A-Za-z]?|[A-Za-z])[ -]?){1,4})\.")
_NUMBER = re.compile(r"[0-9]{1,4}[a-z]?(?:[ .-]?[0-9a-z]{1,3})?\Z", re.IGNORECASE)
_NUMBER_PART = re.compile(r"[0-9a-z]{1,5}(?:[ .-][0-9a-z]{1,5}){0,2}\Z", re.IGNORECASE)
_FRENCH = re.compile(r"\bchapitre\b|entree en vigueur|pas encore en vigueur|\badhesion|\bapprobation|\bacceptation")
_GLANCE = 200
_FIGURE = re.compile(r"([0-9]{1,5})[^\w]*\Z")
_NEGATION = re.compile(r"\b(?:not yet|pas encore|no longer|terminat|expir)")
_IN_FORCE = re.compile(r"^(?:entry into force|entered into force|entree en vigueur)\b")


def read_status(data: bytes) -> StatusFile:
    """Return what a UNTC status XML says; raise UntcError, and nothing else, for a file that is not one.

    Nothing is guessed: what cannot be read is in `unread`, what should be asked about in `doubts`.
    """
    root, repairs = parse(data)
    treaty = _treaty(root)
    external = treaty.find("Header/ExternalData")
    external = ET.Element("ExternalData") if external is None else external
    conclusion = words_of(text_of(external.find("Conclusion")))
    label, text = (words_of(text_of(external.find(path))) for path in ("EIF/Label", "EIF/Labeltext"))
    tables = read_tables(treaty.find("Participants"), conclusion)
    number = _number(treaty)
    titles = [words_of(text_of(external.find(tag))) for tag in ("Subtitlesect", "Titlesect")]
    signatories, parties = (_figure(external.find(f"Status/{tag}")) for tag in ("Signatories", "Parties"))
    file = StatusFile(
        number=number,
        chapter_title=words_of(text_of(treaty.find("Header/Chapter/Name"))),
        title=next(filter(None, titles), ""),
        conclusion=conclusion,
        entry_into_force_label=label,
        entry_into_force_text=text,
        in_force_on=opening_day(text) if _says_in_force(label) else None,
        header_signatories=signatories,
        header_parties=parties,
        custom_text=words_of(text_of(external.find("Status/CustomText"))),
        language=_language(treaty, label, tables.headings),
        headings=tuple(tables.headings),
        open_to_signature=tables.open_to_signature,
        rows=tuple(tables.rows),
        texts=_texts(external),
        end_notes=_end_notes(treaty),
        repairs=repairs,
        unread=tuple(tables.unread),
        doubts=tuple(tables.doubts),
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
    )
    return replace(file, doubts=(*file.doubts, *_doubts(root, external, file)))


def _treaty(root: ET.Element) -> ET.Element:
    """Return the treaty, or refuse a file that is XML and something else."""
    if is_html(root.tag):
        raise html_page()
    treaty = root.find("Treaty") if root.tag == "Document" else None
    if treaty is None or (treaty.find("Header") is None and treaty.find("Participants") is None):
        raise UntcError(Fault.NOT_UNTC, "This is XML, but not a status file of the UN Treaty Collection.")
    return treaty


def _number(treaty: ET.Element) -> str | None:
    """Return the number as the depositary cites it ("XVIII-12-a", "XI-B-16"), or None if it is not plain.

    Some chapters have lettered parts; where SubChapter does not show the letter, the footer's own number does.
    """
    chapter = _CHAPTER.match(words_of(text_of(treaty.find("Header/Chapter/Header"))))
    part = _SUBCHAPTER.match(words_of(text_of(treaty.find("Header/Chapter/SubChapter"))))
    section, subsection = (
        words_of(text_of(treaty.find(f"Header/ExternalData/{tag}"))).rstrip(".") for tag in ("Numsect", "Subnumsect")
    )
    footer = _FOOTER.match(words_of(text_of(treaty.find("Footer"))))
    cited = [footer[1].upper(), *re.split(r"[ -]+", footer[2].strip(" -"))] if footer else []
    if not chapter or not _NUMBER.match(section) or (subsection and not _NUMBER_PART.match(subsection)):
        return "-".join(cited) or None
    own = re.split(r"[ .-]+", f"{section} {subsection}".strip())
    if part:
        return "-".join([chapter[1].upper(), part[1].upper(), *own])
    if len(cited) == len(own) + 2 and cited[0] == chapter[1].upper() and cited[2:] == own:
        return "-".join(cited)
    return "-".join([chapter[1].upper(), *own])


def _says_in_force(label: str) -> bool:
    """Tell whether the entry-into-force label is that of a treaty in force."""
    words = fold(label[:_GLANCE])
    return bool(_IN_FORCE.match(words)) and not _NEGATION.search(words)


def _figure(element: ET.Element | None) -> int | None:
    """Return a header figure without its footnote mark; None if missing or anything but one number."""
    found = _FIGURE.match(without_marks(text_of(element))[0])
    return int(found[1]) if found else None


def _language(treaty: ET.Element, label: str, headings: Iterable[tuple[str, ...]]) -> str:
    """Return "fr" if the chapter, the entry-into-force label or a heading is French, else "en"."""
    chapter = text_of(treaty.find("Header/Chapter/Header"))
    words = fold(
        " | ".join([tidy(chapter[:_GLANCE]), label[:_GLANCE], *(heading for table in headings for heading in table)])
    )
    return "fr" if _FRENCH.search(words) else "en"


def _texts(external: ET.Element) -> tuple[str, ...]:
    """Return the texts and notes under the title, in order."""
    paths = ("TreatyText/Text", "TreatyNote/Text", "Status/Notes/Note")
    found = (words_of(text_of(element)) for path in paths for element in external.findall(path))
    return tuple(filter(None, found))


def _end_notes(treaty: ET.Element) -> tuple[EndNote, ...]:
    return tuple(
        EndNote(
            index=tidy(text_of(note.find("index"))),
            text=" ".join(filter(None, (words_of(text_of(text)) for text in note.findall("text")))),
        )
        for note in treaty.findall("EndNotes/Note")
    )


def _doubts(root: ET.Element, external: ET.Element, file: StatusFile) -> tuple[Remark, ...]:
    """Return what to ask about the file as a whole."""
    asked: list[tuple[Why, str]] = []
    if file.number is None:
        asked.append((Why.NUMBER_UNCLEAR, words_of(text_of(root.find("Treaty/Footer")))))
    if len(root.findall("Treaty")) > 1:
        asked.append((Why.SEVERAL_TREATIES, ""))
    if root.find("Treaty/SpecialTables/Table") is not None:
        asked.append((Why.SPECIAL_TABLES, ""))
    status = external.find("Status")
    for tag, header, counted in (
        ("Signatories", file.header_signatories, file.signatories),
        ("Parties", file.header_parties, file.instruments),
    ):
        raw = words_of(text_of(external.find(f"Status/{tag}")))
        if raw and header is None:
            asked.append((Why.FIGURE_UNREAD, f"{tag}: {raw}"))
        elif status is not None and not raw and counted and not file.custom_text:
            asked.append((Why.FIGURE_MISSING, f"{tag}: {counted}"))
    return tuple(Remark(name="", column="", raw=raw, why=why) for why, raw in asked)
