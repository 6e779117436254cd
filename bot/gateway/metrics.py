"""One log line and a few counters per request: what and how long, never who or what was said."""

import ipaddress
import time

import structlog
from flask import Flask, Response, abort, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest

log = structlog.get_logger(__name__)

METHODS = frozenset({"GET", "HEAD", "POST", "DELETE", "OPTIONS"})
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP")


def register_metrics(app: Flask) -> None:
    """Time every request and serve the figures to this machine."""
    registry = CollectorRegistry()
    requests = Counter(
        "klachtbalie_requests", "Requests answered", ["method", "route", "status"], registry=registry
    )
    seconds = Histogram(
        "klachtbalie_request_seconds", "Time to answer a request", ["method", "route"], registry=registry
    )

    @app.before_request
    def start_clock() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def count(response: Response) -> Response:
        duration = time.perf_counter() - g.started
        method, route = _method(), _route()
        requests.labels(method, route, response.status_code).inc()
        seconds.labels(method, route).observe(duration)
        log.info(
            "request",
            method=method,
            route=route,
            status=response.status_code,
            milliseconds=round(1000 * duration, 1),
        )
        return response

    @app.get("/metrics")
    def metrics() -> Response:
        if not from_this_machine():
            abort(404)
        return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def from_this_machine() -> bool:
    """Tell whether the caller is a local process and not a local proxy passing on a stranger."""
    if any(name in request.headers for name in FORWARDED):
        return False
    return ipaddress.ip_address(request.remote_addr or "0.0.0.0").is_loopback  # noqa: S104 - not a bind


def _method() -> str:
    return request.method if request.method in METHODS else "other"


def _route() -> str:
    return request.url_rule.rule if request.url_rule else "unknown"
