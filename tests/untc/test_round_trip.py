"""Whatever status file is written, in every variation of the export, the same facts are read back."""

from dataclasses import dataclass
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from untc.export import document, table

from hanoi_desk.untc import read_status

ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FRENCH = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
NAMES = (
    "Viet Nam",
    "Côte d'Ivoire",
    "Lao People's Democratic Republic",
    "European Union",
    "Netherlands (Kingdom of the)",
    "St. Vincent and the Grenadines",
    "United Kingdom of Great Britain and Northern Ireland",
    "Türkiye",
    "Sao Tome and Principe",
    "Holy See",
    "Bolivia (Plurinational State of)",
    "Czech Republic",
)
SIGNATURES = {
    "Signature": ("", "signature"),
    "Succession to signature(d)": ("d", "succession_to_signature"),
    "Confirmation of signature ad referendum(C)": ("C", "confirmation"),
    "Definitive signature(s)": ("s", "definitive_signature"),
}
INSTRUMENTS = {
    "Ratification": ("", "ratification"),
    "Acceptance(A)": ("A", "acceptance"),
    "Approval(AA)": ("AA", "approval"),
    "Accession(a)": ("a", "accession"),
    "Succession(d)": ("d", "succession"),
    "Participation(P)": ("P", "participation"),
    "Formal confirmation(c)": ("c", "formal_confirmation"),
    "Simplified procedure(p)": ("p", "simplified_procedure"),
    "Definitive signature(s)": ("s", "definitive_signature"),
    "Provisional application(n)": ("n", "provisional_application"),
}
PARTY_IN_SIGNATURES = {"definitive_signature"}
NOT_A_PARTY = {"provisional_application"}
SHAPES = (
    "{d} {m} {y} {l}",
    "{d} {m}\t {y} {l} ",
    " {d}\xa0{m}\n{y}\xa0{l}",
    "{d} {m} {y}<superscript>2</superscript> {l}",
    "{d} {m} {y}{l}",
)
BRACKETS = ("[{d} {m} {y} {l}]", "[ {d} {m} {y} {l} ]", "[{d} {m} {y} ] {l}", "[{d} {m}\t {y} {l}]")
DAMAGE = {"": "", "\x13\x19\x02": "–’", " & ": " & ", "&nbsp;": ""}


@dataclass(frozen=True)
class Written:
    data: bytes
    facts: list[tuple[str, str, str, date, bool]]
    footnotes: list[tuple[str, ...]]
    signatories: int
    parties: int
    has_signature_column: bool
    damaged: bool


@st.composite
def columns(draw):
    """Draw one to four headings with the acts under each, the words of each heading in any order."""
    drawn = []
    if draw(st.booleans()):
        words = ["Signature", *draw(st.lists(st.sampled_from(list(SIGNATURES)[1:]), unique=True, max_size=2))]
        drawn.append((True, draw(st.permutations(words)), SIGNATURES))
    for _ in range(draw(st.integers(0 if drawn else 1, 3))):
        words = draw(st.lists(st.sampled_from(list(INSTRUMENTS)), unique=True, min_size=1, max_size=6))
        drawn.append((False, words, INSTRUMENTS))
    return drawn


@st.composite
def written(draw, number="16"):
    drawn = draw(columns())
    months = draw(st.sampled_from([ENGLISH, FRENCH]))
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=len(NAMES)))
    joint = draw(st.sampled_from([", ", ",", " ,  ", "; "]))
    facts, rows, footnotes, signed, bound = [], [], [], set(), set()
    for name in names:
        marks = tuple(str(n) for n in draw(st.lists(st.integers(1, 40), max_size=3)))
        cells = [name + (f"<superscript>{','.join(marks)}</superscript>" if marks else "")]
        footnotes.append(marks)
        for of_signature, words, acts in drawn:
            texts = []
            for word in draw(st.lists(st.sampled_from(words), max_size=2)):
                letter, act = acts[word]
                on = draw(st.dates(date(1946, 1, 1), date(2030, 12, 31)))
                withdrawn = draw(st.booleans())
                shape = draw(st.sampled_from(BRACKETS if withdrawn else SHAPES))
                texts.append(shape.format(d=on.day, m=months[on.month - 1], y=on.year, l=letter).strip(" "))
                facts.append((name, act, letter, on, withdrawn))
                if not withdrawn and of_signature:
                    signed.add(name)
                if not withdrawn and act not in NOT_A_PARTY and (not of_signature or act in PARTY_IN_SIGNATURES):
                    bound.add(name)
            cells.append(draw(st.sampled_from([" ", "\n", "  ", ", "])).join(texts))
        rows.append(cells)
    damage = draw(st.sampled_from(list(DAMAGE)))
    encoding = draw(st.sampled_from(["iso-8859-1", "utf-8", "utf-16"]))
    text = document(
        table(["Participant", *(joint.join(words) for _, words, _ in drawn)], rows),
        signatories=len(signed) or None,
        parties=len(bound) or None,
        note=f"A{damage}B",
        number=number,
        footer=f"XVIII {number}. Penal Matters",
        encoding=encoding,
    )
    return Written(
        data=text.encode(encoding),
        facts=facts,
        footnotes=footnotes,
        signatories=len(signed),
        parties=len(bound),
        has_signature_column=any(of_signature for of_signature, _, _ in drawn),
        damaged=bool(damage),
    )


@settings(max_examples=150, deadline=None)
@given(written())
def test_what_is_written_is_read_back_and_the_header_agrees(file):
    read = read_status(file.data)
    found = [(row.name, a.act.value, a.letter, a.on, a.withdrawn) for row in read.rows for a in row.actions]
    assert found == file.facts
    assert [row.footnotes for row in read.rows] == file.footnotes
    assert (read.unread, read.mismatches, read.repaired) == ((), (), file.damaged)
    assert read.doubts == ()
    assert read.instruments == (file.parties if read.rows else None)
    assert read.signatories == (file.signatories if read.rows and file.has_signature_column else None)
