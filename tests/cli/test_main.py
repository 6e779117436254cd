"""The command line as an administrator starts it."""

import subprocess
import sys
from collections.abc import Callable

from bot.settings import ROOT


def test_module_lists_the_commands() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert all(name in ran.stdout for name in ("complaints", "purge", "migrate", "check", "parse"))


def test_unknown_command_is_refused_with_a_hint(run: Callable) -> None:
    ran = run("pruge")

    assert ran.code == 2
    assert "No such command 'pruge'" in ran.err
