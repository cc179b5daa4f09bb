"""The tutorial's exercises."""

import numpy as np
import pytest

from dlnn_sim import exercises


def decompose(first, second):
    left, values, right = np.linalg.svd(second @ first, full_matrices=False)
    return left, values, right.T


def draw(n_out, n_in, gamma):
    generator = np.random.default_rng(n_out)
    return generator.normal(0, gamma / np.sqrt(n_in + n_out), (n_out, n_in))


RIGHT = {
    "initializer": draw,
    "decomposition": decompose,
    "similarity": lambda hidden: hidden @ hidden.T,
    "regression": lambda inputs, outputs: outputs @ np.linalg.pinv(inputs),
}


@pytest.mark.parametrize("name", RIGHT)
def test_right_answers(name):
    verdict = exercises.check(name, RIGHT[name])
    assert verdict, verdict
    assert repr(verdict).endswith("right.")
    assert exercises.task(name)


def test_all_are_known():
    assert exercises.names() == list(RIGHT)
    assert set(RIGHT) < set(dir(exercises))


def test_wrong_answers():
    verdict = exercises.similarity(lambda hidden: hidden.T @ hidden)
    assert not verdict
    assert "not yet; it is HᵀH" in verdict.text
    assert not exercises.initializer(lambda n_out, n_in, gamma: gamma * np.ones((n_out, n_in)))


def test_mistakes(temporary):
    with pytest.raises(ValueError, match="Did you mean 'similarity'"):
        exercises.check("similarty", lambda hidden: hidden)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        exercises.nothing
    with pytest.raises(ValueError, match="returned 2 arrays. The task needs U, S, V"):
        exercises.decomposition(lambda first, second: (first, second))
    with pytest.raises(ZeroDivisionError):
        exercises.similarity(lambda hidden: 1 / 0)
    assert list(temporary.iterdir()) == []
