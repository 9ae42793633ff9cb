"""For each kind of record, how it is listed: its columns, counters, facets and rows."""

from hanoi_desk.ui.listings.asks import AskListing as AskListing
from hanoi_desk.ui.listings.base import Column as Column
from hanoi_desk.ui.listings.base import Counter as Counter
from hanoi_desk.ui.listings.base import Facet as Facet
from hanoi_desk.ui.listings.base import Listing as Listing
from hanoi_desk.ui.listings.base import Wanted as Wanted
from hanoi_desk.ui.listings.commitments import CommitmentListing as CommitmentListing
from hanoi_desk.ui.listings.coverage import CoverageListing as CoverageListing
from hanoi_desk.ui.listings.events import EventListing as EventListing
from hanoi_desk.ui.listings.follow_ups import FollowUpListing as FollowUpListing
from hanoi_desk.ui.listings.messages import MessageListing as MessageListing
from hanoi_desk.ui.listings.missions import MissionListing as MissionListing
from hanoi_desk.ui.listings.officers import OfficerListing as OfficerListing
from hanoi_desk.ui.listings.organisations import OrganisationListing as OrganisationListing
from hanoi_desk.ui.listings.outreach import OutreachListing as OutreachListing
from hanoi_desk.ui.listings.people import PersonListing as PersonListing
