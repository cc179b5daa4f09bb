"""Many runs as one table."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from . import _options, _table
from ._folder import TemporaryFolder
from ._program import call, catalogue, warn


def sweep(
    dataset: str | os.PathLike[str] | None = None,
    vary: Mapping[str, Any] | None = None,
    *,
    jobs: int | None = None,
    folder: str | os.PathLike[str] | None = None,
    **settings: Any,
) -> Any:
    """Train with every combination of some values.

    Parameters
    ----------
    dataset : str or path, optional
        The name of a dataset, or a dataset file.
    vary : dict
        The values of each setting: a list, a range, or a text as the program takes it, such as
        ``"1e-12:1:13:log"`` (13 values with equal ratios).
    jobs : int, optional
        How many runs to compute in parallel; without it one for each processor.
    folder : str or path, optional
        Where to keep the table. The same call continues a sweep that was interrupted.
    **settings
        What stays the same in all runs, as in `run`.

    Returns
    -------
    pandas.DataFrame or dict of arrays
        A row for each run: its settings, whether and when it converged (in epochs), its loss,
        when each mode was half learned, and how far the prediction was on the wrong side.

    Examples
    --------
    >>> table = dl.sweep("tree", vary={"gamma": [1e-12, 1e-3], "seed": range(5)}, jobs=2)
    >>> table.groupby("gamma")["staging_index"].mean()
    """
    with TemporaryFolder() as temporary:
        output = temporary / "sweep" if folder is None else Path(folder)
        request = _options.request(temporary, dataset, None, settings)
        words = [
            f"--vary={_options.option_name(name)}={_values(name, values)}"
            for name, values in (vary or {}).items()
        ]
        if jobs is not None:
            words.append(f"--jobs={jobs}")
        call(
            "sweep",
            "run",
            *request.arguments(),
            *words,
            "--format=none",
            "--quiet",
            f"--output={output}",
        )
        table = _table.read(output / "sweep.tsv")
    diverged = sum(1 for status in table["status"] if status == "diverged")
    if diverged:
        warn(f"{diverged} of {len(table['status'])} runs diverged: see the column status.")
    return _table.frame(table)


def _values(keyword: str, values: Any) -> str:
    """Return the values of a setting as the program takes them."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        return _options.plain(values)
    if isinstance(values, range) and values.step == 1 and len(values) > 1:
        return f"{values.start}...{values[-1]}"
    kinds = {each["name"]: each["kind"] for each in catalogue()["options"]}
    kind = kinds.get(_options.option_name(keyword))
    write = {"widths": _options.widths, "cell": _options.cell}.get(str(kind), _options.plain)
    return ";".join(write(value) for value in values)
