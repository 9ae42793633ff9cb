"""What a diplomat does at the desk, one function each; the only place that writes to the store.

Each name is loaded when it is first asked for, so that no start of the program waits for what it does not do: the
names of `_HOMES` are data for that one reason. What takes in files of the outside world (`status`, `coverage_import`,
`exchange_folder`, `workbook`) is imported from its own module.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hanoi_desk.desk.asks import answer_ask as answer_ask
    from hanoi_desk.desk.asks import record_ask as record_ask
    from hanoi_desk.desk.attaching import FILE_LIMIT as FILE_LIMIT
    from hanoi_desk.desk.attaching import TOGETHER_LIMIT as TOGETHER_LIMIT
    from hanoi_desk.desk.attaching import BadFile as BadFile
    from hanoi_desk.desk.attaching import FileFault as FileFault
    from hanoi_desk.desk.attaching import NotAttached as NotAttached
    from hanoi_desk.desk.attaching import attach_files as attach_files
    from hanoi_desk.desk.attaching import attachments as attachments
    from hanoi_desk.desk.commitments import close_commitment as close_commitment
    from hanoi_desk.desk.commitments import confirm_grade as confirm_grade
    from hanoi_desk.desk.commitments import convert_commitment as convert_commitment
    from hanoi_desk.desk.commitments import give_new_date as give_new_date
    from hanoi_desk.desk.commitments import graded_by as graded_by
    from hanoi_desk.desk.commitments import record_commitment as record_commitment
    from hanoi_desk.desk.commitments import reopen_commitment as reopen_commitment
    from hanoi_desk.desk.discarding import TRASH_DAYS as TRASH_DAYS
    from hanoi_desk.desk.discarding import CannotRestore as CannotRestore
    from hanoi_desk.desk.discarding import Thrown as Thrown
    from hanoi_desk.desk.discarding import needed as needed
    from hanoi_desk.desk.discarding import restore as restore
    from hanoi_desk.desk.discarding import restore_field as restore_field
    from hanoi_desk.desk.discarding import thrown as thrown
    from hanoi_desk.desk.discarding import trash as trash
    from hanoi_desk.desk.events import day_within as day_within
    from hanoi_desk.desk.events import drop_meeting as drop_meeting
    from hanoi_desk.desk.events import drop_statement as drop_statement
    from hanoi_desk.desk.events import note_attendance as note_attendance
    from hanoi_desk.desk.events import note_statement as note_statement
    from hanoi_desk.desk.events import plan_meetings as plan_meetings
    from hanoi_desk.desk.events import promise_in as promise_in
    from hanoi_desk.desk.events import record_promise_of as record_promise_of
    from hanoi_desk.desk.events import result_of as result_of
    from hanoi_desk.desk.events import says_nothing as says_nothing
    from hanoi_desk.desk.message_bank import check_message as check_message
    from hanoi_desk.desk.missions import Left as Left
    from hanoi_desk.desk.missions import Overlapping as Overlapping
    from hanoi_desk.desk.missions import assign as assign
    from hanoi_desk.desk.missions import begin_coverage as begin_coverage
    from hanoi_desk.desk.missions import hand_over as hand_over
    from hanoi_desk.desk.missions import keep_coverage as keep_coverage
    from hanoi_desk.desk.missions import open_of as open_of
    from hanoi_desk.desk.missions import remove_mission as remove_mission
    from hanoi_desk.desk.names import participant_names as participant_names
    from hanoi_desk.desk.outreach import OutreachEntry as OutreachEntry
    from hanoi_desk.desk.outreach import check_outreach as check_outreach
    from hanoi_desk.desk.outreach import delete_outreach as delete_outreach
    from hanoi_desk.desk.outreach import edit_outreach as edit_outreach
    from hanoi_desk.desk.outreach import entry_of as entry_of
    from hanoi_desk.desk.outreach import log_outreach as log_outreach
    from hanoi_desk.desk.packs import NumberTaken as NumberTaken
    from hanoi_desk.desk.packs import copy_pack as copy_pack
    from hanoi_desk.desk.packs import delete_pack as delete_pack
    from hanoi_desk.desk.packs import edition_file as edition_file
    from hanoi_desk.desk.packs import editions as editions
    from hanoi_desk.desk.packs import freeze_edition as freeze_edition
    from hanoi_desk.desk.packs import save_pack as save_pack
    from hanoi_desk.desk.participants import keep_participant as keep_participant
    from hanoi_desk.desk.persons import LeftOpen as LeftOpen
    from hanoi_desk.desk.persons import Merge as Merge
    from hanoi_desk.desk.persons import duplicates as duplicates
    from hanoi_desk.desk.persons import end_post as end_post
    from hanoi_desk.desk.persons import erase_person as erase_person
    from hanoi_desk.desk.persons import erasure_of as erasure_of
    from hanoi_desk.desk.persons import keep_person as keep_person
    from hanoi_desk.desk.persons import left_open as left_open
    from hanoi_desk.desk.persons import links_of as links_of
    from hanoi_desk.desk.persons import merge_persons as merge_persons
    from hanoi_desk.desk.persons import merges as merges
    from hanoi_desk.desk.persons import post_now as post_now
    from hanoi_desk.desk.persons import split_persons as split_persons
    from hanoi_desk.desk.persons import tell_apart as tell_apart
    from hanoi_desk.desk.persons import united as united
    from hanoi_desk.desk.refused import Fault as Fault
    from hanoi_desk.desk.refused import Refused as Refused
    from hanoi_desk.desk.register import participant_id as participant_id
    from hanoi_desk.desk.register import treaty_id as treaty_id
    from hanoi_desk.desk.sample import sample_day as sample_day
    from hanoi_desk.desk.sample import start_sample as start_sample
    from hanoi_desk.desk.start import author as author
    from hanoi_desk.desk.start import start_desk as start_desk
    from hanoi_desk.desk.start import work_as as work_as
    from hanoi_desk.desk.steps import record_step as record_step
    from hanoi_desk.desk.tasks import add_follow_up as add_follow_up
    from hanoi_desk.desk.tasks import complete_follow_up as complete_follow_up
    from hanoi_desk.desk.tasks import drop_follow_up as drop_follow_up
    from hanoi_desk.desk.tasks import due_follow_ups as due_follow_ups
    from hanoi_desk.desk.tasks import keep as keep
    from hanoi_desk.desk.tasks import postpone_follow_up as postpone_follow_up
    from hanoi_desk.desk.tasks import remove as remove

_MODULES = {
    "asks": "answer_ask record_ask",
    "attaching": "FILE_LIMIT TOGETHER_LIMIT BadFile FileFault NotAttached attach_files attachments",
    "commitments": (
        "close_commitment confirm_grade convert_commitment give_new_date graded_by record_commitment reopen_commitment"
    ),
    "events": (
        "day_within drop_meeting drop_statement note_attendance note_statement plan_meetings promise_in "
        "record_promise_of result_of says_nothing"
    ),
    "message_bank": "check_message",
    "missions": "Left Overlapping assign begin_coverage hand_over keep_coverage open_of remove_mission",
    "names": "participant_names",
    "outreach": "OutreachEntry check_outreach delete_outreach edit_outreach entry_of log_outreach",
    "packs": "NumberTaken copy_pack delete_pack edition_file editions freeze_edition save_pack",
    "participants": "keep_participant",
    "persons": (
        "LeftOpen Merge duplicates end_post erase_person erasure_of keep_person left_open links_of "
        "merge_persons merges post_now split_persons tell_apart united"
    ),
    "refused": "Fault Refused",
    "register": "participant_id treaty_id",
    "sample": "sample_day start_sample",
    "start": "author start_desk work_as",
    "steps": "record_step",
    "tasks": "add_follow_up complete_follow_up drop_follow_up due_follow_ups keep postpone_follow_up remove",
    "discarding": "TRASH_DAYS CannotRestore Thrown needed restore restore_field thrown trash",
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names.split()}

if not TYPE_CHECKING:  # a name that is in no list is to be found by mypy

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(name)
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
