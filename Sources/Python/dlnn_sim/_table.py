"""Tables: a DataFrame if pandas is installed, otherwise a dictionary of columns."""

from __future__ import annotations

import csv
import importlib.util
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Table(dict[str, NDArray[Any]]):
    """The columns of a table by name, each an array; shown as a table."""

    _shown = 20

    def rows(self) -> list[tuple[Any, ...]]:
        """Return the rows."""
        return list(zip(*(column.tolist() for column in self.values()), strict=True))

    def __repr__(self) -> str:
        rows = self.rows()
        lines = [list(self), *([_text(cell) for cell in row] for row in rows[: self._shown])]
        sizes = [max(map(len, column)) for column in zip(*lines, strict=True)]
        text = [
            "  ".join(cell.ljust(size) for cell, size in zip(line, sizes, strict=True)).rstrip()
            for line in lines
        ]
        if len(rows) > self._shown:
            text.append(f"… {len(rows):,} rows")
        return "\n".join(text)

    def _repr_html_(self) -> str:
        def line(cells: Iterable[Any], tag: str) -> str:
            return "".join(f"<{tag}>{escape(_text(cell))}</{tag}>" for cell in cells)

        rows = self.rows()
        body = "".join(f"<tr>{line(row, 'td')}</tr>" for row in rows[: self._shown])
        more = f"<p>{len(rows):,} rows</p>" if len(rows) > self._shown else ""
        return f"<table><tr>{line(self, 'th')}</tr>{body}</table>{more}"


def read(path: Path) -> Table:
    """Read a table of the program: tabs between cells, names in the first line."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = csv.reader(file, delimiter="\t")
        names = next(rows)
        columns = list(zip(*(row for row in rows if row), strict=True)) or [()] * len(names)
    return Table(zip(names, map(_column, columns), strict=True))


def table(rows: Sequence[Mapping[str, Any]]) -> Any:
    """Return a table with a row for each dictionary; all have the same keys."""
    names = list(rows[0])
    return frame(Table({name: np.array([row[name] for row in rows]) for name in names}))


def frame(columns: Table) -> Any:
    """Return a table as a DataFrame if pandas is installed."""
    return to_pandas(columns) if importlib.util.find_spec("pandas") else columns


def to_pandas(columns: Mapping[str, Any], index: str | None = None) -> Any:
    """Return columns as a DataFrame, one of them as its index."""
    import pandas

    frame = pandas.DataFrame(dict(columns))
    return frame.set_index(index) if index in frame else frame


def _column(cells: Sequence[str]) -> NDArray[Any]:
    """Return cells as whole numbers, numbers or texts, whichever fits first."""
    for kind in (np.int64, np.float64):
        try:
            return np.array(cells, dtype=np.str_).astype(kind)
        except ValueError:
            continue
    return np.array(cells, dtype=np.str_)


def _text(cell: Any) -> str:
    return f"{cell:.6g}" if isinstance(cell, float) else str(cell)
