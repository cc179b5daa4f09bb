"""What there is: datasets, analyses and options."""

from __future__ import annotations

from typing import Any

from . import _table
from ._options import RESERVED
from ._program import catalogue


def datasets() -> Any:
    """Return a table of all datasets: a DataFrame if pandas is installed.

    Examples
    --------
    >>> dl.datasets()["name"][:3].tolist()
    ['tree', 'shark-bones', 'parrot-speak']
    """
    return _table.table([_plugin(each) for each in catalogue()["datasets"]])


def analyses() -> Any:
    """Return a table of all analyses: a DataFrame if pandas is installed."""
    return _table.table(
        [{**_plugin(each), "applies": each["requirement"]} for each in catalogue()["analyses"]]
    )


def options() -> Any:
    """Return a table of all options of a run, with their keywords.

    The keywords of `run` are these and the settings of datasets and analyses.
    """
    return _table.table(
        [
            {
                "keyword": each["name"].replace("-", "_"),
                "values": each["allowed"],
                "default": each.get("default", ""),
                "help": each["help"],
            }
            for each in catalogue()["options"]
            if each["name"] not in RESERVED
        ]
    )


def _plugin(each: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": each["identifier"],
        "summary": each["summary"],
        "tutorial": each["partOfTutorial"],
        "settings": ", ".join(setting["name"] for setting in each["settings"]),
    }
