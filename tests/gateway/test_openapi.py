"""The published description and the running API agree."""

from unittest.mock import patch

import schemathesis
from hypothesis import HealthCheck, settings

from bot.gateway import limits
from bot.gateway.app import create_app
from tests.gateway.fakes import FakeEngine, create_settings, submitted_state

ENGINE = FakeEngine()
ENGINE.state = submitted_state(what="Onbeleefd")
with patch.multiple(limits, RECEIPT_LIMIT="1000 per minute", HEAVY_LIMIT="1000 per minute"):
    APP = create_app(create_settings(), ENGINE)
# What breaks the description is refused; a text over the limit with a status of its own.
REFUSALS = [400, 401, 404, 405, 406, 409, 413, 415, 422]
CONFIG = schemathesis.Config.from_dict(
    {"checks": {"negative_data_rejection": {"expected-statuses": REFUSALS}}}
)
SCHEMA = schemathesis.openapi.from_wsgi("/openapi.json", APP, config=CONFIG)


@SCHEMA.parametrize()
@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_api_answers_as_described(case):
    token = APP.test_client().post("/api/conversations").json["token"]
    case.call_and_validate(headers={"Authorization": f"Bearer {token}"})


def test_description_names_every_route_of_the_api():
    rules = (rule.rule.replace("<", "{").replace(">", "}") for rule in APP.url_map.iter_rules())
    routes = {rule for rule in rules if rule.startswith("/api")}

    assert routes == APP.test_client().get("/openapi.json").json["paths"].keys()
