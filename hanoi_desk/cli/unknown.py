"""What to say of a name that no State or organization goes by."""

from hanoi_desk.cli.console import Console
from hanoi_desk.language import name_of
from hanoi_desk.names import NameIndex
from hanoi_desk.records import Participant
from hanoi_desk.store import Store

_SUGGESTED = 5


def unknown_country(store: Store, names: NameIndex, wanted: str, console: Console) -> str:
    """Return that no one goes by the name, and who may be meant; nothing is ever guessed."""
    alike = store.many(Participant, names.complete(wanted, _SUGGESTED))
    said = console.error("no_country", name=wanted)
    if not alike:
        return said
    return f"{said} {console.word('cli.meant', names='; '.join(name_of(p, console.language) for p in alike))}"
