"""Keywords: the program's own options, and the settings of datasets and analyses."""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from . import _data
from ._program import call, catalogue

# The package takes care of these itself.
RESERVED = frozenset({"plugin", "dataset", "set", "export", "format", "for"})


@dataclass(frozen=True)
class Request:
    """A dataset, analyses and options, as the program takes them.

    Attributes
    ----------
    plugins, files : list of str
        The identifiers of plugins, and dataset files.
    options : list of (str, str)
        Names of options with their values; flags have "yes" or "no".
    flags : frozenset of str
        The names among them that are flags.
    """

    plugins: list[str]
    files: list[str]
    options: list[tuple[str, str]]
    flags: frozenset[str]

    def arguments(self) -> list[str]:
        """Return the arguments of a command."""
        words = [f"--plugin={name}" for name in self.plugins]
        words += [f"--dataset={file}" for file in self.files]
        for name, text in self.options:
            if name in self.flags:
                words.append(f"--{name}" if text == "yes" else f"--no-{name}")
            else:
                words.append(f"--{name}={text}")
        return words

    def query(self) -> str:
        """Return the same as the query of the page's address."""
        return urlencode([*(("plugin", name) for name in self.plugins), *self.options])


def request(
    folder: Path,
    dataset: str | os.PathLike[str] | None,
    analyses: str | Iterable[str] | None,
    keywords: Mapping[str, Any],
) -> Request:
    """Make a request from what a function was given.

    Parameters
    ----------
    folder : pathlib.Path
        Where to write a dataset file for your own arrays.
    dataset : str or path
        A dataset's name, a dataset file, or None if you give your own arrays.
    analyses : str or list of str or None
        Names of analyses; "all" or None for no choice.
    keywords : dict
        Options, settings, and arrays.
    """
    keywords = dict(keywords)
    own = _data.write(folder, keywords)
    if own is not None and dataset is not None:
        raise TypeError("Give the name of a dataset or data of your own, not both.")
    source = own if own is not None else dataset
    if source is None:
        raise TypeError("Give the name of a dataset, such as 'shark-bones'; datasets() lists them.")
    plugins, files = _selected(source)
    if analyses is not None and analyses != "all":
        plugins += _analyses(analyses)
    table = {each["name"]: each for each in catalogue()["options"]}
    options: list[tuple[str, str]] = []
    known: set[str] | None = None
    for keyword, value in keywords.items():
        name = option_name(keyword)
        if name in (given for given, _ in options) and not table[name]["repeatable"]:
            raise TypeError(f"'{keyword}' is another name of '{name}'. Give one of them.")
        if name == "weights" and value is not None:
            options.append((name, _data.write_weights(folder, value)))
            continue
        if name in table and name not in RESERVED:
            if value is not None or table[name]["kind"] == "widths":
                options += [(name, text) for text in _texts(table[name], value)]
            continue
        if known is None:
            known = set(settings(plugins, files, analyses))
        if keyword.replace("_", "-") not in known:
            raise TypeError(_unknown(keyword, known))
        if value is not None:
            options.append(("set", f"{keyword.replace('_', '-')}={plain(value)}"))
    flags = frozenset(name for name, each in table.items() if each["kind"] == "flag")
    return Request(plugins, files, options, flags)


def _analyses(names: str | Iterable[str]) -> list[str]:
    chosen = [names] if isinstance(names, str) else list(names)
    known = [each["identifier"] for each in catalogue()["analyses"]]
    if not chosen:
        raise ValueError("analyses needs at least one name; analyses() lists them.")
    for name in chosen:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            advice = f"Did you mean '{near[0]}'?" if near else f"There are: {', '.join(known)}."
            raise ValueError(f"Unknown analysis '{name}'. {advice}")
    return chosen


def option_name(keyword: str) -> str:
    """Return the program's name for a keyword: record_every is record-every."""
    name = keyword.replace("_", "-")
    for option in catalogue()["options"]:
        if option.get("synonym") == name:
            return str(option["name"])
    return name


def settings(
    plugins: list[str], files: list[str], analyses: str | Iterable[str] | None
) -> list[str]:
    """Return the names of the settings of the chosen datasets and analyses."""
    content = catalogue()
    everything = analyses is None or analyses == "all"
    chosen = [
        *(each for each in content["datasets"] if each["identifier"] in plugins),
        *(each for each in content["analyses"] if everything or each["identifier"] in plugins),
        *(json.loads(call("describe", file, "--json")) for file in files),
    ]
    return [setting["name"] for each in chosen for setting in each["settings"]]


def plain(value: Any) -> str:
    """Return a number, a flag or a text as the program reads it."""
    if hasattr(value, "item"):  # a number of NumPy
        value = value.item()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return os.fspath(value) if isinstance(value, os.PathLike) else str(value)


def widths(value: Any) -> str:
    """Return widths of hidden layers: 30, [30, 30], None or "none"."""
    if value is None:
        return "none"
    if isinstance(value, str) or not isinstance(value, Iterable):
        return plain(value)
    return ",".join(plain(each) for each in value) or "none"


def cell(value: Any) -> str:
    """Return an item and a feature: "Robin:can fly" or ("Robin", "can fly")."""
    if isinstance(value, tuple) and len(value) == 2:
        item, feature = (str(each) for each in value)
        return f'"{item}":{feature}' if ":" in item or ":" in feature else f"{item}:{feature}"
    return str(value)


def _texts(option: Mapping[str, Any], value: Any) -> list[str]:
    """Return the values of an option, one for each time it is given."""
    if option["kind"] == "widths":
        return [widths(value)]
    if option["kind"] == "cell":
        return [cell(value)]
    if option["kind"] == "flag":
        if plain(value) not in ("yes", "no"):
            raise TypeError(f"{option['name']} is True or False, not {value!r}.")
        return [plain(value)]
    if option["repeatable"] and isinstance(value, Mapping):
        return [f"{_quoted(str(each))}={plain(number)}" for each, number in value.items()]
    if option["repeatable"] and isinstance(value, Iterable) and not isinstance(value, str):
        return [plain(each) for each in value]
    return [plain(value)]


def _quoted(name: str) -> str:
    """Return a name in quotes if it has marks that mean something beside it."""
    marked = any(mark in name for mark in ';="') or name != name.strip()
    return '"' + name.replace('"', '""') + '"' if marked else name


def _selected(source: str | os.PathLike[str]) -> tuple[list[str], list[str]]:
    """Return the plugins and the files that a dataset's name or path selects."""
    if not isinstance(source, str | os.PathLike):
        raise TypeError(
            "The first argument is the name of a dataset or a file. For your own data write "
            "features=…; each dataset has its own run."
        )
    name = os.fspath(source)
    if not isinstance(source, str) or os.sep in name or "." in name:
        return [], [os.path.abspath(name)]
    if name == "all" or name in (each["identifier"] for each in catalogue()["analyses"]):
        raise ValueError(f"'{name}' does not name a dataset; datasets() lists them.")
    return [name], []


def _unknown(keyword: str, known: Iterable[str]) -> str:
    options = (each["name"] for each in catalogue()["options"] if each["name"] not in RESERVED)
    names = [name.replace("-", "_") for name in (*options, *known)] + [*_data.KEYWORDS, "analyses"]
    if keyword in names:
        return f"The keyword '{keyword}' cannot be used here, or not with such a value."
    near = difflib.get_close_matches(keyword, names, n=1)
    advice = f"Did you mean '{near[0]}'?" if near else f"Keywords: {', '.join(sorted(set(names)))}."
    return f"Unknown keyword '{keyword}'. {advice}"
