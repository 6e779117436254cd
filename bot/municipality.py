"""The municipality's own facts, read from gemeente.yml and checked at start."""

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import AnyHttpUrl, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.errors import ConfigurationError

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Prefix = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,4}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PostalAddress(_Part):
    """Where a complaint on paper goes."""

    ter_attentie_van: Text
    postbus: Text
    postcode: Text
    plaats: Text


class Ombudsman(_Part):
    """Who judges when the citizen disagrees with the outcome."""

    naam: Text
    email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$")]
    telefoon: Text


class Municipality(_Part):
    """All values that differ per municipality; the keys are those of gemeente.yml."""

    naam: Text
    plaats: Text
    opening: Text
    aangewezen_kanaal: bool
    telefoon: Text
    website: AnyHttpUrl
    melding_openbare_ruimte: AnyHttpUrl
    klachtpagina: AnyHttpUrl
    brief: PostalAddress
    ombudsman: Ombudsman
    bewaartermijn_maanden: Annotated[int, Field(ge=1)] | None = None
    kenmerk_voorvoegsel: Prefix = "KL"


def read_municipality(file: Path) -> Municipality:
    """Read gemeente.yml; raises ConfigurationError that names the wrong lines."""
    try:
        raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{file.name} cannot be read: {error.strerror}.") from None
    except yaml.YAMLError as error:
        raise ConfigurationError(f"{file.name} is not valid YAML: {_where(error)}.") from None
    try:
        return Municipality.model_validate(raw)
    except ValidationError as error:
        lines = "; ".join(
            f"{'.'.join(map(str, item['loc'])) or 'file'}: {item['msg']}" for item in error.errors()
        )
        raise ConfigurationError(f"{file.name} is wrong. {lines}.") from None


def _where(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"see line {mark.line + 1}" if mark else "it cannot be parsed"
