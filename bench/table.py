"""The figures as a Markdown table, the systems side by side."""

from collections.abc import Callable
from typing import Any

Figures = dict[str, Any]
Row = tuple[str, Callable[[Figures], str]]
NOT_MEASURED = "–"


def table(report: Figures) -> str:
    """Return the comparison, one row per figure and one column per system."""
    systems = list(report["systems"])
    rows = [["", *systems]]
    for label, show in _rows(report):
        rows.append([label, *(_shown(show, report["systems"][name]) for name in systems)])
    return markdown(rows)


def markdown(rows: list[list[str]]) -> str:
    """Return *rows* as a Markdown table; the first row is its head."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths) for row in rows]
    rule = _line(["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])], widths)
    return "\n".join([lines[0], rule, *lines[1:]])


def _line(cells: list[str], widths: list[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    padded = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    return f"| {' | '.join(padded)} |"


def _shown(show: Callable[[Figures], str], figures: Figures) -> str:
    try:
        return show(figures)
    except KeyError:
        return NOT_MEASURED


def _rows(report: Figures) -> list[Row]:
    crowds, rate = report["plan"]["citizens"], report["plan"]["rate"]
    rows: list[Row] = [
        ("one turn, p50 / p95 (ms)", lambda found: _latency(found["1"]["citizens"]["1"])),
        *(_per_second(crowd) for crowd in crowds),
        (f"p50 / p95 at {rate:g} turns/s (ms)", lambda found: _latency(found["1"]["steady"])),
        ("processor time per turn (ms)", lambda found: _busy(found["1"]["steady"]["busy_ms"])),
        ("turns not answered", lambda found: str(_failed(found["1"]))),
    ]
    for factor in map(str, report["plan"]["factors"]):
        rows += _size_rows(factor)
    return [*rows, ("engine replicas: 2", lambda _: NOT_MEASURED)]


def _per_second(crowd: int) -> Row:
    label = f"turns/s, {crowd} open conversation{'s' if crowd > 1 else ''}"
    return label, lambda found: f"{found['1']['citizens'][str(crowd)]['per_second']:.1f}"


def _size_rows(factor: str) -> list[Row]:
    def at(show: Callable[[Figures], str]) -> Callable[[Figures], str]:
        return lambda found: show(found[factor])

    rows: list[Row] = [
        ("training examples", lambda size: str(size["training"]["examples"])),
        ("training (s)", _training),
        ("model (MB)", lambda size: f"{size['training']['megabytes']:.1f}"),
        ("start to ready (s)", lambda size: f"{size['ready_seconds']:.1f}"),
        ("memory per process, PSS (MB)", _memory),
        ("memory of all, PSS / RSS (MB)", _total_memory),
        ("held-out intents right", _accuracy),
    ]
    if factor != "1":
        rows.append(("one turn, p50 / p95 (ms)", lambda size: _latency(size["citizens"]["1"])))
    return [(f"{factor}x data: {label}", at(show)) for label, show in rows]


def _latency(found: Figures) -> str:
    return f"{found['p50']:.0f} / {found['p95']:.0f}"


def _busy(per_process: Figures) -> str:
    parts = ", ".join(f"{name} {spent:.0f}" for name, spent in per_process.items())
    return f"{sum(per_process.values()):.0f}: {parts}"


def _failed(size: Figures) -> int:
    return sum(load["failed"] for load in [*size["citizens"].values(), size["steady"]])


def _training(size: Figures) -> str:
    training = size["training"]
    learned = f" ({training['epochs']} epochs)" if training["epochs"] else ""
    return f"{training['seconds']:.0f}{learned}"


def _memory(size: Figures) -> str:
    return ", ".join(f"{name} {held['pss']:.0f}" for name, held in size["memory"].items())


def _total_memory(size: Figures) -> str:
    held = size["memory"].values()
    return f"{sum(item['pss'] for item in held):.0f} / {sum(item['rss'] for item in held):.0f}"


def _accuracy(size: Figures) -> str:
    found = size["accuracy"]
    return f"{found['right'] / found['messages']:.1%} of {found['messages']}"
