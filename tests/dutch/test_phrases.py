"""The recognisers of steering messages, judged by the tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dutch import phrases
from bot.dutch.wording import is_gibberish, is_one_slip, plain
from tests.dutch.phrase_cases import KNOWN
from tests.dutch.phrase_lures import LURES


def rows(table):
    return [
        pytest.param(name, text, id=f"{name}-{text[:40]}") for name, texts in table.items() for text in texts
    ]


@pytest.mark.parametrize(("recogniser", "text"), rows(KNOWN))
def test_phrases_recognise(recogniser, text):
    assert getattr(phrases, recogniser)(text) is True


@pytest.mark.parametrize(("recogniser", "text"), rows(LURES))
def test_phrases_leave_alone(recogniser, text):
    assert getattr(phrases, recogniser)(text) is False


@pytest.mark.parametrize("recogniser", KNOWN)
@given(text=st.text(max_size=200))
def test_phrases_survive_any_text(recogniser, text):
    assert getattr(phrases, recogniser)(text) in {True, False}


@pytest.mark.parametrize("recogniser", KNOWN)
@pytest.mark.parametrize("unit", ["ja ", "nee", "waarom wilt u ", "?", "o ja ", "zei "])
def test_phrases_leave_ten_thousand_characters_alone(recogniser, unit):
    text = (unit * 10_000)[:10_000] + " en toen liep hij weg"

    assert getattr(phrases, recogniser)(text) is (recogniser == "is_addition" and unit == "o ja ")


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("klopt", "klopt", True),
        ("kolpt", "klopt", True),
        ("klpt", "klopt", True),
        ("klopot", "klopt", True),
        ("klapt", "klopt", True),
        ("klap", "klopt", False),
        ("tklop", "klopt", False),
    ],
)
def test_is_one_slip_counts_one_letter(word, other, expected):
    assert is_one_slip(word, other) is expected


def test_plain_drops_punctuation_emoji_and_drawn_out_letters():
    assert plain("  Neeeee!! 😊 da's ’t  ") == "nee das t"


@pytest.mark.parametrize("text", ["asdf qwer", "zxcv bnmk", "hjkl poiu", "QWERTY"])
def test_letters_without_a_word_are_gibberish(text: str) -> None:
    assert is_gibberish(text)


@pytest.mark.parametrize("text", ["", "?", "ja", "boa", "de balie", "hij schold", "1315KR", "Wmo asdf"])
def test_words_are_no_gibberish(text: str) -> None:
    assert not is_gibberish(text)
