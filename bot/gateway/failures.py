"""Where every failure becomes one problem document, and no message text ends up in a log."""

import structlog
from flask import Flask, Response, json, render_template, request
from flask.typing import ResponseReturnValue
from flask_limiter import RateLimitExceeded
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from bot.gateway.engine import (
    ConversationFullError,
    ConversationGoneError,
    EngineAwayError,
    EngineUnsureError,
    StaleButtonError,
    SubmissionUnsureError,
)
from bot.gateway.limits import Limits
from bot.gateway.problems import KINDS, ProblemError
from bot.municipality import Municipality

log = structlog.get_logger(__name__)

HTTP_CODES = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}
ENGINE_RETRY = {"Retry-After": "10"}


def register_failures(app: Flask, municipality: Municipality, limits: Limits) -> None:
    """Answer every failure of the app, also the ones nobody thought of."""

    @app.errorhandler(RateLimitExceeded)
    def too_many(error: RateLimitExceeded) -> Response:
        return render(limits.exceeded(error), municipality)

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> ResponseReturnValue:
        if error.code is not None and error.code < 400:
            return error.get_response()
        return render(_from_http(error), municipality)

    @app.errorhandler(Exception)
    def anything(error: Exception) -> Response:
        return render(to_problem(error), municipality)


def render(problem: ProblemError, municipality: Municipality) -> Response:
    """Return the problem document, or a plain page for a person who went astray outside the API."""
    document = problem.document(municipality)
    if not request.path.startswith("/api") and request.accept_mimetypes.accept_html:
        response = Response(
            render_template("error.html", **document), content_type="text/html; charset=utf-8"
        )
    else:
        response = Response(json.dumps(document), content_type="application/problem+json")
    response.status_code = document["status"]
    response.headers.update(problem.headers)
    return response


def to_problem(error: Exception) -> ProblemError:
    """Say what an exception means for the citizen."""
    match error:
        case ProblemError():
            return error
        case ConversationGoneError():
            return _gone(error)
        case ConversationFullError():
            return ProblemError("full")
        case StaleButtonError():
            return ProblemError("stale_button", detail=error.detail)
        case EngineAwayError():
            log.warning("engine_away", cause=str(error))
            return ProblemError(_about_files() or "engine_away", headers=ENGINE_RETRY)
        case SubmissionUnsureError():
            log.warning("submission_unsure")
            return ProblemError("submission_unsure", headers=ENGINE_RETRY)
        case EngineUnsureError():
            log.warning("engine_unsure", cause=str(error))
            return ProblemError(_about_files() or "engine_unsure", headers=ENGINE_RETRY)
        case _:
            log.error("unexpected_error", exc_info=error)
            return ProblemError("internal")


def _about_files() -> str:
    """Return the problem of calls about files; adding or removing one again is always safe."""
    return "file_not_kept" if request.path.startswith("/api/conversation/files") else ""


def _gone(error: ConversationGoneError) -> ProblemError:
    code = error.reason if error.reason in KINDS else "unknown"
    known = {"reference": error.reference}
    return ProblemError(code, detail=error.detail, members=known, values={"reference": error.reference or ""})


def _from_http(error: HTTPException) -> ProblemError:
    headers = {}
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return ProblemError(HTTP_CODES.get(error.code or 400, "bad_request"), headers=headers)
