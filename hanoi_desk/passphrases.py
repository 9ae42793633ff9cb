"""Passphrases that the program proposes: six words drawn by chance from a list that ships with it."""

import math
import secrets
from functools import cache

from hanoi_desk.assets import asset

#: How many words a proposed passphrase has.
WORDS = 6
#: The languages in which there is a list.
LANGUAGES = ("vi", "en")


@cache
def word_list(language: str) -> tuple[str, ...]:
    """Return the words of a language, "vi" or "en", in the order of its alphabet.

    Everyday words of three to eight letters, in NFC. The Vietnamese list has no word whose accent keyboards put on
    different letters, such as "hoà" beside "hòa": the same words must open a desk wherever they are typed.
    """
    text = asset(f"data/passphrase_words_{language}.txt").read_text(encoding="utf-8")
    return tuple(text.split())


def propose(language: str, count: int = WORDS) -> str:
    """Return words drawn by chance, each independently of the others, with a space between them."""
    words = word_list(language)
    return " ".join(secrets.choice(words) for _ in range(count))


def bits(language: str, count: int = WORDS) -> float:
    """Return how many bits of chance are in a proposed passphrase."""
    return count * math.log2(len(word_list(language)))
