"""A participant's small fields, kept with the mission that looks after it."""

from datetime import date

from hanoi_desk.coverage import Turn, begun, covers, handed_over
from hanoi_desk.desk.missions import refuse_clashing
from hanoi_desk.desk.refused import refuse_faulty, tidied
from hanoi_desk.records import Coverage, CoverageRole, Participant, Record
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.store.titles import title


def keep_participant(
    store: Store,
    participant: Participant,
    lead: str | None,
    today: date,
    *others: Record,
    since: date | None = None,
    dated: bool = False,
) -> Participant:
    """Keep a participant, and which mission is in its lead, as one save; `others` go with them.

    A lead is handed over today, or on the day `since`: the earlier one ends the day before. With `dated` the lead that
    stands is given `since` as its first day, None for from ever.
    :raises Refused: when one of the records breaks a rule, as Overlapping when two would lead on a day; nothing is
        then kept.
    """
    kept = tidied(participant)
    held: list[Coverage] = store.all(Query(Coverage, (("participant", "=", participant.id),)))
    now = next((c for c in held if c.role is CoverageRole.LEAD and covers(c, today)), None)
    if now and now.mission == lead:
        turn = begun(held, now, since) if dated else Turn()
    else:
        turn = handed_over(held, participant.id, lead, since or today, dated=since is not None)
    refuse_clashing(held, turn)
    beside = [tidied(other) for other in (*others, *turn.kept)]
    refuse_faulty([kept, *beside])
    with store.change(Action.EDIT_RECORD, title(kept)) as change:
        change.save(kept)
        for other in beside:
            change.save(other)
        for gone in turn.removed:
            change.delete(gone)
    return kept
