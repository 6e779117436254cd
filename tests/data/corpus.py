"""The data that trainers edit, read as the tests need it."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
_ANNOTATION = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")


@dataclass(frozen=True)
class Sentence:
    """A message with the intent it belongs to and the file it stands in."""

    text: str
    intent: str
    file: str


@dataclass(frozen=True)
class Saying:
    """One text of a response."""

    response: str
    text: str


@lru_cache
def domain() -> dict:
    """Return domain.yml."""
    return yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))


@lru_cache
def training_examples() -> tuple[Sentence, ...]:
    """Return every example of data/nlu, without entity marks."""
    return tuple(example for file, block in example_blocks() for example in _examples(file, block))


@lru_cache
def example_blocks() -> tuple[tuple[Path, dict], ...]:
    """Return every block of data/nlu with its file: an intent, its examples and what is marked above them."""
    return tuple(
        (file, block)
        for file in sorted((DATA / "nlu").rglob("*.yml"))
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
    )


@lru_cache
def held_out_rows() -> tuple[tuple[Path, dict], ...]:
    """Return every line of the held-out files, also of those judged apart, with its file."""
    return tuple(
        (file, json.loads(line))
        for file in sorted((ROOT / "tests" / "nlu").rglob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    )


@lru_cache
def held_out_examples() -> tuple[Sentence, ...]:
    """Return the evaluation set and the behaviour suite; the latter has routes, so its intents are empty."""
    labelled = [Sentence(row["text"], row["label"], file.name) for file, row in held_out_rows()]
    behaviour = [
        Sentence(text, "", file.name)
        for file in sorted((ROOT / "tests" / "behaviour").glob("*.yml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))["cases"]
        for text in (case["base"], *case["variants"])
    ]
    return (*labelled, *behaviour)


@lru_cache
def sayings() -> tuple[Saying, ...]:
    """Return every text of every response; buttons are labels and stay out."""
    return tuple(
        Saying(name, variant["text"])
        for file in response_files()
        for name, variants in (
            yaml.safe_load(file.read_text(encoding="utf-8")).get("responses") or {}
        ).items()
        for variant in variants
    )


def response_files() -> list[Path]:
    """Return the files that may hold responses."""
    return [*sorted((DATA / "responses").glob("*.yml")), ROOT / "domain.yml"]


def response_names() -> list[str]:
    """Return the names as they are written, doubles included: a YAML reader drops those in silence."""
    return [
        key.value
        for file in response_files()
        for section, names in yaml.compose(file.read_text(encoding="utf-8")).value
        if section.value == "responses"
        for key, _ in names.value
    ]


def answered_intents() -> set[str]:
    """Return the intents for which a rule calls action_answer."""
    found = set()
    for file in (DATA / "rules").glob("*.yml"):
        for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]:
            steps = rule["steps"]
            if any(step.get("action") == "action_answer" for step in steps):
                found |= {step["intent"] for step in steps if "intent" in step}
    return found


def normalised(text: str) -> str:
    """Return *text* in small letters without accents and punctuation; signs alone stay as they are."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", letters)) or text.strip()


def _examples(file: Path, block: dict) -> Iterator[Sentence]:
    for line in block["examples"].splitlines():
        text = _ANNOTATION.sub(r"\1", line.removeprefix("- ").strip())
        if text:
            yield Sentence(text, block["intent"], file.name)
