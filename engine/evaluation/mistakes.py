"""What went wrong: which intents are taken for which, and the mistakes that cost most."""

from __future__ import annotations

from engine.evaluation.metrics import Pairs, confusion, cost

MOST_MISTAKES = 60


def confusions(pairs: Pairs) -> dict[str, dict[str, int]]:
    """Return for each right intent how often it was taken for which."""
    rows: dict[str, dict[str, int]] = {}
    for (label, given), count in sorted(confusion(pairs).items()):
        rows.setdefault(label, {})[given] = count
    return rows


def worst(pairs: Pairs) -> list[dict]:
    """Return the mistakes, the dearest and the surest first."""
    wrong = [(cost(*pair), *pair) for pair in pairs if cost(*pair)]
    wrong.sort(key=lambda entry: (-entry[0], -entry[2].chance))
    return [
        {
            "text": item.text,
            "right": item.label,
            "given": prediction.intent,
            "candidate": prediction.candidate,
            "chance": prediction.chance,
            "cost": price,
        }
        for price, item, prediction in wrong[:MOST_MISTAKES]
    ]
