"""What a submission keeps, drops and refuses."""

from datetime import UTC, datetime

import pytest

from bot.complaints.complaint import LIMITS, Submission, Turn, submission_key

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
KEY = submission_key("a-conversation")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("a\x00b\x07c\x7f\x9f", "abc", id="control characters"),
        pytest.param("een\r\ntwee\rdrie\ttab", "een\ntwee\ndrie\ttab", id="line ends and tabs"),
        pytest.param("half \ud83d emoji", "half  emoji", id="half a surrogate pair"),
        pytest.param("👩‍👩‍👧 é e\u0301 ﬁ", "👩‍👩‍👧 é e\u0301 ﬁ", id="emoji and accents stay as typed"),
        pytest.param(
            "'; DROP TABLE complaints;-- <script>x</script>",
            "'; DROP TABLE complaints;-- <script>x</script>",
            id="code is text",
        ),
    ],
)
def test_submission_drops_only_what_no_database_can_hold(typed: str, expected: str) -> None:
    submission = Submission(
        submission_key=KEY, what=typed, transcript=(Turn(at=NOW, sender="citizen", text=typed),)
    )

    assert expected == submission.what
    assert expected == submission.transcript[0].text


def test_submission_shows_nothing_of_itself_in_an_error() -> None:
    turn = Turn(at=NOW, sender="citizen", text="geheim")
    submission = Submission(submission_key=KEY, what="geheim", transcript=(turn,))

    assert "geheim" not in f"{submission!r} {turn!r}"


def test_too_long_names_the_fields_over_their_limit() -> None:
    submission = Submission(submission_key=KEY, what="é" * 10_000, name="x" * (LIMITS["name"] + 1))

    assert submission.too_long() == ("name",)


def test_submission_key_is_stable_and_hides_the_conversation() -> None:
    assert submission_key("a-conversation") == KEY
    assert submission_key("another") != KEY
    assert "conversation" not in KEY
