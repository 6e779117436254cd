"""The domain names exactly what exists: intents of the specification, actions with a class, rules for all."""

import yaml
from rasa_sdk.executor import ActionExecutor

from tests.data.corpus import DATA, domain, training_examples

INTENTS = {
    "klacht",
    "melding_openbare_ruimte",
    "grofvuil",
    "container_niet_geleegd",
    "geluidsoverlast",
    "onderwijs",
    "bezwaar",
    "al_behandeld",
    "vraag_termijn",
    "vraag_procedure",
    "vraag_ombudsman",
    "vraag_contact",
    "vraag_privacy",
    "vraag_anoniem",
    "vraag_status",
    "andere_instantie",
    "buiten_onderwerp",
    "noodgeval",
    "medewerker_spreken",
    "groet",
    "afscheid",
    "bedankt",
    "bot_vraag",
    "hulp",
    "schelden",
    "andere_taal",
    "bevestigen",
    "ontkennen",
    "corrigeren",
    "overslaan",
    "stoppen",
    "opnieuw",
    "informeren",
}


def test_domain_has_the_fixed_intents() -> None:
    assert set(domain()["intents"]) == INTENTS


def test_domain_action_has_a_class_and_the_reverse() -> None:
    executor = ActionExecutor()
    executor.register_package("actions")

    assert set(domain()["actions"]) == set(executor.actions)


def test_every_intent_has_a_rule() -> None:
    """Without a rule a turn would go unanswered, because the policy may not guess."""
    ruled = {
        step["intent"]
        for file in (DATA / "rules").glob("*.yml")
        for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]
        for step in rule["steps"]
        if "intent" in step
    }

    assert ruled == INTENTS | {"nlu_fallback"}


def test_rules_call_existing_actions() -> None:
    called = {
        step["action"]
        for file in (DATA / "rules").glob("*.yml")
        for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]
        for step in rule["steps"]
        if "action" in step
    }

    assert called <= set(domain()["actions"]) | set(domain()["forms"])


def test_training_data_knows_no_other_intents() -> None:
    assert {example.intent for example in training_examples()} <= INTENTS
