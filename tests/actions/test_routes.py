"""The routes are the same on both sides of the webhook."""

from actions.routes import ROUTES, route_of
from engine import parsing


def test_actions_and_engine_agree_on_the_routes() -> None:
    """The engine may not import the application, so the table stands in both."""
    assert ROUTES == parsing.ROUTES


def test_questions_are_info_and_the_rest_other() -> None:
    """Intents outside the table have a route as well."""
    assert route_of("vraag_termijn") == "info"
    assert route_of("groet") == "other"
