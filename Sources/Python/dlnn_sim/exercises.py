"""The tutorial's exercises: write a function, and have its answer checked.

The exercises are the program's own, so their names are functions here: ``exercises.similarity(f)``
is ``exercises.check("similarity", f)``.

>>> from dlnn_sim import exercises
>>> print(exercises.task("similarity"))
The given array H (7 × 17) is the activity of 17 hidden units for 7 items. ...
>>> exercises.similarity(lambda H: H.T @ H)
The similarity matrix: not yet; it is HᵀH, the similarity of the hidden units instead of ...
>>> exercises.similarity(lambda H: H @ H.T)
The similarity matrix: right.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from ._folder import TemporaryFolder
from ._program import call


@dataclass(frozen=True)
class Verdict:
    """What the program says of an answer. It is true if the answer is right.

    Attributes
    ----------
    is_right : bool
        Whether the answer is right.
    text : str
        "The similarity matrix: right.", or what is wrong.
    """

    is_right: bool
    text: str

    def __bool__(self) -> bool:
        return self.is_right

    def __repr__(self) -> str:
        return self.text


def names() -> list[str]:
    """Return the names of the exercises."""
    return [each["name"] for each in _exercises()]


def task(name: str) -> str:
    """Return the task of an exercise: what is given, and what to compute."""
    return str(_exercise(name)["task"])


def check(name: str, function: Callable[..., Any]) -> Verdict:
    """Check a function on arrays with a known answer.

    Parameters
    ----------
    name : str
        The name of an exercise.
    function : callable
        It gets the given arrays of the task, in its order, and returns the answer: an array, or a
        tuple of arrays. For "initializer" it is called for each layer, with n_out, n_in and γ, and
        returns the layer's weights, of shape (n_out, n_in). Tensors of PyTorch are fine as answers,
        in 64 bits.

    Returns
    -------
    Verdict
        Whether it is right, or what is wrong.
    """
    exercise = _exercise(name)
    with TemporaryFolder() as folder:
        call("exercise", name, f"--output={folder}")
        given = [np.load(folder / f"{each}.npy", allow_pickle=False) for each in exercise["given"]]
        several = len(exercise["answers"]) > 1
        if name == "initializer":
            answers = [function(int(n_out), int(n_in), gamma) for n_out, n_in, gamma in given[0]]
        else:
            answer = function(*given)
            answers = list(answer) if several and isinstance(answer, tuple | list) else [answer]
        if any(each is None for each in answers):
            raise ValueError("The function returned nothing. Does it end with 'return'?")
        if len(answers) != len(exercise["answers"]):
            wanted = ", ".join(exercise["answers"])
            raise ValueError(
                f"The function returned {len(answers)} arrays. The task needs {wanted}."
            )
        files = []
        for label, array in zip(exercise["answers"], answers, strict=True):
            files.append(str(folder / f"answer-{label}.npy"))
            np.save(files[-1], _array(array), allow_pickle=False)
        # The exit code is 1 for a wrong answer, and also where something else failed.
        verdict = json.loads(call("exercise", name, *files, "--json", accepted=(1,)))
    return Verdict(verdict["isRight"], verdict["text"])


def __getattr__(name: str) -> Callable[[Callable[..., Any]], Verdict]:
    if name.startswith("_") or name not in names():
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return partial(check, name)


def __dir__() -> list[str]:
    return ["Verdict", "check", "names", "task", *names()]


def _exercises() -> list[dict[str, Any]]:
    exercises: list[dict[str, Any]] = json.loads(call("exercise", "--json"))
    return exercises


def _exercise(name: str) -> dict[str, Any]:
    exercises = {each["name"]: each for each in _exercises()}
    if name in exercises:
        return exercises[name]
    near = difflib.get_close_matches(name, exercises, n=1)
    advice = f"Did you mean '{near[0]}'?" if near else f"There are: {', '.join(exercises)}."
    raise ValueError(f"Unknown exercise '{name}'. {advice}")


def _array(answer: Any) -> Any:
    if hasattr(answer, "detach"):  # a tensor of PyTorch
        answer = answer.detach().cpu()
    array = np.asarray(answer, dtype=np.float64)
    if array.ndim not in (1, 2):
        raise ValueError(f"An answer has {array.ndim} dimensions; it needs a list or a matrix.")
    return array
