"""All measurements of one system at one size of its data."""

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.data import Data
from bench.load import as_fast_as_answered, at_steady_pace
from bench.machine import MEGABYTE, load_average, memory_of, processor_seconds
from bench.plan import Plan
from bench.system import System
from bot.settings import ROOT

WARM_UP_SECONDS = 3
HELD_OUT = ROOT / "tests" / "nlu"
Say = Callable[[str], None]


@dataclass(frozen=True)
class Job:
    """One system at one size."""

    system: System
    data: Data
    plan: Plan
    say: Say

    @property
    def epochs(self) -> int:
        """How long stock Rasa's networks learn at this size."""
        return self.plan.epochs if self.data.factor == 1 else self.plan.growth_epochs

    def measure(self) -> dict[str, Any]:
        """Train, start, talk and stop; returns the figures."""
        name = f"{self.system.name}, {self.data.factor}x"
        figures: dict[str, Any] = {"load_before": load_average()}
        if not self.plan.keep_models:
            self.say(f"{name}: training ...")
            figures["training"] = self._train()
        self.say(f"{name}: starting ...")
        try:
            figures["ready_seconds"] = self.system.start()
            self.say(f"{name}: talking ...")
            figures |= self._talk()
        finally:
            self.system.stop()
        return figures | {"load_after": load_average()}

    def _train(self) -> dict[str, Any]:
        shutil.rmtree(self.system.folder, ignore_errors=True)
        shutil.copytree(self.data.folder, self.system.folder)
        started = time.monotonic()
        self.system.train(self.epochs)
        return {
            "examples": self.data.examples,
            "epochs": self.epochs if self.system.has_epochs else None,
            "seconds": time.monotonic() - started,
            "megabytes": self.system.model_file().stat().st_size / MEGABYTE,
        }

    def _talk(self) -> dict[str, Any]:
        as_fast_as_answered(self.system, 1, WARM_UP_SECONDS)
        crowds = self.plan.citizens if self.data.factor == 1 else self.plan.citizens[:1]
        return {
            "citizens": {
                str(crowd): asdict(as_fast_as_answered(self.system, crowd, self.plan.seconds))
                for crowd in crowds
            },
            "steady": self._steady(),
            "memory": {name: memory_of(members) for name, members in self.system.processes().items()},
            "accuracy": self._accuracy(),
        }

    def _steady(self) -> dict[str, Any]:
        """Return the figures of the steady load, with the processor time that each process spent on it."""
        before = self._processor_seconds()
        steady = asdict(at_steady_pace(self.system, self.plan.rate, self.plan.seconds))
        turns = steady["turns"] + steady["failed"]
        after = self._processor_seconds()
        return steady | {"busy_ms": {name: 1000 * (after[name] - before[name]) / turns for name in before}}

    def _processor_seconds(self) -> dict[str, float]:
        return {name: processor_seconds(members) for name, members in self.system.processes().items()}

    def _accuracy(self) -> dict[str, Any]:
        messages = held_out(HELD_OUT)[:: self.plan.held_out_step]
        found = self.system.intents([message["text"] for message in messages])
        right = sum(intent == message["label"] for intent, message in zip(found, messages, strict=True))
        return {"messages": len(messages), "right": right}


def held_out(folder: Path) -> list[dict[str, Any]]:
    """Return the messages of the evaluation set, which no training data holds."""
    files = sorted(folder.glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
