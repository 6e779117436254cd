"""What the assistant says at the summary, recorded for the tests of the widget.

After a change in the intake: `python -m tests.intake.recorded` writes the recording anew.
"""

import json
from pathlib import Path
from typing import Any

import yaml

from bot.intake.draft import Draft
from bot.intake.state import Intake
from bot.intake.summary import LABELS, change_buttons, shown, summarise
from tests.intake.conversation import at_summary

ROOT = Path(__file__).resolve().parents[2]
RECORDING = ROOT / "widget" / "tests" / "recorded" / "assistant.json"
ADDRESS = {"street": "Spoordreef", "house_number": "101", "postcode": "1315KR", "city": "Almere"}
DAY = {"when_from": "2026-11-10", "when_to": "2026-11-10"}
# Answers of which the widget shows its own reading: each is one field and what is told.
TOLD: tuple[tuple[str, dict[str, str]], ...] = (
    ("when", DAY),
    ("when", {**DAY, "when_time": "14:30"}),
    ("when", {"when_from": "2026-03-01", "when_to": "2026-03-10"}),
    ("when", {"when_from": "2025-12-30", "when_to": "2026-01-02"}),
    ("when", {"when_from": "2026-11-10"}),
    ("name", {"name": "Anna", "on_behalf_of": "haar moeder"}),
    ("address", ADDRESS),
    ("address", {**ADDRESS, "addition": "A"}),
    ("address", {"postcode": "1315KR"}),
    ("phone", {"phone": "+31612345678"}),
)


def record() -> dict[str, Any]:
    """Return the summary as it is said, its buttons, and how answers are worded."""
    intake = at_summary().intake
    return {
        "labels": LABELS,
        "complaint": {name: value for name, value in vars(intake.draft).items() if value},
        "summary": "\n".join(f"{LABELS[question]}: {shown(intake, question)}" for question in LABELS),
        "confirmation": _said(intake),
        "confirm_buttons": [title for title, _ in summarise(intake).buttons],
        "change_buttons": [title for title, _ in change_buttons()],
        "wording": [{"field": field, "told": told, "shown": _shown(field, told)} for field, told in TOLD],
    }


def _said(intake: Intake) -> str:
    reply = summarise(intake)
    responses = yaml.safe_load((ROOT / "data" / "responses" / "intake.yml").read_text(encoding="utf-8"))
    text: str = responses["responses"][reply.response][0]["text"]
    return text.format(**reply.values)


def _shown(field: str, told: dict[str, str]) -> str:
    return shown(Intake(draft=Draft(**told)), field)


if __name__ == "__main__":
    RECORDING.write_text(json.dumps(record(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
