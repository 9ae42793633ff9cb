"""One call of the command line, as every command gets it."""

import getpass
import os
import sys
from argparse import Namespace
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from hanoi_desk.cli.console import ClearNo, Console, is_typed
from hanoi_desk.errors import told
from hanoi_desk.settings import Settings
from hanoi_desk.storage import is_encrypted
from hanoi_desk.store import Store, StoreError, StoreErrorCode
from hanoi_desk.text import secret_word
from hanoi_desk.treaty import NEW_YORK

_LONGEST_PASSPHRASE = 4096


@dataclass(frozen=True, slots=True)
class Call:
    """What was asked, who is answered, and the aware moment of the call."""

    asked: Namespace
    console: Console
    settings: Settings
    now: datetime

    def open_desk(self, *, to_write: bool = False) -> Store:
        """Open the desk that the call names; to write in it, no other program may have it open.

        :raises StoreError: when it cannot be opened.
        """
        desk: Path = self.asked.desk
        return Store.open(
            desk,
            installation=self.settings.installation,
            passphrase=self.passphrase(desk),
            held_at=self.now.replace(tzinfo=None) if to_write else None,
        )

    def passphrase(self, desk: Path) -> str | None:
        """Return the passphrase for a desk that has keys: from --passphrase-fd, or asked for at a terminal.

        It never comes from an argument, which other users of the computer can see.
        :raises ClearNo: when the number names no open file.
        """
        if not is_encrypted(desk):
            return None
        return self.given_passphrase() or self._asked_passphrase()

    def given_passphrase(self) -> str | None:
        """Return the first line of the file whose number --passphrase-fd gives; None without that option.

        :raises ClearNo: when the number names no open file.
        """
        number: int | None = getattr(self.asked, "passphrase_fd", None)
        if number is None:
            return None
        try:
            with os.fdopen(os.dup(number), encoding="utf-8-sig") as file:  # PowerShell writes a mark first
                return file.readline(_LONGEST_PASSPHRASE).rstrip("\r\n")
        except (OSError, ValueError, OverflowError) as error:
            raise ClearNo(self.console.error("unread_passphrase", number=number)) from error

    def _asked_passphrase(self) -> str | None:
        if not is_typed(sys.stdin):
            return None
        return getpass.getpass(self.console.word("cli.passphrase") + " ")

    def moment(self) -> datetime:
        """Return noon in New York, where the depositary works, on the day asked for with --on; or else this moment."""
        on: date | None = self.asked.on
        return datetime.combine(on, time(12), NEW_YORK) if on else self.now

    def refuse_marked(self, path: Path) -> None:
        """Let a file name pass that bears no mark of a State secret.

        :raises ClearNo: when it bears one.
        """
        if mark := secret_word(path.name):
            raise ClearNo(secret_sentence(self.console, mark))

    def refuse_ending(self, path: Path, *known: str) -> None:
        """Let a file pass whose name ends in one of these, in any case: its ending says as what it is written.

        :raises ClearNo: for any other.
        """
        if path.suffix.lower() not in known:
            raise ClearNo(self.console.error("output.ending", name=path.name, known=" / ".join(known)))

    def refuse_to_overwrite(self, target: Path, beginning: bytes) -> None:
        """Let a target pass that is new, empty, or of the same kind, told by its first bytes: never a desk by a slip.

        :raises ClearNo: when another kind of file stands there.
        """
        if target.is_file() and target.stat().st_size:
            with target.open("rb") as file:
                if file.read(len(beginning)) != beginning:
                    raise ClearNo(store_sentence(self.console, StoreError(StoreErrorCode.EXISTS, path=str(target))))


def secret_sentence(console: Console, mark: str) -> str:
    """Return what to say where a mark of a State secret stands."""
    return f"{console.word('notice.secret_word', mark=mark)} {console.word('notice.after_mistake')}"


def store_sentence(console: Console, error: StoreError) -> str:
    """Return what the machine did and what to do, in one line."""
    return told(error, console.language).line


def file_sentence(console: Console, error: OSError, path: Path | None = None) -> str:
    """Return why a file, or the answer itself, cannot be read or written, in one line."""
    return told(error, console.language, path).line
