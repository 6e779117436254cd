"""These tests run in the engine's own environment; the application's Python cannot import Rasa."""

import importlib.util
from pathlib import Path

import pytest

from engine.lean import import_lean

if importlib.util.find_spec("rasa") is None:
    collect_ignore_glob = ["test_*.py"]
else:
    import_lean()

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def domain():
    from rasa.shared.core.domain import Domain

    return Domain.load(str(ROOT / "domain.yml"))


@pytest.fixture
def conversations(domain):
    from tests.engine.fakes import make_conversations

    return make_conversations(domain)


@pytest.fixture
async def anna(conversations):
    """The id of an open conversation."""
    await conversations.open("anna")
    return "anna"
