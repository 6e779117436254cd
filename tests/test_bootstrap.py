"""The adapters that the settings choose."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.bootstrap import clock, municipality, unit_of_work_factory
from bot.errors import ConfigurationError
from bot.settings import ROOT, Settings


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        pytest.param("2026-11-20T10:30", "2026-11-20T10:30:00+01:00", id="dutch time"),
        pytest.param("2026-07-01T23:30:00Z", "2026-07-02T01:30:00+02:00", id="other zone"),
    ],
)
def test_clock_stands_still_where_the_setting_says(setting: str, expected: str) -> None:
    assert clock(Settings(clock=setting))().isoformat() == expected


def test_clock_without_setting_runs() -> None:
    now = clock(Settings())()

    assert now.tzinfo is not None
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)


def test_wrong_clock_is_one_sentence() -> None:
    with pytest.raises(ConfigurationError, match=r"^KLACHTBALIE_CLOCK"):
        clock(Settings(clock="gisteren"))


def test_one_process_has_one_engine_per_database(tmp_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'a.db'}")

    assert unit_of_work_factory(settings) is unit_of_work_factory(settings.model_copy())


def test_municipality_comes_from_the_file_in_the_settings() -> None:
    assert municipality(Settings(gemeente_file=ROOT / "gemeente.yml")).plaats == "Almere"
