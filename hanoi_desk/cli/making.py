"""The commands that make a desk file: a new one, and the sample."""

from collections.abc import Callable
from pathlib import Path

from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.desk import Refused, start_desk, start_sample
from hanoi_desk.language import Language, word, word_key
from hanoi_desk.records import Mission, MissionKind, Officer
from hanoi_desk.storage import FirstKey, Place, place_of, refuse_shared
from hanoi_desk.store import Store, StoreError, StoreErrorCode
from hanoi_desk.store.making import make_desk
from hanoi_desk.text import fold

#: A passphrase shorter than this many letters is refused.
_SHORTEST = 12


def new(call: Call) -> None:
    """Make a desk with the register and the first record in it."""
    own, name = call.asked.mission.strip(), call.asked.officer.strip()
    mission = Mission(kind=_kind_of(own), name_en=own) if own else None
    passphrase = call.given_passphrase()
    officer = Officer(name=name) if name else None
    if passphrase is not None and len(passphrase) < _SHORTEST:
        raise ClearNo(call.console.error("short_passphrase", n=_SHORTEST))
    first = FirstKey(officer.id if officer else "", name, passphrase) if passphrase is not None else None

    def fill(store: Store) -> None:
        try:
            start_desk(store, mission, officer)
        except Refused as refused:
            issue = refused.faults[0].problem.issue
            raise ClearNo(call.console.word(f"issue.{issue}")) from refused

    _make(call, fill, first)
    call.console.say(call.console.word("cli.made", path=call.asked.desk))


def sample(call: Call) -> None:
    """Make the sample desk."""
    _make(call, start_sample)
    call.console.say(call.console.word("cli.made_sample", path=call.asked.desk))


def _make(call: Call, fill: Callable[[Store], None], first: FirstKey | None = None) -> None:
    """Make a desk file, or leave none behind.

    :raises StoreError: EXISTS when there is already a file, even an empty one, and whatever keeps it from being made.
    """
    path: Path = call.asked.desk
    call.refuse_marked(path)
    refuse_shared(path)
    if path.exists():
        raise StoreError(StoreErrorCode.EXISTS, path=str(path))
    make_desk(path, fill, installation=call.settings.installation, first=first)
    if place_of(path) is Place.SYNCED:
        call.console.warn(call.console.word("cli.made_synced"))


def _kind_of(name: str) -> MissionKind:
    """Return the kind that the name of a mission says it is; most of those who use the desk sit in an embassy."""
    for kind in MissionKind:
        if any(fold(word(word_key(kind), language)) in fold(name) for language in Language):
            return kind
    return MissionKind.EMBASSY
