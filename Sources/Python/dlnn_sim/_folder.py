"""Temporary folders that disappear with the object that needs them."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from pathlib import Path


class TemporaryFolder:
    """A folder that is removed when nobody refers to this object, or when Python ends.

    Attributes
    ----------
    path : pathlib.Path
        The folder.
    """

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="dlnn-sim-python-"))
        self._remove = weakref.finalize(self, _remove, str(self.path), os.getpid())

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.remove()

    def remove(self) -> None:
        """Remove the folder now."""
        self._remove()


def _remove(path: str, owner: int) -> None:
    if os.getpid() == owner:  # not in a process that was forked later
        shutil.rmtree(path, ignore_errors=True)
