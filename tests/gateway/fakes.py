"""An engine that keeps its promises in memory, and a gateway on top of it."""

from datetime import UTC, datetime

from bot.gateway.answers import Answer, FileAnswer, State
from bot.gateway.engine import ConversationGoneError, FileNotTakenError, StaleButtonError
from bot.settings import Settings

SECRET = "s" * 32
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
BUTTON = "yes-1"
STALE_BUTTON = "old-1"


def create_settings(**changes):
    values = {"secret": SECRET, "rate_limit": "1000 per minute", "open_limit": "1000 per minute"}
    return Settings.model_validate({**values, **changes})


def create_message(text, sender="bot", identifier="m1"):
    buttons = [{"id": BUTTON, "title": "Ja"}] if sender == "bot" else []
    return {"id": identifier, "from": sender, "text": text, "buttons": buttons, "links": []}


def create_state(**changes):
    values = {
        "status": "open",
        "asking": "what",
        "warn_at": "2026-11-20T09:13:00Z",
        "expires_at": "2026-11-20T09:15:00Z",
    }
    return State.model_validate({**values, **changes})


def submitted_state(files=(), **complaint):
    return create_state(
        status="submitted",
        asking=None,
        reference="KL-2026-7Q4M8X",
        received_at="2026-11-20T12:00:00+01:00",
        due="2027-01-04",
        latest="2027-02-01",
        complaint=complaint,
        receipt={"complaint": complaint, "files": list(files)},
    )


class FakeEngine:
    """Holds conversations by id; *failure* makes every call fail."""

    def __init__(self):
        self.conversations = {}
        self.state = create_state()
        self.turns = []
        self.files = []
        self.most_files = 5
        self.failure = None

    def open(self, conversation_id):
        self._fail()
        self.conversations[conversation_id] = [create_message("Wat is er gebeurd?")]
        return self._answer(self.conversations[conversation_id])

    def replay(self, conversation_id):
        return self._answer(self._messages(conversation_id))

    def say(self, conversation_id, text, masked, key):
        messages = self._messages(conversation_id)
        self.turns.append({"text": text, "masked": masked, "key": key})
        new = [create_message(text, "citizen", f"m{len(messages)}"), create_message("Dank u.")]
        messages.extend(new)
        return self._answer(new)

    def press(self, conversation_id, button, key):
        self._messages(conversation_id)
        if button == STALE_BUTTON:
            raise StaleButtonError
        self.turns.append({"button": button, "key": key})
        return self._answer([create_message("Ja", "citizen")])

    def keep_alive(self, conversation_id):
        self._messages(conversation_id)
        return self.state

    def add_file(self, conversation_id, file):
        self._messages(conversation_id)
        if len(self.files) >= self.most_files:
            raise FileNotTakenError("too_many_files")
        self.files.append(file)
        added = {"id": f"{len(self.files):016x}", "name": file.name, "size": len(file.content)}
        added |= {"media_type": file.media_type, "alt_text": file.alt_text}
        self.state = create_state(files=[*self.state.model_dump()["files"], added])
        return FileAnswer.model_validate({"file": added, "state": self.state})

    def remove_file(self, conversation_id, file_id):
        self._messages(conversation_id)
        if self.state.status != "open":
            raise FileNotTakenError("nothing_open")
        left = [file for file in self.state.model_dump()["files"] if file["id"] != file_id]
        self.state = create_state(files=left)
        return self.state

    def close(self, conversation_id):
        self._fail()
        self.conversations.pop(conversation_id, None)

    def away(self):
        return "engine" if self.failure else None

    def _messages(self, conversation_id):
        self._fail()
        if conversation_id not in self.conversations:
            raise ConversationGoneError("unknown")
        return self.conversations[conversation_id]

    def _fail(self):
        if self.failure:
            raise self.failure

    def _answer(self, messages):
        return Answer.model_validate({"messages": messages, "state": self.state})
