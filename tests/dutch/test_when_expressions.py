"""Reading dates: two written sets, answers and stories, with floors for right and for silently wrong.

A row expects `first`, `last` and `time`. `alternatives` and `times` are readings that serve as well,
`within` accepts any period inside it that meets the expected one, `ongoing` is null where either will do, and
`ask` means that asking back is right too (without `first`: the only right thing).
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from bot.dutch.when import When, find_when, read_when

TODAY = "2026-11-20"


def rows(name: str) -> list[dict]:
    """Read one written set."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def periods(expected: dict) -> Iterator[tuple[date, date]]:
    """Give every period a row accepts by name."""
    for first, last in [(expected["first"], expected["last"]), *expected.get("alternatives", [])]:
        yield date.fromisoformat(first), date.fromisoformat(last)


def starts_right(expected: dict, when: When) -> bool:
    """Tell whether something that still goes on began when the row says."""
    low, high = map(date.fromisoformat, expected.get("within", [expected["first"]] * 2))
    return low <= when.first <= high


def dates_right(expected: dict, when: When, today: date) -> bool:
    """Tell whether the period is one the row accepts; a period that runs into the future ends today."""
    first, last = when.first, min(when.last or today, today)
    if expected.get("ongoing"):
        return last == today and starts_right(expected, when)
    if (first, last) in [(start, min(end, today)) for start, end in periods(expected)]:
        return True
    low, high = map(date.fromisoformat, expected.get("within", ["9999-01-01"] * 2))
    meets = any(first <= end and last >= start for start, end in periods(expected))
    return low <= first <= last <= high and meets


def right(expected: dict, when: When, today: date) -> bool:
    """Tell whether the whole reading serves: period, clock time and whether it goes on."""
    if expected["first"] is None or not dates_right(expected, when, today):
        return False
    goes_on = expected.get("ongoing", False)
    times = [expected["time"], *expected.get("times", [])]
    return when.time in times and goes_on in (None, when.ongoing)


def verdict(row: dict, read: Callable[[str, date], When | None]) -> str:
    """Judge one row: right, properly asked, needlessly asked, or silently wrong."""
    today, expected = date.fromisoformat(row.get("today", TODAY)), row["expected"]
    when = read(row["text"], today)
    if when is None or when.problem or when.first is None:
        return "properly asked" if expected.get("ask") else "needlessly asked"
    return "right" if right(expected, when, today) else "silently wrong"


def score(name: str, read: Callable[[str, date], When | None]) -> Counter:
    """Count the verdicts over a set and print them with the misses."""
    verdicts = {row["id"]: verdict(row, read) for row in rows(name)}
    counts = Counter(verdicts.values())
    print(f"\n{name}: " + ", ".join(f"{number} {kind}" for kind, number in counts.most_common()))  # noqa: T201
    for row in rows(name):
        if verdicts[row["id"]] in ("needlessly asked", "silently wrong"):
            when = read(row["text"], date.fromisoformat(row.get("today", TODAY)))
            print(f"  {verdicts[row['id']]} {row['id']} {row['text']!r}: {when}")  # noqa: T201
    return counts


def test_read_when_keeps_its_score_on_the_written_answers():
    """Nearly every answer is read right or asked back, and next to none is read as another day."""
    counts = score("when_expressions.jsonl", read_when)

    assert counts.total() >= 800
    assert counts["right"] + counts["properly asked"] >= 0.97 * counts.total()
    assert counts["silently wrong"] <= 0.01 * counts.total()


def test_find_when_keeps_its_score_on_the_written_stories():
    """A story without a date gives none: a wrong date would never be asked again."""
    counts = score("story_dates.jsonl", find_when)

    assert counts.total() >= 80
    assert counts["right"] + counts["properly asked"] >= 0.85 * counts.total()
    assert counts["silently wrong"] <= 0.02 * counts.total()
