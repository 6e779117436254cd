"""The tags of the held-out messages come from one list, so that a report has no slice under two names."""

from tests.data.corpus import held_out_rows

VOICES = {
    "angry",
    "business",  # somebody of a company writes
    "caps",
    "dialect",
    "emoji",
    "english",
    "flemish",
    "formal",
    "long",
    "neutral",
    "no_punctuation",
    "nonnative",
    "older",
    "polite",
    "sarcasm",
    "short",
    "thirdperson",  # on behalf of somebody else
    "typo",
    "youth",
}
LANGUAGES = {"arabic", "french", "german", "polish", "turkish", "ukrainian"}
CONTENT = {
    "klachtword",  # says klacht or klagen
    "noklachtword",
    "mixed",  # a klacht and a second matter
    "praise",
    "thing",  # a klacht about conduct that is told around a thing
    # What an answer tells:
    "address",
    "date",
    "department",
    "name",
    "on_behalf",
    "place",
    "time",
}


def test_tags_come_from_the_list() -> None:
    known = VOICES | LANGUAGES | CONTENT

    assert known == {tag for _, row in held_out_rows() for tag in row["tags"]}


def test_no_message_has_a_tag_twice() -> None:
    assert [row["id"] for _, row in held_out_rows() if len(set(row["tags"])) != len(row["tags"])] == []
