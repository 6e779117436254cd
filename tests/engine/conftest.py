"""These tests run in the engine's own environment; the application's Python cannot import Rasa."""

import importlib.util

from engine.lean import import_lean

if importlib.util.find_spec("rasa") is None:
    collect_ignore_glob = ["test_*.py"]
else:
    import_lean()
