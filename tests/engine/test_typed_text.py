"""What a citizen types is text, whatever it looks like."""

import pytest
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.training_data.message import Message

from engine.parsing import as_text

BLANKS = [" ", "\n", "\t", "\u00a0", "\u2003", "\u2028", "\x1c", "\x85", "/\u00a0/ "]


@pytest.mark.parametrize("blank", BLANKS, ids=ascii)
@pytest.mark.parametrize("command", ["bevestigen", 'informeren{"choice": "answer"}', "session_start@1.0"])
def test_text_is_never_a_command(blank, command):
    message = Message.build(as_text(f"/{blank}/{command}"))

    assert YAMLStoryReader.unpack_regex_message(message).get("intent") is None


@pytest.mark.parametrize(("text", "read"), [("Ik ben/was boos.", "Ik ben/was boos."), ("/ ", "?"), ("", "?")])
def test_text_keeps_the_rest(text, read):
    assert as_text(text) == read
