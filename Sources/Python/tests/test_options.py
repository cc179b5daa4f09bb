"""Keywords become options and settings."""

import numpy as np
import pytest

import dlnn_sim as dl
from dlnn_sim import _options


def arguments(dataset="tree", analyses=None, **keywords):
    return _options.request(None, dataset, analyses, keywords).arguments()


def test_options_and_settings():
    assert arguments(
        learning_rate=np.float64(1e-3), epochs=250.0, hidden=[30, 30], record_every=10,
        theory=False, epoch=[0, np.int64(5)], probe=("a:b", "c"), levels=2, flip=0.1, seed=None,
    ) == [
        "--plugin=tree", "--eta=0.001", "--epochs=250", "--hidden=30,30",
        "--record-every=10", "--no-theory", "--epoch=0", "--epoch=5", '--probe="a:b":c',
        "--set=levels=2", "--set=flip=0.1",
    ]  # fmt: skip


def test_flags_are_true_or_false():
    for value, word in [(True, "--theory"), (np.bool_(False), "--no-theory")]:
        assert arguments(theory=value)[1:] == [word]
    for value in ("maybe", 1, "true"):
        with pytest.raises(TypeError, match="theory is True or False"):
            arguments(theory=value)


def test_contradictions():
    with pytest.raises(TypeError, match="another name of 'eta'"):
        arguments(eta=1, learning_rate=2)
    for analyses, sentence in [
        ([], "at least one name"),
        ("tree", "Unknown analysis 'tree'"),
        ("lost", "mean 'loss'"),
    ]:
        with pytest.raises(ValueError, match=sentence):
            arguments(analyses=analyses)


def test_no_hidden_layer():
    for none in (None, "none", []):
        assert arguments(hidden=none)[1:] == ["--hidden=none"]


def test_settings_of_analyses():
    words = arguments(analyses=["rsa"], export=True, similarity="cosine")
    assert words == ["--plugin=tree", "--plugin=rsa", "--set=export=yes", "--set=similarity=cosine"]


def test_new_options_need_no_change(monkeypatch):
    table = {
        "datasets": [{"identifier": "tree", "settings": []}],
        "analyses": [],
        "options": [
            {"name": "bias", "kind": "flag", "repeatable": False},
            {"name": "phase-list", "kind": "text", "repeatable": True},
        ],
    }
    monkeypatch.setattr(_options, "catalogue", lambda: table)
    assert arguments(bias=True, phase_list=["a", "b"]) == [
        "--plugin=tree", "--bias", "--phase-list=a", "--phase-list=b",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("keyword", "nearest"),
    [("etta", "eta"), ("lavels", "levels"), ("record_evry", "record_every"), ("item", "items")],
)
def test_nearest_keyword(keyword, nearest):
    with pytest.raises(TypeError, match=f"Unknown keyword '{keyword}'. Did you mean '{nearest}'"):
        dl.run("tree", analyses="loss", **{keyword: 1})


def test_reserved():
    for keyword in ("format", "output", "for", "plugin"):
        with pytest.raises(TypeError, match=f"Unknown keyword '{keyword}'"):
            arguments(analyses=["loss"], **{keyword: "x"})


def test_names_of_datasets():
    with pytest.raises(ValueError, match="'illusion' does not name a dataset"):
        dl.run("illusion")
    with pytest.raises(dl.DLNNSimError, match="Did you mean 'tree'") as caught:
        dl.run("treee")
    assert caught.value.code == 64


def test_query():
    request = _options.request(None, "tree", "modes", {"eta": 5, "theory": False, "levels": 2})
    assert request.query() == "plugin=tree&plugin=modes&eta=5&theory=no&set=levels%3D2"


def test_lists():
    assert "shark-bones" in set(dl.datasets()["name"])
    assert "illusion" in set(dl.analyses()["name"])
    assert {"eta", "record_every"} <= set(dl.options()["keyword"])
    assert not {"output", "format"} & set(dl.options()["keyword"])
