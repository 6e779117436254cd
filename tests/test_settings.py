"""The settings: defaults, files for secrets, and one sentence per mistake."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.errors import ConfigurationError
from bot.settings import Settings, read_settings


def test_defaults_need_no_environment() -> None:
    settings = read_settings({})

    assert settings == Settings()
    assert settings.inactivity_seconds == 900
    assert settings.database_url.startswith("sqlite:///")


def test_environment_wins_and_other_variables_are_ignored() -> None:
    settings = read_settings({"KLACHTBALIE_PORT": "9000", "PORT": "1", "KLACHTBALIE_LOG_LEVEL": "WARNING"})

    assert (settings.port, settings.log_level) == (9000, "warning")


def test_empty_variable_means_the_default() -> None:
    assert read_settings({"KLACHTBALIE_PORT": ""}).port == 8080


def test_secret_comes_from_a_file_and_hides_itself(tmp_path: Path) -> None:
    secret = "s" * 40
    (tmp_path / "secret").write_text(f"{secret}\n")

    settings = read_settings({"KLACHTBALIE_SECRET_FILE": str(tmp_path / "secret")})

    assert settings.secret.get_secret_value() == secret
    assert secret not in repr(settings)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        pytest.param({"KLACHTBALIE_PORT": "0"}, "KLACHTBALIE_PORT: ", id="port out of range"),
        pytest.param({"KLACHTBALIE_PORT": "web"}, "KLACHTBALIE_PORT: ", id="port in words"),
        pytest.param(
            {"KLACHTBALIE_INACTIVITY_SECONDS": "0"}, "KLACHTBALIE_INACTIVITY_SECONDS: ", id="no time at all"
        ),
        pytest.param({"KLACHTBALIE_LOG_LEVEL": "loud"}, "KLACHTBALIE_LOG_LEVEL: ", id="unknown level"),
        pytest.param(
            {"KLACHTBALIE_SECRET": "kort-geheim"},
            "KLACHTBALIE_SECRET: use at least 32 characters.",
            id="secret too short",
        ),
        pytest.param(
            {"KLACHTBALIE_SECRET": "kort-geheim met blanco tekens erin en meer"},
            "KLACHTBALIE_SECRET: use letters, digits and signs",
            id="secret that no header can carry",
        ),
        pytest.param(
            {"KLACHTBALIE_ALLOWED_ORIGINS": "https://a.nl *"},
            "KLACHTBALIE_ALLOWED_ORIGINS: write origins",
            id="any origin",
        ),
        pytest.param(
            {"KLACHTBALIE_ALLOWED_ORIGINS": "null"},
            "KLACHTBALIE_ALLOWED_ORIGINS: write origins",
            id="origin of a local file",
        ),
        pytest.param(
            {"KLACHTBALIE_ALLOWED_ORIGINS": "https://a.nl/"},
            "KLACHTBALIE_ALLOWED_ORIGINS: write origins",
            id="page instead of an origin",
        ),
        pytest.param(
            {"KLACHTBALIE_RATE_LIMIT": "unlimited"}, "KLACHTBALIE_RATE_LIMIT: write a number", id="no limit"
        ),
        pytest.param(
            {"KLACHTBALIE_SECRET_FILE": "/nergens/geheim"},
            "KLACHTBALIE_SECRET_FILE cannot be read: No such file or directory.",
            id="secret file missing",
        ),
    ],
)
def test_wrong_value_is_one_sentence_that_names_the_variable(
    environment: dict[str, str], expected: str
) -> None:
    with pytest.raises(ConfigurationError) as error:
        read_settings(environment)

    assert str(error.value).startswith(expected)
    assert "\n" not in str(error.value)
    assert "kort-geheim" not in str(error.value)


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(ConfigurationError, match=r"KLACHTBALIE_PORT: .* KLACHTBALIE_LOG_LEVEL: "):
        read_settings({"KLACHTBALIE_PORT": "x", "KLACHTBALIE_LOG_LEVEL": "x"})


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError):
        Settings().port = 1  # type: ignore[misc]


def test_origins_are_separated_by_spaces() -> None:
    settings = read_settings({"KLACHTBALIE_ALLOWED_ORIGINS": "https://a.nl  https://b.nl"})

    assert settings.origins == ("https://a.nl", "https://b.nl")


def test_inner_addresses_stay_on_this_machine() -> None:
    settings = Settings(engine_port=5, actions_port=6)

    assert settings.engine_url.startswith("http://127.0.0.1:5/")
    assert settings.actions_url == "http://127.0.0.1:6"


@pytest.mark.parametrize("value", ["clamav", "clamav:", ":3310", "clamav:web", "clamav:0", "clamav:99999"])
def test_virus_scanner_needs_a_host_and_a_port(value: str) -> None:
    with pytest.raises(ConfigurationError, match="KLACHTBALIE_CLAMAV: write it as host:port, or as"):
        read_settings({"KLACHTBALIE_CLAMAV": value})


def test_virus_scanner_may_have_any_kind_of_address() -> None:
    written = ("av:3310", "[::1]:1", "/run/clamav/clamd.ctl")

    chosen = [read_settings({"KLACHTBALIE_CLAMAV": value}) for value in written]

    expected = [("av", 3310), ("::1", 1), "/run/clamav/clamd.ctl"]
    assert [settings.clamav_address for settings in chosen] == expected
    assert Settings().clamav_address is None
