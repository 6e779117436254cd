"""The engine does without TensorFlow, unless a component of the model needs it."""

import subprocess
import sys

import pytest

START = "import sys\nfrom engine.lean import import_lean\nimport_lean()\n"
LOADED = "print('tensorflow' in sys.modules)"
OF_THE_ENGINE = (
    "rasa.core.run",
    "rasa.core.agent",
    "rasa.core.policies.rule_policy",
    "rasa.nlu.classifiers.fallback_classifier",
    "rasa.nlu.classifiers.logistic_regression_classifier",
    "rasa.nlu.extractors.spacy_entity_extractor",
    "rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer",
    "rasa.nlu.tokenizers.spacy_tokenizer",
    "rasa.graph_components.validators.default_recipe_validator",
)


@pytest.mark.parametrize(
    ("modules", "loaded"),
    [
        pytest.param(OF_THE_ENGINE, "False", id="the engine's own components"),
        pytest.param(("rasa.nlu.classifiers.diet_classifier",), "True", id="a component that needs it"),
    ],
)
def test_tensorflow_is_loaded_only_when_needed(modules, loaded):
    imports = "".join(f"import {module}\n" for module in modules)

    run = subprocess.run([sys.executable, "-c", START + imports + LOADED], capture_output=True, text=True)

    assert run.stdout.strip() == loaded, run.stderr
