"""What a citizen may send: one text or one button, in strict JSON."""

import json
import re
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.gateway.problems import ProblemError

TEXT_LIMIT = 10_000
BODY_LIMIT = 64 * 1024

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Half an emoji, as a cut-off text field sends it: no reason to refuse the story around it.
LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
# For the published description only: after cleaning, something must be left.
VISIBLE = r"[^\s\x00-\x1f\x7f-\x9f]"


def clean(text: Any) -> Any:
    """Strip control characters and the blanks around a text, and replace broken characters."""
    if not isinstance(text, str):
        return text
    text = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return LONE_SURROGATE.sub("\ufffd", text).strip()


class TextTurn(BaseModel):
    """The citizen typed something."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: Annotated[
        str,
        Field(min_length=1, max_length=TEXT_LIMIT, json_schema_extra={"pattern": VISIBLE}),
        BeforeValidator(clean),
    ]


class ButtonTurn(BaseModel):
    """The citizen chose a button that came with the last messages."""

    model_config = ConfigDict(extra="forbid", strict=True)

    button: Annotated[str, Field(pattern=r"^[!-~]{1,200}$")]


def read_turn(body: bytes) -> TextTurn | ButtonTurn:
    """Read the body of a turn; raises ProblemError that says what is wrong with it."""
    try:
        data = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise ProblemError("malformed") from None
    model = ButtonTurn if isinstance(data, dict) and "button" in data else TextTurn
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise ProblemError(_code(error)) from None


def _code(error: ValidationError) -> str:
    kinds = {item["type"] for item in error.errors(include_input=False, include_url=False)}
    if kinds == {"string_too_long"}:
        return "too_long"
    return "empty" if kinds == {"string_too_short"} else "malformed"


def read_key(header: str | None) -> str | None:
    """Read the Idempotency-Key header, a UUID; raises ProblemError when it is something else."""
    if header is None:
        return None
    try:
        key = str(UUID(header))
    except ValueError:
        raise ProblemError("malformed") from None
    if key != header.lower():
        raise ProblemError("malformed")
    return key
