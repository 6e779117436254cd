"""Forgetting goes on, whatever goes wrong."""

from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain

from tests.engine.fakes import INACTIVITY, make_conversations

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def domain():
    return Domain.load(str(ROOT / "domain.yml"))


@pytest.mark.parametrize("failure", [ValueError("not JSON"), OSError("disk"), KeyError("reason")], ids=repr)
async def test_sweep_forgets_the_others_when_one_fails(domain, failure, monkeypatch):
    conversations = make_conversations(domain)
    for name in ("anna", "bram", "carla"):
        await conversations.open(name)
    record_purge = conversations.actions.record_purge
    failures = [failure]

    async def fail_once(reason, turns):
        if failures:
            raise failures.pop()
        await record_purge(reason, turns)

    monkeypatch.setattr(conversations.actions, "record_purge", fail_once)
    conversations.store.clock.now += INACTIVITY

    assert await conversations.sweep() == 2
    assert await conversations.store.keys() == []
    assert len(conversations.actions.purges) == 2
