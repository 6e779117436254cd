"""Mistyped copies of training examples."""

from bench.noise import mistyped, multiplied

SENTENCE = "mijn grijze container is niet geleegd"


def test_mistyped_text_differs_a_little_and_always_the_same():
    noisy = mistyped(SENTENCE, 1)

    assert noisy == mistyped(SENTENCE, 1)
    assert noisy != mistyped(SENTENCE, 2)
    assert 0 < sum(old != new for old, new in zip(SENTENCE, noisy, strict=True)) <= 4


def test_multiplied_keeps_the_real_examples_first():
    examples = [SENTENCE, "ik heb een klacht"]

    many = multiplied(examples, 4)

    assert many[:2] == examples
    assert len(many) == 8
    assert multiplied(examples, 1) == examples
