"""What the model reads in a message, in the words of the specification."""

import re
from typing import Any

# Rasa drops every kind of blank before it looks for the slash of a command.
_SIGNS_OF_A_COMMAND = re.compile(r"[/\s]*")

ROUTES = {
    "klacht": "klacht",
    "melding_openbare_ruimte": "melding",
    "grofvuil": "bel_14036",
    "container_niet_geleegd": "bel_14036",
    "geluidsoverlast": "bel_14036",
    "onderwijs": "school",
    "bezwaar": "bezwaar",
    "al_behandeld": "info",
}


def route_of(intent: str) -> str:
    """Return the route of an intent."""
    return ROUTES.get(intent) or ("info" if intent.startswith("vraag_") else "other")


def as_text(text: str) -> str:
    """Return *text* as the model may read it: what a citizen types is never a command."""
    return text[_SIGNS_OF_A_COMMAND.match(text).end() :] or "?"


def parsed(text: str, parse_data: dict[str, Any]) -> dict[str, Any]:
    """Return one line of a parse: text, intent, confidence, route and entities."""
    intent = parse_data["intent"]["name"] or "nlu_fallback"
    return {
        "text": text,
        "intent": intent,
        "confidence": round(parse_data["intent"].get("confidence") or 0.0, 4),
        "route": route_of(intent),
        "entities": [
            {key: entity[key] for key in ("entity", "value", "start", "end") if key in entity}
            for entity in parse_data.get("entities", [])
        ],
    }
