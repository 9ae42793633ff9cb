"""What lies in the folder of a desk, and what can be wrong with it.

`manifest.json` tells what there is, `<kind>.jsonl` has the records of a kind, `files/<SHA-256>` the files that they
keep. These names are fixed: a name that stands in the folder is never used as a path. The tables (`*.csv`) are for
people and are never read back.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hanoi_desk.records import Attachment, Issue, Record, Source

FORMAT = "hanoi-desk-folder"
VERSION = 1

MANIFEST = "manifest.json"
FILES = "files"

#: The longest of each, in bytes. A record has at most some twenty texts of 60,000 bytes.
MANIFEST_LIMIT = 64 * 1024 * 1024
LINE_LIMIT = 2 * 1024 * 1024
FILE_LIMIT = 512 * 1024 * 1024

DIGEST = re.compile(r"[0-9a-f]{64}")


def lines_name(kind: type[Record]) -> str:
    """Return the name of the file with the records of a kind."""
    return f"{kind.table}.jsonl"


def kept_file(record: Record) -> tuple[str, str]:
    """Return the name and SHA-256 of the file that a record keeps, both empty when it keeps none."""
    match record:
        case Source():
            return record.file_name, record.file_sha256
        case Attachment():
            return record.name, record.sha256
    return "", ""


class FolderFault(StrEnum):
    """What can be wrong with a folder or a line in it, by its name in the catalogue of errors after `folder.`."""

    NOT_EMPTY = "not_empty"
    NO_MANIFEST = "no_manifest"
    BAD_MANIFEST = "bad_manifest"
    TOO_NEW = "too_new"
    MISSING_FILE = "missing_file"
    CHANGED_FILE = "changed_file"
    TOO_LARGE = "too_large"
    WRONG_COUNT = "wrong_count"
    UNKNOWN_KIND = "unknown_kind"
    UNUSED_FILE = "unused_file"
    LONG_LINE = "long_line"
    NOT_UTF_8 = "not_utf_8"
    NOT_JSON = "not_json"
    NOT_AN_ID = "not_an_id"
    ID_TWICE = "id_twice"
    OTHER_KIND = "other_kind"
    FIELD_TWICE = "field_twice"
    UNKNOWN_FIELD = "unknown_field"
    NO_VALUE = "no_value"
    WRONG_VALUE = "wrong_value"
    NO_SUCH_RECORD = "no_such_record"
    SECRET_MARK = "secret_mark"  # the value is the mark


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that cannot be taken, and where it stands: file, line (from 1; 0 for the whole file) and field."""

    why: FolderFault | Issue
    file: str = ""
    line: int = 0
    field: str = ""
    value: str = ""


class FolderError(Exception):
    """A folder that cannot be written or read as a whole."""

    def __init__(self, why: FolderFault | Issue, file: str = "", value: str = "") -> None:
        super().__init__(f"{file}: {why}")
        self.refusal = Refusal(why, file, value=value)
        self.gaps: Mapping[str, object] = {}

    @property
    def key(self) -> str:
        """The name in the catalogue of errors."""
        why = self.refusal.why
        return f"folder.{why.value}" if isinstance(why, FolderFault) else "folder.not_taken"
