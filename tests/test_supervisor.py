"""Starting and stopping everything: one clear sentence for each thing that can be wrong."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

from bot import processes as processes_module
from bot import supervisor as supervisor_module
from bot.errors import ConfigurationError
from bot.processes import MOST_RESTARTS, MOST_SILENCES, RESTART_WINDOW, Process, processes
from bot.settings import ROOT, Settings
from bot.supervisor import Supervisor, prepared_environment, run, say_what_is_missing

SERVING = """
import http.server, sys
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Answer).serve_forever()
"""
STUBBORN = (
    "import signal, time; signal.signal(15, lambda *_: None); print('here', flush=True); time.sleep(60)"
)
DYING = "import sys; sys.exit('kapot: de schijf is vol')"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_process(code: str, name: str = "engine", port: int | None = None) -> Process:
    port = port or free_port()
    return Process(name, (sys.executable, "-c", code, str(port)), port, f"http://127.0.0.1:{port}/")


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(supervisor_module, "PAUSE_SECONDS", 0.02)


@pytest.fixture
def environment(tmp_path):
    return {"PATH": os.environ["PATH"], "KLACHTBALIE_VAR": str(tmp_path / "var")}


@pytest.fixture
def supervise(tmp_path):
    """Build a supervisor; what it started is stopped afterwards."""
    built = []

    def build(*processes: Process) -> Supervisor:
        log = (tmp_path / "log").open("a", encoding="utf-8")
        built.append((Supervisor(processes, {"KLACHTBALIE_SECRET": "s" * 32}, log), log))
        return built[-1][0]

    yield build
    for supervisor, log in built:
        supervisor.stop()
        log.close()


def test_run_needs_a_free_port(environment):
    """Nothing is started when a port is in use."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(ConfigurationError) as error:
            run({**environment, "KLACHTBALIE_ACTIONS_PORT": str(port), "KLACHTBALIE_ENGINE_PORT": "1"})

    assert str(error.value) == (
        f"Port {port} of the actions is in use. "
        "Stop what uses it, or set KLACHTBALIE_ACTIONS_PORT to another number."
    )


def test_gateway_port_has_the_short_name():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = make_process(SERVING, "gateway", taken.getsockname()[1])

        with pytest.raises(ConfigurationError, match="set KLACHTBALIE_PORT to another number"):
            process.check_port()


def test_run_needs_the_environment_of_the_engine(environment, monkeypatch, tmp_path):
    """A missing .venv-engine is one sentence that says what to do."""
    monkeypatch.setattr(processes_module, "ROOT", tmp_path)
    ports = {f"KLACHTBALIE_{name}": str(free_port()) for name in ("PORT", "ENGINE_PORT", "ACTIONS_PORT")}

    with pytest.raises(ConfigurationError) as error:
        run({**environment, **ports})

    assert str(error.value) == (
        f"The engine cannot start, {tmp_path}/.venv-engine/bin/python fails: "
        "No such file or directory. Run 'make setup'."
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("naam: [", "gemeente.yml is not valid YAML: see line", id="broken"),
        pytest.param("naam: Almere", "gemeente.yml is wrong. plaats: ", id="incomplete"),
        pytest.param(None, "gemeente.yml cannot be read: No such file or directory.", id="missing"),
    ],
)
def test_run_needs_a_sound_municipality_file(environment, tmp_path, content, expected):
    file = tmp_path / "gemeente.yml"
    if content:
        file.write_text(content)

    with pytest.raises(ConfigurationError) as error:
        run({**environment, "KLACHTBALIE_GEMEENTE_FILE": str(file)})

    assert str(error.value).startswith(expected)
    assert "\n" not in str(error.value)


def test_run_needs_a_folder_it_may_write(environment, tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(ConfigurationError, match=r"^KLACHTBALIE_VAR: .* cannot be used: Not a directory\.$"):
        run({**environment, "KLACHTBALIE_VAR": str(tmp_path / "file" / "var")})


def test_secret_is_made_once_and_closed_to_others(environment, tmp_path):
    first = prepared_environment(environment)["KLACHTBALIE_SECRET"]
    again = prepared_environment(environment)["KLACHTBALIE_SECRET"]

    assert first == again
    assert len(first) == 64
    assert (tmp_path / "var" / "secret").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "var").stat().st_mode & 0o777 == 0o700


def test_secret_of_the_administrator_wins(environment, tmp_path):
    chosen = "k" * 40

    assert prepared_environment({**environment, "KLACHTBALIE_SECRET": chosen})["KLACHTBALIE_SECRET"] == chosen
    assert not (tmp_path / "var" / "secret").exists()


def test_telemetry_is_off_in_every_process(environment):
    assert prepared_environment(environment)["RASA_TELEMETRY_ENABLED"] == "false"


def test_start_tells_what_the_machine_lacks(monkeypatch, capsys):
    monkeypatch.setattr("bot.libraries.find_library", lambda _: None)

    say_what_is_missing()

    assert capsys.readouterr().out.splitlines() == [
        "Mind: libmagic is missing: the chat takes no files. Install libmagic1 and start again.",
        (
            "Mind: libpango-1.0 is missing: the copy of a complaint is a web page to print, not a PDF. "
            "Install libpango-1.0-0 and libpangoft2-1.0-0 and start again."
        ),
    ]


def test_start_tells_why_a_process_did_not_start(supervise):
    with pytest.raises(ConfigurationError) as error:
        supervise(make_process(DYING)).start()

    assert str(error.value) == "The engine process did not start. Its last words: kapot: de schijf is vol"


def test_start_waits_no_longer_than_it_should(supervise, monkeypatch):
    monkeypatch.setattr(supervisor_module, "READY_SECONDS", 0.2)

    with pytest.raises(ConfigurationError, match=r"^The engine process was not ready within 0\.2 seconds\.$"):
        supervise(make_process("import time; time.sleep(60)")).start()


def test_watch_gives_up_on_a_process_that_keeps_dying(supervise, capsys):
    with pytest.raises(
        ConfigurationError, match=r"^The actions process keeps stopping\. Its last words: kapot"
    ):
        supervise(make_process(DYING, "actions")).watch()

    told = capsys.readouterr().out.splitlines()
    assert told == ["The actions process stopped unexpectedly; starting it again."] * MOST_RESTARTS


def test_process_that_falls_over_now_and_then_may_go_on():
    process = make_process(SERVING)

    assert all(process.may_restart(float(moment * RESTART_WINDOW)) for moment in range(20))


def test_watch_restarts_what_was_killed(supervise):
    """A killed process is back by itself, in a new incarnation."""
    process = make_process(SERVING)
    supervisor = supervise(process)
    supervisor.start()
    first = process.running
    first.kill()
    first.wait()
    process.may_restart = lambda _now: supervisor.ask_to_stop() or True

    supervisor.watch()

    assert process.running is not first
    assert process.is_alive()


def test_watch_restarts_what_no_longer_answers(supervise, monkeypatch, capsys):
    """A frozen process is alive to the system and of no use to anyone."""
    monkeypatch.setattr(supervisor_module, "CHECK_SECONDS", 0.1)
    process = make_process(SERVING, "actions")
    supervisor = supervise(process)
    supervisor.start()
    first = process.running
    first.send_signal(signal.SIGSTOP)
    process.may_restart = lambda _now: supervisor.ask_to_stop() or True

    supervisor.watch()

    assert first.returncode == -signal.SIGKILL
    assert process.is_alive()
    assert capsys.readouterr().out.splitlines()[-1] == (
        "The actions process does not answer; starting it again."
    )


def test_process_that_was_ready_may_not_be_silent_for_long(supervise):
    """It was ready once, so its silence means what it means later."""
    process = make_process(SERVING)
    supervise(process).start()
    for _ in range(MOST_SILENCES):
        process.note_check(False)

    assert process.is_stuck()


def test_watch_hears_the_first_answer_of_what_it_started_again(supervise, monkeypatch):
    """Else one that freezes before the next check would be given the time of one that starts."""
    monkeypatch.setattr(supervisor_module, "CHECK_SECONDS", 60)
    process = make_process(SERVING)
    supervisor = supervise(process)
    supervisor.start()
    process.running.kill()
    process.running.wait()
    note = process.note_check
    process.note_check = lambda answered: (note(answered), supervisor.ask_to_stop())
    too_late = threading.Timer(20, supervisor.ask_to_stop)
    too_late.start()

    supervisor.watch()
    too_late.cancel()

    assert process.has_answered


def test_watch_leaves_alone_what_answers_that_it_is_not_ready(supervise, monkeypatch):
    monkeypatch.setattr(supervisor_module, "CHECK_SECONDS", 0.01)
    process = make_process(SERVING.replace("200", "503"), "gateway")
    supervisor = supervise(process)
    process.start(os.environ, supervisor.log)
    note, noted = process.note_check, []

    def count(answered):
        note(answered)
        noted.append(answered)
        if noted.count(True) == MOST_SILENCES + 1:
            supervisor.ask_to_stop()

    process.note_check = count
    first = process.running

    supervisor.watch()

    assert process.running is first
    assert not process.is_stuck()


def test_process_that_starts_may_be_silent_for_longer():
    process = make_process(SERVING)
    for _ in range(MOST_SILENCES):
        process.note_check(False)
    starting = process.is_stuck()
    process.note_check(True)
    for _ in range(MOST_SILENCES):
        process.note_check(False)

    assert (starting, process.is_stuck()) == (False, True)


STARTER = """
import signal, sys
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # the tests may run under nohup, which is handed down
from bot.supervisor import run
from tests.test_supervisor import SERVING, make_process
ports = [int(port) for port in sys.argv[1:]]
names = ("engine", "actions", "gateway")
run(__import__("os").environ, lambda _: [make_process(SERVING, *pair) for pair in zip(names, ports)])
"""


@pytest.mark.parametrize(
    "number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=["Ctrl-C", "terminate", "hang up"]
)
def test_signal_stops_everything(environment, number):
    """After Ctrl-C, a terminate or a hang-up no process is left, and the last word is "Stopped."."""
    ports = [free_port() for _ in range(3)]
    command = [sys.executable, "-c", STARTER, *map(str, ports)]
    started = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    told = [started.stdout.readline() for _ in range(6)]
    assert all(
        httpx.get(f"http://127.0.0.1:{port}/", timeout=60, trust_env=False).status_code == 200
        for port in ports
    )

    started.send_signal(number)
    rest, _ = started.communicate(timeout=120)

    assert "Ctrl-C stops it" in told[-1]
    assert rest == "Stopped.\n"
    assert started.returncode == 0
    for port in ports:
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"http://127.0.0.1:{port}/", trust_env=False)


def test_what_is_written_is_for_the_owner_only_and_no_crash_dumps_memory(environment, tmp_path):
    code = (
        "import pathlib, resource; from bot.supervisor import keep_to_ourselves; keep_to_ourselves();"
        "pathlib.Path('log').touch(); print(resource.getrlimit(resource.RLIMIT_CORE))"
    )

    told = subprocess.check_output(
        [sys.executable, "-c", code], cwd=tmp_path, env={**environment, "PYTHONPATH": str(ROOT)}, text=True
    )

    assert told == "(0, 0)\n"
    assert (tmp_path / "log").stat().st_mode & 0o077 == 0


def test_stop_kills_what_does_not_listen(supervise, monkeypatch):
    monkeypatch.setattr(supervisor_module, "STOP_SECONDS", 0.2)
    stubborn = make_process(STUBBORN)
    supervisor = supervise(stubborn)
    stubborn.start(os.environ, supervisor.log)
    while not Path(supervisor.log.name).read_text():
        time.sleep(0.02)

    supervisor.stop()

    assert stubborn.running.wait(60) == -signal.SIGKILL


def test_processes_start_from_their_own_environments():
    engine, actions, gateway = processes(Settings())

    assert Path(engine.command[0]) == ROOT / ".venv-engine" / "bin" / "python"
    assert actions.command[0] == gateway.command[0] == sys.executable
