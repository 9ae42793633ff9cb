"""What the reader of status files makes of the files as they are really found."""

from datetime import date
from pathlib import Path

import pytest
from untc.export import HANOI, SIGNED, STATES, document, status, table

from hanoi_desk.untc import Act, Mismatch, Repair, StatusFile, Why, read_status

SAMPLES = Path(__file__).parent / "untc"
FRENCH_MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
RATIFIED = "Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)"


def read(text: str) -> StatusFile:
    return read_status(text.encode("iso-8859-1"))


def acts(file: StatusFile) -> list[tuple[str, str, str]]:
    return [(row.name, action.act.value, action.on.isoformat()) for row in file.rows for action in row.actions]


def one_cell(heading: str, cell: str) -> StatusFile:
    return read(document(table([STATES, heading], [["Viet Nam", cell]]), custom="<CustomText>Parties*</CustomText>"))


@pytest.mark.parametrize("name", ["XVIII-16.en.xml", "XVIII-16.tab-dates.en.xml"])
def test_the_hanoi_convention_has_72_signatories_and_no_party(name):
    file = read_status((SAMPLES / name).read_bytes())
    assert (file.number, file.signatories, file.instruments) == ("XVIII-16", 72, 0)
    assert (file.header_signatories, file.header_parties) == (72, None)
    assert (file.mismatches, file.unread, file.doubts, file.repairs) == ((), (), (), ())
    assert file.title.startswith("United Nations Convention against Cybercrime; Strengthening")
    assert (file.chapter_title, file.conclusion) == ("PENAL MATTERS", "New York, 24 December 2024")
    assert (file.entry_into_force_label, file.in_force_on) == ("Not yet in force", None)
    assert {action.on for row in file.rows for action in row.actions} == {date(2025, 10, 25), date(2025, 10, 26)}
    assert "Côte d'Ivoire" in {row.name for row in file.rows}
    assert (file.language, file.as_of, file.repaired, file.has_participants) == ("en", None, False, True)
    assert "C.N.196.2025.TREATIES-XVIII.16" in file.texts[0]
    assert len(file.sha256) == 64


@pytest.mark.parametrize(
    ("heading", "cell", "act"),
    [
        (HANOI, "1 Jul 2003", Act.RATIFICATION),
        (HANOI, "1 Jul 2003 A", Act.ACCEPTANCE),
        (HANOI, "1 Jul 2003 AA", Act.APPROVAL),
        (HANOI, "1 Jul 2003 a", Act.ACCESSION),
        ("Approval(AA), Acceptance(A), Accession(a), Succession(d), Ratification", "1 Jul 2003 d", Act.SUCCESSION),
        ("Ratification, Acceptance (A), Accession (a)", "1 Jul 2003 A", Act.ACCEPTANCE),
        ("Acceptance(A) and Accession(a) or Ratification", "1 Jul 2003", Act.RATIFICATION),
        ("Signature, Succession to signature(d)", "1 Jul 2003", Act.SIGNATURE),
        ("Signature, Succession to signature(d)", "1 Jul 2003 d", Act.SUCCESSION_TO_SIGNATURE),
        ("Signature, Succession(d)", "1 Jul 2003 d", Act.SUCCESSION_TO_SIGNATURE),
        ("Signature subject to ratification", "1 Jul 2003", Act.SIGNATURE),
        ("Signature<superscript>1</superscript>", "1 Jul 2003", Act.SIGNATURE),
        ("Signature, Definitive signature(s)", "1 Jul 2003 s", Act.DEFINITIVE_SIGNATURE),
        ("Definitive signature(s)", "1 Jul 2003", Act.DEFINITIVE_SIGNATURE),
        ("Definitive signature(s), Acceptance(A)", "1 Jul 2003 s", Act.DEFINITIVE_SIGNATURE),
        ("Participation(P)", "1 Jul 2003 P", Act.PARTICIPATION),
        ("Participation (under the Protocol) (P), Accession(a)", "1 Jul 2003 P", Act.PARTICIPATION),
        ("Consent to be bound(P), Accession(a)", "1 Jul 2003 P", Act.PARTICIPATION),
        ("Formal confirmation(c), Accession(a), Ratification", "1 Jul 2003 c", Act.FORMAL_CONFIRMATION),
        ("Simplified procedure(p), Participation(P), Ratification", "1 Jul 2003 p", Act.SIMPLIFIED_PROCEDURE),
        ("Provisional application(n)", "1 Jul 2003 n", Act.PROVISIONAL_APPLICATION),
        ("Signature, Confirmation of signature ad referendum(C)", "1 Jul 2003 C", Act.CONFIRMATION),
        ("Acceptation(A), Ratification, Approbation(AA), Adhésion(a)", "1 juil. 2003 AA", Act.APPROVAL),
        ("Adhésion(a), Ratification", "1er juil. 2003 a", Act.ACCESSION),
        ("Signature définitive(s), Acceptation(A)", "1 juillet 2003 s", Act.DEFINITIVE_SIGNATURE),
        ("Signature, Succession à la signature(d)", "1 juil 2003 d", Act.SUCCESSION_TO_SIGNATURE),
        ("Consentement à être lié(P)", "1 Juil 2003 P", Act.PARTICIPATION),
    ],
)
def test_a_letter_means_what_its_own_column_says(heading, cell, act):
    file = one_cell(heading, cell)
    [action] = file.rows[0].actions
    assert (action.act, action.on, action.withdrawn) == (act, date(2003, 7, 1), False)
    assert (file.unread, file.doubts) == ((), ())


@pytest.mark.parametrize(
    ("heading", "cell", "signatories", "parties"),
    [
        (SIGNED, "1 Jul 2003", 1, 0),
        (SIGNED, "[1 Jul 2003]", 0, 0),
        ("Signature, Succession to signature(d)", "1 Jul 2003 d", 1, 0),
        ("Signature, Definitive signature(s)", "1 Jul 2003 s", 1, 1),
        ("Signature, Confirmation of signature(C)", "1 Jul 2003 2 Jul 2004 C", 1, 0),
        ("Signature, Accession(a)", "1 Jul 2003", 1, 0),
        ("Signature, Accession(a)", "1 Jul 2003 a", 0, 1),
        ("Definitive signature(s)", "1 Jul 2003 s", None, 1),
        (RATIFIED, "1 Jul 2003 d", None, 1),
        (RATIFIED, "[1 Jul 2003 d]", None, 0),
        (RATIFIED, "[1 Jul 2003] 5 Aug 2010 a", None, 1),
        (RATIFIED, "1 Jul 2003 5 Aug 2010 a", None, 1),
        ("Participation(P)", "1 Jul 2003 P", None, 1),
        ("Simplified procedure(p), Ratification", "1 Jul 2003 p", None, 1),
        ("Formal confirmation(c), Ratification", "1 Jul 2003 c", None, 1),
        ("Provisional application(n)", "1 Jul 2003", None, 0),
        ("Provisional application(n), Ratification", "1 Jul 2003 n", None, 0),
        ("Application of regulation, Succession(d)", "1 Jul 2003", None, 1),
        ("Application of regulation", "1 Jul 2003", None, 1),
        ("Denunciation", "1 Jul 2003", None, 0),
        ("Ratification, Accession", "1 Jul 2003", None, 1),
    ],
)
def test_what_makes_a_signatory_and_what_a_party(heading, cell, signatories, parties):
    file = one_cell(heading, cell)
    assert (file.signatories, file.instruments) == (signatories, parties)


def test_a_participant_counts_once_however_many_columns_lines_and_tables_name_it():
    file = read(
        document(
            table([STATES, "Definitive signature(s)", RATIFIED], [["Peru", "1 Jan 1950 s", "2 Feb 1960"]]),
            table([STATES, RATIFIED], [["Peru<superscript>1</superscript>", "3 Mar 1970 a"], ["Chad", "3 Mar 1970 d"]]),
            parties=2,
        )
    )
    assert (file.instruments, file.mismatches, len(file.rows), len(file.headings)) == (2, (), 3, 2)


def test_dates_under_a_former_agreement_bind_no_one_to_this_one():
    headings = [STATES, "Participation in the former Agreement(P)", "Ratification of the 1958 Agreement", RATIFIED]
    rows = [["Peru", "1 Jan 1959 P", "2 Jan 1959", ""], ["Chad", "", "", "3 Mar 2025"]]
    file = read_status(status(headings, rows, parties=1))
    assert (file.instruments, file.mismatches) == (1, ())
    assert acts(file) == [
        ("Peru", "other", "1959-01-01"),
        ("Peru", "other", "1959-01-02"),
        ("Chad", "ratification", "2025-03-03"),
    ]
    assert {doubt.why for doubt in file.doubts} == {Why.FORMER_AGREEMENT}


def test_a_convention_as_amended_is_not_a_former_agreement():
    headings = [STATES, "Participation in the 1958 Convention as amended(P)", RATIFIED]
    assert read_status(status(headings, [["Peru", "1 Jan 1959 P", ""]], parties=1)).mismatches == ()


def test_a_column_nobody_can_name_does_not_bind_beside_one_for_the_instruments():
    file = read_status(status([STATES, "Notification", RATIFIED], [["Peru", "1 Jan 1959", ""]], parties=0))
    assert (file.instruments, file.rows[0].actions[0].act) == (0, Act.OTHER)
    assert [(doubt.column, doubt.why) for doubt in file.doubts] == [("Notification", Why.UNKNOWN_HEADING)]


@pytest.mark.parametrize(
    ("cell", "dates"),
    [
        ("25 Oct\t 2025 ", [("2025-10-25", False, "")]),
        ("[20 Jan\t 2021 A]", [("2021-01-20", True, "A")]),
        ("[24 Apr 1963 ]", [("1963-04-24", True, "")]),
        ("[ 3 Oct 1975 ]", [("1975-10-03", True, "")]),
        ("[14 Nov 1980 a]", [("1980-11-14", True, "a")]),
        ("[14 Nov 1980] a", [("1980-11-14", True, "a")]),
        ("[14 Nov 1980 a 3 Oct 1990 d]", [("1980-11-14", True, "a"), ("1990-10-03", True, "d")]),
        ("[14 Nov 1980 a]\n3 Oct 1990 a", [("1980-11-14", True, "a"), ("1990-10-03", False, "a")]),
        ("14 Nov 1980, 3 Oct 1990 AA;", [("1980-11-14", False, ""), ("1990-10-03", False, "AA")]),
        ("8\xa0Feb\xa02010\xa0a", [("2010-02-08", False, "a")]),
        ("8 Feb 2010a", [("2010-02-08", False, "a")]),
        ("8 Feb 2010<superscript>3,4</superscript> a", [("2010-02-08", False, "a")]),
        ("08 February 2010", [("2010-02-08", False, "")]),
        ("29 févr. 2008 a", [("2008-02-29", False, "a")]),
        ("29 fevr 2008", [("2008-02-29", False, "")]),
        ("1 août 2008", [("2008-08-01", False, "")]),
        ("1 DÉC. 2008", [("2008-12-01", False, "")]),
    ],
)
def test_every_shape_of_a_date_is_read(cell, dates):
    file = one_cell(RATIFIED, cell)
    assert [(a.on.isoformat(), a.withdrawn, a.letter) for a in file.rows[0].actions] == dates
    assert file.unread == ()


@pytest.mark.parametrize("month", FRENCH_MONTHS)
def test_french_months_are_read(month):
    [action] = one_cell("Ratification, Adhésion(a)", f"7 {month} 2011 a").rows[0].actions
    assert (action.on.day, action.on.year, action.act) == (7, 2011, Act.ACCESSION)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("31 Feb 2010", Why.IMPOSSIBLE_DATE),
        ("0 Feb 2010", Why.IMPOSSIBLE_DATE),
        ("1 Feb 0210", Why.IMPOSSIBLE_DATE),
        ("1 Foo 2010", Why.NOT_A_DATE),
        ("Feb 2010", Why.NOT_A_DATE),
        ("12 Dec 2000 until further notice", Why.NOT_A_DATE),
        ("12 Dec 2000 and later", Why.NOT_A_DATE),
        ("[12 Dec 2000", Why.NOT_A_DATE),
        ("12 Dec 2000]", Why.NOT_A_DATE),
        ("[12 Dec 2000 [13 Dec 2000]", Why.NOT_A_DATE),
        ("[12 Dec 2000 a] d", Why.NOT_A_DATE),
        ("12/12/2000", Why.NOT_A_DATE),
        ("1 Jan 2000 " * 300, Why.TOO_LONG),
    ],
)
def test_what_is_not_plainly_a_date_is_shown_and_not_guessed(cell, why):
    file = one_cell(RATIFIED, cell)
    assert file.rows[0].actions == ()
    [remark] = file.unread
    assert (remark.name, remark.column, remark.why) == ("Viet Nam", RATIFIED, why)
    assert remark.raw[:10] == cell[:10].strip()
    assert len(remark.raw) <= 200


@pytest.mark.parametrize(
    ("heading", "cell", "act", "why"),
    [
        (HANOI, "1 Jul 2003 d", Act.SUCCESSION, Why.LETTER_NOT_IN_HEADING),
        (HANOI, "1 Jul 2003 z", Act.OTHER, Why.LETTER_NOT_IN_HEADING),
        (HANOI, "1 Jul 2003 aa", Act.OTHER, Why.LETTER_NOT_IN_HEADING),
        (SIGNED, "1 Jul 2003 d", Act.SUCCESSION_TO_SIGNATURE, Why.LETTER_NOT_IN_HEADING),
        ("Acceptance(A), Accession(a)", "1 Jul 2003", Act.OTHER, Why.LETTER_MISSING),
        ("Ratification, Accession", "1 Jul 2003", Act.OTHER, Why.LETTER_MISSING),
        ("Acceptance(A), Approval(A), Ratification", "1 Jul 2003 A", Act.OTHER, None),
    ],
)
def test_a_letter_the_heading_does_not_explain_is_asked_about(heading, cell, act, why):
    file = one_cell(heading, cell)
    assert file.rows[0].actions[0].act is act
    assert [doubt.why for doubt in file.doubts] == ([why] if why else [])


@pytest.mark.parametrize(
    ("raw", "name", "marks"),
    [
        ("China<superscript>1</superscript>", "China", ("1",)),
        ("China <superscript>5,7,8</superscript>", "China", ("5", "7", "8")),
        ("China<superscript>5</superscript>,<superscript>7</superscript>", "China", ("5", "7")),
        ("Serbia<sup>2</sup>", "Serbia", ("2",)),
        ("Serbia<SUPERSCRIPT class='x'>2</SUPERSCRIPT >", "Serbia", ("2",)),
        ("<i>Serbia</i>", "Serbia", ()),
        ("Viet\xa0Nam  ", "Viet Nam", ()),
        ("Viet&nbsp;Nam", "Viet Nam", ()),
        ("Côte d'Ivoire", "Côte d'Ivoire", ()),
        ("China 1", "China 1", ()),
        ("Czech Republic 3,4", "Czech Republic 3,4", ()),
        ("Netherlands (for the Kingdom in Europe)", "Netherlands (for the Kingdom in Europe)", ()),
    ],
)
def test_a_name_loses_its_raised_marks_and_nothing_else(raw, name, marks):
    [row] = read_status(status([STATES, SIGNED], [[raw, "1 Jul 2003"]], signatories=1)).rows
    assert (row.name, row.footnotes, row.raw_name) == (name, marks, raw)


def test_real_superscript_elements_are_footnote_marks_too():
    file = read(
        document(table([STATES, SIGNED], [["NAME", "1 Jul 2003"]])).replace("NAME", "Chad<superscript>4</superscript>")
    )
    assert (file.rows[0].name, file.rows[0].footnotes) == ("Chad", ("4",))


def test_a_line_without_a_name_belongs_to_no_one_and_an_empty_line_is_nothing():
    rows = [
        ["", "1 Jul 2003"],
        ["<superscript>3</superscript>", "1 Jul 2003"],
        ["", ""],
        ["Peru", ""],
        ["x" * 3000, ""],
    ]
    file = read_status(status([STATES, SIGNED], rows, signatories=2))
    assert [(row.name, row.actions) for row in file.rows] == [("Peru", ())]
    assert [remark.why for remark in file.unread] == [Why.NO_NAME, Why.NO_NAME, Why.TOO_LONG]
    assert file.mismatches == (Mismatch(what="signatories", header=2, rows=0),)


def test_the_participants_column_may_stand_anywhere_and_carry_a_mark():
    file = read_status(status([SIGNED, "Participant1"], [["1 Jul 2003", "Peru"], ["2 Jul 2003"]]))
    assert acts(file) == [("Peru", "signature", "2003-07-01")]
    assert [remark.why for remark in file.unread] == [Why.NO_NAME]
    assert acts(read_status(status(["", SIGNED], [["Peru", "1 Jul 2003"]]))) == [("Peru", "signature", "2003-07-01")]


def test_a_table_without_headings_is_shown_unread_and_fails_the_checksum():
    file = read(document(table([], [["Peru", "1 Jul 2003"]]), signatories=1))
    assert [(remark.raw, remark.why) for remark in file.unread] == [("Peru | 1 Jul 2003", Why.NO_HEADING)]
    assert file.mismatches == (Mismatch(what="signatories", header=1, rows=0),)


def test_a_cell_past_the_headings_is_shown_unread():
    file = read_status(status([STATES, SIGNED], [["Peru", "1 Jul 2003", "2 Jul 2003"]]))
    assert [(remark.raw, remark.why) for remark in file.unread] == [("2 Jul 2003", Why.NO_HEADING)]


def test_a_cell_with_a_column_name_goes_to_that_column_and_headings_of_two_rows_are_joined():
    text = (
        "<Table><Thead><Row><Entry>Participant</Entry><Entry>Definitive</Entry><Entry>Rati-</Entry></Row>"
        "<Row><Entry/><Entry>signature(s)</Entry></Row></Thead>"
        '<Tbody><Row><Entry>Peru</Entry><Entry colname="3">1 Jul 2003</Entry></Row>'
        '<Row><Entry>Chad</Entry><Entry colname="2">2 Jul<Br/>2003 <i>s</i></Entry></Row></Tbody></Table>'
    ).replace("Rati-", "Ratification")
    file = read(document(text, parties=2))
    assert file.headings == (("Participant", "Definitive signature(s)", "Ratification"),)
    assert acts(file) == [("Peru", "ratification", "2003-07-01"), ("Chad", "definitive_signature", "2003-07-02")]


def test_a_file_without_participants_says_so_and_never_counts_nought():
    file = read(document(signatories=117, parties=173))
    assert (file.has_participants, file.signatories, file.instruments) == (False, None, None)
    assert (file.header_signatories, file.header_parties, file.mismatches) == (117, 173, ())


def test_a_file_with_special_tables_only_says_so():
    file = read(document(more="<SpecialTables><Table><TableNo>1</TableNo></Table></SpecialTables>"))
    assert [doubt.why for doubt in file.doubts] == [Why.SPECIAL_TABLES]


@pytest.mark.parametrize("shown", ["1", "1<superscript>2</superscript>", "1*", " 1 "])
def test_header_figures_are_the_checksum_with_or_without_a_footnote(shown):
    rows = [["Peru", "1 Jul 2003", "1 Jul 2004"]]
    file = read_status(status([STATES, SIGNED, RATIFIED], rows, signatories=shown, parties=shown))
    assert (file.header_signatories, file.header_parties, file.mismatches, file.doubts) == (1, 1, (), ())


def test_both_numbers_of_a_mismatch_are_told():
    file = read_status(status([STATES, SIGNED, RATIFIED], [["Peru", "1 Jul 2003", ""]], signatories=4, parties=2))
    assert file.mismatches == (
        Mismatch(what="signatories", header=4, rows=1),
        Mismatch(what="parties", header=2, rows=0),
    )


def test_a_figure_that_is_missing_or_unreadable_is_asked_about_unless_other_text_stands_for_it():
    rows = table([STATES, SIGNED, RATIFIED], [["Peru", "1 Jul 2003", "1 Jul 2004"]])
    file = read(document(rows, signatories="1 or 2"))
    assert [(doubt.why, doubt.raw) for doubt in file.doubts] == [
        (Why.FIGURE_UNREAD, "Signatories: 1 or 2"),
        (Why.FIGURE_MISSING, "Parties: 1"),
    ]
    custom = read(document(rows, custom="<CustomText>Parties*</CustomText>"))
    assert (custom.custom_text, custom.doubts) == ("Parties*", ())


@pytest.mark.parametrize(
    ("chapter", "part", "number", "sub", "footer", "expected"),
    [
        ("CHAPTER XVIII", "", "16", "", "", "XVIII-16"),
        ("CHAPTER XVIII", "", "12", "a", "XVIII 12 a. Penal Matters", "XVIII-12-a"),
        ("CHAPITRE XXVII", "", "7", "d", "", "XXVII-7-d"),
        ("CHAPTER XI", "B. Road Traffic", "16", "", "", "XI-B-16"),
        ("CHAPTER XI", "Road Traffic", "16", "1", "XI B 16 1. Transport", "XI-B-16-1"),
        ("CHAPTER XI", "", "16", "", "XI-A-16. Customs", "XI-A-16"),
        ("", "", "12", "a", "XVIII 12 a. Penal Matters", "XVIII-12-a"),
        ("CHAPTER XVIII", "", "", "", "XVIII 12. Penal Matters", "XVIII-12"),
        ("CHAPTER XVIII", "", "twelve", "", "", None),
        ("CHAPTER XVIII", "", "12", "???", "", None),
    ],
)
def test_the_number_is_the_one_the_depositary_cites(chapter, part, number, sub, footer, expected):
    file = read(document(chapter=chapter, sub_chapter=part, number=number, sub_number=sub, footer=footer))
    assert file.number == expected
    assert [doubt.why for doubt in file.doubts] == ([] if expected else [Why.NUMBER_UNCLEAR])
    assert file.title == ("Protocol" if sub else "Convention")


@pytest.mark.parametrize(
    ("label", "text", "day"),
    [
        ("Entry into force", "29 September 2003, in accordance with article 38.", date(2003, 9, 29)),
        ("Entry into force :", "29 September 2003", date(2003, 9, 29)),
        ("Entrée en vigueur", "29 septembre 2003 conformément à l'article 38.", date(2003, 9, 29)),
        ("Not yet in force", "29 September 2003, in accordance with article 38.", None),
        ("Entry into force", "Provisionally on 29 September 2003.", None),
        ("Entry into force", "29 September 2003 for Annex I and 1 May 2004 for Annex II.", None),
        ("Entry into force", "29 September 2003, and Annex II 1 May 2004.", None),
        ("Entry into force", "31 September 2003, in accordance with article 38.", None),
        ("Entry into force", "see article 38.", None),
        ("", "29 September 2003, in accordance with article 38.", None),
    ],
)
def test_the_day_of_entry_into_force_is_taken_only_where_it_is_plain(label, text, day):
    assert read(document(label=label, label_text=text)).in_force_on == day


def test_a_french_file_is_known_as_one():
    assert read(document(chapter="CHAPITRE XVIII")).language == "fr"
    assert read(document(table([STATES, "Adhésion(a)"], []))).language == "fr"


def test_notes_come_as_plain_words():
    notes = (
        "<EndNotes><Note><index>1</index><text type='para'>See &lt;i&gt;note&lt;/i&gt;</text><text/></Note></EndNotes>"
    )
    file = read(
        document(note="The 1&lt;sup&gt;st&lt;/sup&gt; text&lt;superscript&gt;2&lt;/superscript&gt;", more=notes)
    )
    assert file.texts == ("The 1st text",)
    assert [(note.index, note.text) for note in file.end_notes] == [("1", "See note")]


def test_two_treaties_in_one_file_are_asked_about():
    text = document().replace("</Document>", "<Treaty /></Document>")
    assert [doubt.why for doubt in read(text).doubts] == [Why.SEVERAL_TREATIES]


def test_a_file_without_a_header_is_read_for_its_table():
    body = table([STATES, SIGNED], [["Peru", "1 Jul 2003"]])
    file = read(f"<Document><Treaty><Participants>{body}</Participants></Treaty></Document>")
    assert (file.number, file.signatories, file.header_signatories) == (None, 1, None)


def test_damaged_bytes_are_mended_and_told():
    note = "Peru\x19s \x1cnote\x1d 1\x132\x02 A & B &nbsp; &#2;&#x19; &#233;"
    file = read(document(table([STATES, SIGNED], [["Côte d\x19Ivoire", "1 Jul 2003"]]), note=note))
    assert file.texts == ("Peru’s “note” 1–2 A & B ’ é",)
    assert file.rows[0].name == "Côte d’Ivoire"
    assert file.repaired
    assert file.repairs == (Repair.CHARACTER_REFERENCES, Repair.CONTROL_CHARACTERS, Repair.BARE_AMPERSANDS)
