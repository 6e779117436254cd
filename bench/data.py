"""Training data of the wanted size: one folder, that both systems get a copy of."""

import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.noise import multiplied
from bot.settings import ROOT


class _Block(str):
    """A text that YAML writes over several lines."""


yaml.SafeDumper.add_representer(
    _Block, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")
)


@dataclass(frozen=True)
class Data:
    """A folder with domain, configuration and data."""

    folder: Path
    factor: int
    examples: int


def make_data(folder: Path, per_intent: int | None, factor: int) -> Data:
    """Copy domain and data to *folder*, cut to so many examples *per_intent* and then multiplied."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "data", folder / "data")
    for name in ("domain.yml", "config.yml"):
        shutil.copy(ROOT / name, folder / name)
    taken: Counter[str] = Counter()
    for file in sorted((folder / "data" / "nlu").glob("*.yml")):
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        for item in content["nlu"]:
            _resize(item, per_intent, factor, taken)
        file.write_text(yaml.safe_dump(content, allow_unicode=True, width=10_000), encoding="utf-8")
    return Data(folder, factor, taken.total() * factor)


def _resize(item: dict[str, Any], examples: int | None, factor: int, taken: Counter[str]) -> None:
    intent = item.get("intent")
    if intent is None:  # a lookup table or synonyms
        return
    lines = [line[2:] for line in item["examples"].splitlines() if line.startswith("- ")]
    # An intent that is spread over several files keeps at least one line in each: Rasa wants no empty ones.
    lines = lines if examples is None else lines[: max(1, examples - taken[intent])]
    taken[intent] += len(lines)
    item["examples"] = _Block("".join(f"- {line}\n" for line in multiplied(lines, factor)))
