"""More training examples than there are, by mistyping the ones there are; for timing only."""

import random

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def mistyped(text: str, seed: int) -> str:
    """Return *text* with about one letter in fifteen replaced; the same seed gives the same text."""
    chance = random.Random(f"{seed}:{text}")
    letters = list(text)
    places = [place for place, letter in enumerate(letters) if letter.isalpha()]
    for place in chance.sample(places, min(len(places), 1 + len(places) // 15)):
        letters[place] = chance.choice(_LETTERS)
    return "".join(letters)


def multiplied(examples: list[str], factor: int) -> list[str]:
    """Return *factor* times as many examples: the real ones first, then mistyped copies."""
    copies = [mistyped(example, seed) for seed in range(1, factor) for example in examples]
    return examples + copies
