"""Steps at home noted by hand: planned, done, or not part of a State's procedure; never a signature or a deposit."""

from dataclasses import replace

from hanoi_desk.desk.refused import refuse_faulty, tidied
from hanoi_desk.records import DomesticStep, Proof, Record, Source, SourceKind, StepState
from hanoi_desk.store import Action, Store

#: Sources that prove a step by themselves; what press or third parties say stays a report.
PROVING = frozenset(
    {SourceKind.DEPOSITARY, SourceKind.OFFICIAL_STATEMENT, SourceKind.NOTE_VERBALE, SourceKind.OUR_RECORD}
)


def record_step(store: Store, step: DomesticStep, source: Source | None = None) -> DomesticStep:
    """Keep a step, new or mended, with the source that it rests on, as one save; return it as it is kept.

    A step that is done is verified with a date and a source of the State's own or ours, or a contact on file; without
    one of them it is kept as unverified and marked so wherever it is shown.
    :raises Refused: when the step or the source breaks a rule.
    """
    kept_source = tidied(source) if source else None
    known = kept_source or (store.get(Source, step.source) if step.source else None)
    rests = (known is not None and known.kind in PROVING) or step.outreach is not None
    proven = step.state is StepState.DONE and step.on is not None and rests
    kept = tidied(
        replace(step, source=known.id if known else None, proof=Proof.VERIFIED if proven else Proof.UNVERIFIED)
    )
    records: list[Record] = [record for record in (kept_source, kept) if record]
    refuse_faulty(records)
    with store.change(Action.RECORD_STEP, kept.text) as change:
        for record in records:
            change.save(record)
    return kept
