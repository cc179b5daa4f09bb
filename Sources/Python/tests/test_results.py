"""Figures, tables, sweeps, comparisons and reports."""

import importlib.util
import re

import numpy as np
import pytest

import dlnn_sim as dl
from dlnn_sim import _table

SMALL = {"features": 100, "eta": 10}


@pytest.mark.parametrize(
    ("kind", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("PDF", b"%PDF")]
)
def test_figures(sharks, tmp_path, kind, start):
    file = sharks.figure("illusion").save(tmp_path / f"x.{kind}")
    assert file.read_bytes().startswith(start)


def test_figures_by_name(sharks):
    assert sharks.figures[0] == "illusion"
    assert sharks.figure() == sharks.figure("illusion")
    assert "shaded" in sharks.figure().caption
    figure = sharks.figure("rsa")
    assert figure._repr_svg_() != figure.image("svg", purpose="slides").decode()
    drawn, shown = figure.image("svg").decode(), figure._repr_svg_()
    # The same drawing, but so small that a notebook shows all of it.
    assert shown.partition("viewBox")[2] == drawn.partition("viewBox")[2]
    width, height = (int(each) for each in re.findall(r'(?:width|height)="(\d+)"', shown)[:2])
    full = [int(each) for each in re.findall(r'(?:width|height)="(\d+)"', drawn)[:2]]
    assert width == 840 < full[0]
    assert abs(height - width * full[1] / full[0]) <= 0.5
    assert figure._repr_html_() is None
    with pytest.raises(ValueError, match="Unknown figure 'ilusion'. Did you mean 'illusion'"):
        sharks.figure("ilusion")
    with pytest.raises(ValueError, match="'doc' is not an image format"):
        figure.save("x.doc")


def test_animation():
    run = dl.run("tree", **SMALL, analyses="rsa", animation=True, record_every=50)
    animation = run.figure("rsm-animation")
    assert animation.image("gif").startswith(b"GIF8")
    assert animation._repr_svg_() is None
    assert "data:image/gif" in animation._repr_html_()


def test_tables(sharks):
    table = sharks.table("illusion")
    assert list(table)[:4] == ["epoch", "probe", "theory", "shallow"]
    assert np.array_equal(table["probe"], sharks.prediction)
    assert repr(table).splitlines()[-1] == "… 251 rows"
    assert table._repr_html_().count("<tr>") == 21
    with pytest.raises(ValueError, match="Did you mean 'illusion'"):
        sharks.table("ilusion")
    for name in sharks.tables:
        assert sharks.table(name)


def test_without_pandas(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    table = dl.datasets()
    assert isinstance(table, dl.Table)
    assert "shark-bones" in repr(table)
    assert "&lt;" in dl.Table({"<": np.array(["&"])})._repr_html_()
    assert isinstance(dl.sweep("tree", {"seed": [1]}, **SMALL), dl.Table)


def test_columns(tmp_path):
    file = tmp_path / "x.tsv"
    file.write_text('a\t"""b"\tc\n1\tNaN\tx\n\n2\t1e-3\t\n')
    table = _table.read(file)
    assert table["a"].tolist() == [1, 2]
    assert table['"b'][1] == 1e-3
    assert table["c"].tolist() == ["x", ""]
    file.write_text("a\tb\n")
    assert [len(column) for column in _table.read(file).values()] == [0, 0]


def test_sweep(temporary, tmp_path):
    vary = {"gamma": [1e-12, 1e-3], "seed": range(3), "hidden": [10, [10, 10]]}
    with pytest.warns(dl.DLNNSimWarning, match="3 of 12 runs diverged"):
        table = dl.sweep("tree", vary, jobs=2, folder=tmp_path / "kept", **SMALL)
    assert len(table) == 12
    assert set(table["hidden"]) == {"10", "10,10"}
    assert sorted(set(table["gamma"])) == [1e-12, 1e-3]
    assert (tmp_path / "kept" / "sweep.tsv").exists()
    with pytest.warns(dl.DLNNSimWarning, match="diverged"):
        assert table.equals(dl.sweep("tree", vary, jobs=2, folder=tmp_path / "kept", **SMALL))
    one = dl.run("tree", seed=1, hidden=10, analyses="loss", **SMALL)
    row = table[(table.seed == 1) & (table.gamma == 1e-12) & (table.hidden == "10")]
    assert row["final_loss"].item() == pytest.approx(one.loss[-1], rel=1e-9)
    ranges = dl.sweep("tree", {"eta": "1:2:3", "levels": [2]}, features=100)
    assert ranges["eta"].tolist() == [1, 1.5, 2]
    with pytest.raises(dl.DLNNSimError, match="gama"):
        dl.sweep("tree", {"gama": [1]})


def test_comparison(sharks):
    run = dl.run("shark-bones", gamma=1e-6, analyses=["loss", "illusion"])
    comparison = dl.compare(sharks, run)
    assert str(comparison).startswith("shark-bones: first and second\n  gamma ")
    assert comparison.differences["probe"]["epoch"] == 125
    assert comparison.figures == ["shark-bones/learning-dynamics", "shark-bones/prediction"]
    assert comparison.figure("shark-bones/prediction").image("pdf").startswith(b"%PDF")
    same = dl.compare(run, run.folder)
    assert same.differences["loss"]["difference"] == 0


def test_report(tmp_path):
    run = dl.run("tree", **SMALL, analyses="loss")
    file = run.report(tmp_path / "run.html")
    assert "<svg" in file.read_text() or "image/svg" in file.read_text()
