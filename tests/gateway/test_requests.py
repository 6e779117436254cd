"""What a citizen may send, and what happens to broken input."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gateway.problems import ProblemError
from bot.gateway.requests import ButtonTurn, TextTurn, read_key, read_turn

KEY = "6f1e1a52-6a0b-4a53-9a3f-0b6b1f3f2f11"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b'{"text": "Hallo"}', "Hallo"),
        (b'{"text": "/restart"}', "/restart"),
        (b'{"text": "  Hallo\\r\\nu daar\\t! "}', "Hallo\nu daar\t!"),
        (b'{"text": "nul\\u0000 en escape\\u001b[31m"}', "nul en escape[31m"),
        (b'{"text": "halve emoji \\ud83d"}', "halve emoji \ufffd"),
        (b'{"text": "hele emoji \\ud83d\\ude00"}', "hele emoji \U0001f600"),
        ("{" + '"text": "één"' + "}", "één"),
    ],
    ids=["plain", "command", "line-ends", "control", "lone-surrogate", "emoji", "accents"],
)
def test_read_turn_reads_text(body, text):
    raw = body.encode() if isinstance(body, str) else body

    assert TextTurn(text=text) == read_turn(raw)


def test_read_turn_reads_a_button():
    assert ButtonTurn(button="yes-1") == read_turn(b'{"button": "yes-1"}')


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "malformed"),
        (b"{", "malformed"),
        (b"\xff\xfe", "malformed"),
        (b"[" * 60_000, "malformed"),
        (b'{"text": ' + b"9" * 5_000 + b"}", "malformed"),
        (b"null", "malformed"),
        (b"{}", "malformed"),
        (b'{"text": 1}', "malformed"),
        (b'{"text": null}', "malformed"),
        (b'{"text": "a", "button": "b"}', "malformed"),
        (b'{"text": "a", "sender": "x"}', "malformed"),
        (b'{"button": "a b"}', "malformed"),
        (b'{"text": ""}', "empty"),
        (b'{"text": " \\u0000 "}', "empty"),
        (b'{"text": "' + b"a" * 10_001 + b'"}', "too_long"),
    ],
    ids=lambda value: value[:24].decode("latin-1") if isinstance(value, bytes) else value,
)
def test_read_turn_refuses(body, code):
    with pytest.raises(ProblemError) as caught:
        read_turn(body)

    assert code == caught.value.code


def test_read_turn_takes_the_longest_text():
    assert len(read_turn(b'{"text": "' + b"a" * 10_000 + b'"}').text) == 10_000


@given(st.binary(max_size=200))
def test_read_turn_refuses_or_reads_any_bytes(body):
    with suppress(ProblemError):
        assert isinstance(read_turn(body), TextTurn | ButtonTurn)


def test_read_key_reads_a_uuid_and_allows_none():
    assert read_key(KEY.upper()) == KEY
    assert read_key(None) is None


@pytest.mark.parametrize("header", ["", "1", "x" * 36, "{" + KEY + "}", KEY.replace("-", "")])
def test_read_key_refuses_other_headers(header):
    with pytest.raises(ProblemError):
        read_key(header)
