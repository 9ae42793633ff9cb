"""Briefing packs: kept with their texts, copied, deleted, and frozen as editions under numbers of a register."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from typing import Protocol

from hanoi_desk.desk.refused import refuse_faulty, tidied
from hanoi_desk.desk.start import author
from hanoi_desk.document_numbers import is_number_taken
from hanoi_desk.file_names import media_type, safe_name
from hanoi_desk.records import Attachment, Pack, PackEdition, PackText, Record, new_id
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.store.search import WORDS_NOTE


class NumberTaken(Exception):
    """The number of a document that another edition bears already, which a number never does twice."""

    key = "document.number_taken"

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.gaps = {"number": number}


class Printed(Protocol):
    """What an edition is frozen from: a document as it was drawn."""

    @property
    def content(self) -> bytes:
        """The file."""

    @property
    def words(self) -> str:
        """All that the document says, as plain text."""

    @property
    def pages(self) -> int:
        """How many pages it has."""

    @property
    def number(self) -> str:
        """Its number in the register."""

    @property
    def version(self) -> int:
        """Which edition of its pack it is."""

    @property
    def data(self) -> str:
        """What a later edition compares itself with, as JSON."""

    @property
    def as_of(self) -> datetime:
        """The aware moment of its newest data."""

    @property
    def file_name(self) -> str:
        """The name of its file."""


# ---- packs ----


def save_pack(store: Store, pack: Pack, texts: Sequence[PackText]) -> Pack:
    """Keep a pack with exactly these texts, in this order, as one save; texts that it had beside them go.

    :raises Refused: when the pack or a text breaks a rule; nothing is then kept.
    """
    kept = tidied(pack)
    own = [tidied(replace(text, pack=kept.id, position=at)) for at, text in enumerate(texts)]
    refuse_faulty([kept, *own])
    wanted = {text.id for text in own}
    with store.change(Action.EDIT_PACK, kept.name) as change:
        change.save(kept)
        for text in own:
            change.save(text)
        for text in _texts(store, kept):
            if text.id not in wanted:
                change.delete(text)
    return kept


def copy_pack(store: Store, pack: Pack, name: str) -> Pack:
    """Keep a copy of a pack under another name, with its texts and without its editions; return the copy.

    :raises Refused: when the name is empty.
    """
    copy = replace(pack, id=new_id(), name=name)
    return save_pack(store, copy, [replace(text, id=new_id()) for text in _texts(store, pack)])


def delete_pack(store: Store, pack: Pack) -> None:
    """Delete a pack with its texts and its editions as one save; undo brings all of them back.

    Numbers of its editions are not given to others.
    """
    found = editions(store, pack)
    ids = [edition.id for edition in found]
    files: list[Attachment] = store.all(Query(Attachment, (("record", "in", ids),))) if ids else []
    going: list[Record] = [*_texts(store, pack), *files, *found, pack]
    with store.change(Action.DELETE_RECORD, pack.name) as change:
        for record in going:
            change.delete(record)


# ---- editions ----


def freeze_edition(
    store: Store, pack: Pack, document: Printed, today: date, *, copies: int = 0, officer: str = ""
) -> PackEdition:
    """Keep a document as an edition of its pack: number, data, and the file inside the desk; return the edition.

    Its words are kept beside the file, so that a person can be found in it and erased. Without an `officer` it is the
    one who uses the desk.
    :raises NumberTaken: when another edition bears the number, or none is given.
    """
    if not document.number or is_number_taken(store, document.number):
        raise NumberTaken(document.number)
    name = safe_name(document.file_name)
    edition = PackEdition(
        pack=pack.id,
        number=document.version,
        document=document.number,
        as_of=document.as_of.isoformat(),
        made_on=today,
        data_sha256=sha256(document.data.encode()).hexdigest(),
        data=document.data,
        file_name=name,
        file_sha256=sha256(document.content).hexdigest(),
        pages=document.pages,
        copies=copies,
        officer=officer or author(store),
    )
    refuse_faulty([edition])
    words = document.words.encode()
    files = ((name, document.content, ""), (f"{document.number}.txt", words, WORDS_NOTE))
    with store.change(Action.FREEZE_EDITION, document.number) as change:
        change.save(edition)
        for file_name, content, note in files:
            digest = change.keep_file(file_name, content)
            change.save(
                Attachment(
                    name=file_name,
                    sha256=digest,
                    size=len(content),
                    record_table=edition.table,
                    record=edition.id,
                    media_type=media_type(file_name),
                    added_on=today,
                    note=note,
                )
            )
    return edition


def editions(store: Store, pack: Pack) -> list[PackEdition]:
    """Return the editions of a pack, the newest first."""
    found: list[PackEdition] = store.all(Query(PackEdition, (("pack", "=", pack.id),), order_by=("-number", "-as_of")))
    return found


def edition_file(store: Store, edition: PackEdition) -> bytes | None:
    """Return the file of an edition as it was printed; None where it was removed, when a person in it was erased."""
    return store.file(edition.file_sha256) if edition.file_sha256 else None


def _texts(store: Store, pack: Pack) -> list[PackText]:
    found: list[PackText] = store.all(Query(PackText, (("pack", "=", pack.id),), order_by="position"))
    return found
