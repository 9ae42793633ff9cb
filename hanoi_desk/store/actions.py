"""The names of saves, and what a save tells those who listen."""

from collections.abc import Mapping
from dataclasses import field
from datetime import UTC, datetime
from enum import StrEnum

from hanoi_desk.store.codec import Json
from hanoi_desk.values import Value, frozen


class Action(StrEnum):
    """What a save did, in the officer's terms; the words are in `words.csv` under `action.`."""

    START_DESK = "start_desk"
    LOAD_SAMPLE = "load_sample"
    LOG_OUTREACH = "log_outreach"
    EDIT_OUTREACH = "edit_outreach"
    DELETE_OUTREACH = "delete_outreach"
    RECORD_COMMITMENT = "record_commitment"
    EDIT_COMMITMENT = "edit_commitment"
    CLOSE_COMMITMENT = "close_commitment"
    ADD_FOLLOW_UP = "add_follow_up"
    COMPLETE_FOLLOW_UP = "complete_follow_up"
    DROP_FOLLOW_UP = "drop_follow_up"
    POSTPONE_FOLLOW_UP = "postpone_follow_up"
    GIVE_NEW_DATE = "give_new_date"
    CONVERT_COMMITMENT = "convert_commitment"
    CONFIRM_GRADE = "confirm_grade"
    ANSWER_ASK = "answer_ask"
    RECORD_STEP = "record_step"
    MERGE_PERSONS = "merge_persons"
    SPLIT_PERSONS = "split_persons"
    END_POST = "end_post"
    HAND_OVER = "hand_over"
    IMPORT_MISSIONS = "import_missions"
    IMPORT_WORKBOOK = "import_workbook"
    PLAN_PROGRAMME = "plan_programme"
    NOTE_STATEMENTS = "note_statements"
    ATTACH_FILE = "attach_file"
    RESTORE_RECORD = "restore_record"
    RESTORE_FIELD = "restore_field"
    ERASE_PERSON = "erase_person"
    UPGRADE_DESK = "upgrade_desk"
    SALVAGE = "salvage"
    EDIT_PACK = "edit_pack"
    FREEZE_EDITION = "freeze_edition"
    IMPORT_STATUS = "import_status"
    IMPORT_RECORDS = "import_records"
    ADD_RECORD = "add_record"
    EDIT_RECORD = "edit_record"
    DELETE_RECORD = "delete_record"
    UNDO = "undo"
    REDO = "redo"


#: Saves that begin a desk are not undone: there would be nothing left to stand on.
NOT_UNDONE = (
    Action.START_DESK,
    Action.LOAD_SAMPLE,
    Action.UPGRADE_DESK,
    Action.SALVAGE,
    Action.ERASE_PERSON,
    Action.UNDO,
    Action.REDO,
)


@frozen
class Save(Value):
    """One save: one step of undo and one line of history."""

    id: str
    action: Action
    label: str
    hlc: int
    who: str

    @property
    def at(self) -> datetime:
        """When it was saved by the laptop's clock, in UTC."""
        return datetime.fromtimestamp((self.hlc >> 16) / 1000, UTC)


@frozen
class Change(Value):
    """What a save touched: the identifiers of the records by table."""

    save: Save
    touched: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def concerns(self, *tables: str) -> bool:
        """Return whether a record of one of these tables was touched."""
        return any(table in self.touched for table in tables)


@frozen
class Entry(Value):
    """One line of a record's history: a field before and after, both encoded as in the log.

    `field` is "*" where the record was made and "_deleted" where it was deleted (after is not None) or brought back.
    """

    save: Save
    table: str
    record_id: str
    field: str
    before: Json
    after: Json
