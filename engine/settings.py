"""The engine's own reading of the settings it shares with the application."""

import os
from dataclasses import dataclass
from pathlib import Path

PREFIX = "KLACHTBALIE_"
ROOT = Path(__file__).resolve().parent.parent


class StartupError(Exception):
    """The engine must not start; the message says why and what to do."""


@dataclass(frozen=True)
class EngineSettings:
    """What the engine needs to know; checked in full by the application's own settings."""

    secret: str
    port: int
    actions_port: int
    inactivity_seconds: int
    warning_seconds: int
    redis_url: str
    gemeente_file: Path
    uploads: Path
    max_files: int
    models: Path
    log_level: str


def read_engine_settings() -> EngineSettings:
    """Read the environment; raises StartupError when the secret between the processes is missing."""
    secret = _value("SECRET")
    if len(secret) < 32:
        raise StartupError(
            "KLACHTBALIE_SECRET is missing or shorter than 32 characters. Start with 'make run'."
        )
    return EngineSettings(
        secret=secret,
        port=int(_value("ENGINE_PORT", "5005")),
        actions_port=int(_value("ACTIONS_PORT", "5055")),
        inactivity_seconds=int(_value("INACTIVITY_SECONDS", "900")),
        warning_seconds=int(_value("WARNING_SECONDS", "120")),
        redis_url=_value("REDIS_URL"),
        gemeente_file=Path(_value("GEMEENTE_FILE", str(ROOT / "gemeente.yml"))),
        uploads=Path(_value("VAR", str(ROOT / "var"))) / "uploads",
        max_files=int(_value("MAX_FILES", "5")),
        models=Path(_value("MODELS", str(ROOT / "models"))),
        log_level=_value("LOG_LEVEL", "info"),
    )


def _value(name: str, default: str = "") -> str:
    file = os.environ.get(f"{PREFIX}{name}_FILE")
    if file:
        return Path(file).read_text(encoding="utf-8").strip()
    return os.environ.get(PREFIX + name) or default
