"""The briefs for the fixed meetings of an event, as papers of its pack (pdf-products.md, section 4, part G)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hanoi_desk.briefing.bilateral_values import Bilateral
from hanoi_desk.briefing.pack_values import PackPaper, Part
from hanoi_desk.briefing.points import OURS
from hanoi_desk.language import Language, clock, short_date, word
from hanoi_desk.programme import in_order
from hanoi_desk.records import Marking, Meeting, MeetingState


def fixed_meetings(meetings: Sequence[Meeting], keys: Mapping[str, str]) -> list[Meeting]:
    """Return the confirmed meetings with States of the pack, in their order; `keys` are those of its States by id."""
    return [
        meeting
        for meeting in in_order(meetings)
        if meeting.state is MeetingState.CONFIRMED and keys.get(meeting.participant or "", OURS) != OURS
    ]


def meeting_paper(
    meeting: Meeting, brief: Bilateral, marking: Marking, distribution: Sequence[str], language: Language
) -> PackPaper:
    """Return the brief for a meeting as a paper of a pack, under the marking of the pack and for its readers."""
    copy_on_file = brief.distribution[-1:]
    readers = (*distribution, *copy_on_file) if distribution else brief.distribution
    hour = clock(meeting.time, language, brief=True) if meeting.time else ""
    return PackPaper(
        key=f"meeting:{meeting.id}",
        name=word("pack.meeting_name", language, name=brief.name, day=short_date(meeting.on)),
        part=Part.MEETINGS,
        content=replace(brief, marking=marking, distribution=readers),
        remark=", ".join(part for part in (hour, meeting.place) if part),
    )
