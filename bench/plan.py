"""How much is measured: the full plan, and a small one that only shows that everything works."""

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Plan:
    """The sizes of a run."""

    examples: int | None  # per intent; None takes all there are
    factors: tuple[int, ...]  # how many times the examples
    epochs: int  # of stock Rasa's networks at factor 1; its own default is 100
    growth_epochs: int  # the same at the other factors, where only the trend matters
    citizens: tuple[int, ...]  # conversations that are open together
    seconds: float  # of each load
    rate: float  # turns per second of the steady load
    keep_models: bool  # measure the models of the run before, without training
    held_out_step: int  # only every so many held-out messages are read


FULL = Plan(None, (1, 4), 100, 5, (1, 10, 50), 30, 10, False, 1)
QUICK = Plan(4, (1,), 1, 1, (1, 10, 50), 5, 10, False, 20)


def chosen_plan(environment: Mapping[str, str]) -> Plan:
    """Return the plan that QUICK, EPOCHS, FACTORS and KEEP ask for."""
    plan = QUICK if environment.get("QUICK") else FULL
    plan = replace(plan, keep_models=bool(environment.get("KEEP")))
    if environment.get("EPOCHS"):
        plan = replace(plan, epochs=int(environment["EPOCHS"]))
    if environment.get("FACTORS"):
        plan = replace(plan, factors=tuple(int(factor) for factor in environment["FACTORS"].split(",")))
    return plan
