"""The tables of the comparison put every pipeline beside the others, figure by figure."""

from engine.evaluation.table import comparison, markdown


def result(route_accuracy: float, training: float) -> dict:
    """Make the figures of one pipeline; all that is not named is a half."""
    figures = ("macro_f1", "klacht_recall", "sent_away", "asked", "cost", "calibration_error")
    return {
        "sets": {
            "held_out": {
                "summary": {"messages": 9, "route_accuracy": route_accuracy, **dict.fromkeys(figures, 0.5)}
            }
        },
        "behaviour": {"typos": {"messages": 4, "right": 0.25}},
        "speed": {"p50": 1.24, "p95": 9.0, "load_seconds": 2.0, "megabytes": 400.4},
        "training": {"seconds": training, "processor_seconds": 30.0},
        "load_average": 1.5,
    }


def test_markdown_puts_figures_to_the_right() -> None:
    assert markdown(["a", "b"], [["x", "1"]]) == "| a | b |\n| --- | ---: |\n| x | 1 |"


def test_comparison_has_a_row_per_pipeline_and_a_table_per_subject() -> None:
    quality, behaviour, running = comparison({"ours": result(0.9, 60), "stock": result(0.8, 600)}).split(
        "\n\n"
    )

    assert quality.splitlines()[0].startswith("| held_out (9) | right route | macro F1 | klacht recall |")
    assert quality.splitlines()[2:] == [
        "| ours | 0.900 | 0.500 | 0.500 | 0.500 | 0.500 | 0.500 | 0.500 |",
        "| stock | 0.800 | 0.500 | 0.500 | 0.500 | 0.500 | 0.500 | 0.500 |",
    ]
    assert behaviour.splitlines()[0] == "| behaviour, right route | ours | stock |"
    assert behaviour.splitlines()[2] == "| typos | 0.250 | 0.250 |"
    assert running.splitlines()[-1] == "| stock | 1.2 | 9.0 | 2.0 | 400 | 600 | 30 | 1.5 |"
