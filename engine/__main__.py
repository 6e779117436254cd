"""Starts the engine: Rasa with our own channel and store, on loopback, or a clear reason why not."""

import asyncio
import logging
import os
import sys
from pathlib import Path

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")

from engine.lean import import_lean
from engine.models import model_to_load, spacy_fingerprint
from engine.quiet import configure_logging
from engine.settings import EngineSettings, StartupError, read_engine_settings


def main() -> None:
    """Run the engine until it is told to stop."""
    logger = configure_logging()
    try:
        settings = read_engine_settings()
        logger.setLevel(settings.log_level.upper())
        _run(settings, logger)
    except StartupError as error:
        sys.stderr.write(f"engine: {error}\n")
        raise SystemExit(1) from None


def _run(settings: EngineSettings, logger) -> None:
    # First what takes no time: loading Rasa takes seconds.
    model = model_to_load(settings.models)
    import_lean()

    from rasa.core.run import configure_app

    from engine.channel import ChatChannel

    facts = {"model": model.name, "spacy": spacy_fingerprint()}
    channel = ChatChannel(settings.secret, lambda: facts)
    app = configure_app([channel], enable_api=False, port=settings.port)

    async def start(app, loop) -> None:
        channel.conversations = load_conversations(settings, model)
        app.add_task(_sweep_for_ever(channel.conversations, settings.inactivity_seconds))
        logger.info("engine_ready model=%s", model.name)

    async def stop(app, loop) -> None:
        channel.conversations.files.uploads.empty()
        await channel.conversations.agent.action_endpoint.close()

    app.register_listener(start, "before_server_start")
    app.register_listener(stop, "after_server_stop")
    app.run(host="127.0.0.1", port=settings.port, access_log=False, workers=1, motd=False)


def load_conversations(settings: EngineSettings, model: Path):
    """Load the model and build the conversations around it; raises StartupError for a wrong store."""
    from rasa.core.agent import Agent
    from rasa.core.lock_store import InMemoryLockStore
    from rasa.shared.core.domain import SessionConfig

    from engine.action_answers import replace_rasas_own_check
    from engine.actions_endpoint import ActionsClient, ActionsEndpoint
    from engine.conversations import Conversations
    from engine.files import Files
    from engine.nlg import MunicipalNlg, in_words, municipal_facts
    from engine.store import ConversationStore
    from engine.uploads import Uploads

    if settings.redis_url:
        raise StartupError(
            "KLACHTBALIE_REDIS_URL is set, but this engine keeps conversations in memory. Unset it."
        )
    replace_rasas_own_check()
    store = ConversationStore()
    uploads = Uploads(settings.uploads)
    try:
        uploads.empty()
    except OSError as error:
        raise StartupError(f"KLACHTBALIE_VAR: {settings.uploads} cannot be made: {error.strerror}.") from None
    url = f"http://127.0.0.1:{settings.actions_port}"
    facts = {**municipal_facts(settings.gemeente_file), "stilte": in_words(settings.inactivity_seconds)}
    agent = Agent.load(
        str(model),
        generator=MunicipalNlg(facts),
        tracker_store=store,
        lock_store=InMemoryLockStore(),
        action_endpoint=ActionsEndpoint(f"{url}/webhook", settings.secret),
    )
    # Rasa's own session expiry looks at the last message only and would end the conversation of a
    # citizen who kept it alive while typing; the clock in engine.conversations is the one that counts.
    agent.domain.session_config = SessionConfig(0, False)
    actions = ActionsClient(url, settings.secret)
    files = Files(uploads, settings.max_files)
    return Conversations(agent, store, actions, files, settings.inactivity_seconds, settings.warning_seconds)


async def _sweep_for_ever(conversations, inactivity_seconds: int) -> None:
    pause = max(0.5, min(30.0, inactivity_seconds / 10))
    while True:
        await asyncio.sleep(pause)
        try:
            await conversations.sweep()
        except Exception as error:  # noqa: BLE001 - whatever happens, the forgetting goes on
            logging.getLogger("klachtbalie.sweeper").error("sweep_failed %s", type(error).__name__)


if __name__ == "__main__":
    main()
