"""What a training that fails says."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.engine.exceptions import GraphComponentException

from engine import train
from engine.settings import StartupError


@pytest.fixture
def train_failing_with(monkeypatch):
    """Return a function that trains in the real frame, where a component raises the given error."""

    def fail_with(cause: Exception) -> None:
        def component(*_args, **_options):
            raise GraphComponentException("Error running graph component for node train_reader.") from cause

        monkeypatch.setattr("rasa.model_training.train", component)
        monkeypatch.setattr(train, "_say_little", lambda: None)
        train._run_rasa(Path("models"))

    return fail_with


def test_a_mistake_in_the_data_is_told_in_one_sentence(train_failing_with):
    told = r"^data/nlu: 'ook' names 'groet'\. The model that was live stays live\.$"
    with pytest.raises(StartupError, match=told):
        train_failing_with(ValueError("data/nlu: 'ook' names 'groet'"))


def test_any_other_error_keeps_its_trace(train_failing_with):
    with pytest.raises(GraphComponentException) as told:
        train_failing_with(MemoryError("out of memory"))
    assert isinstance(told.value.__cause__, MemoryError)
