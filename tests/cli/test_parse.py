"""Asking the running engine what it makes of messages."""

import json
from collections.abc import Callable

import pytest


def judge(body: dict) -> dict:
    """Answer as the engine does."""
    return {
        "results": [
            {"text": text, "intent": "klacht", "confidence": 0.9, "route": "klacht", "entities": []}
            for text in body["texts"]
        ]
    }


@pytest.fixture
def engine(stand_in: object) -> object:
    """A running engine that takes everything for a klacht."""
    stand_in.answer = judge
    return stand_in


def texts(out: str) -> list[str]:
    """Return the messages in the output."""
    return [json.loads(line)["text"] for line in out.splitlines()]


def test_parse_takes_plain_lines_and_json_lines(run: Callable, engine: object) -> None:
    lines = 'Ik ben afgesnauwd.\n{"id": 1, "text": "De lamp is {stuk} é"}\n\n"citaat"\n'

    ran = run("parse", "--jsonl", stdin=lines)

    assert (ran.code, ran.err) == (0, "")
    assert texts(ran.out) == ["Ik ben afgesnauwd.", "De lamp is {stuk} é", '"citaat"']
    assert json.loads(ran.out.splitlines()[0]) == {
        "text": "Ik ben afgesnauwd.",
        "intent": "klacht",
        "confidence": 0.9,
        "route": "klacht",
        "entities": [],
    }


def test_parse_without_option_takes_every_line_as_it_is(run: Callable, engine: object) -> None:
    assert texts(run("parse", stdin='{"text": "x"}\n').out) == ['{"text": "x"}']


def test_parse_asks_fifty_at_a_time_with_the_secret(run: Callable, engine: object) -> None:
    ran = run("parse", "--jsonl", stdin="".join(f"bericht {number}\n" for number in range(120)))

    assert texts(ran.out) == [f"bericht {number}" for number in range(120)]
    assert [len(body["texts"]) for _, _, body in engine.asked] == [50, 50, 20]
    assert {(path, secret) for path, secret, _ in engine.asked} == {("/webhooks/klachtbalie/parse", "s" * 40)}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(b'{"text": "half', "Line 2: not valid JSON.", id="broken"),
        pytest.param(b'{"id": 1}', 'Line 2: no "text" with a message in it.', id="no text"),
        pytest.param(b'{"text": 5}', 'Line 2: no "text" with a message in it.', id="number"),
        pytest.param(b"\xff\xfe", "Line 2: not UTF-8 text.", id="bytes"),
    ],
)
def test_parse_tells_the_bad_line_and_does_the_rest(
    run: Callable, engine: object, line: bytes, expected: str
) -> None:
    ran = run("parse", "--jsonl", stdin=b"een\n" + line + b"\ndrie\n")

    assert (ran.code, ran.err) == (2, f"{expected}\n")
    assert texts(ran.out) == ["een", "drie"]


def test_parse_without_engine_is_one_sentence(run: Callable) -> None:
    ran = run("parse", "--jsonl", stdin="een\n")

    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert "The engine is not running at http://127.0.0.1:1/" in ran.err


def test_parse_refuses_another_number_of_answers(run: Callable, stand_in: object) -> None:
    stand_in.answer = lambda _: {"results": []}

    ran = run("parse", "--jsonl", stdin="een\n")

    assert (ran.code, ran.out) == (1, "")
    assert "another number of answers" in ran.err


def test_parse_of_nothing_asks_nothing(run: Callable, engine: object) -> None:
    assert run("parse", "--jsonl").out == ""
    assert engine.asked == []
