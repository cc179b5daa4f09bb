"""The examples in the documentation run, and show what they say."""

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import dlnn_sim as dl

MODULES = ["dlnn_sim", *(f"dlnn_sim.{each.name}" for each in pkgutil.iter_modules(dl.__path__))]


class Checker(doctest.OutputChecker):
    """Accepts any output where the example shows none."""

    def check_output(self, want, got, optionflags):
        return not want or super().check_output(want, got, optionflags)


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name, sharks, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    runner = doctest.DocTestRunner(Checker(), verbose=False, optionflags=doctest.ELLIPSIS)
    for test in doctest.DocTestFinder().find(importlib.import_module(name)):
        test.globs |= {"dl": dl, "run": sharks}
        runner.run(test)
    assert runner.failures == 0


def test_readme(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = Path(__file__).parent.parent.joinpath("README.md").read_text()
    names = {}
    for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        exec(block.replace("range(20)", "range(2)").replace("eta=50", "epochs=300"), names)
    assert (tmp_path / "run.html").exists()
