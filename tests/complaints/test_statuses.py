"""The table of statuses."""

import pytest

from bot.complaints.statuses import LABELS, NEXT, Status, may_become


@pytest.mark.parametrize("status", list(Status))
def test_status_has_a_label_and_next_steps(status: Status) -> None:
    assert LABELS[status]
    assert NEXT[status]
    assert status not in NEXT[status]


def test_labels_differ() -> None:
    assert len(set(LABELS.values())) == len(Status)


def test_every_status_can_be_reached_and_can_close() -> None:
    reached = {Status.RECEIVED}
    for _ in Status:
        reached |= {then for now in reached for then in NEXT[now]}

    assert set(Status) == reached


def test_received_complaint_cannot_be_closed_without_an_ending() -> None:
    assert not may_become(Status.RECEIVED, Status.CLOSED)
    assert may_become(Status.JUDGED, Status.CLOSED)
