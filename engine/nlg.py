"""Fills the responses with the municipality's own facts and settings, so that neither needs retraining."""

import re
from pathlib import Path
from typing import Any

from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.shared.utils.io import read_yaml_file

from engine.settings import StartupError

_NAME = re.compile(r"\{(\w+)\}")


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

    def _fill_response(
        self, response: dict[str, Any], filled_slots: dict[str, Any] | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        # Rasa's own filling gives up, and shows the bare template, when a value happens to hold "0[".
        return filled(response, {**(filled_slots or {}), **kwargs})


def filled(template: Any, values: dict[str, Any]) -> Any:
    """Return *template* with each {name} replaced; what stands in a value is never a template itself."""
    if isinstance(template, dict):
        return {key: filled(item, values) for key, item in template.items()}
    if isinstance(template, list):
        return [filled(item, values) for item in template]
    if isinstance(template, str):
        return _NAME.sub(lambda match: str(values.get(match[1], match[0])), template)
    return template


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


def in_words(seconds: int) -> str:
    """Say a length of time in Dutch: "15 minuten", "1 minuut en 30 seconden"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    counted = ((hours, "uur", "uur"), (minutes, "minuut", "minuten"), (rest, "seconde", "seconden"))
    *first, last = [f"{count} {one if count == 1 else more}" for count, one, more in counted if count]
    return f"{', '.join(first)} en {last}" if first else last


def _flatten(value: Any, name: str, facts: dict[str, str]) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            _flatten(item, f"{name}_{key}" if name else str(key), facts)
    elif value is not None:
        facts[name] = str(value)
