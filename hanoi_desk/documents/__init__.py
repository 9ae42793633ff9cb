"""The one way to make any product: what is asked for is collected from the store, then drawn without it."""

from hanoi_desk.documents.collecting import collect as collect
from hanoi_desk.documents.collecting import last_edition as last_edition
from hanoi_desk.documents.drawing import copies_of as copies_of
from hanoi_desk.documents.drawing import draw as draw
from hanoi_desk.documents.values import CannotMake as CannotMake
from hanoi_desk.documents.values import Collected as Collected
from hanoi_desk.documents.values import Document as Document
from hanoi_desk.documents.values import Wanted as Wanted
