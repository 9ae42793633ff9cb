"""A workbook beside the desk: what each row becomes, and what a second import of it does."""

from dataclasses import replace
from datetime import date

import pytest
from workbook.officer import ROWS, SHEET, officers_workbook
from workbook.taking import (
    CHANGED,
    CHANGED_HERE,
    NEW,
    REJECTED,
    SAME,
    all_of,
    compared,
    reasons,
    sheet_of,
    standings,
    taken,
)

from hanoi_desk import desk
from hanoi_desk.desk.workbook import (
    RowCaution,
    RowFault,
    plan_for,
    rejected_rows,
    remember_plan,
    sentence,
)
from hanoi_desk.desk.workbook.remarks import Remark
from hanoi_desk.language import Language
from hanoi_desk.records import (
    Appointment,
    Commitment,
    Event,
    EventKind,
    FollowUp,
    FollowUpState,
    Grade,
    Issue,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachKind,
    OutreachPerson,
    Person,
    Precision,
    PromisedAct,
    Side,
    Source,
)
from hanoi_desk.store import Action
from hanoi_desk.workbook import CellFault, CellNote, read_sheets
from hanoi_desk.workbook.dates import DateFault, DayOrder
from hanoi_desk.workbook.legacy import Legacy
from hanoi_desk.workbook.vocabulary import Meaning, RowKind

LOG = "Ngày|Nước|Người gặp|Chức vụ|Trích yếu|Nội dung|Cam kết|Hạn|Việc cần làm|Hạn hoàn thành|Phụ trách"
DAY = date(2026, 3, 25)


def row(on=DAY, country="Ghana", person=None, post=None, subject="Họp", notes="x", *more):
    return (on, country, person, post, subject, notes, *more)


FULL = row(
    DAY, "Ghana", "Kwame Boateng", "Đại sứ", "Họp", "Trao đổi", "Sẽ phê chuẩn", "quý I/2027", "Gửi tài liệu",
    date(2026, 4, 2), "An",
)  # fmt: skip


# ---- what a row becomes ----


def test_one_row_is_a_contact_with_country_person_promise_and_task(store):
    assert standings(taken(store, sheet_of(LOG, FULL))) == [NEW]
    (contact,) = all_of(store, Outreach)
    assert (contact.held_on, contact.summary, contact.notes) == (DAY, "Họp", "Trao đổi")
    (said,) = all_of(store, OutreachCountry)
    assert said.participant == desk.participant_id("GH")
    (person,), (post,), (present,) = all_of(store, Person), all_of(store, Appointment), all_of(store, OutreachPerson)
    assert (person.name, person.participant, post.title) == ("Kwame Boateng", said.participant, "Đại sứ")
    assert (present.name, present.title, present.person, present.lead) == (person.name, "Đại sứ", person.id, True)
    (promise,) = all_of(store, Commitment)
    assert (promise.act, promise.by, promise.precision) == (PromisedAct.RATIFY, date(2027, 3, 31), Precision.QUARTER)
    assert (promise.grade, promise.speaker, promise.outreach) == (Grade.PROMISED_WITH_DATE, person.id, contact.id)
    (task,), (officer,) = all_of(store, FollowUp), all_of(store, Officer)
    assert (task.what, task.due_on, task.owner, officer.name) == ("Gửi tài liệu", date(2026, 4, 2), officer.id, "An")


def test_a_whole_import_is_one_save_and_one_undo(store):
    taken(store, sheet_of(LOG, FULL, row(subject="Gọi điện", country="Kenya; Senegal")))
    (save,) = store.saves(1)
    assert (save.action, save.label) == (Action.IMPORT_WORKBOOK, "book.xlsx")
    store.undo()
    for kind in (Outreach, OutreachCountry, OutreachPerson, Person, Appointment, Commitment, FollowUp, Officer):
        assert all_of(store, kind) == []
    assert standings(compared(store, sheet_of(LOG, FULL))) == [NEW]  # taken back, not thrown away


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Lào, Cam-pu-chia", ["LA", "KH"]),
        ("Ghana; Kenya\nSenegal / Ý", ["GH", "KE", "SN", "IT"]),
        ("Bosnia and Herzegovina and Serbia", ["BA", "RS"]),
        ("Korea, Republic of, Japan", ["KR", "JP"]),
        ("Đoàn Ghana và nước Pháp", ["GH", "FR"]),
        ("GHA, KEN", ["GH", "KE"]),
        ("Lào (Đại sứ)", ["LA"]),
    ],
)
def test_several_countries_in_one_cell_are_found_by_any_name(store, text, keys):
    taken(store, sheet_of(LOG, row(country=text)))
    said = sorted(all_of(store, OutreachCountry), key=lambda one: one.position)
    assert [one.participant for one in said] == [desk.participant_id(key) for key in keys]


def test_a_name_that_nobody_knows_is_told_and_decided_once(store):
    sheet = sheet_of(
        LOG, row(country="Xứ Lạ"), row(country="Ghana, xu la", subject="b"), row(country="Kenya", subject="c")
    )
    comparison = compared(store, sheet)
    assert standings(comparison) == [REJECTED, REJECTED, NEW]
    assert [(one.name, one.rows) for one in comparison.read.unknown] == [("Xứ Lạ", (1, 2))]
    assert standings(compared(store, sheet, names={"xu la": "LA"})) == [NEW, NEW, NEW]
    left = compared(store, sheet, names={"xu la": ""})
    assert standings(left) == [REJECTED, NEW, NEW]
    assert reasons(left)[:2] == [[RowFault.LEFT_OUT], [RowCaution.NAME_LEFT_OUT]]


def test_an_organisation_may_stand_where_a_country_does(store):
    taken(store, sheet_of(LOG, row(country="UNODC, Ghana")))
    (contact,) = all_of(store, Outreach)
    (body,) = store.many(Organisation, list(contact.organisations))
    assert body.acronym == "UNODC"


def test_people_are_the_same_in_any_order_and_without_accents_within_their_country(store):
    taken(store, sheet_of(LOG, row(person="Ông Nguyễn Văn Bình")))
    taken(
        store, sheet_of(LOG, row(person="BINH NGUYEN VAN", subject="b"), row(person="Nguyễn Văn Bình", country="Kenya"))
    )
    assert len(all_of(store, Person)) == 2  # one of Ghana, one of Kenya
    assert len({one.person for one in all_of(store, OutreachPerson)}) == 2


def test_of_namesakes_none_is_chosen(store):
    ghana = desk.participant_id("GH")
    desk.keep(store, Person(name="Ama Mensah", participant=ghana), Person(name="Mensah Ama", participant=ghana))
    comparison = taken(store, sheet_of(LOG, row(person="Ama Mensah")))
    assert reasons(comparison) == [[RowCaution.NAMESAKES]]
    (present,) = all_of(store, OutreachPerson)
    assert (present.name, present.person) == ("Ama Mensah", None)


def test_a_promise_of_several_is_nobodys_commitment(store):
    comparison = taken(store, sheet_of(LOG, row(DAY, "Ghana, Kenya", None, None, "Họp", "x", "Sẽ sớm phê chuẩn")))
    assert reasons(comparison) == [[RowCaution.COLLECTIVE]]
    assert all_of(store, Commitment) == []
    assert "Sẽ sớm phê chuẩn" in all_of(store, Outreach)[0].notes


def test_rows_that_cannot_be_taken_say_why(store):
    sheet = sheet_of(
        LOG,
        row(None),
        row("12/11"),
        row("03/04/2026"),
        row(country=None),
        row(notes="Tài liệu TỐI MẬT"),
        row(DAY, "Ghana", None, None, "Họp", "x", "Sẽ ký", "31/02/2027"),
        row(subject="x" * 70_000),
    )
    comparison = compared(store, sheet, orders={})
    assert reasons(comparison) == [
        [RowFault.NO_DATE],
        [DateFault.NO_YEAR],
        [DateFault.ORDER_UNKNOWN],
        [RowFault.NO_COUNTRY],
        [RowFault.SECRET],
        [DateFault.NO_SUCH_DAY],
        [Issue.TOO_LONG],
    ]
    assert set(standings(comparison)) == {REJECTED}
    for one in comparison.rows:
        for language in (Language.EN, Language.VI):
            assert all(sentence(remark, language) for remark in one.remarks)
    assert sentence(comparison.rows[1].remarks[0], Language.EN) == "Ngày: the date “12/11” has no year"


def test_a_cell_that_could_not_be_read_refuses_its_row_only_where_it_matters(store):
    rows = (row(), row(subject="b"))
    for fault, standing in ((CellFault.NUL, REJECTED), (CellFault.NO_RESULT, NEW)):
        sheet = replace(sheet_of(LOG, *rows), notes=(CellNote(1, 5, fault),))
        assert standings(compared(store, sheet)) == [standing, NEW]
    sheet = replace(sheet_of(LOG + "|Lạ", *rows), notes=(CellNote(1, 11, CellFault.NUL),))
    assert standings(compared(store, sheet)) == [NEW, NEW]


# ---- importing again ----


def test_the_same_workbook_again_changes_nothing_in_whatever_order_its_rows_stand(store):
    rows = [FULL, row(country="Kenya"), row(country="Lào, Kenya", subject="b")]
    taken(store, sheet_of(LOG, *rows))
    again = taken(store, sheet_of(LOG, *reversed(rows)))
    assert standings(again) == [SAME, SAME, SAME]
    assert len(all_of(store, Outreach)) == 3


def test_a_changed_note_is_a_change_and_not_another_contact(store):
    taken(store, sheet_of(LOG, FULL))
    edited = (*FULL[:5], "Trao đổi thêm", *FULL[6:])
    comparison = taken(store, sheet_of(LOG, edited))
    assert standings(comparison) == [CHANGED]
    assert comparison.rows[0].fields == (("outreach", "notes"),)
    (contact,) = all_of(store, Outreach)
    assert contact.notes == "Trao đổi thêm"


def test_persons_promises_and_tasks_follow_their_cells(store):
    taken(store, sheet_of(LOG, FULL))
    without = (*FULL[:2], "Ama Mensah", None, *FULL[4:6], None, None, None, None, None)
    assert standings(taken(store, sheet_of(LOG, without))) == [CHANGED]
    assert [one.name for one in all_of(store, OutreachPerson)] == ["Ama Mensah"]
    assert all_of(store, Commitment) == all_of(store, FollowUp) == []
    assert standings(taken(store, sheet_of(LOG, FULL))) == [CHANGED]
    assert len(all_of(store, Commitment)) == 1


def test_what_was_edited_in_the_desk_is_left_out_unless_it_is_ticked(store):
    taken(store, sheet_of(LOG, FULL, row(country="Kenya")))
    contact = next(one for one in all_of(store, Outreach) if one.notes == "Trao đổi")
    desk.keep(store, replace(contact, notes="Sửa tại đây", place="Viên"))
    comparison = taken(store, sheet_of(LOG, FULL, row(country="Kenya", notes="y")))
    assert standings(comparison) == [CHANGED_HERE, CHANGED]
    assert RowCaution.CHANGED_HERE in reasons(comparison)[0]
    assert store.get(Outreach, contact.id).notes == "Sửa tại đây"
    taken(store, sheet_of(LOG, FULL), overwrite={1})
    kept = store.get(Outreach, contact.id)
    assert (kept.notes, kept.place) == ("Trao đổi", "Viên")  # a field without a column stays as it is


def test_an_empty_cell_takes_nothing_away_that_was_filled_in_here(store):
    task = (DAY, "Ghana", None, None, "Họp", "x", None, None, "Gửi tài liệu", None, None)
    taken(store, sheet_of(LOG, task))
    (held,) = all_of(store, FollowUp)
    desk.keep(store, replace(held, due_on=DAY))
    assert standings(taken(store, sheet_of(LOG, task))) == [SAME]
    assert all_of(store, FollowUp)[0].due_on == DAY
    dated = (*task[:9], date(2026, 4, 2), None)
    assert standings(taken(store, sheet_of(LOG, dated))) == [CHANGED_HERE]
    taken(store, sheet_of(LOG, dated), overwrite={1})
    assert standings(taken(store, sheet_of(LOG, task))) == [CHANGED]  # what an import wrote, an import may clear
    assert all_of(store, FollowUp)[0].due_on is None


def test_a_field_edited_in_the_desk_does_not_stop_the_other_fields(store):
    taken(store, sheet_of(LOG, FULL))
    (promise,) = all_of(store, Commitment)
    desk.record_commitment(store, replace(promise, condition="if parliament agrees"))
    edited = (*FULL[:7], "quý II/2027", *FULL[8:])
    assert standings(taken(store, sheet_of(LOG, edited))) == [CHANGED]
    (promise,) = all_of(store, Commitment)
    assert (promise.by, promise.condition) == (date(2027, 6, 30), "if parliament agrees")


def test_what_was_deleted_in_the_desk_does_not_come_back_by_itself(store):
    taken(store, sheet_of(LOG, FULL))
    desk.delete_outreach(store, all_of(store, Outreach)[0].id)
    comparison = taken(store, sheet_of(LOG, FULL))
    assert standings(comparison) == [CHANGED_HERE]
    assert RowCaution.DELETED_HERE in reasons(comparison)[0]
    assert all_of(store, Outreach) == []
    taken(store, sheet_of(LOG, FULL), overwrite={1})
    assert len(all_of(store, Outreach)) == 1


def test_equal_rows_are_one_and_unequal_ones_with_one_key_are_told(store):
    comparison = taken(store, sheet_of(LOG, row(), row(), row(country="Kenya"), row(country="Kenya", notes="y")))
    assert standings(comparison) == [NEW, SAME, NEW, REJECTED]
    assert reasons(comparison)[1] == [RowCaution.SAME_ROW]
    assert reasons(comparison)[3] == [RowFault.SAME_KEY]
    turned = compared(store, sheet_of(LOG, row(country="Kenya", notes="y"), row(country="Kenya")))
    assert standings(turned) == [REJECTED, SAME]  # the same one is taken in any order


def test_a_column_with_numbers_of_its_own_lets_date_and_subject_change(store):
    names = f"Mã|{LOG}"
    taken(store, sheet_of(names, ("A-1", *row())))
    comparison = taken(store, sheet_of(names, ("a-1", *row(on=date(2026, 3, 26), subject="Họp lại"))))
    assert standings(comparison) == [CHANGED]
    (contact,) = all_of(store, Outreach)
    assert (contact.held_on, contact.summary) == (date(2026, 3, 26), "Họp lại")


# ---- lists ----


def test_a_list_of_people_gives_persons_with_posts(store):
    names = "Họ và tên|Nước|Chức vụ|Cơ quan|Cấp|Email"
    sheet = sheet_of(names, ("Bà Ama Mensah", "Ghana", "Vụ trưởng", "Bộ Tư pháp Ghana", 4, "a@example.org"))
    assert standings(taken(store, sheet)) == [NEW]
    (person,), (post,) = all_of(store, Person), all_of(store, Appointment)
    assert (person.name, post.title, post.level, post.email) == ("Ama Mensah", "Vụ trưởng", 4, "a@example.org")
    assert store.get(Organisation, post.organisation).name_en == "Bộ Tư pháp Ghana"
    assert standings(taken(store, sheet)) == [SAME]
    moved = sheet_of(names, ("Ama Mensah", "Ghana", "Vụ trưởng", "Bộ Tư pháp Ghana", 4, "b@example.org"))
    assert standings(taken(store, moved)) == [CHANGED]
    assert [one.email for one in all_of(store, Appointment)] == ["b@example.org"]


def test_a_list_of_promises_has_the_workbook_as_its_evidence(store):
    names = "Nước|Cam kết|Hạn|Ngày cam kết"
    sheet = sheet_of(names, ("Ghana", "Sẽ ký", "31/12/2026", DAY), ("Ghana, Kenya", "Sẽ ký", None, DAY))
    comparison = taken(store, sheet, kind=RowKind.COMMITMENTS)
    assert standings(comparison) == [NEW, REJECTED]
    (promise,) = all_of(store, Commitment)
    assert (promise.act, promise.by, promise.made_on) == (PromisedAct.SIGN, date(2026, 12, 31), DAY)
    assert store.get(Source, promise.source).title == "book.xlsx"
    slipped = sheet_of(names, ("Ghana", "Sẽ ký sau", "tháng 3 năm 2027", DAY))
    assert standings(taken(store, slipped, kind=RowKind.COMMITMENTS)) == [CHANGED]


def test_a_list_of_tasks_can_tell_what_is_done(store):
    names = "Việc cần làm|Hạn hoàn thành|Phụ trách|Trạng thái"
    sheet = sheet_of(names, ("Gửi tài liệu", date(2026, 12, 1), "An", None), ("Gọi lại", None, "An", "xong"))
    assert standings(taken(store, sheet)) == [NEW, NEW]
    states = {one.what: (one.state, one.closed_on is not None) for one in all_of(store, FollowUp)}
    assert states == {"Gửi tài liệu": (FollowUpState.OPEN, False), "Gọi lại": (FollowUpState.DONE, True)}
    assert standings(compared(store, sheet, today=date(2026, 12, 24))) == [SAME, SAME]
    done = sheet_of(names, ("Gửi tài liệu", date(2026, 12, 1), "An", "xong"))
    assert standings(taken(store, done)) == [CHANGED]


def test_a_list_of_events_mends_those_that_are_there(store):
    desk.keep(store, Event(name="Hội nghị Hà Nội", starts_on=date(2026, 5, 4)))
    sheet = sheet_of(
        "Tên sự kiện|Từ ngày|Đến ngày|Địa điểm|Loại sự kiện",
        ("Hội nghị Hà Nội", date(2026, 5, 4), date(2026, 5, 6), "Hà Nội", "hội nghị"),
        ("Tọa đàm", date(2026, 6, 1), date(2026, 5, 1), None, None),
    )
    comparison = taken(store, sheet)
    assert standings(comparison) == [CHANGED, REJECTED]
    (event,) = all_of(store, Event)
    assert (event.ends_on, event.place, event.kind) == (date(2026, 5, 6), "Hà Nội", EventKind.CONFERENCE)


def test_kinds_levels_and_events_are_read_in_words(store):
    sheet = sheet_of(
        "Ngày|Nước|Nội dung|Hình thức|Cấp|Sự kiện",
        (DAY, "Ghana", "x", "điện đàm", 3, "Lễ mở ký"),
        (DAY, "Kenya", "x", "thần giao cách cảm", "cao", "Lễ mở ký"),
    )
    comparison = taken(store, sheet)
    assert reasons(comparison) == [[], [RowCaution.UNKNOWN_WORD, RowCaution.NOT_A_LEVEL]]
    kinds = {one.kind for one in all_of(store, Outreach)}
    assert kinds == {OutreachKind.PHONE_CALL, OutreachKind.BILATERAL}
    assert len(all_of(store, Event)) == 1
    assert {one.level for one in all_of(store, OutreachCountry)} == {3, None}


def test_our_people_the_time_and_their_questions_have_columns_too(store):
    desk.keep(store, Officer(name="Nguyễn Thị An"))
    names = "Ngày|Nước|Phía ta|Giờ|Câu hỏi|Mục đích|Ngôn ngữ"
    sheet = sheet_of(
        names, (DAY, "Ghana", "Nguyễn Thị An; Trần Văn Ba (Tham tán)", "9h30", "Khi nào?", "Vận động", "Anh")
    )
    taken(store, sheet)
    (contact,) = all_of(store, Outreach)
    assert (contact.time, contact.questions, contact.purpose, contact.language) == (
        "09:30",
        "Khi nào?",
        "Vận động",
        "Anh",
    )
    ours = {one.name: (one.side, one.officer is not None, one.title) for one in all_of(store, OutreachPerson)}
    assert ours == {"Nguyễn Thị An": (Side.OURS, True, ""), "Trần Văn Ba": (Side.OURS, False, "Tham tán")}
    taken(store, sheet_of(names, (DAY, "Ghana", None, "9h30", None, "Vận động", "Anh")))
    assert all_of(store, OutreachPerson) == []


# ---- what was not taken, and what is remembered ----


def test_rejected_rows_can_be_mended_and_imported_again(store, tmp_path):
    sheet = sheet_of(
        LOG, row(country="Xứ Lạ", notes="=1+1"), row(on="ngày 3 tháng 4 năm 2026", country="Nowhere"), row()
    )
    comparison = taken(store, sheet)
    path = tmp_path / "rejected.csv"
    path.write_bytes(rejected_rows(comparison, Language.EN))
    text = path.read_text(encoding="utf-8-sig")
    assert "'=1+1" in text
    assert "no country is known by the name “Xứ Lạ”" in text
    path.write_text(text.replace("Xứ Lạ", "Kenya", 1).replace("Nowhere", "Lào", 1), encoding="utf-8-sig")
    (mended,) = read_sheets(path).sheets
    assert standings(taken(store, mended)) == [NEW, NEW]
    assert {"=1+1", "x"} == {one.notes for one in all_of(store, Outreach)}


def test_how_a_sheet_is_read_is_remembered_by_its_headings(store):
    sheet = sheet_of("Ngày|Nước|Cột lạ", (DAY, "Ghana", "x"))
    guess, remembered = plan_for(store, sheet)
    assert (remembered, guess.columns.get("Cột lạ")) == (False, None)
    remember_plan(
        store, sheet, replace(guess, columns={**guess.columns, "Cột lạ": Meaning.NOTES}, names={"xu la": "LA"})
    )
    moved = sheet_of("Nước|Cột lạ|Ngày|Reason not imported", ("Xứ Lạ", "y", DAY, "z"))
    plan, remembered = plan_for(store, moved)
    assert (remembered, plan.columns["Cột lạ"], plan.decided("Xứ Lạ")) == (True, Meaning.NOTES, "LA")


def test_a_remembered_repair_leaves_unicode_alone(store):
    old = sheet_of("Ngày|Nước|Ghi chú", (DAY, "Ghana", "®· gÆp t¹i Viªn"))
    plan, _ = plan_for(store, old)
    remember_plan(store, old, replace(plan, repairs={"Ghi chú": Legacy.TCVN3}))
    assert plan_for(store, old)[0].repairs == {"Ghi chú": Legacy.TCVN3}
    new = sheet_of("Ngày|Nước|Ghi chú", (DAY, "Ghana", "đã gặp tại Viên, xét lại"))
    assert plan_for(store, new)[0].repairs == {}
    taken(store, new, repairs={"Ghi chú": Legacy.TCVN3})
    assert all_of(store, Outreach)[0].notes == "đã gặp tại Viên, xét lại"


def test_an_officers_workbook_comes_in_whole(store, tmp_path):
    sheet = read_sheets(officers_workbook(tmp_path / "book.xlsx")).sheet(SHEET)
    comparison = taken(store, sheet, repairs={"Ghi chú": Legacy.TCVN3})
    assert standings(comparison) == [NEW, NEW, NEW, NEW, REJECTED]
    assert comparison.read.passed_over == 1  # the total
    notes = {one.notes for one in all_of(store, Outreach)}
    assert "Gặp song phương\nBạn đề nghị hỗ trợ kỹ thuật" in notes
    assert {one.held_on for one in all_of(store, Outreach)} >= {date(2026, 4, 3), date(2026, 11, 12)}
    again = read_sheets(officers_workbook(tmp_path / "again.xlsx", [*ROWS[::-1]])).sheet(SHEET)
    assert standings(compared(store, again, repairs={"Ghi chú": Legacy.TCVN3})) == [REJECTED, *[SAME] * 4]


def test_dates_are_read_as_a_person_decided(store):
    sheet = sheet_of("Ngày|Nước", ("03/04/2026", "Ghana"))
    taken(store, sheet, orders={"Ngày": DayOrder.MONTH_FIRST})
    assert all_of(store, Outreach)[0].held_on == date(2026, 3, 4)


def test_every_remark_has_a_sentence_in_both_languages():
    for why in (*RowFault, *RowCaution, *DateFault, *CellFault):
        for language in (Language.EN, Language.VI):
            assert sentence(Remark(why, "Cột", "x", 3), language).startswith("Cột: ")
