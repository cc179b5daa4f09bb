"""Find the program, call it, and turn its errors and warnings into Python's."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import warnings
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from ._run import Run

_ITSELF = "DLNN_SIM is the command of this Python package. Set it to the program itself."
BUNDLED = Path(__file__).parent / "bin" / "dlnn-sim"


class DLNNSimError(RuntimeError):
    """An error of the program, with its sentence.

    Attributes
    ----------
    message : str
        What is wrong, and what to do.
    code : int
        The program's exit code: 64 wrong use, 65 bad data, 69 gnuplot is missing or failed,
        70 the training diverged, 73 a file could not be written; 127 if the program was not found.
    run : Run or None
        After a training that diverged: the run up to then.
    """

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.run: Run | None = None


class DLNNSimWarning(UserWarning):
    """A warning of the program, such as a learning rate above the largest stable one."""


def find() -> str:
    """Return the path of the program.

    The environment variable ``DLNN_SIM`` comes first, then the program in this package, then
    ``PATH``.
    """
    if chosen := os.environ.get("DLNN_SIM"):
        if not _is_program(Path(chosen)):
            raise DLNNSimError(f"DLNN_SIM is '{chosen}', which is not a program.", 127)
        if _is_console_script(Path(chosen)):
            raise DLNNSimError(_ITSELF, 127)
        return os.path.abspath(chosen)
    if _is_program(BUNDLED):
        return str(BUNDLED)
    for folder in os.get_exec_path():
        candidate = Path(folder) / "dlnn-sim"
        if _is_program(candidate) and not _is_console_script(candidate):
            return os.path.abspath(candidate)
    raise DLNNSimError(_missing(), 127)


def call(
    *arguments: str,
    ignored: Iterable[str] = (),
    accepted: Iterable[int] = (),
    folder: Path | None = None,
) -> str:
    """Run the program and return what it prints.

    Its warnings become Python warnings, except for those that begin with a text in `ignored`.
    Ctrl-C ends it. Names of files are relative to `folder`. The exit codes in `accepted` are not
    errors if the program printed something.

    Raises
    ------
    DLNNSimError
        If the program fails.
    """
    with subprocess.Popen(
        [find(), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        cwd=folder,
    ) as process:
        try:
            output, complaints = process.communicate()
        except BaseException:
            end(process)
            raise
    for sentence in unfold(complaints):
        warning = sentence.removeprefix("Warning: ")
        if warning != sentence and not warning.startswith(tuple(ignored)):
            warn(_as_keywords(warning))
    if process.returncode != 0 and not (output and process.returncode in accepted):
        raise failure(complaints, process.returncode)
    return output


def failure(complaints: str, code: int) -> DLNNSimError:
    """Return the error for what the program printed and its exit code."""
    if code < 0:
        return DLNNSimError(f"The program was ended by signal {-code}.", code)
    sentences = unfold(complaints)
    errors = [each.removeprefix("Error: ") for each in sentences if each.startswith("Error: ")]
    message = " ".join(errors or sentences) or f"The program failed with code {code}."
    return DLNNSimError(_as_keywords(message), code)


def _as_keywords(sentence: str) -> str:
    """Return a sentence in which the main options are keywords: --eta 200 is eta=200."""
    names = "eta|gamma|epochs|seed|hidden|unit|bias|optimizer|momentum|decay|batch|ratio|engine"
    values = r"(?=\d|none\b|linear\b|relu\b|tanh\b|sgd\b|adam\b|full\b|reduced\b)"
    sentence = re.sub(rf"--({names})[ =]{values}", r"\1=", sentence)
    return re.sub(rf"--({names})\b(?!-)", r"\1", sentence)


def end(process: subprocess.Popen[str]) -> None:
    """End a process: with an interrupt, and after two seconds by force."""
    try:
        process.send_signal(signal.SIGINT)
        process.wait(2)
    except BaseException:  # a second Ctrl-C too
        process.kill()
        process.wait()


def unfold(text: str) -> list[str]:
    """Return the messages in a text whose long lines are continued in indented ones."""
    messages: list[str] = []
    for line in text.splitlines():
        if line.startswith(" ") and messages:
            messages[-1] += " " + line.strip()
        elif line.strip():
            messages.append(line.strip())
    return messages


def warn(sentence: str) -> None:
    """Issue a warning that points to the line outside of this package."""
    level = 1
    frame = sys._getframe()
    while frame.f_back and frame.f_globals.get("__package__") == __package__:
        level += 1
        frame = frame.f_back
    warnings.warn(sentence, DLNNSimWarning, stacklevel=level)


def catalogue() -> dict[str, Any]:
    """Return what ``dlnn-sim list --json`` says: datasets, analyses, options. Do not change it."""
    program = find()
    return _catalogue(program, os.stat(program).st_mtime_ns)


@lru_cache(maxsize=4)
def _catalogue(program: str, modified: int) -> dict[str, Any]:
    del modified  # only a key: a program that was built again has another table
    content: dict[str, Any] = json.loads(call("list", "--json"))
    if "options" not in content:
        raise DLNNSimError(f"{program} is too old for this package. Install a newer one.", 127)
    return content


def main() -> NoReturn:
    """Replace this process by the program: the command ``dlnn-sim`` of the package."""
    program = os.environ.get("DLNN_SIM") or str(BUNDLED)
    if not _is_program(Path(program)):
        sys.exit(f"Error: {_missing()}")
    if _is_console_script(Path(program)):
        sys.exit(f"Error: {_ITSELF}")
    if hasattr(signal, "SIGPIPE"):
        signal.signal(
            signal.SIGPIPE, signal.SIG_DFL
        )  # Python ignores it, and a program inherits that
    os.execv(program, ["dlnn-sim", *sys.argv[1:]])


def _is_program(path: Path) -> bool:
    return path.is_file() and os.access(path, os.X_OK)


def _is_console_script(path: Path) -> bool:
    """Whether it is the command of this package, without a program to run."""
    with open(path, "rb") as file:
        start = file.read(1000)
    return start.startswith(b"#!") and b"dlnn_sim" in start


def _missing() -> str:
    if sys.platform == "win32":
        return "dlnn-sim does not run on Windows. Use it in WSL (the Windows Subsystem for Linux)."
    if sys.platform == "darwin":
        return (
            "This package has no dlnn-sim for macOS. Build it from source, and put it on PATH or "
            "its path into the environment variable DLNN_SIM."
        )
    return (
        "The program dlnn-sim was not found. Install the package for your processor, put the "
        "program on PATH, or its path into the environment variable DLNN_SIM."
    )
