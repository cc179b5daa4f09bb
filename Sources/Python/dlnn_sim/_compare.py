"""Two runs side by side."""

from __future__ import annotations

import json
import os
import threading
from functools import partial
from pathlib import Path
from typing import Any

from ._figure import KINDS, Figure
from ._folder import TemporaryFolder
from ._program import call
from ._run import Run, find_known


class Comparison:
    """What differs between two runs. `compare` makes it.

    Attributes
    ----------
    record : dict
        The whole of compare.json.
    """

    def __init__(self, first: Path, second: Path, runs: tuple[object, object]) -> None:
        self._runs = runs  # their folders are needed as long as this object
        self._temporary = TemporaryFolder()
        self._drawing = threading.Lock()
        # The text names the runs by their folders.
        for name, folder in (("first", first), ("second", second)):
            (self._temporary.path / name).symlink_to(folder.absolute(), target_is_directory=True)
        self._text = self._compare("--format=none").partition("\n\nWritten to ")[0]
        content = (self._output / "compare.json").read_text("utf-8")
        self.record: dict[str, Any] = json.loads(content)

    @property
    def differences(self) -> dict[str, dict[str, Any]]:
        """The largest difference of each quantity of the first pair of datasets.

        Each has the keys difference, epoch, first and second.
        """
        pair = self.record["pairs"][0]
        return {each["name"]: each for each in pair["quantities"]}

    @property
    def figures(self) -> list[str]:
        """The names of all figures, such as "tree/learning-dynamics"."""
        files = (Path(name) for name in self.record["files"])
        return [str(file.with_suffix("")) for file in files if file.suffix == ".gp"]

    def figure(self, name: str | None = None) -> Figure:
        """Return a figure by its name; without a name the first one."""
        if not self.figures:
            raise ValueError("The runs have no quantity in common that could be drawn.")
        known = find_known(name or self.figures[0], self.figures, "figure")
        return Figure(known, "Two runs: solid and dashed", KINDS, partial(self._draw, known))

    def __str__(self) -> str:
        return self._text

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(str(self))

    @property
    def _output(self) -> Path:
        return self._temporary.path / "comparison"

    def _compare(self, *words: str) -> str:
        names = ("first", "second", "--output=comparison")
        return call("compare", *names, *words, folder=self._temporary.path)

    def _draw(self, name: str, kind: str, purpose: str | None) -> bytes:
        with self._drawing:
            self._compare(f"--format={kind}", *([f"--for={purpose}"] if purpose else []))
            return (self._output / f"{name}.{kind}").read_bytes()


def compare(
    first: Run | str | os.PathLike[str], second: Run | str | os.PathLike[str]
) -> Comparison:
    """Compare two runs.

    Parameters
    ----------
    first, second : Run or path
        Runs, or folders of runs that the program wrote.

    Returns
    -------
    Comparison
        The settings and the largest differences, and both runs in one figure.

    Examples
    --------
    >>> comparison = dl.compare(dl.run("tree"), dl.run("tree", gamma=1e-6))
    >>> comparison.differences["loss"]["epoch"]
    83
    """
    folders = [each.folder if isinstance(each, Run) else Path(each) for each in (first, second)]
    return Comparison(folders[0], folders[1], (first, second))
