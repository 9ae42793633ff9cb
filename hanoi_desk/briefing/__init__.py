"""Collects plain data for a document from the store."""

from hanoi_desk.briefing.collect import collect_country_brief as collect_country_brief
from hanoi_desk.briefing.collect import file_name as file_name
from hanoi_desk.briefing.points import answers_for as answers_for
from hanoi_desk.briefing.points import points_for as points_for
from hanoi_desk.briefing.returns import ReturnCell as ReturnCell
from hanoi_desk.briefing.returns import ReturnDocument as ReturnDocument
from hanoi_desk.briefing.returns import ReturnTable as ReturnTable
from hanoi_desk.briefing.returns import return_name as return_name
from hanoi_desk.briefing.returns import return_sheets as return_sheets
from hanoi_desk.briefing.returns import word_return as word_return
from hanoi_desk.briefing.situation import Situation as Situation
from hanoi_desk.briefing.situation import UnknownCountry as UnknownCountry
from hanoi_desk.briefing.situation import situation_of as situation_of
from hanoi_desk.briefing.values import Answer as Answer
from hanoi_desk.briefing.values import Briefing as Briefing
from hanoi_desk.briefing.values import Cell as Cell
from hanoi_desk.briefing.values import Contact as Contact
from hanoi_desk.briefing.values import Contactee as Contactee
from hanoi_desk.briefing.values import Deadline as Deadline
from hanoi_desk.briefing.values import Marking as Marking
from hanoi_desk.briefing.values import Point as Point
from hanoi_desk.briefing.values import Promise as Promise
from hanoi_desk.briefing.values import SourceLine as SourceLine
