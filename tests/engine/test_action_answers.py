"""What the actions answer is checked before Rasa acts on it."""

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

from engine.action_answers import checked, replace_rasas_own_check

GOOD = {"events": [{"event": "slot", "name": "name", "value": "Anna"}], "responses": [{"text": "Dag"}]}


def test_answer_of_an_action_is_returned_as_it_is():
    assert checked(GOOD) is GOOD


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(None, id="nothing"),
        pytest.param([], id="not an object"),
        pytest.param({"events": {}}, id="events that are no list"),
        pytest.param({"events": [{"name": "name"}]}, id="an event without its kind"),
        pytest.param({"responses": ["Dag"]}, id="a response that is no object"),
    ],
)
def test_anything_else_is_refused(answer):
    with pytest.raises(ValidationError):
        checked(answer)


def test_rasa_does_not_check_again(monkeypatch):
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)

    replace_rasas_own_check()

    assert RemoteAction("action_x", None)._validate_action_result({"events": "not looked at"})
