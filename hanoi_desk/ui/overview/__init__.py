"""The parts of the overview: its four figures, the board of States, what is due, and promises against the record."""

from hanoi_desk.ui.overview.figures import Figures as Figures
from hanoi_desk.ui.overview.promises import PromisesCard as PromisesCard
from hanoi_desk.ui.overview.states import StatesCard as StatesCard
from hanoi_desk.ui.overview.tasks import DueCard as DueCard
