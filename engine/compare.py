"""Trains rival pipelines and our own on the same data and judges them on the same messages, side by side."""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import yaml

from engine.evaluate import evaluate, read_plan
from engine.evaluation.table import comparison
from engine.quiet import configure_logging
from engine.settings import ROOT, StartupError

RIVALS = Path(__file__).parent / "evaluation" / "rivals"
FOLDER = ROOT / "var" / "compare"
DATA = FOLDER / "data"


@dataclass(frozen=True)
class Pipeline:
    """A pipeline under the name it has in the table."""

    title: str
    config: Path


# The dearest last: what is measured before it is already kept.
PIPELINES = {
    "ours": Pipeline("ours", ROOT / "config.yml"),
    "sparse": Pipeline("letters and words + LR", RIVALS / "sparse.yml"),
    "sparse_spacy": Pipeline("the same + spaCy", RIVALS / "sparse_spacy.yml"),
    "lean_diet": Pipeline("lean DIET", RIVALS / "lean_diet.yml"),
    "stock": Pipeline("stock Rasa (DIET)", RIVALS / "stock.yml"),
}


def main() -> int:
    """Compare the pipelines that are named, or all of them; return the exit code."""
    arguments = _arguments()
    try:
        wanted = wanted_pipelines(arguments.pipelines)
        if arguments.step:
            STEPS[arguments.step](wanted[0])
            return 0
        copy_data()
        for name in wanted:
            write_configuration(name, arguments.epochs)
        print(f"\n{compare(wanted)}\n\nKept in {FOLDER}.")
    except StartupError as error:
        print(f"compare: {error}", file=sys.stderr)
        return 2
    return 0


def wanted_pipelines(names: list[str]) -> list[str]:
    """Return the names to compare; raises StartupError with the names that do exist."""
    unknown = [name for name in names if name not in PIPELINES]
    if unknown:
        raise StartupError(
            f"there is no pipeline {' or '.join(unknown)}. The pipelines are: {', '.join(PIPELINES)}."
        )
    return names or list(PIPELINES)


def compare(names: list[str]) -> str:
    """Train and judge each pipeline and return the tables; what is known is kept after every one."""
    results: dict[str, dict] = {}
    for name in names:
        print(f"{title(name)}: training and judging ...", flush=True)
        for step in STEPS:  # a process for each, or the memory of training would count as that of use
            _run(step, name)
        results[title(name)] = json.loads(_result(name).read_text(encoding="utf-8"))
        tables = f"{comparison(results)}\n\n{circumstances()}"
        (FOLDER / "comparison.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
        (FOLDER / "comparison.md").write_text(tables + "\n", encoding="utf-8")
    return tables


def copy_data() -> None:
    """Set apart what all learn from, so that it is the same when somebody edits meanwhile."""
    shutil.rmtree(DATA, ignore_errors=True)
    shutil.copytree(ROOT / "data" / "nlu", DATA / "nlu")
    shutil.copy(ROOT / "domain.yml", DATA / "domain.yml")


def write_configuration(name: str, epochs: int | None) -> None:
    """Set apart what a pipeline is made of, with so many *epochs* instead of its own."""
    config = yaml.safe_load(PIPELINES[name].config.read_text(encoding="utf-8"))
    for part in config["pipeline"]:
        if epochs and "epochs" in part:
            part["epochs"] = epochs
    _configuration(name).write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")


def title(name: str) -> str:
    """Return how a pipeline is called in the tables, with its epochs if it has any."""
    config = yaml.safe_load(_configuration(name).read_text(encoding="utf-8"))
    epochs = [part["epochs"] for part in config["pipeline"] if "epochs" in part]
    return f"{PIPELINES[name].title}, {epochs[0]} epochs" if epochs else PIPELINES[name].title


def circumstances() -> str:
    """Return how many examples all learn from, and on which machine."""
    lines = [
        line.strip()
        for file in sorted((DATA / "nlu").rglob("*.yml"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    examples = sum(line.startswith("- ") and not line.startswith("- intent:") for line in lines)
    return f"{examples} examples, on {os.cpu_count()} cores of {_processor()}."


def _processor() -> str:
    told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    return next(iter(re.findall(r"^model name\s*: (.*)$", told, re.MULTILINE)), platform.machine())


def train(name: str) -> None:
    """Train a pipeline and keep how long that took."""
    from rasa.model_training import train_nlu

    os.chdir(ROOT)
    started, worked = time.monotonic(), time.process_time()
    train_nlu(
        str(_configuration(name)),
        str(DATA / "nlu"),
        str(FOLDER),
        fixed_model_name=name,
        domain=str(DATA / "domain.yml"),
    )
    _keep(name, {"seconds": time.monotonic() - started, "processor_seconds": time.process_time() - worked})


def judge(name: str) -> None:
    """Judge a trained pipeline and keep the figures beside those of its training."""
    configure_logging()  # a log is no place for messages
    training = json.loads(_result(name).read_text(encoding="utf-8"))
    figures = evaluate(FOLDER / f"{name}.tar.gz", {**read_plan(), "floors": {}})
    _keep(name, {**figures, "training": training, "load_average": os.getloadavg()[0]})


STEPS = {"train": train, "judge": judge}


def _run(step: str, name: str) -> None:
    log = FOLDER / f"{name}-{step}.log"
    command = (sys.executable, "-W", "ignore", "-m", "engine.compare", "--step", step, name)
    with log.open("wb") as output:
        code = subprocess.run(command, cwd=ROOT, stdout=output, stderr=output, check=False).returncode
    if code:
        raise StartupError(f"the pipeline {name} could not {step}; see {log}.")


def _keep(name: str, figures: dict) -> None:
    _result(name).write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def _configuration(name: str) -> Path:
    return FOLDER / f"{name}.yml"


def _result(name: str) -> Path:
    return FOLDER / f"{name}.json"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipelines", nargs="*", help=f"some of: {', '.join(PIPELINES)}")
    parser.add_argument("--epochs", type=int, help="train DIET for so many epochs instead of its own")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
