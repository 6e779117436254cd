"""The messages a model is judged on, as they stand in the files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

# Labels that stand for several intents: an outside set does not tell all of ours apart.
STANDS_FOR = {
    "out_of_scope": frozenset({"buiten_onderwerp", "andere_instantie", "nlu_fallback"}),
    "smalltalk": frozenset(
        {"groet", "afscheid", "bedankt", "bot_vraag", "hulp", "schelden", "bevestigen", "ontkennen"}
    ),
    "vraag_procedure": frozenset({"vraag_procedure", "vraag_privacy", "vraag_anoniem", "vraag_status"}),
}


@dataclass(frozen=True)
class Item:
    """A message with what a careful person at the desk would make of it; several can be right."""

    text: str
    label: str
    labels: tuple[str, ...]
    routes: tuple[str, ...]
    tags: tuple[str, ...] = ()
    also: str | None = None

    def accepts(self, intent: str) -> bool:
        """Say whether *intent* is one of the right ones."""
        return any(intent == label or intent in STANDS_FOR.get(label, ()) for label in self.labels)


@dataclass(frozen=True)
class Check:
    """A message of the behaviour suite and the route it must get."""

    capability: str
    text: str
    route: str
    is_variant: bool


def read_items(files: Iterable[Path]) -> list[Item]:
    """Return the messages of *files*, one JSON object per line."""
    rows = [
        json.loads(line)
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    return [_item(row) for row in rows]


def read_checks(folder: Path) -> list[Check]:
    """Return every message of the behaviour suite in *folder*."""
    suites = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.yml"))]
    return [check for suite in suites for case in suite["cases"] for check in _checks(suite, case)]


def _item(row: dict) -> Item:
    tags = list(row.get("tags", ()))
    return Item(
        text=row["text"],
        label=row["label"],
        labels=tuple(row.get("labels") or [row["label"]]),
        routes=tuple(row.get("routes") or [row["route"]]),
        tags=(*tags, "hard" if row.get("hard") else "plain"),
        also=row.get("confusable_with") if "mixed" in tags else None,
    )


def _checks(suite: dict, case: dict) -> list[Check]:
    first, then = case.get("route") or case["from"], case.get("route") or case["to"]
    name = suite["capability"]
    return [
        Check(name, case["base"], first, is_variant=False),
        *(Check(name, variant, then, is_variant=True) for variant in case["variants"]),
    ]
