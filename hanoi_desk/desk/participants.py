"""A participant's small fields, kept with the mission that looks after it."""

from datetime import date

from hanoi_desk.coverage import handed_over
from hanoi_desk.desk.refused import refuse_faulty, tidied
from hanoi_desk.records import Coverage, Participant, Record
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.store.titles import title


def keep_participant(
    store: Store,
    participant: Participant,
    lead: str | None,
    today: date,
    *others: Record,
    since: date | None = None,
) -> Participant:
    """Keep a participant, and which mission is in its lead, as one save; `others` go with them.

    The lead is handed over on the day `since`, or today when that is not known: the earlier one ends the day before.
    :raises Refused: when one of the records breaks a rule; nothing is then kept.
    """
    kept = tidied(participant)
    held = store.all(Query(Coverage, (("participant", "=", participant.id),)))
    turn = handed_over(held, participant.id, lead, since or today, dated=since is not None)
    beside = [tidied(other) for other in (*others, *turn.kept)]
    refuse_faulty([kept, *beside])
    with store.change(Action.EDIT_RECORD, title(kept)) as change:
        change.save(kept)
        for other in beside:
            change.save(other)
        for gone in turn.removed:
            change.delete(gone)
    return kept
