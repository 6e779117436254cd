"""The record of who did what names the user of the machine."""

import os
import pwd
from collections.abc import Callable

import pytest
from sqlalchemy import text

from bot.cli.actor import actor
from bot.settings import settings
from bot.storage.database import open_engine
from bot.storage.submissions import store_submission
from bot.storage.unit_of_work import UnitOfWorkFactory
from tests.storage.builders import NOW, create_submission


def test_look_at_a_complaint_is_recorded_with_the_user(run: Callable, new_unit: UnitOfWorkFactory) -> None:
    stored = store_submission(new_unit, create_submission(), NOW, "KL")

    run("complaints", "show", stored.reference)

    engine = open_engine(settings().database_url)
    with engine.connect() as connection:
        query = "SELECT actor FROM audit_events WHERE event = 'complaint_viewed'"
        assert connection.scalars(text(query)).all() == [f"command line: {pwd.getpwuid(os.getuid()).pw_name}"]
    engine.dispose()


def test_actor_is_not_what_the_environment_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "SUDO_USER"):
        monkeypatch.setenv(name, "daan")

    assert "daan" not in actor()


def test_actor_without_a_name_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000)

    assert actor() == "command line: 4000000"
