"""The headers that keep browsers strict: security, caching and who may embed the widget."""

from flask import Flask, Response, request

from bot.settings import Settings

SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ONE_YEAR = "max-age=31536000; includeSubDomains"

# What other sites may use when the settings name them.
SHARED = ("/api", "/static/", "/klachtbalie-chat.js")
CORS_METHODS = "GET, POST, DELETE"
CORS_REQUEST_HEADERS = "Authorization, Content-Type, Idempotency-Key"
CORS_RESPONSE_HEADERS = "Content-Disposition, Retry-After"


def register_headers(app: Flask, settings: Settings) -> None:
    """Put the headers on every response of the app."""
    origins = frozenset(settings.origins)

    @app.after_request
    def add_headers(response: Response) -> Response:
        _add_security(response)
        if request.path.startswith("/api"):
            response.headers["Cache-Control"] = "no-store"
        if request.path.startswith(SHARED):
            _add_cors(response, origins)
        return response


def _add_security(response: Response) -> None:
    for name, value in SECURITY.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", ONE_YEAR)


def _add_cors(response: Response, origins: frozenset[str]) -> None:
    response.headers.add("Vary", "Origin")
    origin = request.headers.get("Origin")
    if origin not in origins:
        return
    response.headers["Access-Control-Allow-Origin"] = origin
    response.headers["Access-Control-Expose-Headers"] = CORS_RESPONSE_HEADERS
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = CORS_METHODS
        response.headers["Access-Control-Allow-Headers"] = CORS_REQUEST_HEADERS
        response.headers["Access-Control-Max-Age"] = "600"
