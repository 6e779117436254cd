"""The floors of the evaluation cover what is measured, and nothing else."""

import pytest
import yaml

from tests.data.corpus import ROOT


@pytest.fixture(scope="module")
def plan() -> dict:
    """The file with the floors."""
    return yaml.safe_load((ROOT / "tests" / "nlu" / "floors.yml").read_text(encoding="utf-8"))


def test_every_slice_of_the_behaviour_suite_has_a_floor(plan: dict) -> None:
    slices = {file.stem for file in (ROOT / "tests" / "behaviour").glob("*.yml")}

    assert slices == set(plan["floors"]["behaviour"])


def test_every_set_has_floors(plan: dict) -> None:
    assert set(plan["sets"]) == set(plan["floors"]) - {"behaviour"}


def test_a_slice_is_named_after_its_file() -> None:
    for file in (ROOT / "tests" / "behaviour").glob("*.yml"):
        assert file.stem == yaml.safe_load(file.read_text(encoding="utf-8"))["capability"]
