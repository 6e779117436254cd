"""The main job: a citizen chats, a complaint is stored, and the citizen can prove it."""

import re

import pytest

from tests.system.people import ANNA, answers

IN_ONE_MESSAGE = (
    "Ik ben Bram van der Berg, Kerkweg 7a, 1354 AB Almere, 06 87 65 43 21, mail bram@example.org. "
    "Op 3 november 2026 beloofde een medewerker van Vergunningen mij telefonisch een brief, "
    "maar ik heb nooit meer iets gehoord."
)


@pytest.fixture(params=["desk", "postgresql_desk"], ids=["sqlite", "postgresql"])
def any_desk(request):
    """The product on each kind of database."""
    return request.getfixturevalue(request.param)


def stored(desk, reference):
    """Return the one complaint with this reference."""
    [row] = [row for row in desk.rows("complaints") if row["reference"] == reference]
    return row


def test_conversation_is_stored_once_as_it_was_told(any_desk):
    chat = any_desk.chat()

    summary = chat.tell(ANNA)
    done = chat.say("ja")

    assert summary.says("utter_question_confirmation")
    assert done.says("utter_submitted")
    assert done.says("utter_what_happens_next")
    assert done.state["status"] == "submitted"
    row = stored(any_desk, done.reference)
    assert (row["what"], row["name"], row["phone"]) == (ANNA["what"], "Anna de Vries", "+31612345678")
    assert (row["street"], row["house_number"], row["postcode"]) == ("Stationsstraat", "12", "1315KR")
    assert (str(row["when_from"]), row["when_time"], row["when_text"]) == (
        "2026-11-12",
        "14:30",
        ANNA["when"],
    )
    assert (row["where"], row["about"], row["email"]) == (ANNA["where"], "Burgerzaken", "anna@example.org")
    # Six weeks later is New Year's Day, a Friday; the verdict moves to Monday.
    assert (str(row["verdict_due"]), str(row["latest_due"])) == ("2027-01-04", "2027-01-29")


def test_reference_cannot_be_guessed_from_another(desk):
    """Year and six letters or digits, none of them easily misread, no two alike."""
    references = set()
    for _ in range(2):
        chat = desk.chat()
        chat.say(IN_ONE_MESSAGE)
        references.add(chat.say("ja").reference)

    assert len(references) == 2
    assert all(re.fullmatch(r"KL-2026-[2-9A-HJ-NP-Z]{6}", reference) for reference in references)


def test_transcript_and_audit_event_come_with_the_complaint(desk, chat):
    chat.tell(ANNA)
    done = chat.say("ja")

    row = stored(desk, done.reference)
    turns = [turn for turn in desk.rows("transcript_turns") if turn["complaint_id"] == row["id"]]
    citizen = [turn["text"] for turn in turns if turn["sender"] == "citizen"]
    events = [event["event"] for event in desk.rows("audit_events") if event["reference"] == done.reference]
    assert citizen == [*ANNA.values(), "ja"]
    assert events == ["complaint_submitted"]


def test_what_is_told_in_one_message_is_not_asked_again(desk, chat):
    summary = chat.say(IN_ONE_MESSAGE)

    assert summary.asking in ("where", "confirmation")
    assert summary.complaint["what"] == IN_ONE_MESSAGE
    told = {name: summary.complaint[name] for name in ("name", "street", "house_number", "postcode", "city")}
    assert told == {
        "name": "Bram van der Berg",
        "street": "Kerkweg",
        "house_number": "7",
        "postcode": "1354AB",
        "city": "Almere",
    }
    assert (summary.complaint["phone"], summary.complaint["email"]) == ("+31687654321", "bram@example.org")
    assert summary.complaint["when_from"] == "2026-11-03"


def test_answer_is_corrected_in_own_words_at_the_summary(desk, chat):
    chat.tell(ANNA)

    corrected = chat.say("nee, het huisnummer is 14")
    done = chat.say("ja")

    assert corrected.says("utter_changed")
    assert stored(desk, done.reference)["house_number"] == "14"


def test_answer_is_corrected_with_the_buttons(desk, chat):
    chat.tell(ANNA)

    choice = chat.press("Nee, ik wil iets wijzigen")
    asked = chat.press("Naam")
    chat.say("Anna Jansen-de Wit")
    done = chat.press("Ja, dit klopt")

    assert choice.says("utter_question_change")
    assert asked.asking == "name"
    assert stored(desk, done.reference)["name"] == "Anna Jansen-de Wit"


def test_answer_is_corrected_in_the_middle(chat):
    chat.say(ANNA["what"])
    chat.say(ANNA["when"])
    chat.say(ANNA["where"])
    chat.say(ANNA["about"])
    chat.say("Anna de Vrees")

    reply = chat.say("wacht, mijn naam is Anna de Vries")

    assert reply.complaint["name"] == "Anna de Vries"
    assert reply.asking == "address"


@pytest.mark.parametrize(
    "skip",
    [
        pytest.param(lambda chat: chat.say("overslaan"), id="typed"),
        pytest.param(lambda chat: chat.press("Overslaan"), id="pressed"),
    ],
)
def test_optional_questions_can_be_skipped(desk, chat, skip):
    for question in ("what", "when", "where"):
        chat.say(ANNA[question])
    skip(chat)
    chat.say(ANNA["name"])
    chat.say(ANNA["address"])
    skip(chat)
    summary = skip(chat)
    done = chat.say("ja")

    assert summary.asking == "confirmation"
    row = stored(desk, done.reference)
    assert (row["about"], row["phone"], row["email"]) == ("", "", "")


def test_stop_wipes_everything_at_once(desk, chat):
    before = len(desk.rows("complaints"))
    chat.tell(ANNA)

    stopped = chat.say("stop")
    again = chat.replay()

    assert stopped.says("utter_stopped")
    assert (stopped.state["status"], stopped.asking) == ("stopped", None)
    assert set(stopped.complaint.values()) == {None}
    assert not any(answer in str(again.body) for answer in ANNA.values())
    assert len(desk.rows("complaints")) == before
    assert desk.rows("purge_receipts")[-1]["reason"] == "stopped"


def test_citizen_who_stopped_can_begin_again(desk, chat):
    chat.say("Ik heb een klacht")
    chat.say("laat maar")

    chat.tell(ANNA)
    done = chat.say("ja")

    assert stored(desk, done.reference)["what"] == ANNA["what"]


def test_restart_begins_clean(desk, chat):
    chat.tell(ANNA)

    restarted = chat.say("opnieuw")
    summary = chat.say(IN_ONE_MESSAGE)

    assert restarted.says("utter_restarted")
    assert set(restarted.complaint.values()) == {None}
    assert summary.complaint["what"] == IN_ONE_MESSAGE
    assert desk.rows("purge_receipts")[-1]["reason"] == "restarted"


def test_second_yes_stores_nothing_new(desk, chat):
    chat.tell(answers(what="Ik werd tweemaal uitgelachen en kreeg daarna geen antwoord meer."))
    done = chat.say("ja")

    again = chat.say("ja")

    assert again.says("utter_already_submitted")
    assert again.reference == done.reference
    assert len(desk.complaints_with("tweemaal uitgelachen")) == 1


@pytest.mark.parametrize("word", ["stop", "opnieuw"])
def test_next_complaint_after_a_wipe_is_a_complaint_of_its_own(desk, chat, word):
    """What was sent stays sent, is not called wiped, and is not taken for the next one."""
    chat.tell(ANNA)
    first = chat.say("ja")

    wiped = chat.say(word)
    chat.tell(answers(what=f"De ambtenaar aan de telefoon lachte mij uit en zei alleen: {word}!"))
    second = chat.say("ja")

    assert any(first.reference in said for said in wiped.texts)
    assert second.reference not in (None, first.reference)
    assert f"alleen: {word}!" in stored(desk, second.reference)["what"]


def test_question_whether_it_was_sent_is_answered_honestly(chat):
    chat.tell(ANNA)

    before = chat.say("is hij nu verstuurd?")
    done = chat.say("ja")
    after = chat.say("is hij nu verstuurd?")

    assert before.says("utter_status_not_sent")
    assert before.reference is None
    assert after.says("utter_already_submitted")
    assert any(done.reference in said for said in after.texts)


def test_replay_shows_the_whole_conversation(chat):
    chat.say(ANNA["what"])

    replay = chat.replay()

    assert replay.body["messages"][1]["text"] == ANNA["what"]
    assert replay.asking == "when"
    assert replay.buttons.keys() == chat.last.buttons.keys()


@pytest.mark.parametrize(
    ("media_type", "beginning"),
    [pytest.param("text/html", b"<!doctype", id="page"), pytest.param("application/pdf", b"%PDF", id="pdf")],
)
def test_receipt_is_a_copy_of_what_was_stored(chat, media_type, beginning):
    early = chat.receipt(media_type)
    chat.tell(ANNA)
    done = chat.say("ja")

    receipt = chat.receipt(media_type)

    assert early.status_code == 409
    assert receipt.status_code == 200
    assert receipt.content[:9].lower().startswith(beginning.lower())
    if media_type == "text/html":
        assert done.reference in receipt.text
        assert ANNA["what"] in receipt.text
        assert "vrijdag 20 november 2026" in receipt.text


def test_afterthought_begins_no_second_complaint_and_leaves_the_copy(chat):
    chat.tell(ANNA)
    done = chat.say("ja")

    asked = chat.say("o ja, hij zei ook nog dat ik maar een andere gemeente moest zoeken")
    begun = chat.press("Een nieuwe klacht")
    copy = chat.receipt("text/html").text

    assert (asked.state["status"], asked.reference) == ("submitted", done.reference)
    assert asked.says("utter_ask_afterthought")
    assert (begun.state["status"], begun.reference) == ("open", done.reference)
    assert done.reference in copy
    assert ANNA["what"] in copy
    assert "andere gemeente" not in copy
