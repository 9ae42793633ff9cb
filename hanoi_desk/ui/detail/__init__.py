"""The chosen record of a list, with all that hangs on it and what can be done about it."""

from hanoi_desk.ui.detail.ask import AskDetail as AskDetail
from hanoi_desk.ui.detail.base import Detail as Detail
from hanoi_desk.ui.detail.commitment import CommitmentDetail as CommitmentDetail
from hanoi_desk.ui.detail.coverage import CoverageDetail as CoverageDetail
from hanoi_desk.ui.detail.event import EventDetail as EventDetail
from hanoi_desk.ui.detail.follow_up import FollowUpDetail as FollowUpDetail
from hanoi_desk.ui.detail.message import MessageDetail as MessageDetail
from hanoi_desk.ui.detail.mission import MissionDetail as MissionDetail
from hanoi_desk.ui.detail.officer import OfficerDetail as OfficerDetail
from hanoi_desk.ui.detail.organisation import OrganisationDetail as OrganisationDetail
from hanoi_desk.ui.detail.outreach import OutreachDetail as OutreachDetail
from hanoi_desk.ui.detail.person import PersonDetail as PersonDetail
