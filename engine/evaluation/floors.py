"""The figures that may not get worse: tests/nlu/floors.yml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

CEILING = "_at_most"
Figures = Mapping[str, Mapping[str, float]]


def broken(limits: Figures, figures: Figures) -> list[str]:
    """Return a sentence for every floor that is broken; 'name_at_most' is a ceiling on 'name'.

    Figures that were not measured (a set that is not here) break nothing; a floor on a figure that does
    not exist raises KeyError, because it would never be broken.
    """
    judged = (
        _judged(part, limit, value, figures[part])
        for part in limits
        if part in figures
        for limit, value in limits[part].items()
    )
    return [sentence for sentences in judged for sentence in sentences]


def _judged(part: str, limit: str, value: float, figures: Mapping[str, float]) -> Iterator[str]:
    name = limit.removesuffix(CEILING)
    over = figures[name] - value
    if limit.endswith(CEILING) and over > 0:
        yield f"{part}: {name} is {figures[name]:.4f}, which is {over:.4f} above its ceiling of {value:.4f}."
    if not limit.endswith(CEILING) and over < 0:
        yield f"{part}: {name} is {figures[name]:.4f}, which is {-over:.4f} below its floor of {value:.4f}."
