"""Writes figures of several pipelines side by side, as Markdown for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

QUALITY = {
    "route_accuracy": "right route",
    "macro_f1": "macro F1",
    "klacht_recall": "klacht recall",
    "sent_away": "klacht sent away",
    "asked": "asked",
    "cost": "cost",
    "calibration_error": "ECE",
}
RUNNING: dict[str, Callable[[Mapping], str]] = {
    "p50 ms": lambda result: f"{result['speed']['p50']:.1f}",
    "p95 ms": lambda result: f"{result['speed']['p95']:.1f}",
    "load s": lambda result: f"{result['speed']['load_seconds']:.1f}",
    "memory MB": lambda result: f"{result['speed']['megabytes']:.0f}",
    "training s": lambda result: f"{result['training']['seconds']:.0f}",
    "of processor": lambda result: f"{result['training']['processor_seconds']:.0f}",
    "machine's load": lambda result: f"{result['load_average']:.1f}",
}


def comparison(results: Mapping[str, Mapping]) -> str:
    """Return a table per set, one of the behaviour suite, and one of what each pipeline takes to run."""
    first = next(iter(results.values()))
    return "\n\n".join(
        [
            *(_quality(name, part["summary"]["messages"], results) for name, part in first["sets"].items()),
            _behaviour(list(first["behaviour"]), results),
            markdown(
                ["to run", *RUNNING],
                [[name, *(show(result) for show in RUNNING.values())] for name, result in results.items()],
            ),
        ]
    )


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table with *head* above *rows*, its figures aligned to the right."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _quality(name: str, messages: int, results: Mapping[str, Mapping]) -> str:
    rows = [
        [title, *(f"{result['sets'][name]['summary'][figure]:.3f}" for figure in QUALITY)]
        for title, result in results.items()
    ]
    return markdown([f"{name} ({messages})", *QUALITY.values()], rows)


def _behaviour(slices: Sequence[str], results: Mapping[str, Mapping]) -> str:
    rows = [
        [name, *(f"{result['behaviour'][name]['right']:.3f}" for result in results.values())]
        for name in slices
    ]
    return markdown(["behaviour, right route", *results], rows)
