"""Writes status files in the form of the depositary's XML export, for the tests to read."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

STATES = "Participant"
SIGNED = "Signature"
HANOI = "Acceptance(A), Ratification, Approval(AA), Accession(a)"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return one participant table; texts are escaped here, so markup in them is escaped markup as in the export."""
    heads = "".join(f'<Entry colname="{i}">{escape(text)}</Entry>' for i, text in enumerate(headings, 1))
    lines = "\n".join("<Row>" + "".join(entry(cell) for cell in row) + "</Row>" for row in rows)
    return (
        '<Table colsep="0" frame="none" rowsep="0">'
        f'<TGroup cols="{len(headings)}"><Thead><Row rowsep="0">{heads}</Row></Thead>'
        f"<Tbody><Rows>{lines}</Rows></Tbody></TGroup></Table>"
    )


def entry(text: str) -> str:
    return f"<Entry>{escape(text)}</Entry>" if text else "<Entry />"


def figure(label: str, value: int | str | None) -> str:
    return "" if value is None else f"<{label}Label>{label}</{label}Label><{label}>{escape(str(value))}</{label}>"


def document(
    *tables: str,
    signatories: int | str | None = None,
    parties: int | str | None = None,
    chapter: str = "CHAPTER XVIII",
    sub_chapter: str = "",
    number: str = "16",
    sub_number: str = "",
    conclusion: str = "New York, 24 December 2024",
    label: str = "Not yet in force",
    label_text: str = "in accordance with article 65(1).",
    custom: str = "",
    note: str = "The Convention was adopted on 24 December 2024.",
    footer: str = "XVIII 16. Penal Matters",
    more: str = "<SpecialTables />",
    encoding: str = "iso-8859-1",
) -> str:
    """Return a whole status file; `note` and `more` go in as they are, so that a test can damage them."""
    part = f"<SubChapter>{escape(sub_chapter)}</SubChapter>" if sub_chapter else ""
    sub = f"<Subnumsect>{sub_number}</Subnumsect><Subtitlesect>Protocol</Subtitlesect>" if sub_number else ""
    return f"""<?xml version="1.0" encoding="{encoding}"?>
<Document>
  <Treaty>
    <Template>mtdsg</Template>
    <Header>
      <Chapter><Header>{chapter}</Header><Name>PENAL MATTERS</Name>{part}</Chapter>
      <ExternalData>
        <Numsect>{number}</Numsect><Titlesect>Convention</Titlesect>{sub}
        <Conclusion>{escape(conclusion)}</Conclusion>
        <EIF><Label>{label}</Label><Labeltext>{escape(label_text)}</Labeltext></EIF>
        <Registration />
        <Status><Label>Status</Label>{figure("Signatories", signatories)}{figure("Parties", parties)}{custom}</Status>
        <TreatyText><Label>Text</Label><Text>{note}</Text></TreatyText>
        <TreatyNote />
      </ExternalData>
    </Header>
    <Participants>{"".join(tables)}</Participants>
    {more}
    <Footer>{escape(footer)}</Footer>
  </Treaty>
</Document>
"""


def status(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    signatories: int | str | None = None,
    parties: int | str | None = None,
) -> bytes:
    """Return the bytes of a file with one table, in ISO-8859-1."""
    return document(table(headings, rows), signatories=signatories, parties=parties).encode("iso-8859-1")
