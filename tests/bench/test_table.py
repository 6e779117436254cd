"""The table that shows the systems side by side."""

from bench.table import markdown, table


def latency(p50):
    return {"turns": 10, "failed": 1, "p50": p50, "p95": 2 * p50, "per_second": 1000 / p50}


def size(p50, epochs=None):
    return {
        "training": {"examples": 200, "epochs": epochs, "seconds": 61.4, "megabytes": 1.25},
        "ready_seconds": 9.87,
        "citizens": {"1": latency(p50), "10": latency(p50)},
        "steady": latency(p50) | {"busy_ms": {"engine": p50 / 2, "gateway": 1.0}},
        "memory": {"engine": {"pss": 300.0, "rss": 400.0}, "gateway": {"pss": 50.0, "rss": 60.0}},
        "accuracy": {"messages": 200, "right": 150},
    }


REPORT = {
    "plan": {"citizens": [1, 10], "rate": 10, "factors": [1, 4]},
    "systems": {"ours": {"1": size(20), "4": size(25)}, "other": {"1": size(50, epochs=100)}},
}


def cells(label):
    """Return the cells of the row that begins with *label*."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table(REPORT).splitlines()]
    return next(row[1:] for row in rows if row[0] == label)


def test_table_puts_the_systems_side_by_side():
    assert cells("") == ["ours", "other"]
    assert cells("one turn, p50 / p95 (ms)") == ["20 / 40", "50 / 100"]
    assert cells("turns/s, 10 open conversations") == ["50.0", "20.0"]
    assert cells("processor time per turn (ms)") == ["11: engine 10, gateway 1", "26: engine 25, gateway 1"]
    assert cells("turns not answered") == ["3", "3"]


def test_table_shows_every_size():
    assert cells("1x data: training (s)") == ["61", "61 (100 epochs)"]
    assert cells("1x data: memory per process, PSS (MB)") == ["engine 300, gateway 50"] * 2
    assert cells("1x data: memory of all, PSS / RSS (MB)") == ["350 / 460"] * 2
    assert cells("4x data: one turn, p50 / p95 (ms)") == ["25 / 50", "–"]


def test_markdown_aligns_its_columns():
    assert markdown([["", "a"], ["row", "12"]]).splitlines() == [
        "|     |  a |",
        "| --- | -: |",
        "| row | 12 |",
    ]
