"""A scenario as the tables hold it, read strictly: a mistyped word must not pass as an expectation."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tests.conversations.vocabulary import FIELDS, QUESTIONS, STATUSES

FOLDER = Path(__file__).parent
_DOES = {"burger", "keer", "knop", "wacht_minuten", "herlaadt", "beantwoordt_de_rest"}
_EXPECTS = {
    *("route", "vraagt", "zegt", "zegt_niet", "noemt", "noemt_niet", "knoppen", "status"),
    *("velden", "bevat", "vlaggen", "geen_vlaggen"),
}
_NOTES = {"geen_verhaal", "tot"}
_STORED = {"aantal", "velden", "bevat", "vlaggen", "geen_vlaggen", "niet", "nergens"}


@dataclass(frozen=True)
class Scenario:
    """A conversation with what must be said, understood and stored."""

    name: str
    covers: tuple[str, ...]
    turns: tuple[dict[str, Any], ...]
    stored: dict[str, Any]

    @property
    def waits(self) -> bool:
        """Whether the citizen is silent until the conversation is over."""
        return any("wacht_minuten" in turn for turn in self.turns)


def read_scenarios() -> list[Scenario]:
    """Return all scenarios of the folder; raises ValueError on a word that does not exist."""
    files = sorted(FOLDER.glob("*.yml"))
    return [
        _scenario(_plain(item)) for file in files for item in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def _scenario(item: dict[str, Any]) -> Scenario:
    _check(item, {"naam", "dekt", "gesprek", "opgeslagen"}, item.get("naam"))
    for turn in item["gesprek"]:
        _check(turn, _DOES | _EXPECTS | _NOTES, item["naam"])
        _check_values(turn, item["naam"])
    _check(item["opgeslagen"], _STORED, item["naam"])
    _check_values(item["opgeslagen"], item["naam"])
    return Scenario(item["naam"], tuple(item["dekt"]), tuple(item["gesprek"]), item["opgeslagen"])


def _check_values(part: dict[str, Any], name: str) -> None:
    for key in ("velden", "bevat"):
        _check(part.get(key, {}), set(FIELDS), name)
    _check(part.get("beantwoordt_de_rest", {}), set(QUESTIONS), name)
    _check({part.get("vraagt", "niets"): 1}, set(QUESTIONS), name)
    _check({part.get("status", "open"): 1}, set(STATUSES), name)


def _check(found: dict[str, Any], known: set[str], name: str | None) -> None:
    strange = set(found) - known
    if strange:
        raise ValueError(f"Scenario '{name}': onbekend woord {', '.join(sorted(map(str, strange)))}.")


def _plain(value: Any) -> Any:
    """Return *value* with dates as the text that was typed."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
