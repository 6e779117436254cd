"""Loads a trained model and lets it read messages one by one, with the clock running."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Iterable
from pathlib import Path

from engine.components.decision import UNSURE
from engine.evaluation.metrics import Prediction
from engine.lean import import_lean

MEGABYTE = 1024  # kilobytes, as the system counts memory


class LoadedModel:
    """A trained model, how long it took to load, and how much memory the process has needed since."""

    def __init__(self, file: Path) -> None:
        started = time.perf_counter()
        import_lean()  # as the engine does
        from rasa.core.agent import Agent

        self._agent = Agent.load(str(file))
        self._loop = asyncio.new_event_loop()
        self._loop.run_until_complete(self._agent.parse_message("warming up"))
        self.load_seconds = time.perf_counter() - started

    def read(self, texts: Iterable[str]) -> list[Prediction]:
        """Return what the model makes of each text."""
        return [self._read(text) for text in texts]

    def parse(self, texts: Iterable[str]) -> list[dict]:
        """Return all that Rasa tells of each text."""
        return [self._parse(text) for text in texts]

    @property
    def megabytes(self) -> float:
        """The most memory this process has used."""
        # The system's other count, ru_maxrss, is inherited from whoever started this process.
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(re.findall(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)[0]) / MEGABYTE

    def _read(self, text: str) -> Prediction:
        started = time.perf_counter()
        parsed = self._parse(text)
        return prediction_of(parsed, 1000 * (time.perf_counter() - started))

    def _parse(self, text: str) -> dict:
        return self._loop.run_until_complete(self._agent.parse_message(text))


def prediction_of(parsed: dict, milliseconds: float) -> Prediction:
    """Return the prediction in Rasa's parse; the best candidate is the first that is not a doubt."""
    candidates = [item for item in parsed.get("intent_ranking") or [] if item["name"] != UNSURE]
    first = candidates[0] if candidates else {"name": UNSURE, "confidence": 0.0}
    return Prediction(
        intent=parsed["intent"]["name"] or UNSURE,
        candidate=first["name"],
        chance=float(first["confidence"]),
        others=tuple(parsed.get("others") or ()),
        milliseconds=milliseconds,
    )
