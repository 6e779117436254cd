"""The reference that a citizen reads out over the phone."""

import re
from random import Random

import pytest

from bot.complaints.reference import new_reference, normalise_reference


def test_new_reference_has_prefix_year_and_unambiguous_letters() -> None:
    found = {new_reference("KL", 2026) for _ in range(500)}

    assert all(re.fullmatch(r"KL-2026-[2-9B-DF-HJ-NP-TV-XZ]{6}", reference) for reference in found)
    assert len(found) == 500


def test_new_reference_follows_the_random_source() -> None:
    assert new_reference("KL", 2026, Random(1)) == new_reference("KL", 2026, Random(1))


@pytest.mark.parametrize("typed", ["KL-2026-7Q4M8X", " kl-2026-7q4m8x\n", "KL-2026-7Q4 M8X"])
def test_normalise_reference_takes_it_however_typed(typed: str) -> None:
    assert normalise_reference(typed) == "KL-2026-7Q4M8X"
