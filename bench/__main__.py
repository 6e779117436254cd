"""`make bench`: measures both systems, prints the table and writes the report.

QUICK=1 takes small sizes; EPOCHS and FACTORS (such as 1,4) change the plan; KEEP=1 trains nothing anew.
"""

import json
import os
import signal
import sys
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bench.data import make_data
from bench.machine import describe_machine, load_average
from bench.measure import Job
from bench.plan import Plan, chosen_plan
from bench.product import Product
from bench.stock import Stock
from bench.table import table
from bot.complaints.deadlines import AMSTERDAM
from bot.settings import ROOT

FOLDER = ROOT / "var" / "bench"
ONE_ENGINE = (
    "Engine replicas: this product runs one. It keeps open conversations in its own memory and refuses to\n"
    "start with a shared store, so a second engine is not measured; stock Rasa is measured with one as well."
)
CAVEAT = "The citizens run on the same machine. Other work on it makes every figure worse: see the load."

SMALL = "A small run: its training, its models and how much they get right say nothing about the real ones."


def main() -> None:
    """Measure and report."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what was started is stopped
    plan = chosen_plan(os.environ)
    report = measured(plan)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "report.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    notes = [ONE_ENGINE, CAVEAT, *([SMALL] if plan.examples else [])]
    print("\n".join(["", _heading(report), "", table(report), "", *notes]))


def measured(plan: Plan) -> dict[str, Any]:
    """Return all figures; the systems take turns, never at the same time."""
    report: dict[str, Any] = {
        "date": datetime.now(AMSTERDAM).isoformat(timespec="seconds"),
        "machine": describe_machine(),
        "load_before": load_average(),
        "plan": asdict(plan),
        "systems": {Product.name: {}, Stock.name: {}},
    }
    for factor in plan.factors:
        data = make_data(FOLDER / f"data-{factor}x", plan.examples, factor)
        for kind in (Product, Stock):
            system = kind(FOLDER / f"{kind.__name__.lower()}-{factor}x")
            report["systems"][kind.name][str(factor)] = Job(system, data, plan, _say).measure()
    return report


def _heading(report: dict[str, Any]) -> str:
    machine = report["machine"]
    loads = [figures for sizes in report["systems"].values() for figures in sizes.values()]
    busiest = max(figures["load_after"] for figures in loads)
    return (
        f"{report['date']}, {machine['cores']} cores ({machine['processor']}), {machine['memory_gb']} GB; "
        f"load average before {report['load_before']}, at most {busiest} after a part"
    )


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
