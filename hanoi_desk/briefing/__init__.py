"""Collects plain data for a document from the store."""

from hanoi_desk.briefing.collect import collect_country_brief as collect_country_brief
from hanoi_desk.briefing.collect import file_name as file_name
from hanoi_desk.briefing.points import answers_for as answers_for
from hanoi_desk.briefing.points import points_for as points_for
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
