"""Tokens cannot be guessed, changed or traced back."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gateway.tokens import TokenError, Tokens

TOKENS = Tokens("s" * 32)
ALPHABET = string.ascii_letters + string.digits + "-_"


def test_tokens_are_never_the_same():
    assert len({TOKENS.make() for _ in range(500)}) == 500


def test_conversation_id_is_stable_and_hides_the_token():
    token = TOKENS.make()

    name = TOKENS.conversation_id(token)

    assert name == TOKENS.conversation_id(token)
    assert len(name) == 32
    assert name not in token
    assert token not in name


def test_conversation_id_differs_per_secret():
    token = TOKENS.make()

    with pytest.raises(TokenError):
        Tokens("t" * 32).conversation_id(token)


@given(st.text(max_size=80))
def test_conversation_id_refuses_any_text(text):
    with pytest.raises(TokenError):
        TOKENS.conversation_id(text)


@given(st.text(alphabet=ALPHABET, min_size=56, max_size=56))
def test_conversation_id_refuses_guesses_of_the_right_shape(guess):
    with pytest.raises(TokenError):
        TOKENS.conversation_id(guess)


@given(position=st.integers(0, 55), letter=st.sampled_from(ALPHABET + "+/=\n"))
def test_conversation_id_refuses_a_token_with_one_letter_changed(position, letter):
    token = TOKENS.make()
    changed = token[:position] + letter + token[position + 1 :]

    if changed != token:
        with pytest.raises(TokenError):
            TOKENS.conversation_id(changed)


def test_pseudonym_does_not_show_what_it_stands_for():
    assert "192.0.2.1" not in TOKENS.pseudonym("192.0.2.1")
    assert TOKENS.pseudonym("192.0.2.1") != TOKENS.pseudonym("192.0.2.2")
