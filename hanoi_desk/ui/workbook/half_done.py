"""What was decided of a workbook that is not taken in yet: kept as a draft, and decided again when it comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hanoi_desk.workbook.mapping import BadMapping, Plan, plan_from_json, plan_to_json


@dataclass(frozen=True, slots=True)
class HalfDone:
    """The file with its digest, the step one had come to (from 0), how the sheet is read, and what was answered.

    `answers` is what `QuestionsStep.answers` gives, `ticked` the rows that are to be taken though changed here too.
    """

    path: str
    digest: str
    step: int
    plan: Plan
    answers: Mapping[str, Any] = field(default_factory=dict)
    ticked: tuple[int, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "path": self.path,
            "digest": self.digest,
            "step": self.step,
            "plan": plan_to_json(self.plan),
            "answers": dict(self.answers),
            "ticked": list(self.ticked),
        }


def half_done(value: Mapping[str, Any]) -> HalfDone | None:
    """Return what `to_json` gave, None for what is none, whatever it holds."""
    try:
        return HalfDone(
            str(value["path"]),
            str(value["digest"]),
            int(value["step"]),
            plan_from_json(str(value["plan"])),
            dict(value["answers"]),
            tuple(map(int, value["ticked"])),
        )
    except (KeyError, TypeError, ValueError, BadMapping):
        return None
