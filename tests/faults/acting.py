"""A program that begins one act of a desk each time it is asked, in a child of its own that a test may kill.

It has everything loaded already, so that a child is there at once. Each line of its input is a JSON list: the act, the
folder in which the desk lies, and the folder with what comes from outside. It answers with the child's number, and once
that has ended with the signal that ended it and whether the act was told as done.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from workbook.taking import compared

from hanoi_desk.desk import attach_files, freeze_edition
from hanoi_desk.desk.backups import make_backup, note_backup
from hanoi_desk.desk.exchange_folder import compare_folder, import_folder
from hanoi_desk.desk.status import compare_status, import_status
from hanoi_desk.desk.workbook import import_workbook
from hanoi_desk.document_numbers import next_document_number
from hanoi_desk.folder import read_folder, write_folder
from hanoi_desk.language import Language
from hanoi_desk.records import FollowUp, Pack, fixed_id
from hanoi_desk.schema import migrations
from hanoi_desk.settings import Settings
from hanoi_desk.settings import save as save_settings
from hanoi_desk.storage import Cost, FirstKey, change_data_key, encrypt, read_keys, restore, unlocked
from hanoi_desk.store import Query, Store
from hanoi_desk.untc import read_status
from hanoi_desk.workbook import read_sheets

WORDS = "chín nhịp cầu Đuống đỏ nặng"
CHEAP = Cost(1024, 1, 1)
AN = FirstKey(fixed_id("officer", "an"), "An", WORDS, CHEAP)
NOW = datetime(2026, 11, 22, 8, 0)  # noqa: DTZ001 - the laptop's own time, as it stands in a file's name
TODAY = date(2026, 11, 22)


def opened(folder: Path) -> Store:
    return Store.open(folder / "desk.hdesk", passphrase=WORDS)


def take_folder(folder: Path, outside: Path) -> None:
    with opened(folder) as store:
        import_folder(store, compare_folder(store, read_folder(outside / "export")))


def take_workbook(folder: Path, outside: Path) -> None:
    with opened(folder) as store:
        sheet = read_sheets(outside / "book.csv").sheets[0]
        import_workbook(store, compared(store, sheet, TODAY))


def take_status(folder: Path, outside: Path) -> None:
    data = (outside / "status.xml").read_bytes()
    with opened(folder) as store:
        comparison = compare_status(store, read_status(data), TODAY)
        import_status(store, comparison, comparison.takeable, data, "status.xml", TODAY)


def attach(folder: Path, outside: Path) -> None:
    with opened(folder) as store:
        task = store.all(Query(FollowUp, order_by="what", limit=1))[0]
        attach_files(store, task, [(one.name, one.read_bytes()) for one in sorted(outside.glob("*.pdf"))], TODAY)


@dataclass(frozen=True)
class Printed:
    """A document as it was drawn."""

    content: bytes
    number: str
    words: str = "what it says"
    pages: int = 1
    version: int = 1
    data: str = "{}"
    as_of: datetime = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
    file_name: str = "pack.pdf"


def freeze(folder: Path, outside: Path) -> None:
    with opened(folder) as store:
        pack = store.all(Query(Pack, limit=1))[0]
        content = b"".join(one.read_bytes() for one in sorted(outside.glob("*.pdf")))
        freeze_edition(store, pack, Printed(content, next_document_number(store, 2026)), TODAY)


def back_up(folder: Path, outside: Path) -> None:
    with opened(folder) as store:
        note_backup(store, make_backup(store, folder / "copies", NOW))


def put_back(folder: Path, outside: Path) -> None:
    backup = next((outside / "copies").glob("*.hdesk"))
    key = unlocked(backup, WORDS)
    restore(backup, folder / "desk.hdesk", migrations, NOW, key.key if key else None)


def export(folder: Path, outside: Path) -> None:
    with opened(folder) as store:
        write_folder(store, folder / "out", Language.VI, NOW.replace(tzinfo=UTC))


def lock(folder: Path, outside: Path) -> None:
    path = folder / "desk.hdesk"
    if (found := unlocked(path, WORDS)) is None:
        encrypt(path, AN)
    else:
        change_data_key(path, read_keys(path), found, AN)


def keep_settings(folder: Path, outside: Path) -> None:
    for number in range(20):
        save_settings(Settings(language="vi", last_desk=f"{number}" * 200), folder / "settings")


ACTS: dict[str, Callable[[Path, Path], None]] = {
    "take_folder": take_folder,
    "take_workbook": take_workbook,
    "take_status": take_status,
    "attach": attach,
    "freeze": freeze,
    "back_up": back_up,
    "put_back": put_back,
    "export": export,
    "lock": lock,
    "keep_settings": keep_settings,
}


def main() -> None:
    for line in sys.stdin:
        act, folder, outside = json.loads(line)
        hear, tell = os.pipe()
        child = os.fork()
        if child == 0:
            ACTS[act](Path(folder), Path(outside))
            os.write(tell, b"done")
            os._exit(0)
        os.close(tell)
        print(child, flush=True)
        _, ended = os.waitpid(child, 0)
        print(json.dumps([ended & 0x7F or -(ended >> 8), os.read(hear, 4) == b"done"]), flush=True)
        os.close(hear)


if __name__ == "__main__":
    main()
