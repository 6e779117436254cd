"""The check of what the actions answer, done once per call against a shape that was compiled once.

Rasa reads its schema of every kind of event anew for each answer, which took half of a turn's time.
The events themselves are still read strictly when Rasa makes its own objects of them.
"""

from typing import Any

from jsonschema import Draft202012Validator
from rasa.core.actions.action import RemoteAction

_LIST_OF_OBJECTS = {"type": "array", "items": {"type": "object"}}
_EVENTS = {"type": "array", "items": {"type": "object", "required": ["event"]}}
_SHAPE = Draft202012Validator(
    {"type": "object", "properties": {"events": _EVENTS, "responses": _LIST_OF_OBJECTS}}
)


def checked(answer: Any) -> Any:
    """Return *answer* when it is one of an action; raises jsonschema.ValidationError when it is not."""
    _SHAPE.validate(answer)
    return answer


def replace_rasas_own_check() -> None:
    """Have Rasa trust what the endpoint already checked."""
    RemoteAction._validate_action_result = lambda _action, _answer: True
