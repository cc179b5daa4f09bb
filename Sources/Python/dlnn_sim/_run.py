"""A training run, and what it found."""

from __future__ import annotations

import csv
import difflib
import json
import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from html import escape
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from . import _options, _table
from ._figure import KINDS, Figure
from ._folder import TemporaryFolder
from ._program import DLNNSimError, call, catalogue

Array = NDArray[np.float64]


def run(
    dataset: str | os.PathLike[str] | None = None,
    *,
    analyses: str | Iterable[str] | None = None,
    items: Sequence[str] | int | None = None,
    features: ArrayLike | int | None = None,
    names: Sequence[str] | None = None,
    tree: Mapping[str, Any] | Sequence[Any] | None = None,
    probe: str | tuple[str, str] | None = None,
    inputs: ArrayLike | None = None,
    export: str | Iterable[str] = (),
    **settings: Any,
) -> Run:
    """Train a network on a dataset.

    Parameters
    ----------
    dataset : str or path, optional
        The name of a dataset (`datasets` lists them), or a dataset file: a description (YAML)
        or a table (CSV, TSV). Leave it out to train on data of your own.
    analyses : str or list of str, optional
        Names of analyses (`analyses` lists them), or "all". Without it the tutorial's analyses
        are run that apply to the dataset.
    items : list of str, optional
        The names of the P items, the rows of `features`.
    features : array_like of shape (P, N), optional
        Data of your own: what is true of each item, by feature. True means +1 and False −1;
        numbers are taken as they are. A DataFrame has the names of items and features itself.
        (A whole number is the number of features to sample.)
    names : list of str, optional
        The names of the N features.
    tree : dict or list, optional
        Items in nested groups: features are sampled on this tree. Together with
        ``feature="can_fly", holds_for=["Robin", …]`` a further feature is added, and ``probe``
        is the item to follow.
    probe : str or tuple, optional
        The prediction to follow: "Robin:can_fly" or ("Robin", "can_fly").
    inputs : array_like of shape (P, n), optional
        Inputs for the items of `features` or `tree`; one-hot labels without it.
    export : str or list of str, optional
        Further arrays to keep for `Run.array`: "weights", "activity", "map" or "modes".
    **settings
        Every option of the program (`options` lists them), such as ``eta``, ``gamma``,
        ``epochs``, ``seed``, ``hidden=[30, 30]`` (``None``: none), ``unit="relu"``,
        ``frequency={"Oak": 4}``, with underscores for hyphens; ``weights``, initial weights of
        your own as a list of arrays or tensors, outputs × inputs; and the settings of the
        dataset and the analyses, such as ``levels=2``.

    Returns
    -------
    Run
        Arrays, findings and figures.

    Raises
    ------
    DLNNSimError
        With the program's sentence. If the training diverged, ``error.run`` is the run up to
        then.
    TypeError
        If a keyword is unknown; the error names the nearest one.

    Examples
    --------
    >>> import dlnn_sim as dl
    >>> run = dl.run("shark-bones", eta=100, gamma=1e-12)
    >>> run.prediction[125].round(2)
    np.float64(0.52)
    >>> own = dl.run(items=["Robin", "Bat"], features=[[1, 1], [1, -1]], names=["flies", "eggs"])
    """
    settings |= {"items": items, "features": features, "names": names, "tree": tree}
    settings |= {"probe": probe, "inputs": inputs}
    exports = ["data", "recording", *([export] if isinstance(export, str) else export)]
    temporary = TemporaryFolder()
    output = temporary.path / "run"
    # Without a choice the program runs all analyses, so the tutorial's are chosen here. That some
    # of them do not apply is then nobody's mistake.
    chosen = tutorial() if analyses is None else analyses
    ignored = [f"{name} is left out" for name in chosen] if analyses is None else []
    try:
        request = _options.request(temporary.path, dataset, chosen, settings)
        words = [*(f"--export={each}" for each in exports), "--format=none", f"--output={output}"]
        text = call("run", *request.arguments(), *words, ignored=ignored)
        return Run(temporary, output, text)
    except BaseException as error:
        if isinstance(error, DLNNSimError) and error.code == 70 and (output / "run.json").exists():
            error.run = Run(temporary, output, "")
        else:
            temporary.remove()
        raise


def tutorial() -> list[str]:
    """Return the names of the tutorial's analyses.

    The program begins with the analysis that is named first, so these come first.
    """
    names = [each["identifier"] for each in catalogue()["analyses"] if each["partOfTutorial"]]
    return sorted(names, key=lambda name: {"illusion": 0, "modes": 1}.get(name, 2))


class Similarities(Mapping[int, Array]):
    """How similar the items' hidden activity is, H Hᵀ, by epoch.

    Attributes
    ----------
    epochs : ndarray of shape (K,)
        The epochs that were kept: all, or fewer in long runs and with ``record_every``.
    array : ndarray of shape (K, P, P)
        The dot products of the items' hidden activity, in units of hidden activity squared.

    Examples
    --------
    >>> run.rsm[125].shape
    (8, 8)
    """

    def __init__(self, epochs: NDArray[np.int64], array: Array) -> None:
        self.epochs = epochs
        self.array = array
        self._places = {int(epoch): place for place, epoch in enumerate(epochs)}

    def __getitem__(self, epoch: int) -> Array:
        if epoch not in self._places:
            nearest = self.epochs[np.abs(self.epochs - epoch).argmin()]
            raise KeyError(f"epoch {epoch} was not kept; the nearest is {nearest}")
        matrix: Array = self.array[self._places[epoch]]
        return matrix

    def __iter__(self) -> Iterator[int]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        items = self.array.shape[-1]
        return f"<similarities of {items} items at {len(self)} epochs, 0 to {self.epochs[-1]}>"


class Run:
    """A finished run. `run` makes it; its files are removed together with it.

    T is the number of epochs, P of items, N of features, r of modes. In all arrays over time,
    row t is the network before update t. Arrays are read when they are first used.

    Attributes
    ----------
    dataset : str
        The name of the dataset.
    folder : pathlib.Path
        The folder with the run's files.
    record : dict
        The whole of run.json.
    """

    def __init__(self, temporary: TemporaryFolder, folder: Path, text: str) -> None:
        self._temporary = temporary
        self._text = text.partition("\n\nWritten to ")[0]
        self._drawing = threading.Lock()
        self.folder = folder
        self.record: dict[str, Any] = json.loads((folder / "run.json").read_text("utf-8"))
        self._dataset: dict[str, Any] = self.record["datasets"][0]
        self.dataset: str = self._dataset["identifier"]

    # What was run

    @property
    def settings(self) -> dict[str, Any]:
        """The settings used: eta, gamma, seed, epochs, hidden (a tuple of widths)."""
        main = next((each for each in self._dataset["trainings"] if each["isMain"]), None)
        if main is None:
            raise self._without_training()
        plan = main["plan"]
        return {
            "eta": plan["learningRate"],
            "gamma": plan["initialization"].get("scaledNormal", {}).get("scale"),
            "seed": plan["seed"],
            "epochs": plan["epochs"],
            "hidden": tuple(plan["hiddenWidths"]),
        }

    @property
    def probe(self) -> str | None:
        """The item and the feature whose prediction was followed, such as "Shark has_bones"."""
        return self._dataset.get("probe") or self._dataset.get("followedCell")

    # The data

    @cached_property
    def inputs(self) -> Array:
        """The inputs X, of shape (P, inputs); one-hot labels unless the dataset has others."""
        return self._array("inputs")

    @cached_property
    def targets(self) -> Array:
        """The targets Y, of shape (P, N)."""
        return self._array("targets")

    @cached_property
    def items(self) -> list[str]:
        """The names of the P items."""
        with open(self._path("arrays/targets.csv"), newline="", encoding="utf-8") as file:
            return [row[0] for row in csv.reader(file)][1:]

    @cached_property
    def features(self) -> list[str]:
        """The names of the N features."""
        with open(self._path("arrays/targets.csv"), newline="", encoding="utf-8") as file:
            return next(csv.reader(file))[1:]

    # The training

    @property
    def epochs(self) -> NDArray[np.int64]:
        """The epochs 0 … T, of shape (T+1,)."""
        return np.arange(len(self.loss))

    @cached_property
    def loss(self) -> Array:
        """The mean squared error over all predictions, of shape (T+1,)."""
        return self._array("losses")

    @cached_property
    def modes(self) -> Array:
        """The singular values of the end-to-end map, descending, of shape (T+1, r)."""
        return self._array("singular-values")

    @cached_property
    def mode_strengths(self) -> Array:
        """The strength of each mode of the data in the end-to-end map, of shape (T+1, r).

        Unlike `modes`, a column stays with its mode when two of them cross.
        """
        return self._array("mode-strengths")

    @cached_property
    def prediction(self) -> Array:
        """The prediction for the probe, in units of its feature, of shape (T+1,)."""
        return self._array("predictions")

    @cached_property
    def rsm(self) -> Similarities:
        """The similarities of the items in the first hidden layer, by epoch: ``run.rsm[125]``."""
        return self.similarities(1)

    def similarities(self, layer: int) -> Similarities:
        """Return the similarities of the items in a hidden layer, counted from 1."""
        widths = self.settings["hidden"]
        if not 1 <= layer <= len(widths):
            raise ValueError(f"Hidden layer {layer} not found: this run has {len(widths)}.")
        epochs = self._array("epochs").astype(np.int64)
        return Similarities(epochs, self._array(f"similarities-{layer}"))

    def array(self, name: str) -> Array:
        """Return an array by its name in ``arrays/contents.txt``, such as "last-weights-1".

        Examples
        --------
        >>> run = dl.run("shark-bones", export="weights")
        >>> run.array("last-weights-1").shape
        (30, 8)
        """
        names = [file.stem for file in sorted(self._path("arrays").glob("*.npy"))]
        return self._array(find_known(name, names, "array"))

    # What was found

    @property
    def findings(self) -> dict[str, Any]:
        """What each analysis found, by its name: numbers and names, as in run.json."""
        return {name: each["result"] for name, each in self._analyses()}

    @property
    def summary(self) -> list[str]:
        """What each analysis found, in sentences; the most important first."""
        return [f"{name}: {text}" for name, each in self._analyses() for text in each["summary"]]

    @property
    def tables(self) -> list[str]:
        """The names of all tables."""
        start = f"{self.dataset}/"
        files = (Path(name) for name in self.record["files"] if name.startswith(start))
        return [file.stem for file in files if file.suffix == ".tsv"]

    def table(self, name: str) -> _table.Table:
        """Return a table: the data of a figure, such as "illusion", or another of `tables`."""
        return _table.read(self._path(f"{find_known(name, self.tables, 'table')}.tsv"))

    @property
    def figures(self) -> list[str]:
        """The names of all figures; the main one first."""
        return list(self._entries())

    def figure(self, name: str | None = None) -> Figure:
        """Return a figure by its name; without a name the main one.

        Examples
        --------
        >>> run.figure("illusion").save("illusion.svg")
        """
        entries = self._entries()
        known = find_known(name or next(iter(entries)), list(entries), "figure")
        kinds = ("gif",) if entries[known]["isAnimated"] else KINDS
        return Figure(known, entries[known]["caption"], kinds, partial(self._draw, known))

    def report(self, path: str | os.PathLike[str]) -> Path:
        """Write the run as one HTML file, with all figures, and return its path.

        Parameters
        ----------
        path : str or path
            The file, such as "run.html".
        """
        if Path(path).suffix.lower() not in (".html", ".htm"):
            raise ValueError(
                f"A report is an HTML file: give it a name such as {Path(path).stem}.html."
            )
        with self._drawing:
            call("report", str(self.folder), f"--output={os.fspath(path)}", "--quiet")
        return Path(path)

    # For other packages

    def to_pandas(self, table: str | None = None) -> Any:
        """Return a DataFrame: loss, prediction and modes by epoch, or one of the tables.

        Parameters
        ----------
        table : str, optional
            The name of a table, such as "illusion".
        """
        if table is not None:
            return _table.to_pandas(self.table(table), index="epoch")
        columns = {"epoch": self.epochs, "loss": self.loss, "prediction": self.prediction}
        for name, array in [("mode", self.modes), ("strength", self.mode_strengths)]:
            columns |= {f"{name}_{place}": column for place, column in enumerate(array.T, 1)}
        return _table.to_pandas(columns, index="epoch")

    def to_xarray(self) -> Any:
        """Return all arrays as one xarray Dataset.

        Its dimensions are epoch, mode, item, item_2, feature and input. Similarities that were
        not kept at every epoch have the dimension kept_epoch instead of epoch.
        """
        import xarray

        variables: dict[str, Any] = {
            "loss": ("epoch", self.loss),
            "prediction": ("epoch", self.prediction),
            "modes": (("epoch", "mode"), self.modes),
            "mode_strengths": (("epoch", "mode"), self.mode_strengths),
            "inputs": (("item", "input"), self.inputs),
            "targets": (("item", "feature"), self.targets),
        }
        coordinates: dict[str, Any] = {
            "epoch": self.epochs,
            "mode": np.arange(1, self.modes.shape[1] + 1),
            "item": self.items,
            "item_2": self.items,
            "feature": self.features,
        }
        for layer in range(1, len(self.settings["hidden"]) + 1):
            similarities = self.similarities(layer)
            all_kept = len(similarities) == len(self.loss)
            dimension = "epoch" if all_kept else "kept_epoch"
            coordinates[dimension] = similarities.epochs
            name = "rsm" if layer == 1 else f"rsm_{layer}"
            variables[name] = ((dimension, "item", "item_2"), similarities.array)
        attributes = {**self.settings, "dataset": self.dataset, "probe": self.probe or ""}
        return xarray.Dataset(variables, coordinates, attributes)

    def __str__(self) -> str:
        return self._text or "\n".join([self.dataset, *self.summary])

    def __repr__(self) -> str:
        return f"<Run of {self.dataset}: {', '.join(name for name, _ in self._analyses())}>"

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"

    def _analyses(self) -> list[tuple[str, dict[str, Any]]]:
        """Return the analyses by name, the leading one first."""
        lead = self._dataset.get("lead")
        return sorted(self._dataset["analyses"].items(), key=lambda pair: pair[0] != lead)

    def _entries(self) -> dict[str, dict[str, Any]]:
        """Return what run.json says of each figure, by name; the main one first."""
        return {each["name"]: each for _, entry in self._analyses() for each in entry["figures"]}

    def _draw(self, name: str, kind: str, purpose: str | None) -> bytes:
        words = [f"--figure={self.dataset}/{name}", *([f"--for={purpose}"] if purpose else [])]
        kinds = [] if kind == "gif" else [f"--format={kind}"]
        with self._drawing:  # the program lets only one process at a time into a folder
            call("render", str(self.folder), *words, *kinds, "--quiet")
            return self._path(f"{name}.{kind}").read_bytes()

    def _array(self, name: str) -> Array:
        path = self._path(f"arrays/{name}.npy")
        if not path.exists():
            raise self._without_training()
        array: Array = np.load(path, allow_pickle=False)
        return array

    def _path(self, name: str) -> Path:
        return self.folder / self.dataset / name

    def _without_training(self) -> ValueError:
        return ValueError(
            "The analyses of this run do not need its main training. Add one that does: 'loss'."
        )


def find_known(name: str, names: Sequence[str], kind: str) -> str:
    if name in names:
        return name
    near = difflib.get_close_matches(name, names, n=1)
    advice = f"Did you mean '{near[0]}'?" if near else f"There are: {', '.join(names)}."
    raise ValueError(f"Unknown {kind} '{name}'. {advice}")
