"""The law of a treaty, for any treaty row: status, counts, dates, open paths and stages, from dated actions.

Build one `Ledger` of a treaty for a New York date and ask it; nothing here reads a clock or a file.
"""

from hanoi_desk.treaty.dates import NEW_YORK as NEW_YORK
from hanoi_desk.treaty.dates import general_date as general_date
from hanoi_desk.treaty.dates import later_date as later_date
from hanoi_desk.treaty.dates import may_be_signed as may_be_signed
from hanoi_desk.treaty.dates import new_york_day as new_york_day
from hanoi_desk.treaty.dates import one_year_after as one_year_after
from hanoi_desk.treaty.dates import signature_days_left as signature_days_left
from hanoi_desk.treaty.ledger import EntryIntoForce as EntryIntoForce
from hanoi_desk.treaty.ledger import Ledger as Ledger
from hanoi_desk.treaty.ledger import Roll as Roll
from hanoi_desk.treaty.ledger import Status as Status
from hanoi_desk.treaty.ledger import TreatyStatus as TreatyStatus
from hanoi_desk.treaty.paths import LegalPath as LegalPath
from hanoi_desk.treaty.paths import LegalStep as LegalStep
from hanoi_desk.treaty.paths import OpenPath as OpenPath
from hanoi_desk.treaty.paths import next_legal_step as next_legal_step
from hanoi_desk.treaty.paths import open_paths as open_paths
from hanoi_desk.treaty.stages import Stage as Stage
from hanoi_desk.treaty.stages import StageMark as StageMark
from hanoi_desk.treaty.stages import StageStep as StageStep
from hanoi_desk.treaty.stages import is_proven as is_proven
from hanoi_desk.treaty.stages import stage as stage
from hanoi_desk.treaty.stages import stages as stages
from hanoi_desk.treaty.stages import stepper as stepper
from hanoi_desk.treaty.standing import INSTRUMENTS as INSTRUMENTS
from hanoi_desk.treaty.standing import SIGNATURES as SIGNATURES
from hanoi_desk.treaty.standing import Standing as Standing
