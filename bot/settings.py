"""The settings of every process, read from the environment once and frozen."""

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from limits import parse_many
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from bot.errors import ConfigurationError

PREFIX = "KLACHTBALIE_"
ROOT = Path(__file__).resolve().parent.parent
_ORIGIN = re.compile(r"https?://[^\s/*?#@]+")


class Settings(BaseModel):
    """What an administrator may choose; each field is one variable with the prefix KLACHTBALIE_."""

    model_config = ConfigDict(frozen=True)

    var: Path = ROOT / "var"
    database_url: str = Field(default_factory=lambda chosen: f"sqlite:///{chosen['var'] / 'klachtbalie.db'}")
    redis_url: str = ""
    port: int = Field(default=8080, ge=1, le=65535)
    console_port: int = Field(default=8081, ge=1, le=65535)
    engine_port: int = Field(default=5005, ge=1, le=65535)
    actions_port: int = Field(default=5055, ge=1, le=65535)
    inactivity_seconds: int = Field(default=900, ge=1, le=86_400)
    warning_seconds: int = Field(default=120, ge=0)
    secret: SecretStr = SecretStr("")
    gemeente_file: Path = ROOT / "gemeente.yml"
    models: Path = ROOT / "models"
    allowed_origins: str = ""
    demo: bool = True
    rate_limit: str = "60 per minute"
    address_limit: str = "600 per minute"
    open_limit: str = "20 per hour"
    max_files: int = Field(default=5, ge=1, le=10)
    max_file_mb: int = Field(default=10, ge=1, le=25)
    clamav: str = ""
    trusted_proxies: int = Field(default=0, ge=0, le=5)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    clock: str = ""

    @field_validator("log_level", mode="before")
    @classmethod
    def _lower(cls, value: Any) -> Any:
        return value.lower() if isinstance(value, str) else value

    @field_validator("secret")
    @classmethod
    def _long_enough(cls, value: SecretStr) -> SecretStr:
        if 0 < len(value.get_secret_value()) < 32:
            raise ValueError("use at least 32 characters")
        if re.search(r"[^!-~]", value.get_secret_value()):
            raise ValueError("use letters, digits and signs, without blanks or accents")
        return value

    @field_validator("allowed_origins")
    @classmethod
    def _name_origins(cls, value: str) -> str:
        if not all(_ORIGIN.fullmatch(origin) for origin in value.split()):
            raise ValueError("write origins such as https://www.almere.nl, with spaces between")
        return value

    @field_validator("rate_limit", "address_limit", "open_limit")
    @classmethod
    def _counts(cls, value: str) -> str:
        try:
            parse_many(value)
        except ValueError:
            raise ValueError("write a number and a time, such as 60 per minute") from None
        return value

    @field_validator("clamav")
    @classmethod
    def _leads_somewhere(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        is_socket = value.startswith("/")
        if value and not is_socket and not (host and port.isdecimal() and 0 < int(port) < 65536):
            raise ValueError("write it as host:port, or as the path of a socket")
        return value

    @property
    def uploads(self) -> Path:
        """Where the files of open conversations lie, unreadable without the keys the engine remembers."""
        return self.var / "uploads"

    @property
    def clamav_address(self) -> tuple[str, int] | str | None:
        """Host and port of the virus scanner or the path of its socket, if there is one."""
        if self.clamav.startswith("/"):
            return self.clamav
        host, _, port = self.clamav.rpartition(":")
        return (host.strip("[]"), int(port)) if host else None

    @property
    def origins(self) -> tuple[str, ...]:
        """The web origins that may embed the widget, besides the gateway's own."""
        return tuple(self.allowed_origins.split())

    @property
    def engine_url(self) -> str:
        """Where the gateway finds the engine's channel."""
        return f"http://127.0.0.1:{self.engine_port}/webhooks/klachtbalie"

    @property
    def actions_url(self) -> str:
        """Where the engine finds the actions."""
        return f"http://127.0.0.1:{self.actions_port}"


def read_settings(environment: dict[str, str]) -> Settings:
    """Read and check the settings; NAME_FILE variables name a file that holds the value.

    Raises ConfigurationError with one sentence per wrong variable.
    """
    values = {}
    for field in Settings.model_fields:
        value = _value(environment, PREFIX + field.upper())
        if value is not None:
            values[field] = value
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise ConfigurationError(" ".join(_sentence(item) for item in error.errors())) from None


def _value(environment: dict[str, str], name: str) -> str | None:
    file = environment.get(name + "_FILE")
    if not file:
        return environment.get(name) or None
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ConfigurationError(f"{name}_FILE cannot be read: {error.strerror}.") from None


def _sentence(item: Any) -> str:
    return f"{PREFIX}{str(item['loc'][0]).upper()}: {item['msg'].removeprefix('Value error, ')}."


@lru_cache
def settings() -> Settings:
    """Return the settings of this process."""
    return read_settings(dict(os.environ))
