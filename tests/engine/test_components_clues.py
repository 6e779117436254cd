"""What is noticed in a message depends on the message alone."""

import os
import subprocess
import sys

from engine.settings import ROOT

NOTICE = """
from pathlib import Path
from engine.components.clues import clues
from engine.components.concepts import Concepts, read_concepts
from engine.components.reading import Reading
text = "De boa schold mij uit en gaf een boete. De lamp in onze straat is stuk, ik hoor niets."
print(clues(Reading(text), Concepts(read_concepts(Path("data/begrippen")))))
"""


def noticed(seed: str) -> str:
    """Return the clues as a process with this hash seed finds them."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = (sys.executable, "-c", NOTICE)
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    ).stdout


def test_clues_come_in_the_same_order_in_every_process() -> None:
    """Another order is another rounding, and with that another model of the same examples."""
    assert len({noticed(seed) for seed in ("1", "2", "3")}) == 1
    assert "boete" in noticed("1")
