"""Files kept inside the desk and hung on records: the bytes once, by hash; the name as words, never as a path."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from hanoi_desk.file_names import media_type, safe_name
from hanoi_desk.records import Attachment, Record
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.text import secret_word

#: The largest file, and the most that is attached at once, in bytes.
FILE_LIMIT = 20 * 1024 * 1024
TOGETHER_LIMIT = 5 * FILE_LIMIT


class FileFault(StrEnum):
    """Why a file is not attached."""

    TOO_LARGE = "too_large"
    TOO_MUCH = "too_much"  # all of them together
    EMPTY = "empty"
    SECRET_MARK = "secret_mark"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file that is not attached, by its cleaned name; `mark` is the mark of a State secret in it."""

    name: str
    why: FileFault
    mark: str = ""

    @property
    def key(self) -> str:
        """The name in the catalogue of errors."""
        return f"attachment.{self.why.value}"

    @property
    def gaps(self) -> Mapping[str, object]:
        """What fills the sentences; the limit is in MB."""
        most = TOGETHER_LIMIT if self.why is FileFault.TOO_MUCH else FILE_LIMIT
        return {"name": self.name, "n": most // (1024 * 1024), "mark": self.mark}


class NotAttached(Exception):
    """Raised before anything is kept, with every file that is in the way."""

    def __init__(self, files: Sequence[BadFile]) -> None:
        super().__init__(", ".join(file.why for file in files))
        self.files = tuple(files)

    @property
    def key(self) -> str:
        """The name of the first one's fault in the catalogue of errors."""
        return self.files[0].key

    @property
    def gaps(self) -> Mapping[str, object]:
        """What fills the sentences of the first one."""
        return self.files[0].gaps


def attach_files(
    store: Store, record: Record, files: Sequence[tuple[str, bytes]], today: date, *, cleared: bool = False
) -> list[Attachment]:
    """Keep files, each a name and its bytes, and hang them on a record as one save; return what hangs there now.

    A file that hangs there already under that name is not hung there twice. `cleared`: a person has said that a name
    with a mark in capitals is no State secret.
    :raises NotAttached: when one of them may not be kept; then none is.
    """
    if bad := list(_bad(files, cleared)):
        raise NotAttached(bad)
    held = {(one.name, one.sha256): one for one in attachments(store, record)}
    hung: list[Attachment] = []
    with store.change(Action.ATTACH_FILE, ", ".join(safe_name(name) for name, _ in files)) as change:
        for name, data in files:
            kept = safe_name(name)
            digest = sha256(data).hexdigest()
            if (kept, digest) not in held:
                change.keep_file(kept, data)
                held[kept, digest] = change.save(_attachment(kept, digest, len(data), record, today))
            hung.append(held[kept, digest])
    return hung


def attachments(store: Store, *records: Record) -> list[Attachment]:
    """Return the files that hang on these records, in the order in which they were added."""
    found: list[Attachment] = store.all(Query(Attachment, (("record", "in", [record.id for record in records]),)))
    return found


def _attachment(name: str, digest: str, size: int, record: Record, today: date) -> Attachment:
    return Attachment(
        name=name,
        sha256=digest,
        size=size,
        record_table=record.table,
        record=record.id,
        media_type=media_type(name),
        added_on=today,
    )


def _bad(files: Sequence[tuple[str, bytes]], cleared: bool) -> Iterable[BadFile]:
    for name, data in files:
        mark = None if cleared else secret_word(name) or secret_word(safe_name(name))
        if mark:
            yield BadFile(safe_name(name), FileFault.SECRET_MARK, mark)
        elif not data:
            yield BadFile(safe_name(name), FileFault.EMPTY)
        elif len(data) > FILE_LIMIT:
            yield BadFile(safe_name(name), FileFault.TOO_LARGE)
    if sum(len(data) for _, data in files) > TOGETHER_LIMIT:
        yield BadFile("", FileFault.TOO_MUCH)
