"""The published description of the chat API (OpenAPI 3.1), made from the models that check it."""

from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from bot.gateway.answers import FileReply, OpenedReply, Reply, StateReply
from bot.gateway.files.uploads import ALT_TEXT_LIMIT
from bot.gateway.problems import KINDS
from bot.gateway.requests import ButtonTurn, TextTurn

Json = dict[str, Any]

INPUTS: tuple[type[BaseModel], ...] = (TextTurn, ButtonTurn)
OUTPUTS: tuple[type[BaseModel], ...] = (OpenedReply, Reply, StateReply, FileReply)

TOKEN: list[dict[str, list[str]]] = [{"token": []}]
TOKEN_CODES = ("no_token", "unknown", "expired", "stopped", "submitted", "fate_unknown", "too_many")
ENGINE_CODES = ("internal", "engine_away", "engine_unsure")
FILE_CODES = (
    "files_closed", "file_too_large", "image_too_large", "too_many_files", "file_kind", "file_heic",
    "file_macros", "not_a_form", "no_file", "file_empty", "file_broken", "file_virus", "alt_text_too_long",
    "file_not_kept", "scanner_away", "files_off", "busy",
)  # fmt: skip


FILE_ID: Json = {
    "name": "file_id", "in": "path", "required": True,
    "schema": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
}  # fmt: skip


@lru_cache
def describe() -> Json:
    """Return the whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Klachtbalie chat-API",
            "version": "1",
            "description": "Tussen het chatvenster en de klachtbalie. Teksten zijn plat, nooit HTML.",
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "paths": _paths(),
        "components": {
            "schemas": {**_schemas(), "Problem": _problem_schema()},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "x-problems": {code: vars(kind) for code, kind in KINDS.items()},
    }


def _paths() -> Json:
    return {
        "/api/conversations": {
            "post": _call("Begin een gesprek", {"201": _json("OpenedReply")}, "too_many", token=False)
        },
        "/api/conversation": {
            "get": _call("Haal het hele gesprek op", {"200": _json("Reply")}),
            "delete": _call("Wis het gesprek nu", {"204": {"description": "Gewist"}}),
        },
        "/api/conversation/messages": {"post": _turn()},
        "/api/conversation/keep-alive": {
            "post": _call("Houd het gesprek open", {"200": _json("StateReply")})
        },
        "/api/conversation/files": {"post": _add_file()},
        "/api/conversation/files/{file_id}": {
            "delete": {
                **_call(
                    "Verwijder een bestand",
                    {"200": _json("StateReply")},
                    "files_closed",
                    "not_found",
                    "file_not_kept",
                ),
                "parameters": [FILE_ID],
            }
        },
        "/api/conversation/receipt": {
            "get": _call(
                "Haal de kopie van de ingediende klacht op",
                {"200": {"description": "De kopie", "content": {"text/html": {}, "application/pdf": {}}}},
                "not_acceptable",
                "not_submitted",
                "busy",
            )
        },
    }


def _turn() -> Json:
    codes = (
        "too_long",
        "too_large",
        "full",
        "not_json",
        "malformed",
        "empty",
        "stale_button",
        "submission_unsure",
    )
    call = _call("Stuur een bericht of kies een knop", {"200": _json("Reply")}, *codes)
    members = [{"$ref": f"#/components/schemas/{model.__name__}"} for model in INPUTS]
    key = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "format": "uuid"}}
    body = {"required": True, "content": {"application/json": {"schema": {"oneOf": members}}}}
    return {**call, "parameters": [key], "requestBody": body}


def _add_file() -> Json:
    parts = {
        "file": {"type": "string", "contentMediaType": "application/octet-stream"},
        "alt_text": {"type": "string", "maxLength": ALT_TEXT_LIMIT},
    }
    form = {"type": "object", "required": ["file"], "properties": parts}
    body = {"required": True, "content": {"multipart/form-data": {"schema": form}}}
    call = _call("Voeg een foto of document toe als bewijs", {"201": _json("FileReply")}, *FILE_CODES)
    return {**call, "requestBody": body}


def _call(summary: str, answers: Json, *codes: str, token: bool = True) -> Json:
    known = (*codes, *TOKEN_CODES, *ENGINE_CODES) if token else (*codes, *ENGINE_CODES)
    return {
        "summary": summary,
        "security": TOKEN if token else [],
        "responses": {**answers, **_problems(known)},
    }


def _problems(codes: tuple[str, ...]) -> Json:
    titles: dict[int, list[str]] = {}
    for code in codes:
        titles.setdefault(KINDS[code].status, []).append(code)
    schema = {"$ref": "#/components/schemas/Problem"}
    content = {"application/problem+json": {"schema": schema}}
    return {
        str(status): {"description": f"code: {', '.join(names)}", "content": content}
        for status, names in sorted(titles.items())
    }


def _json(model: str) -> Json:
    schema = {"$ref": f"#/components/schemas/{model}"}
    return {"description": "Gelukt", "content": {"application/json": {"schema": schema}}}


def _schemas() -> Json:
    mode: Literal["validation"] = "validation"
    _, schema = models_json_schema(
        [(model, mode) for model in (*INPUTS, *OUTPUTS)], ref_template="#/components/schemas/{model}"
    )
    definitions: Json = schema["$defs"]
    return definitions


def _problem_schema() -> Json:
    return {
        "type": "object",
        "description": "RFC 9457; de teksten per code staan onder x-problems.",
        "required": ["type", "title", "status", "detail", "code"],
        "properties": {
            "type": {"type": "string", "format": "uri-reference"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string", "description": "Nederlands, voor de burger"},
            "code": {"enum": list(KINDS)},
            "reference": {
                "type": ["string", "null"],
                "description": "with 410: the complaint that this conversation stored",
            },
        },
    }
