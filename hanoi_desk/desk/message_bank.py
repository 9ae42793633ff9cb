"""Rows of the message bank: noting that what one says was compared with its source."""

import re
from dataclasses import replace
from datetime import date

from hanoi_desk.desk.tasks import keep
from hanoi_desk.language import short_date
from hanoi_desk.records import Evidence, Message
from hanoi_desk.store import Store

#: The tag of what is general knowledge, with what it is said of: "[C] numbering", "[C; state of rules] CRIMEALL".
_TAG = re.compile(r"\[(?:C|UNVERIFIED)\b[;:,]?\s*([^\]]*)\]\s*")


def check_message(store: Store, message: Message, evidence: Evidence, today: date) -> Message:
    """Note that the article numbers and the source of a row were checked, and in what: an official or a secondary page.

    The note on its source then begins with the new tag and the day, and no part of it stands as general knowledge.

    :raises Refused: when the row breaks a rule.
    """
    before = _TAG.sub(lambda tag: f"({tag[1].strip()}) " if tag[1].strip() else "", message.source_text).strip()
    source = "; ".join(part for part in (f"[{evidence.value}] checked {short_date(today)}", before) if part)
    return keep(store, replace(message, evidence=evidence, source_text=source))
