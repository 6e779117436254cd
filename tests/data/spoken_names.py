"""The response names that the code speaks, found by reading the code itself."""

import ast
from functools import lru_cache

from tests.data.corpus import ROOT

_NOT_A_RESPONSE = {"utter_action"}  # Rasa's own key for the name of a response


@lru_cache
def spoken() -> tuple[frozenset[str], frozenset[str]]:
    """Return the names written in full, and the patterns of those put together, such as utter_why_{}."""
    names: set[str] = set()
    patterns: set[str] = set()
    for folder in ("bot", "actions", "engine"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            parts = {
                part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
            }
            for node in ast.walk(tree):
                if isinstance(node, ast.JoinedStr):
                    patterns.add(_pattern(node))
                elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in parts:
                    names.add(node.value)
    return _responses(names) - _NOT_A_RESPONSE, _responses(patterns)


def _pattern(node: ast.JoinedStr) -> str:
    return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)


def _responses(texts: set[str]) -> frozenset[str]:
    return frozenset(text for text in texts if text.startswith("utter_") and " " not in text)
