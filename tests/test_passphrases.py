"""The words of a proposed passphrase are easy to type, drawn by chance, and the same on every keyboard."""

import re
import unicodedata
from collections import Counter

import pytest

from hanoi_desk import passphrases
from hanoi_desk.passphrases import LANGUAGES, bits, propose, word_list

TONES = "\u0300\u0301\u0303\u0309\u0323"


def without_tone(word):
    return "".join(c for c in unicodedata.normalize("NFD", word) if c not in TONES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_holds_enough_words_of_three_to_eight_letters(language):
    words = word_list(language)
    assert len(words) >= 1296
    assert len({word.casefold() for word in words}) == len(words)
    assert [word for word in words if not (3 <= len(word) <= 8 and word.isalpha() and word == word.lower())] == []
    assert [word for word in words if word != unicodedata.normalize("NFC", word)] == []


def test_no_vietnamese_word_is_spelt_in_two_ways_by_different_keyboards():
    doubtful = [
        word
        for word in word_list("vi")
        if without_tone(word) != unicodedata.normalize("NFD", word)
        and re.search(r"(oa|oe|uy)$", without_tone(word))
        and not without_tone(word).startswith("qu")
    ]
    assert doubtful == []


def test_no_english_word_is_another_with_an_s():
    words = set(word_list("en"))
    assert [word for word in words if f"{word}s" in words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_six_words_of_the_list_are_proposed_and_never_the_same(language):
    proposed = [propose(language) for _ in range(50)]
    assert len(set(proposed)) == 50
    for one in proposed:
        assert len(one.split(" ")) == 6
        assert set(one.split(" ")) <= set(word_list(language))
        assert len(one) >= 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposal_holds_more_than_sixty_two_bits(language):
    assert bits(language) > 62


def test_every_word_is_drawn_by_the_source_of_chance_meant_for_secrets(monkeypatch):
    asked = []

    def last(words):
        asked.append(len(words))
        return words[-1]

    monkeypatch.setattr(passphrases.secrets, "choice", last)
    assert Counter(propose("en").split()) == {word_list("en")[-1]: 6}
    assert asked == [len(word_list("en"))] * 6
