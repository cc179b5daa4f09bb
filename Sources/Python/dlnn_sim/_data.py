"""Your own data: arrays and trees, written as a dataset file for the program."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from typing import Any

import numpy as np

from ._program import warn

# "items" and "features" are also settings of some datasets, as whole numbers.
KEYWORDS = ("items", "features", "names", "tree", "feature", "holds_for", "inputs")
NAME = "my-data"


def write(folder: Path, keywords: dict[str, Any]) -> Path | None:
    """Write a dataset file for the arrays or the tree among some keywords.

    Parameters
    ----------
    folder : pathlib.Path
        Where to write it.
    keywords : dict
        The keywords of a function. Those that describe data are taken out: ``features``, an
        array of shape (P, N) or a DataFrame; ``items`` and ``names``, the names of its rows and
        columns; ``tree``, groups of items to sample features on; ``feature`` and ``holds_for``,
        a further feature and the items that have it; ``inputs``, an array of shape (P, n).

    Returns
    -------
    pathlib.Path or None
        The file; None if no keyword describes data.
    """
    names = [name for name in KEYWORDS if name in keywords]
    taken = {name: keywords.pop(name) for name in names if not _is_setting(name, keywords[name])}
    own = {name: value for name, value in taken.items() if value is not None}
    if not own:
        return None
    if "features" in own:
        if excess := own.keys() & {"tree", "feature", "holds_for"}:
            raise TypeError(
                f"'{sorted(excess)[0]}' cannot be used with an array of features: a tree is for "
                "features that are sampled."
            )
        content = _write_table(folder, own["features"], own.get("items"), own.get("names"))
    elif "tree" in own or "feature" in own:
        if excess := own.keys() & {"items", "names"}:
            raise TypeError(f"'{sorted(excess)[0]}' is for an array of features, not for a tree.")
        content = {"summary": "Features sampled on your own tree"}
        for name in ("tree", "feature", "holds_for"):
            if name in own:
                content[name.replace("_", "-")] = own[name]
        # The probe of such a file is an item; with a feature's name it is an option of the run.
        probe = keywords.get("probe")
        if "feature" in own and isinstance(probe, str) and ":" not in probe:
            content["probe"] = keywords.pop("probe")
    elif "inputs" in own:
        raise TypeError("'inputs' needs features= or tree=: whose inputs are they?")
    elif "holds_for" in own:
        raise TypeError("'holds_for' needs feature=, the name of the feature, and tree=.")
    else:
        raise TypeError(f"'{next(iter(own))}' needs features=, an array with a row for each item.")
    if "inputs" in own:
        content |= _write_inputs(folder, own["inputs"])
    file = folder / f"{NAME}.yaml"
    # Everything in JSON is also YAML.
    file.write_text(json.dumps(content, ensure_ascii=False, default=list), encoding="utf-8")
    return file


def _is_setting(keyword: str, value: Any) -> bool:
    return keyword in ("items", "features") and isinstance(value, int | float | np.number)


def _write_table(folder: Path, features: Any, items: Any, names: Any) -> dict[str, Any]:
    if hasattr(features, "to_numpy"):  # a DataFrame
        items = features.index if items is None else items
        names = features.columns if names is None else names
        features = features.to_numpy()
    try:
        values = np.asarray(features)
    except ValueError:
        raise ValueError("features needs rows of equal length, one for each item.") from None
    if values.ndim != 2:
        raise ValueError(f"features has {values.ndim} dimensions; it needs items × features.")
    items = _names("items", items, "item", values.shape[0])
    names = _names("names", names, "feature", values.shape[1])
    # Row by row: in one array NumPy would turn flags beside numbers into 1 and 0.
    cells = features if isinstance(features, list | tuple) else values
    rows = [
        [_number(value, item, name) for value, name in zip(row, names, strict=True)]
        for row, item in zip(cells, items, strict=True)
    ]
    if {value for row in rows for value in row} <= {0.0, 1.0}:
        warn(
            "features has only 0 and 1. A target of 0 has no wrong side, so no illusion can be "
            "seen: use True and False, or 1 and −1."
        )
    with open(folder / f"{NAME}.csv", "w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file)
        lines.writerow(["", *names])
        for item, row in zip(items, rows, strict=True):
            lines.writerow([item, *(repr(each) for each in row)])
    return {"summary": "Your own data", "table-file": f"{NAME}.csv", "numeric": "yes"}


def _write_inputs(folder: Path, inputs: Any) -> dict[str, Any]:
    if hasattr(inputs, "to_numpy"):  # a DataFrame
        inputs = inputs.to_numpy()
    try:
        values = np.asarray(inputs, dtype=float)
    except (TypeError, ValueError):
        raise ValueError("inputs needs rows of equally many numbers, one for each item.") from None
    if values.ndim != 2:
        raise ValueError(f"inputs has {values.ndim} dimensions; it needs items × inputs.")
    if not np.isfinite(values).all():
        raise ValueError("inputs has numbers that are not finite.")
    with open(folder / f"{NAME}-inputs.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([repr(float(each)) for each in row] for row in values)
    return {"inputs-file": f"{NAME}-inputs.csv"}


def write_weights(folder: Path, weights: Any) -> str:
    """Return the folder of some weights: a path stays, arrays are written into a new one."""
    if isinstance(weights, str | os.PathLike):
        return os.path.abspath(weights)
    target = folder / "weights"
    target.mkdir()
    for place, layer in enumerate(weights, 1):
        # A parameter of PyTorch knows its gradient, of which NumPy wants nothing.
        layer = layer.detach().cpu() if hasattr(layer, "detach") else layer
        array = np.asarray(layer)
        single = array.dtype == np.float32
        np.save(target / f"layer-{place}.npy", array if single else array.astype(np.float64))
    return str(target)


def _number(value: Any, item: str, name: str) -> float:
    """Return a target: flags are ±1, numbers stay as they are."""
    if isinstance(value, bool | np.bool_):
        return 1.0 if value else -1.0
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = float("nan")
    if not np.isfinite(number):
        raise ValueError(
            f"The feature '{name}' of '{item}' is {value!r}. Give True or False, or a number."
        )
    return number


def _names(keyword: str, names: Any, usual: str, count: int) -> list[str]:
    if names is None:
        return [f"{usual}-{number}" for number in range(1, count + 1)]
    if isinstance(names, str):
        raise TypeError(f"{keyword} needs a list of names, such as [{names!r}].")
    texts = [str(name) for name in names]
    if len(texts) != count:
        raise ValueError(f"{keyword} has {len(texts)} names for {count} {usual}s of the array.")
    return texts
