"""The road to the actions, on a real server that misbehaves as told."""

import asyncio

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from engine import actions_endpoint
from engine.actions_endpoint import SECRET_HEADER, ActionsClient, ActionsEndpoint, submission_key, watch

SECRET = "s" * 40


async def start_server(port=None):
    app = web.Application()
    app["seen"], app["connections"], app["answer"] = [], [], lambda: web.json_response({})

    async def handle(request):
        body = await request.json() if request.can_read_body else None
        app["seen"].append((request.path, request.headers.get(SECRET_HEADER), body))
        app["connections"].append(request.transport.get_extra_info("peername"))
        answer = app["answer"]()
        return await answer if asyncio.iscoroutine(answer) else answer

    app.router.add_route("*", "/{path}", handle)
    server = TestServer(app, port=port)
    await server.start_server()
    return server


@pytest.fixture
async def actions():
    """A server that answers with `answer`; `seen` holds what was asked and `connections` over which."""
    server = await start_server()
    yield server
    await server.close()


@pytest.fixture
async def endpoint(actions):
    """The road to that server."""
    endpoint = ActionsEndpoint(f"{url(actions)}/webhook", SECRET)
    yield endpoint
    await endpoint.close()


def url(server):
    return str(server.make_url("/")).rstrip("/")


async def test_call_carries_the_secret(actions, endpoint):
    actions.app["answer"] = lambda: web.json_response({"events": []})

    answer = await endpoint.request(json={"next_action": "x"})

    assert answer == {"events": []}
    assert actions.app["seen"] == [("/webhook", SECRET, {"next_action": "x"})]


async def test_good_call_is_no_failure(endpoint):
    failures = watch()

    await endpoint.request(json={})

    assert failures == []


async def test_calls_share_a_connection(actions, endpoint):
    await endpoint.request(json={})
    await endpoint.request(json={})

    [first, second] = actions.app["connections"]
    assert first == second


async def test_next_call_finds_actions_that_were_restarted(actions, endpoint):
    await endpoint.request(json={})
    port = actions.port
    await actions.close()
    again = await start_server(port)

    answer = await endpoint.request(json={})

    assert answer == {}
    await again.close()


async def _hang():
    await asyncio.sleep(5)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(lambda: web.json_response({}, status=500), id="error"),
        pytest.param(lambda: web.json_response({}, status=503), id="database away"),
        pytest.param(_hang, id="hangs"),
    ],
)
async def test_failed_call_is_noted_and_raised(actions, endpoint, answer, monkeypatch):
    """The time Rasa would wait is overruled."""
    monkeypatch.setattr(actions_endpoint, "TURN_SECONDS", 0.2)
    actions.app["answer"] = answer
    failures = watch()

    with pytest.raises(Exception):  # noqa: B017, PT011 - Rasa's own or aiohttp's; that it failed is the point
        await endpoint.request(json={}, timeout=300)

    assert len(failures) == 1


async def test_actions_that_are_not_there_are_a_failure(actions, endpoint):
    await actions.close()
    failures = watch()

    with pytest.raises(aiohttp.ClientConnectionError):
        await endpoint.request(json={})

    assert failures == ["ClientConnectorError"]


async def test_failures_of_two_turns_are_kept_apart(actions, endpoint):
    actions.app["answer"] = lambda: web.json_response({}, status=500)

    async def turn(fails):
        failures = watch()
        await asyncio.sleep(0)
        if fails:
            with pytest.raises(Exception):  # noqa: B017, PT011 - see above
                await endpoint.request(json={})
        return len(failures)

    assert await asyncio.gather(turn(True), turn(False), turn(True)) == [1, 0, 1]


async def test_purge_is_recorded_without_saying_whose(actions):
    await ActionsClient(url(actions), SECRET).record_purge("expired", 3)

    assert actions.app["seen"] == [("/purges", SECRET, {"reason": "expired", "turns": 3})]


async def test_reference_is_asked_by_a_key_that_does_not_lead_back(actions):
    actions.app["answer"] = lambda: web.json_response({"reference": "KL-2026-7Q4M8X"})

    reference = await ActionsClient(url(actions), SECRET).stored_reference("anna")

    assert reference == "KL-2026-7Q4M8X"
    assert actions.app["seen"] == [("/submissions", SECRET, {"key": submission_key("anna")})]
    assert "anna" not in submission_key("anna")


async def test_client_tells_whether_the_actions_answer(actions, monkeypatch):
    monkeypatch.setattr(actions_endpoint, "HEALTH_SECONDS", 0.2)
    client = ActionsClient(url(actions), SECRET)

    told = [await client.are_ready()]
    for answer in (lambda: web.json_response({}, status=403), _hang):
        actions.app["answer"] = answer
        told.append(await client.are_ready())
    await actions.close()

    assert [*told, await client.are_ready()] == [True, False, False, False]
    assert actions.app["seen"][0] == ("/health", SECRET, None)


async def test_client_raises_when_the_actions_refuse(actions):
    actions.app["answer"] = lambda: web.json_response({}, status=403)

    with pytest.raises(aiohttp.ClientResponseError):
        await ActionsClient(url(actions), SECRET).record_purge("expired", 3)
