"""The evaluation set and the behaviour suite stay out of the training data, also in other spelling.

Texts of fewer than three words are exempt for the intents that people express in stock phrases: there
are only so many ways to say yes, stop or thanks, so a short text on both sides was not copied.
"""

import pytest
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer

from tests.data.corpus import Sentence, held_out_examples, normalised, training_examples

NEAR = 0.8  # Jaccard of the sets of five characters in a row
SHORT = 3  # words
STOCK_PHRASES = {
    "bevestigen",
    "ontkennen",
    "corrigeren",
    "overslaan",
    "stoppen",
    "opnieuw",
    "informeren",
    "groet",
    "afscheid",
    "bedankt",
    "hulp",
    "medewerker_spreken",
    "schelden",
}


@pytest.fixture(scope="module")
def compared() -> list[Sentence]:
    """The held-out texts that may not look like a training example."""
    return [text for text in held_out_examples() if not _is_exempt(text)]


def test_held_out_text_is_not_a_training_example(compared: list[Sentence]) -> None:
    trained = {normalised(example.text): example for example in training_examples()}
    copies = [(text, trained[normalised(text.text)]) for text in compared if normalised(text.text) in trained]

    assert copies == []


def test_held_out_text_is_not_nearly_a_training_example(compared: list[Sentence]) -> None:
    assert near_duplicates(list(training_examples()), compared) == []


def test_near_duplicates_are_recognised() -> None:
    """The measure itself finds a copy with a typing error and leaves another sentence alone."""
    trained = [Sentence("De lantaarnpaal voor mijn deur is al weken stuk", "", "")]
    typed = Sentence("de lantaarnpaal voor mijn deur is al weken stukk", "", "")
    other = Sentence("Mijn brief van mei is nooit beantwoord", "", "")

    assert [pair[1] for pair in near_duplicates(trained, [typed, other])] == [typed]


def near_duplicates(left: list[Sentence], right: list[Sentence]) -> list[tuple[Sentence, Sentence]]:
    """Return the pairs that share nearly all their sets of five characters."""
    vectorizer = CountVectorizer(analyzer="char", ngram_range=(5, 5), binary=True, dtype="int32")
    vectorizer.fit(normalised(text.text) for text in (*left, *right))
    ours, theirs = (vectorizer.transform(normalised(text.text) for text in side) for side in (left, right))
    shared = csr_matrix(ours @ theirs.T).tocoo()
    sizes, other_sizes = ours.sum(axis=1).A1, theirs.sum(axis=1).A1
    return [
        (left[row], right[column])
        for row, column, count in zip(shared.row, shared.col, shared.data, strict=True)
        if count / (sizes[row] + other_sizes[column] - count) >= NEAR
    ]


def _is_exempt(text: Sentence) -> bool:
    return text.intent in STOCK_PHRASES and len(text.text.split()) < SHORT
