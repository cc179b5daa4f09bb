"""The notebooks run from top to bottom, and their exercises have solutions that pass."""

import importlib.util
import json
import os
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

import dlnn_sim as dl

FOLDER = Path(__file__).parent.parent / "notebooks"

# The tutorial shows the same texts as its solutions.
SOLUTIONS = {
    "initializer": """
def student_initializer(n_out, n_in, gamma):
    sigma = gamma / np.sqrt(n_in + n_out)
    return generator.normal(0, sigma, size=(n_out, n_in))
""",
    "decomposition": """
def student_decomposition(w1, w2):
    u, s, vt = np.linalg.svd(w2 @ w1, full_matrices=False)
    return u, s, vt.T
""",
    "similarity": """
def student_similarity(h):
    return h @ h.T
""",
    "regression": """
def student_regression(x, y):
    return np.linalg.solve(x @ x.T, x @ y.T).T
""",
}

# What students write instead: a change of the solution, and what the check says.
USUAL_MISTAKES = [
    (
        "initializer",
        "np.sqrt(n_in + n_out)",
        "np.sqrt(n_in)",
        "γ/√n_in and should be γ/√(n_in + n_out)",
    ),
    ("initializer", "np.sqrt(n_in + n_out)", "(n_in + n_out)", "γ/(n_in + n_out)"),
    ("initializer", "gamma / ", "1 / ", "is 1/√(n_in + n_out)"),
    ("initializer", "normal(0, sigma,", "uniform(-sigma * 3**0.5, sigma * 3**0.5,", "uniform"),
    ("decomposition", "vt.T", "vt", "V is transposed"),
    ("decomposition", ", full_matrices=False", "", "U has 100 columns"),
    ("decomposition", "w2 @ w1", "w1.T @ w2.T", "U and V are exchanged"),
    ("decomposition", "u, s, vt.T", "u, s**2, vt.T", "the squares of the singular values"),
    ("decomposition", "u, s, vt.T", "-u, s, vt.T", "opposite sign"),
    ("similarity", "h @ h.T", "h.T @ h", "HᵀH, the similarity of the hidden units"),
    ("similarity", "h @ h.T", "np.corrcoef(h)", "the correlation between items"),
    ("similarity", "h @ h.T", "np.cov(h)", "the covariance between items"),
    ("regression", "np.linalg.solve(x @ x.T, x @ y.T).T", "y @ x.T", "without the inverse"),
    ("regression", "(x @ x.T, x @ y.T)", "(y @ y.T, y @ x.T)", "the map from Y to X"),
]


def function(name, text):
    names = {"np": np, "generator": np.random.default_rng(2021)}
    exec(text, names)
    return names[f"student_{name}"]


@pytest.mark.parametrize("name", SOLUTIONS)
def test_solutions_are_right(name):
    verdict = getattr(dl.exercises, name)(function(name, SOLUTIONS[name]))
    assert verdict, verdict
    shown = (FOLDER / "tutorial.py").read_text("utf-8")
    assert "\n".join(f"# {line}".rstrip() for line in SOLUTIONS[name].strip().split("\n")) in shown


def test_every_exercise_is_in_the_tutorial():
    assert dl.exercises.names() == list(SOLUTIONS)


@pytest.mark.parametrize(("name", "right", "wrong", "text"), USUAL_MISTAKES)
def test_lookalikes_are_named(name, right, wrong, text):
    assert right in SOLUTIONS[name]
    verdict = getattr(dl.exercises, name)(function(name, SOLUTIONS[name].replace(right, wrong)))
    assert not verdict
    assert text in str(verdict)


def test_notebooks_are_up_to_date(monkeypatch, capsys):
    pytest.importorskip("nbformat")
    specification = importlib.util.spec_from_file_location("build", FOLDER / "build.py")
    build = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(build)
    monkeypatch.setattr(sys, "argv", ["build.py", "--check"])
    assert build.main() == 0, capsys.readouterr().err


@pytest.fixture
def kernel(tmp_path, monkeypatch):
    """A kernel of this Python, which finds this package, and a folder to run in."""
    pytest.importorskip("nbclient")
    kernelspec = pytest.importorskip("ipykernel.kernelspec")
    kernelspec.write_kernel_spec(str(tmp_path / "jupyter" / "kernels" / "python3"))
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    package = str(FOLDER.parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([package, os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setenv("DLNN_SIM", os.path.abspath(os.environ["DLNN_SIM"]))
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def read(name):
    import nbformat

    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)


def execute(notebook, folder):
    """Run a notebook, and return all outputs as one text and as a list."""
    from nbclient import NotebookClient

    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources=resources).execute()
    outputs = [each for cell in notebook.cells for each in cell.get("outputs", [])]
    return json.dumps(outputs, ensure_ascii=False), outputs


runs_a_notebook = [pytest.mark.notebooks, pytest.mark.filterwarnings("ignore")]


class TestRuns:
    pytestmark = runs_a_notebook

    @pytest.mark.parametrize("name", ["tutorial", "research"])
    def test_from_top_to_bottom(self, name, kernel):
        if name == "research":
            pytest.importorskip("xarray")
        notebook = read(name)
        assert not any(cell.get("outputs") for cell in notebook.cells)
        text, outputs = execute(notebook, kernel)
        assert not [each for each in outputs if each.output_type == "error"]
        figures = [each for each in outputs if "image/svg+xml" in each.get("data", {})]
        if not shutil.which("gnuplot"):
            pytest.skip("without gnuplot there are no figures to count")
        assert len(figures) == (16 if name == "tutorial" else 1)
        if name == "tutorial":
            assert text.count(": not yet; ") == len(SOLUTIONS)
            if importlib.util.find_spec("ipywidgets"):
                assert "image/svg+xml" in json.dumps(notebook.metadata["widgets"])

    @pytest.mark.parametrize("name", ["tutorial", "research"])
    def test_without_gnuplot_and_widgets(self, name, kernel, tmp_path, monkeypatch):
        if name == "research":
            pytest.importorskip("xarray")
        missing = tmp_path / "missing"
        missing.mkdir()
        (missing / "ipywidgets.py").write_text("raise ImportError('not installed')")
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(missing), os.environ["PYTHONPATH"]]))
        monkeypatch.setenv("PATH", str(missing))
        text, outputs = execute(read(name), kernel)
        assert not [each for each in outputs if "image/svg+xml" in each.get("data", {})]
        assert "gnuplot was not found" in text
        assert "gnuplot-nox" in text

    def test_own_training_loop(self, kernel):
        notebook = read("tutorial")
        for name, solution in SOLUTIONS.items():
            start = f"def student_{name}("
            cell = next(c for c in notebook.cells if c.cell_type == "code" and start in c.source)
            before, _, _ = cell.source.partition(start)
            cell.source = before + solution.strip()
        last = next(i for i, c in enumerate(notebook.cells) if "def train(" in c.source)
        # Without the figures, which other tests draw.
        notebook.cells = [c for c in notebook.cells[: last + 1] if ".figure(" not in c.source]
        notebook.cells[-1].source += "\nprint(bool(losses[-1] < 1e-20))"
        notebook.cells[-1].source += (
            "\nhalf = [(each >= each[-1] / 2).argmax(axis=0) for each in (small.modes, modes)]"
            "\nprint('off by', np.abs(half[0] - half[1]).max())"
        )
        text, _ = execute(notebook, kernel)
        assert "True" in text
        off_by = int(text.partition("off by ")[2].split("\\n")[0])
        # Other initial weights: the half-rise moves with the logarithm of the initial strength,
        # here by log(2)/(2 ε s) = 2 epochs of 200 for half the strength in the weakest mode.
        assert off_by <= 6
