"""The life of a complaint as a table: its statuses, their Dutch names and the allowed steps."""

from enum import StrEnum


class Status(StrEnum):
    """Where a complaint stands; the codes are stored."""

    RECEIVED = "received"
    IN_PROGRESS = "in_progress"
    JUDGED = "judged"
    SETTLED = "settled"
    NOT_TAKEN_UP = "not_taken_up"
    FORWARDED = "forwarded"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


LABELS = {
    Status.RECEIVED: "Ontvangen",
    Status.IN_PROGRESS: "In behandeling",
    Status.JUDGED: "Oordeel verstuurd",  # Awb 9:12
    Status.SETTLED: "Naar tevredenheid opgelost",  # Awb 9:5
    Status.NOT_TAKEN_UP: "Niet in behandeling genomen",  # Awb 9:8
    Status.FORWARDED: "Doorgestuurd",  # Awb 2:3
    Status.WITHDRAWN: "Ingetrokken",
    Status.CLOSED: "Afgesloten",
}

_ENDINGS = frozenset({Status.SETTLED, Status.NOT_TAKEN_UP, Status.FORWARDED, Status.WITHDRAWN})
_CLOSE_OR_REOPEN = frozenset({Status.CLOSED, Status.IN_PROGRESS})

NEXT = {
    Status.RECEIVED: _ENDINGS | {Status.IN_PROGRESS},
    Status.IN_PROGRESS: _ENDINGS | {Status.JUDGED},
    Status.JUDGED: _CLOSE_OR_REOPEN,
    Status.SETTLED: _CLOSE_OR_REOPEN,
    Status.NOT_TAKEN_UP: _CLOSE_OR_REOPEN,
    Status.FORWARDED: _CLOSE_OR_REOPEN,
    Status.WITHDRAWN: _CLOSE_OR_REOPEN,
    Status.CLOSED: frozenset({Status.IN_PROGRESS}),
}


def may_become(now: Status, then: Status) -> bool:
    """Say whether staff may take a complaint from *now* to *then*."""
    return then in NEXT[now]
