"""The support bundle: what somebody who mends the program needs to know, without a word of any record."""

from hanoi_desk.support.bundle import PARTS as PARTS
from hanoi_desk.support.bundle import Part as Part
from hanoi_desk.support.bundle import collect as collect
from hanoi_desk.support.bundle import file_name as file_name
from hanoi_desk.support.bundle import may_replace as may_replace
from hanoi_desk.support.bundle import packed as packed
from hanoi_desk.support.bundle import problem_of as problem_of
