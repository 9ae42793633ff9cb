"""Names of States as they stand within a sentence: English puts an article before some of them."""

import re

from hanoi_desk.language import Language, name_of
from hanoi_desk.records import Participant

#: How names begin, or all that they are, where English says "the": "the Gambia", "the United Kingdom".
_WITH_ARTICLE = re.compile(
    r"(Bahamas|Comoros|Congo|Gambia|Netherlands|Niger|Philippines|Sudan|Central African Republic|Cook Islands"
    r"|Democratic (People|Republic)|Dominican Republic|European Union|Holy See|Lao People|Marshall Islands|Republic of"
    r"|Russian Federation|State of|Syrian Arab|United (Arab|Kingdom|Republic|States))\b"
)


def in_sentence(participant: Participant, language: Language) -> str:
    """Return the name as it stands within a sentence, "the Gambia"; to begin one, give it a capital."""
    name = name_of(participant, language)
    return f"the {name}" if language is Language.EN and _WITH_ARTICLE.match(name) else name
