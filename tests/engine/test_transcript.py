"""Messages as the chat API shows them."""

from rasa.shared.core.events import BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from engine.transcript import messages_of, offered_button

YES = {"title": "Ja", "payload": "/bevestigen"}
LINK = {"title": "Formulier", "url": "https://example.nl"}


def conversation(*events):
    return DialogueStateTracker.from_events("anna", events)


def test_messages_are_in_order_with_who_said_them():
    tracker = conversation(BotUttered("Hallo."), SlotSet("what", "x"), UserUttered("Dag."), BotUttered("Ja?"))

    assert [(message["id"], message["from"], message["text"]) for message in messages_of(tracker, 0)] == [
        ("0-0", "bot", "Hallo."),
        ("0-1", "citizen", "Dag."),
        ("0-2", "bot", "Ja?"),
    ]


def test_ids_stay_unique_after_a_wipe():
    tracker = conversation(BotUttered("Hallo."))

    assert messages_of(tracker, 0)[0]["id"] != messages_of(tracker, 1)[0]["id"]


def test_only_the_last_messages_have_buttons():
    asked = BotUttered("Klopt het?", data={"buttons": [YES]})

    first, _, last = messages_of(conversation(asked, UserUttered("hm"), asked), 0)

    assert first["buttons"] == []
    assert last["buttons"] == [{"id": "0-2-0", "title": "Ja"}]


def test_buttons_do_not_show_what_they_stand_for():
    tracker = conversation(BotUttered("Klopt het?", data={"buttons": [YES]}))

    assert "/bevestigen" not in str(messages_of(tracker, 0))


def test_links_are_shown_beside_the_text():
    tracker = conversation(BotUttered("Zie hier.", data={"custom": {"links": [LINK]}}))

    assert messages_of(tracker, 0)[0]["links"] == [LINK]


def test_offered_button_is_found_by_its_id():
    tracker = conversation(
        BotUttered("Klopt het?", data={"buttons": [YES, {"title": "Nee", "payload": "/ontkennen"}]}),
        BotUttered("Of niet?"),
    )

    assert offered_button(tracker, 0, "0-0-1").payload == "/ontkennen"
    assert offered_button(tracker, 1, "0-0-1") is None


def test_button_before_the_citizens_last_words_is_not_on_offer():
    tracker = conversation(BotUttered("Klopt het?", data={"buttons": [YES]}), UserUttered("hm"))

    assert offered_button(tracker, 0, "0-0-0") is None
