"""The engine's own reading of the settings."""

import logging
import os

import pytest

from engine import __main__ as starting
from engine.settings import StartupError, read_engine_settings

SECRET = "s" * 40


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """No settings but those of the test."""
    for name in [name for name in os.environ if name.startswith("KLACHTBALIE_")]:
        monkeypatch.delenv(name)

    def choose(**values):
        for name, value in values.items():
            monkeypatch.setenv(f"KLACHTBALIE_{name}", value)

    return choose


def test_defaults_need_the_secret_only(environment):
    environment(SECRET=SECRET)

    settings = read_engine_settings()

    assert (settings.port, settings.actions_port) == (5005, 5055)
    assert (settings.inactivity_seconds, settings.warning_seconds) == (900, 120)
    assert settings.log_level == "info"


def test_environment_wins(environment):
    environment(SECRET=SECRET, ENGINE_PORT="6000", INACTIVITY_SECONDS="5", MODELS="/elsewhere")

    settings = read_engine_settings()

    assert (settings.port, settings.inactivity_seconds, str(settings.models)) == (6000, 5, "/elsewhere")


def test_secret_comes_from_a_file(environment, tmp_path):
    (tmp_path / "secret").write_text(f"{SECRET}\n")
    environment(SECRET_FILE=str(tmp_path / "secret"))

    assert read_engine_settings().secret == SECRET


@pytest.mark.parametrize(("value", "level"), [("error", logging.ERROR), ("WARNING", logging.WARNING)])
def test_log_holds_what_the_setting_says(environment, monkeypatch, value, level):
    environment(SECRET=SECRET, LOG_LEVEL=value)
    started = []
    own = logging.Logger("klachtbalie")
    monkeypatch.setattr(starting, "configure_logging", lambda: own)
    monkeypatch.setattr(starting, "_run", lambda settings, logger: started.append(logger))

    starting.main()

    assert [logger.level for logger in started] == [level]


@pytest.mark.parametrize("secret", ["", "short"])
def test_engine_does_not_start_without_a_good_secret(environment, secret):
    environment(SECRET=secret)

    with pytest.raises(StartupError, match="KLACHTBALIE_SECRET is missing or shorter than 32 characters"):
        read_engine_settings()
