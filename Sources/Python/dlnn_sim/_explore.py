"""The page with sliders, in a notebook."""

from __future__ import annotations

import atexit
import json
import os
import re
import subprocess
import sys
import tempfile
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener

from . import _options, _program
from ._folder import TemporaryFolder

# Where notebooks are served from on this machine.
_NOTEBOOKS = ("http://localhost:*", "http://127.0.0.1:*")


class Page:
    """The page with sliders, served on this machine. `explore` starts it.

    It ends with `stop`, at the end of a ``with`` block, and together with Python, also if that is
    killed.

    Attributes
    ----------
    url : str
        Its address.
    """

    def __init__(self, arguments: list[str], query: str, folder: TemporaryFolder) -> None:
        self._folder = folder  # has the dataset file
        with tempfile.TemporaryFile("w+", encoding="utf-8") as complaints:
            watched = [sys.executable, "-I", str(Path(__file__).parent / "_watch.py")]
            self._process = subprocess.Popen(
                [*watched, _program.find(), "explore", "--port=0", *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                encoding="utf-8",
                start_new_session=True,  # an interrupt is meant for a cell, not for the page
            )
            # This also keeps the page alive that a notebook shows but no variable holds.
            atexit.register(self.stop)
            assert self._process.stdout is not None
            try:
                port = re.search(r":(\d+)", self._process.stdout.readline())
            except BaseException:
                self.stop()
                raise
            if port is None:
                self.stop()
                complaints.seek(0)
                raise _program.failure(complaints.read(), self._process.returncode)
        self.url = f"http://127.0.0.1:{port[1]}/" + (f"?{query}" if query else "")
        try:
            _check(f"http://127.0.0.1:{port[1]}/run?{query}")
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the page."""
        atexit.unregister(self.stop)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def __enter__(self) -> Page:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def _is_running(self) -> bool:
        return self._process.poll() is None

    def __repr__(self) -> str:
        return f"<Page at {self.url}>" if self._is_running else "<Page that was stopped>"

    def _repr_html_(self) -> str:
        if not self._is_running:
            return "<p>The page was stopped.</p>"
        url = escape(self.url)
        return (
            f'<iframe src="{url}" width="100%" height="900" style="border: 0"></iframe>'
            f'<p><a href="{url}" target="_blank">Open the page in a tab</a></p>'
        )


def explore(
    dataset: str | os.PathLike[str] | None = None,
    *,
    analysis: str | None = None,
    frame: str | None = None,
    **settings: Any,
) -> Page:
    """Start the page with sliders: the network is trained again while you drag.

    Parameters
    ----------
    dataset : str or path, optional
        The dataset to show first: a name, or a dataset file.
    analysis : str, optional
        The analysis to show first.
    frame : str, optional
        The address of the notebook if it is not on this machine, such as
        "https://notebooks.example.org". (Pages inside pages need its permission.)
    **settings
        Where the sliders are at first, as in `run`, data of your own included.

    Returns
    -------
    Page
        In a notebook the page itself; ``.url`` is its address, and ``.stop()`` ends it.

    Examples
    --------
    >>> with dl.explore("tree", gamma=1e-3) as page:
    ...     print(page.url)
    """
    folder = TemporaryFolder()
    query, arguments = "", []
    if dataset is not None or settings:
        request = _options.request(folder.path, dataset, analysis or "modes", settings)
        described = [
            json.loads(_program.call("describe", each, "--json")) for each in request.files
        ]
        names = [("plugin", each["identifier"]) for each in described]
        query = "&".join(filter(None, [urlencode(names), request.query()]))
        arguments = [f"--dataset={file}" for file in request.files]
    if _knows_frames(_program.find()):
        origins = _NOTEBOOKS if frame is None else (frame,)
        arguments += [f"--allow-frame={origin}" for origin in origins]
    return Page(arguments, query, folder)


def _check(address: str) -> None:
    """Ask the page for its first run, so that a wrong name or value is an error here."""
    direct = build_opener(ProxyHandler({}))
    try:
        with direct.open(address, timeout=120):
            pass
    except HTTPError as error:
        answer = json.loads(error.read())
        raise _program.DLNNSimError(str(answer.get("error", error)), 64) from None


@lru_cache(maxsize=4)
def _knows_frames(program: str) -> bool:
    del program  # only a key
    return "--allow-frame" in _program.call("explore", "--help")
