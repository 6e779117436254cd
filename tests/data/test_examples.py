"""The training examples: enough of each, each once, and nothing in them that names a person."""

import re
from collections import Counter, defaultdict

import phonenumbers
import pytest
from stdnum.nl import bsn

from tests.data.corpus import (
    Sentence,
    domain,
    example_blocks,
    held_out_examples,
    normalised,
    training_examples,
)

FEWEST = 40
FEWEST_OF = {"klacht": 150, "melding_openbare_ruimte": 150}
DESKS = {
    "melding_openbare_ruimte",
    "container_niet_geleegd",
    "grofvuil",
    "geluidsoverlast",
    "onderwijs",
    "bezwaar",
}
PUBLIC_NUMBERS = ("14036", "0206259999")  # the municipality and the ombudsman
_MAILBOX = re.compile(r"\S+@\S+\.\S+")
_DIGITS = re.compile(r"(?<![\d-])\d(?:[ .]?\d){7,8}(?![\d-])")


@pytest.mark.parametrize("intent", domain()["intents"])
def test_intent_has_enough_examples(intent: str) -> None:
    count = sum(example.intent == intent for example in training_examples())

    assert count >= FEWEST_OF.get(intent, FEWEST)


@pytest.mark.parametrize("intent", domain()["intents"])
def test_intent_has_held_out_examples(intent: str) -> None:
    assert any(example.intent == intent for example in held_out_examples())


def test_example_occurs_once() -> None:
    counts = Counter(normalised(example.text) for example in training_examples())

    assert [text for text, count in counts.items() if count > 1] == []


def test_example_belongs_to_one_intent() -> None:
    intents = defaultdict(set)
    for example in training_examples():
        intents[normalised(example.text)].add(example.intent)

    assert {text: names for text, names in intents.items() if len(names) > 1} == {}


def test_block_of_examples_holds_some() -> None:
    assert [file.name for file, block in example_blocks() if not block["examples"].strip()] == []


def test_marks_stand_above_klachten_and_lead_to_another_desk() -> None:
    marked = [(file.name, block) for file, block in example_blocks() if "metadata" in block]

    assert marked
    assert [(name, block["metadata"]) for name, block in marked if not _is_well_marked(block)] == []


def test_examples_hold_no_mail_address() -> None:
    assert _examples_where(lambda text: _MAILBOX.search(text) is not None) == []


def test_examples_hold_no_phone_number() -> None:
    assert _examples_where(_has_phone) == []


def test_examples_hold_no_citizen_number() -> None:
    assert _examples_where(lambda text: any(map(bsn.is_valid, _DIGITS.findall(text)))) == []


def _is_well_marked(block: dict) -> bool:
    named = block["metadata"].get("ook") or []
    desks = {named} if isinstance(named, str) else set(named)
    return block["intent"] == "klacht" and bool(desks) and desks <= DESKS


def _examples_where(holds) -> list[Sentence]:
    return [example for example in training_examples() if holds(example.text)]


def _has_phone(text: str) -> bool:
    found = phonenumbers.PhoneNumberMatcher(text, "NL", leniency=phonenumbers.Leniency.VALID)
    return any(not re.sub(r"\D", "", match.raw_string).endswith(PUBLIC_NUMBERS) for match in found)
