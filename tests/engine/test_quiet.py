"""Logs of the engine: nothing that a citizen typed gets through, by whatever way it comes."""

import subprocess
import sys

import pytest

FAILING = "def fail(): raise ValueError(canary)"
SAYS = {
    "a library's own wording": "logging.getLogger('rasa').error(f'could not read {canary}')",
    "a library's arguments": "logging.getLogger('rasa').error('could not read %s', canary)",
    "an exception that was logged": FAILING
    + "\ntry: fail()\nexcept ValueError: log.exception('turn_failed')",
    "a structlog value": "structlog.get_logger().warning('message.parsing.failed', user_text=canary)",
    "a structlog sentence": "structlog.get_logger().warning(f'Failed to parse {canary}')",
    "a warning": "warnings.simplefilter('always'); warnings.warn(canary)",
    "a thread": FAILING + "\nthread = threading.Thread(target=fail)\nthread.start()\nthread.join()",
    "an exception in a finaliser": "\nclass Dying:\n  def __del__(self): raise ValueError(canary)\nDying()",
    "an exception that nobody catches": "raise ValueError(canary)",
}
START = (
    "import logging, structlog, threading, warnings\n"
    "from engine.quiet import configure_logging\n"
    "log, canary = configure_logging(), 'Lodewijk-Canarius'\n"
)


@pytest.mark.parametrize("way", SAYS.values(), ids=SAYS)
def test_log_leaves_out_what_a_citizen_typed(way):
    run = subprocess.run([sys.executable, "-X", "dev", "-c", START + way], capture_output=True, text=True)

    assert run.stderr.startswith('{"')
    assert "Canarius" not in run.stdout + run.stderr


def test_log_says_what_failed_and_where():
    run = subprocess.run(
        [sys.executable, "-c", START + "raise ValueError(canary)"], capture_output=True, text=True
    )

    assert '"exception": "ValueError"' in run.stderr
    assert '"raised_at": "<string>:4"' in run.stderr
    assert run.returncode == 1
