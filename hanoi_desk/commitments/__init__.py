"""Promises graded, aged and held against the treaty record.

Grades measure the distance from words to deposit, by the words and not by hope (practice.md, 3.3). They are for our own
side only, and totals are counts: never a probability, never a forecast.
"""

from hanoi_desk.commitments.answers import Answer as Answer
from hanoi_desk.commitments.answers import answers as answers
from hanoi_desk.commitments.answers import convert as convert
from hanoi_desk.commitments.answers import state_as_kept as state_as_kept
from hanoi_desk.commitments.answers import with_new_date as with_new_date
from hanoi_desk.commitments.grades import RENEW_AFTER as RENEW_AFTER
from hanoi_desk.commitments.grades import TO_BE_BOUND as TO_BE_BOUND
from hanoi_desk.commitments.grades import TREATY_ACTS as TREATY_ACTS
from hanoi_desk.commitments.grades import UNDECIDED as UNDECIDED
from hanoi_desk.commitments.grades import Current as Current
from hanoi_desk.commitments.grades import collective as collective
from hanoi_desk.commitments.grades import current_commitment as current_commitment
from hanoi_desk.commitments.grades import days_overdue as days_overdue
from hanoi_desk.commitments.grades import effective_grade as effective_grade
from hanoi_desk.commitments.grades import grade_by_words as grade_by_words
from hanoi_desk.commitments.grades import is_open as is_open
from hanoi_desk.commitments.grades import is_raised as is_raised
from hanoi_desk.commitments.grades import keeps_confirmation as keeps_confirmation
from hanoi_desk.commitments.grades import last_day as last_day
from hanoi_desk.commitments.grades import lower as lower
from hanoi_desk.commitments.grades import names_speaker as names_speaker
from hanoi_desk.commitments.grades import needs_renewal as needs_renewal
from hanoi_desk.commitments.grades import needs_second_person as needs_second_person
from hanoi_desk.commitments.grades import rank as rank
from hanoi_desk.commitments.grades import totals as totals
from hanoi_desk.commitments.outcomes import Outcome as Outcome
from hanoi_desk.commitments.outcomes import Reconciled as Reconciled
from hanoi_desk.commitments.outcomes import done_without_promise as done_without_promise
from hanoi_desk.commitments.outcomes import promised as promised
from hanoi_desk.commitments.outcomes import reconcile as reconcile
