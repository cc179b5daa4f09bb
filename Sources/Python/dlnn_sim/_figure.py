"""Figures: drawn by gnuplot when they are looked at."""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ._program import DLNNSimError

KINDS = ("svg", "png", "pdf")

# Pixels that a notebook has for a figure on a small laptop. JupyterLab does not shrink an SVG.
_NOTEBOOK_WIDTH = 840


@dataclass(frozen=True)
class Figure:
    """A figure of a run or a comparison. A notebook shows it.

    Attributes
    ----------
    name : str
        Its name, such as "illusion".
    caption : str
        What it shows.
    kinds : tuple of str
        The image formats that it can be saved in: svg, png and pdf; gif if it is animated.

    Examples
    --------
    >>> run.figure("illusion").save("illusion.pdf", purpose="paper")
    """

    name: str
    caption: str
    kinds: tuple[str, ...]
    _draw: Callable[[str, str | None], bytes] = field(repr=False, compare=False)

    def image(self, kind: str, *, purpose: str | None = None) -> bytes:
        """Return the figure as the content of an image file.

        Parameters
        ----------
        kind : str
            One of `kinds`.
        purpose : str, optional
            "web" (as without it), "slides" (large letters) or "paper" (one column of a journal).
        """
        if kind not in self.kinds:
            raise ValueError(
                f"'{kind}' is not an image format of this figure: {', '.join(self.kinds)}."
            )
        return self._draw(kind, purpose)

    def save(self, path: str | os.PathLike[str], *, purpose: str | None = None) -> Path:
        """Save the figure; the ending of the path chooses the format.

        Parameters
        ----------
        path : str or path
            The file, such as "illusion.pdf".
        purpose : str, optional
            "web", "slides" or "paper": see `image`.

        Returns
        -------
        pathlib.Path
            The file.
        """
        file = Path(path)
        image = self.image(file.suffix.removeprefix(".").lower(), purpose=purpose)
        file.write_bytes(image)
        return file

    def _ipython_display_(self) -> None:
        """Show the figure in a notebook. Without gnuplot say how to get it, so that it goes on."""
        from IPython.display import display

        try:
            html, svg = self._repr_html_(), self._repr_svg_()
            data = {"text/html": html} if html is not None else {"image/svg+xml": svg}
        except DLNNSimError as error:
            if error.code != 69:
                raise
            data = {"text/plain": f"Figure '{self.name}': {error.message}"}
        display({"text/plain": repr(self), **data}, raw=True)

    def _repr_svg_(self) -> str | None:
        return _narrow(self.image("svg").decode()) if "svg" in self.kinds else None

    def _repr_html_(self) -> str | None:
        if "gif" not in self.kinds:
            return None
        return f'<img src="data:image/gif;base64,{base64.b64encode(self.image("gif")).decode()}">'


def _narrow(svg: str) -> str:
    """Return an SVG no wider than a notebook's column; what it draws is scaled with it."""
    size = re.search(r'(<svg\s+)width="(\d+)" height="(\d+)"', svg)
    if size is None or int(size[2]) <= _NOTEBOOK_WIDTH:
        return svg
    height = round(int(size[3]) * _NOTEBOOK_WIDTH / int(size[2]))
    narrow = f'{size[1]}width="{_NOTEBOOK_WIDTH}" height="{height}"'
    return svg[: size.start()] + narrow + svg[size.end() :]
