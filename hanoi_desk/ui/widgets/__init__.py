"""The parts of pages and forms: data comes in, signals in the past tense go out; no rules, no store.

What only forms are made of is loaded when the first form is: the names of `_LATE` are data for that one reason.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from hanoi_desk.ui.widgets.board import BoardLegend as BoardLegend
from hanoi_desk.ui.widgets.board import BoardOfStates as BoardOfStates
from hanoi_desk.ui.widgets.board import Tile as Tile
from hanoi_desk.ui.widgets.board import TileGroup as TileGroup
from hanoi_desk.ui.widgets.buttons import ActionButton as ActionButton
from hanoi_desk.ui.widgets.buttons import Toggle as Toggle
from hanoi_desk.ui.widgets.buttons import make_link as make_link
from hanoi_desk.ui.widgets.buttons import make_primary as make_primary
from hanoi_desk.ui.widgets.buttons import make_small as make_small
from hanoi_desk.ui.widgets.buttons import press_focused as press_focused
from hanoi_desk.ui.widgets.cards import Card as Card
from hanoi_desk.ui.widgets.cards import FigureCard as FigureCard
from hanoi_desk.ui.widgets.cards import stack as stack
from hanoi_desk.ui.widgets.empty import EmptyState as EmptyState
from hanoi_desk.ui.widgets.flow import EvenLayout as EvenLayout
from hanoi_desk.ui.widgets.flow import FlowLayout as FlowLayout
from hanoi_desk.ui.widgets.labels import ElidedLabel as ElidedLabel
from hanoi_desk.ui.widgets.labels import KeyHint as KeyHint
from hanoi_desk.ui.widgets.labels import Pill as Pill
from hanoi_desk.ui.widgets.labels import Rule as Rule
from hanoi_desk.ui.widgets.labels import SectionTitle as SectionTitle
from hanoi_desk.ui.widgets.labels import TextLabel as TextLabel
from hanoi_desk.ui.widgets.labels import plain as plain
from hanoi_desk.ui.widgets.labels import set_flag as set_flag
from hanoi_desk.ui.widgets.labels import set_role as set_role
from hanoi_desk.ui.widgets.labels import set_tip as set_tip
from hanoi_desk.ui.widgets.lines import Line as Line
from hanoi_desk.ui.widgets.lines import SearchBox as SearchBox
from hanoi_desk.ui.widgets.meters import Segment as Segment
from hanoi_desk.ui.widgets.meters import SegmentBar as SegmentBar
from hanoi_desk.ui.widgets.meters import SparkBars as SparkBars
from hanoi_desk.ui.widgets.painting import fit as fit
from hanoi_desk.ui.widgets.painting import length as length
from hanoi_desk.ui.widgets.scrolled import fill as fill
from hanoi_desk.ui.widgets.scrolled import put_in_the_middle as put_in_the_middle
from hanoi_desk.ui.widgets.scrolled import scrolled as scrolled
from hanoi_desk.ui.widgets.scrolled import stack_cards as stack_cards
from hanoi_desk.ui.widgets.sidebar import Destination as Destination
from hanoi_desk.ui.widgets.sidebar import Sidebar as Sidebar
from hanoi_desk.ui.widgets.tabs import Tabs as Tabs
from hanoi_desk.ui.widgets.toast import StatusStrip as StatusStrip
from hanoi_desk.ui.widgets.toast import announce as announce

if TYPE_CHECKING:
    from hanoi_desk.ui.widgets.chip import Chip as Chip
    from hanoi_desk.ui.widgets.chips import ChipEdit as ChipEdit
    from hanoi_desk.ui.widgets.combo_field import ComboField as ComboField
    from hanoi_desk.ui.widgets.date_field import DateField as DateField
    from hanoi_desk.ui.widgets.field_frame import FieldFrame as FieldFrame
    from hanoi_desk.ui.widgets.foot_row import dialog_foot as dialog_foot
    from hanoi_desk.ui.widgets.form_row import FormRow as FormRow
    from hanoi_desk.ui.widgets.stepper import Step as Step
    from hanoi_desk.ui.widgets.stepper import StepLook as StepLook
    from hanoi_desk.ui.widgets.stepper import Stepper as Stepper
    from hanoi_desk.ui.widgets.suggestions import Suggestion as Suggestion
    from hanoi_desk.ui.widgets.suggestions import SuggestionList as SuggestionList
    from hanoi_desk.ui.widgets.text_area import TextArea as TextArea
    from hanoi_desk.ui.widgets.typed_date import read_date as read_date
    from hanoi_desk.ui.widgets.typed_date import write_date as write_date

_LATE = {
    "Chip": "chip",
    "ChipEdit": "chips",
    "ComboField": "combo_field",
    "DateField": "date_field",
    "FieldFrame": "field_frame",
    "dialog_foot": "foot_row",
    "FormRow": "form_row",
    "Step": "stepper",
    "StepLook": "stepper",
    "Stepper": "stepper",
    "Suggestion": "suggestions",
    "SuggestionList": "suggestions",
    "TextArea": "text_area",
    "read_date": "typed_date",
    "write_date": "typed_date",
}

if not TYPE_CHECKING:  # a name that is in no list is to be found by mypy

    def __getattr__(name: str) -> Any:
        if name not in _LATE:
            raise AttributeError(name)
        return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
