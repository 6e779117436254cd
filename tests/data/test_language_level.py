"""What the assistant says is B1 Dutch, as far as a machine can tell; a reader checks the sense."""

import re

import pytest
import yaml

from bot.gateway.problems import KINDS
from tests.data.corpus import ROOT, Saying, sayings

LONGEST_SENTENCE = 15  # words; a value that is filled in counts as one
AVERAGE_SENTENCE = 10
MOST_SENTENCES = 3
STIFF = re.compile(r"\b(middels|inzake|derhalve|teneinde|conform)\b", re.IGNORECASE)
TOO_FAMILIAR = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
_END = re.compile(r"(?<=[.?!])['\"]?\s+|\n+| / ")

LONG_MESSAGES = {
    "utter_andere_taal",  # says the same in two languages
}


def spoken_texts() -> list[Saying]:
    """Return every response, the opening sentence of gemeente.yml and what the gateway says of problems."""
    municipality = yaml.safe_load((ROOT / "gemeente.yml").read_text(encoding="utf-8"))
    problems = [Saying(f"problem {code}", kind.detail) for code, kind in KINDS.items()]
    return [*sayings(), Saying("opening", municipality["opening"]), *problems]


@pytest.fixture(params=spoken_texts(), ids=lambda saying: saying.response)
def saying(request: pytest.FixtureRequest) -> Saying:
    """One text of one response."""
    return request.param


def test_sentence_is_short(saying: Saying) -> None:
    longest = max(sentences(saying.text), key=words)

    assert words(longest) <= LONGEST_SENTENCE, longest


def test_message_is_short(saying: Saying) -> None:
    assert saying.response in LONG_MESSAGES or len(sentences(saying.text)) <= MOST_SENTENCES


def test_message_asks_one_question(saying: Saying) -> None:
    assert saying.text.count("?") <= 1


def test_message_says_u_and_plain_words(saying: Saying) -> None:
    assert not TOO_FAMILIAR.search(saying.text)
    assert not STIFF.search(saying.text)


def test_sentences_are_ten_words_on_average() -> None:
    lengths = [words(sentence) for saying in spoken_texts() for sentence in sentences(saying.text)]

    assert sum(lengths) / len(lengths) <= AVERAGE_SENTENCE


def test_exceptions_are_still_needed() -> None:
    """An exception for a text that was shortened must go."""
    by_name = {saying.response: saying.text for saying in spoken_texts()}

    assert all(len(sentences(by_name[name])) > MOST_SENTENCES for name in LONG_MESSAGES)


def sentences(text: str) -> list[str]:
    """Return the sentences of *text*."""
    return [part for part in _END.split(text.strip()) if part]


def words(sentence: str) -> int:
    """Count the words; a {value} is one."""
    return len(sentence.split())
