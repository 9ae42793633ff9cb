"""Puts finished documents one after the other into one file, as each of them was drawn."""

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter


def joined(documents: Sequence[bytes]) -> bytes:
    """Return documents as one; its properties are those of the first. The same documents make the same bytes."""
    if len(documents) == 1:
        return documents[0]
    writer = PdfWriter(clone_from=PdfReader(BytesIO(documents[0])))
    for document in documents[1:]:
        writer.append(BytesIO(document), import_outline=False)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
