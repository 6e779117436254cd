"""Keeps TensorFlow out of the engine: Rasa imports it in passing, though this pipeline never calls it.

Nearly half of the engine's memory and of its start went there. A model with a component that does need
TensorFlow (DIET, TED) works as before: that component imports the real thing by itself.
"""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_VALIDATOR = "rasa.graph_components.validators.default_recipe_validator"


def import_lean() -> None:
    """Import what mentions TensorFlow without calling it; to be done before anything else of Rasa."""
    with _standing_in("rasa.utils.train_utils", ModuleType("unused")):
        importlib.import_module("rasa.nlu.extractors.extractor")
    with _standing_in("tensorflow", None):  # as if it were not installed
        importlib.import_module("thinc.compat")
    # A model tells how it was trained, and Rasa looks up every class in that. This one is for training only.
    sys.modules[_VALIDATOR] = _module_with_class(_VALIDATOR, "DefaultV1RecipeValidator")


@contextmanager
def _standing_in(name: str, module: ModuleType | None) -> Iterator[None]:
    sys.modules[name] = module
    try:
        yield
    finally:
        del sys.modules[name]


def _module_with_class(name: str, class_name: str) -> ModuleType:
    module = ModuleType(name)
    setattr(module, class_name, type(class_name, (), {}))
    return module
