"""The reference of a complaint: unguessable, and easy to read out over the phone."""

import secrets
from random import Random

# No vowels (no accidental words), no 0 and 1 (they look like letters).
ALPHABET = "23456789BCDFGHJKLMNPQRSTVWXZ"
LENGTH = 6


def new_reference(prefix: str, year: int, random: Random | None = None) -> str:
    """Return a reference like KL-2026-7Q4M8X; *random* is for tests only."""
    source = random or secrets.SystemRandom()
    return f"{prefix}-{year}-{''.join(source.choices(ALPHABET, k=LENGTH))}"


def normalise_reference(typed: str) -> str:
    """Return a reference as it is stored, however it was typed."""
    return "".join(typed.split()).upper()
