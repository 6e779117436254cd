"""Writes the evaluation as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

SLICE = ("messages", "floor", "right", "variants_right", "asked")


def as_text(figures: Mapping) -> str:
    """Return the figures as lines; what is broken comes last, where it is seen."""
    return "\n".join(_lines(figures))


def _lines(figures: Mapping) -> Iterator[str]:
    for name, part in figures["sets"].items():
        yield from _set(name, part)
    for name in figures["missing"]:
        yield f"\n{name}: not here, not measured"
    yield "\nbehaviour"
    for name, row in figures["behaviour"].items():
        yield f"  {name:<18} {_row({key: row[key] for key in SLICE})}"
    yield f"\nspeed\n  {_row(figures['speed'])}\n"
    for sentence in figures["broken"]:
        yield f"FLOOR BROKEN  {sentence}"
    if not figures["broken"]:
        yield "Every floor holds."


def _set(name: str, part: Mapping) -> Iterator[str]:
    yield f"\n{name}"
    for figure, value in part["summary"].items():
        yield f"  {figure:<18} {_number(value)}"
    yield f"  {'mixed':<18} {_row(part['mixed'])}"
    for intent, row in part["intents"].items():
        yield f"    {intent:<24} {_row(row)}"
    for tag, row in part["tags"].items():
        yield f"    {f'[{tag}]':<24} {_row(row)}"


def _row(row: Mapping[str, float]) -> str:
    return "  ".join(f"{name} {_number(value)}" for name, value in row.items())


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"
