"""Making a desk: the shipped register and record in it, and who uses it."""

from dataclasses import replace

from hanoi_desk.desk.refused import refuse_faulty, tidied
from hanoi_desk.desk.register import register
from hanoi_desk.records import Mission, Officer
from hanoi_desk.storage import RECOVERY
from hanoi_desk.store import Action, Store


def start_desk(store: Store, mission: Mission | None = None, officer: Officer | None = None) -> None:
    """Fill a new desk with the participants, treaties, first record and messages, and note who uses it.

    :raises Refused: when the mission or the officer has no name.
    """
    if officer and mission:
        officer = replace(officer, mission=mission.id)
    own = [tidied(record) for record in (mission, officer) if record]
    refuse_faulty(own)
    with store.change(Action.START_DESK) as change:
        for record in [*register(), *own]:
            change.save(record)
    if mission:
        store.set_local("mission", mission.id)
    if officer:
        store.set_local("officer", officer.id)


def author(store: Store) -> str | None:
    """Return the officer who uses the desk, None where nobody is named or there is no record of the one who is.

    A key may open a desk that has no record of its holder, such as a backup from before the officer came: what is
    written then has an author in the log of changes alone.
    """
    return store.who if store.get(Officer, store.who) else None


def work_as(store: Store, officer: Officer) -> Officer:
    """Let the desk be used by an officer, known or new, from now on; what others wrote stays theirs.

    On a desk that opens with a passphrase, the person whose passphrase it was stays the author of what is written;
    where the desk has no record of them yet, a new officer is that person.
    :raises Refused: when the officer has no name; nothing is then kept.
    """
    kept = tidied(officer)
    if store.opened is not None and store.opened.who != RECOVERY and author(store) is None:
        is_new = store.get(Officer, kept.id) is None
        kept = replace(kept, id=store.who) if is_new else kept
    refuse_faulty([kept])
    with store.change(Action.EDIT_RECORD, kept.name) as change:
        change.save(kept)
    if store.opened is None:
        store.set_local("officer", kept.id)
    return kept
