"""See how deep linear networks learn: training runs, exact theory and figures.

>>> import dlnn_sim as dl
>>> run = dl.run("shark-bones", eta=100, gamma=1e-12)
>>> run.loss.shape
(251,)
>>> run.figure("illusion")
"""

from importlib.metadata import PackageNotFoundError, version

from . import exercises
from ._compare import Comparison, compare
from ._explore import Page, explore
from ._figure import Figure
from ._lists import analyses, datasets, options
from ._prediction import Prediction, predict
from ._program import DLNNSimError, DLNNSimWarning
from ._run import Run, Similarities, run
from ._sweep import sweep
from ._table import Table

try:
    __version__ = version("dlnn-sim")
except PackageNotFoundError:  # used from a folder, without installing it
    __version__ = "0"

__all__ = [
    "Comparison",
    "DLNNSimError",
    "DLNNSimWarning",
    "Figure",
    "Page",
    "Prediction",
    "Run",
    "Similarities",
    "Table",
    "analyses",
    "compare",
    "datasets",
    "exercises",
    "explore",
    "options",
    "predict",
    "run",
    "sweep",
]
