"""Starts the actions on loopback."""

import sys

from actions.server import build_app
from bot.bootstrap import configure_logging
from bot.errors import ConfigurationError
from bot.settings import settings


def main() -> None:
    """Run the actions until they are told to stop."""
    try:
        configured = settings()
        secret = configured.secret.get_secret_value()
        if not secret:
            raise ConfigurationError("KLACHTBALIE_SECRET is missing. Start with 'make run'.")
    except ConfigurationError as error:
        print(f"actions: {error}", file=sys.stderr)  # noqa: T201
        raise SystemExit(1) from None
    configure_logging("actions", configured.log_level)
    app = build_app(secret)
    app.run(host="127.0.0.1", port=configured.actions_port, single_process=True, access_log=False, motd=False)


if __name__ == "__main__":
    main()
