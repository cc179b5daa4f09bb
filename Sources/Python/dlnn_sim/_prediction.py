"""What theory says about a run before it is started."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any

from . import _options
from ._folder import TemporaryFolder
from ._program import call


class Prediction(dict[str, Any]):
    """The predicted modes, stages, rates and levels of a run, as the program's record.

    ``print(prediction)`` prints them as a table.
    """

    def __init__(self, record: dict[str, Any], text: str) -> None:
        super().__init__(record)
        self._text = text

    def __str__(self) -> str:
        return self._text

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(str(self))


def predict(
    dataset: str | os.PathLike[str] | None = None,
    *,
    analyses: str | Iterable[str] | None = None,
    **settings: Any,
) -> Prediction:
    """Predict a run from its data and initial weights, without training.

    Parameters
    ----------
    dataset : str or path, optional
        The name of a dataset, or a dataset file.
    analyses : str or list of str, optional
        Names of analyses whose settings are used.
    **settings
        As in `run`, data of your own included.

    Returns
    -------
    Prediction
        A dictionary.

    Examples
    --------
    >>> prediction = dl.predict("tree", eta=50, epochs=400)
    >>> [stage["epoch"] for stage in prediction["stages"]]
    [173, 217, 261, 360]
    """
    with TemporaryFolder() as folder:
        arguments = _options.request(folder, dataset, analyses, settings).arguments()
        record = json.loads(call("predict", *arguments, "--json"))["datasets"][0]
        return Prediction(record, call("predict", *arguments, ignored=[""]).rstrip())
