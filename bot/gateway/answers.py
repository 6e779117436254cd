"""What a conversation answers: messages and state, checked when they arrive and published as OpenAPI."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

Status = Literal["open", "submitted", "stopped", "expired"]
Asking = Literal[
    "what", "when", "where", "about", "name", "address", "phone", "email", "confirmation", "clarification"
]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]


class Button(BaseModel):
    """A choice that the citizen may make instead of typing."""

    id: str
    title: str


class Link(BaseModel):
    """A page elsewhere that a message refers to."""

    title: str
    url: str


class Message(BaseModel):
    """One thing said, as plain text."""

    model_config = ConfigDict(populate_by_name=True)

    id: str
    sender: Literal["bot", "citizen"] = Field(alias="from")
    text: str
    buttons: list[Button] = []
    links: list[Link] = []


class Complaint(BaseModel):
    """What the citizen told so far; a field not told is null."""

    model_config = ConfigDict(extra="allow")

    what: str | None = None
    when_from: Day | None = None
    when_to: Day | None = None
    when_time: str | None = Field(default=None, description="HH:MM")
    when_text: str | None = Field(default=None, description="the citizen's own words")
    where: str | None = None
    about: str | None = None
    name: str | None = None
    on_behalf_of: str | None = None
    street: str | None = None
    house_number: str | None = None
    addition: str | None = None
    postcode: str | None = None
    city: str | None = None
    phone: str | None = Field(default=None, description="E.164")
    email: str | None = None


class AddedFile(BaseModel):
    """A file that the citizen added, as it is kept."""

    id: str
    name: str
    size: int = Field(description="bytes")
    media_type: str
    alt_text: str = ""


class FileLimits(BaseModel):
    """How many files a complaint may have, and how large."""

    files: int
    megabytes: int


class Progress(BaseModel):
    """Which question of the intake this is."""

    number: int
    of: int


class Stored(BaseModel):
    """What the citizen's copy holds: the complaint as it was stored, and the names of its files."""

    complaint: Complaint
    files: list[str] = []
    vague_when: bool = Field(
        default=False, description="the dates are a reading of something like 'begin maart'"
    )


class State(BaseModel):
    """Where a conversation stands, as the engine tells it."""

    model_config = ConfigDict(extra="allow")

    status: Status
    route: str | None = None
    asking: Asking | None = None
    complaint: Complaint = Field(default_factory=Complaint)
    flags: list[str] = []
    files: list[AddedFile] = []
    progress: Progress | None = Field(default=None, description="null outside the intake")
    warn_at: Moment | None = None
    expires_at: Moment | None = None
    reference: str | None = None
    received_at: Moment | None = Field(default=None, description="after submission, in Dutch time")
    due: Day | None = Field(default=None, description="the day of the verdict")
    latest: Day | None = Field(default=None, description="the day of the verdict after the extension")
    # For the copy; the citizen's page does not need it.
    receipt: SkipJsonSchema[Stored | None] = Field(default=None, exclude=True)


class FileAnswer(BaseModel):
    """What the engine answers to a new file."""

    file: AddedFile
    state: State


class Answer(BaseModel):
    """What the engine answers to a turn."""

    messages: list[Message]
    state: State


class PublicState(State):
    """The state with what the gateway knows: its own time, so that a widget can correct its clock."""

    now: Moment
    file_limits: FileLimits | None = Field(default=None, description="null when no files can be added now")
    designated_channel: bool = Field(
        description="whether what is stored here counts as filed, or as prepared for the municipality"
    )


class StateReply(BaseModel):
    """The answer to a keep-alive, and to removing a file."""

    state: PublicState


class Reply(StateReply):
    """The answer to a turn or a replay."""

    messages: list[Message]


class FileReply(StateReply):
    """The answer to adding a file."""

    file: AddedFile


class OpenedReply(Reply):
    """The answer to opening a conversation."""

    token: str
