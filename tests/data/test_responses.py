"""What the assistant says: each response exists once, is used, and knows its values."""

import re
from collections import Counter

import pytest
import yaml

from bot.intake.draft import CONFIRMATION, QUESTIONS
from tests.data.corpus import ROOT, Saying, answered_intents, response_names, sayings
from tests.data.spoken_names import spoken

# Which names each f-string of the code stands for; a new f-string must be explained here.
FAMILIES = {
    "utter_question_{}": {f"utter_question_{name}" for name in QUESTIONS if name != "address"},
    "utter_why_{}": {f"utter_why_{name}" for name in (*QUESTIONS, CONFIRMATION)},
    "utter_required_{}": {"utter_required_what", "utter_required_name", "utter_required_address"},
    "utter_required_{}_ways": {f"utter_required_{name}_ways" for name in ("what", "when", "name", "address")},
    "utter_{}": {f"utter_{intent}" for intent in answered_intents() - {"schelden"}}
    | {"utter_stopped", "utter_restarted"},
    "utter_{}_unsure": {"utter_stopped_unsure", "utter_restarted_unsure"},
}
# Values that an action, the intake or a setting fills in; all others come from gemeente.yml.
VALUES = {"due", "facts", "field", "latest", "left", "reference", "stilte", "summary", "value", "when"}


def test_response_name_occurs_once() -> None:
    """Rasa takes the second text of a double name without a word."""
    doubles = [name for name, count in Counter(response_names()).items() if count > 1]

    assert doubles == []


def test_every_fstring_that_names_responses_is_explained() -> None:
    assert spoken()[1] == set(FAMILIES)


def test_every_spoken_response_exists() -> None:
    missing = _said() - set(response_names())

    assert missing == set()


def test_every_response_is_spoken() -> None:
    unused = set(response_names()) - _said()

    assert unused == set()


@pytest.mark.parametrize("saying", sayings(), ids=lambda saying: saying.response)
def test_response_uses_known_values_only(saying: Saying) -> None:
    assert set(re.findall(r"{(\w+)}", saying.text)) <= VALUES | _facts()


def _said() -> set[str]:
    return set(spoken()[0]).union(*FAMILIES.values())


def _facts() -> set[str]:
    content = yaml.safe_load((ROOT / "gemeente.yml").read_text(encoding="utf-8"))
    nested = {f"{name}_{key}" for name, part in content.items() if isinstance(part, dict) for key in part}
    return nested | {name for name, value in content.items() if not isinstance(value, dict)}
