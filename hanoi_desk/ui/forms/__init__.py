"""Small forms for one record, opened with `open()`; `saved` gives the record's identifier."""

from hanoi_desk.ui.forms.ask import AnsweringForm as AnsweringForm
from hanoi_desk.ui.forms.ask import AskForm as AskForm
from hanoi_desk.ui.forms.commitment import ClosingForm as ClosingForm
from hanoi_desk.ui.forms.commitment import CommitmentForm as CommitmentForm
from hanoi_desk.ui.forms.commitment import ConfirmingForm as ConfirmingForm
from hanoi_desk.ui.forms.event import EventForm as EventForm
from hanoi_desk.ui.forms.follow_up import DroppingForm as DroppingForm
from hanoi_desk.ui.forms.follow_up import FollowUpForm as FollowUpForm
from hanoi_desk.ui.forms.follow_up import PostponingForm as PostponingForm
from hanoi_desk.ui.forms.mission import CoverageForm as CoverageForm
from hanoi_desk.ui.forms.mission import LeavingForm as LeavingForm
from hanoi_desk.ui.forms.mission import MissionForm as MissionForm
from hanoi_desk.ui.forms.mission import OfficerForm as OfficerForm
from hanoi_desk.ui.forms.organisation import OrganisationForm as OrganisationForm
from hanoi_desk.ui.forms.person import AppointmentForm as AppointmentForm
from hanoi_desk.ui.forms.person import PersonForm as PersonForm
