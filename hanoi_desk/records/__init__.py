"""The kinds of record, their values and the rules each must keep."""

from hanoi_desk.records.base import *  # noqa: F403
from hanoi_desk.records.bodies import *  # noqa: F403
from hanoi_desk.records.document_values import *  # noqa: F403
from hanoi_desk.records.documents import *  # noqa: F403
from hanoi_desk.records.kinds import KINDS as KINDS
from hanoi_desk.records.law import *  # noqa: F403
from hanoi_desk.records.occasions import *  # noqa: F403
from hanoi_desk.records.outreach import *  # noqa: F403
from hanoi_desk.records.problems import TEXT_LIMIT as TEXT_LIMIT
from hanoi_desk.records.problems import Issue as Issue
from hanoi_desk.records.problems import Problem as Problem
from hanoi_desk.records.problems import problems as problems
from hanoi_desk.records.values import *  # noqa: F403
