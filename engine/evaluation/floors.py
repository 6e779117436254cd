"""The figures that may not get worse: tests/nlu/floors.yml."""

from __future__ import annotations

from collections.abc import Mapping


def broken(
    floors: Mapping[str, Mapping[str, float]], figures: Mapping[str, Mapping[str, float]]
) -> list[str]:
    """Return a sentence for every floor that is broken; 'name_at_most' is a ceiling on 'name'.

    Figures that were not measured (a set that is not here) break nothing; a floor on a figure that does
    not exist raises KeyError, because it would never be broken.
    """
    return [
        sentence
        for part, limits in floors.items()
        if part in figures
        for limit, value in limits.items()
        for sentence in _judged(part, limit, value, figures[part])
    ]


def _judged(part: str, limit: str, value: float, figures: Mapping[str, float]) -> list[str]:
    name = limit.removesuffix("_at_most")
    measured = figures[name]
    if limit != name:
        return [f"{part}: {name} is {measured:.3f}, at most {value:.3f} allowed"] if measured > value else []
    return [f"{part}: {name} is {measured:.3f}, at least {value:.3f} wanted"] if measured < value else []
