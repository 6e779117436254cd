"""Fills the responses with the municipality's own facts, so that gemeente.yml needs no retraining."""

from pathlib import Path
from typing import Any

from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.shared.utils.io import read_yaml_file

from engine.settings import StartupError


class MunicipalNlg(TemplatedNaturalLanguageGenerator):
    """Rasa's response templates, where every key of gemeente.yml is a variable (nested: brief_postbus)."""

    def __init__(self, facts: dict[str, str]) -> None:
        super().__init__({})
        self.facts = facts

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        """Return the filled response; the action's own values win from the municipality's."""
        return await super().generate(utter_action, tracker, output_channel, **{**self.facts, **kwargs})


def municipal_facts(file: Path) -> dict[str, str]:
    """Return the values of gemeente.yml as flat template variables; raises StartupError when unreadable."""
    try:
        content = read_yaml_file(file)
    except (OSError, RasaException) as error:
        raise StartupError(
            f"{file.name} cannot be read ({type(error).__name__}). Run 'make check'."
        ) from None
    facts: dict[str, str] = {}
    _flatten(content, "", facts)
    return facts


def _flatten(value: Any, name: str, facts: dict[str, str]) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            _flatten(item, f"{name}_{key}" if name else str(key), facts)
    elif value is not None:
        facts[name] = str(value)
