"""Your own data."""

import json

import numpy as np
import pandas as pd
import pytest

import dlnn_sim as dl
from dlnn_sim import _data

ITEMS = ['A "quoted", name', "Bat: a mammal", "Größe", "7"]
NAMES = ["can fly", "2", 'x,"y"']


def test_arrays():
    features = np.array([[1, 0.5, -3], [1 / 3, 0, 1], [0, 1e-7, 2], [1, 1, 1]])
    run = dl.run(items=ITEMS, features=features, names=NAMES, probe=(ITEMS[1], "can fly"))
    assert np.array_equal(run.targets, features)
    assert run.items == ITEMS
    assert run.features == NAMES
    assert run.probe == "Bat: a mammal can fly"
    assert run.prediction[-1] == pytest.approx(1 / 3, abs=1e-3)
    assert run.dataset == "my-data"


@pytest.mark.filterwarnings("ignore:features has only 0 and 1")
def test_zeros_stay_numbers():
    run = dl.run(features=[[0, 1], [1, 0]], analyses="loss")
    assert run.targets.tolist() == [[0, 1], [1, 0]]
    assert run.items == ["item-1", "item-2"]
    assert run.features == ["feature-1", "feature-2"]


def test_flags_and_frames():
    frame = pd.DataFrame([[True, False], [True, True]], index=["Bat", "Robin"],
                         columns=["can fly", "lays eggs"])  # fmt: skip
    run = dl.run(features=frame, analyses="loss")
    assert run.targets.tolist() == [[1, -1], [1, 1]]
    assert run.items == ["Bat", "Robin"]
    assert run.features == ["can fly", "lays eggs"]


def test_flags_beside_numbers():
    frame = pd.DataFrame({"fly": [True, False], "legs": [2.0, 4.0]})
    assert dl.run(features=frame, analyses="loss").targets.tolist() == [[1, 2], [-1, 4]]
    mixed = dl.run(features=[[True, 2], [False, 4]], analyses="loss")
    assert mixed.targets.tolist() == [[1, 2], [-1, 4]]


def test_tree():
    run = dl.run(
        tree={"birds": ["Robin", "Canary", "Eagle", "Penguin"], "fish": ["Tuna", "Trout"]},
        feature="can_fly", holds_for=["Robin", "Canary", "Eagle"], probe="Penguin",
        features=100, analyses="illusion",
    )  # fmt: skip
    assert run.probe == "Penguin can_fly"
    assert run.targets.shape == (6, 101)
    assert run.targets[:, -1].tolist() == [1, 1, 1, -1, -1, -1]


def test_file(tmp_path):
    file = tmp_path / "animals.csv"
    file.write_text("animal,flies,eggs\nRobin,yes,yes\nBat,yes,no\n")
    for dataset in (file, str(file)):
        run = dl.run(dataset, probe="Bat:eggs", analyses=["loss", "illusion"])
        assert run.targets.tolist() == [[1, 1], [1, -1]]


@pytest.mark.parametrize(
    ("keywords", "error", "sentence"),
    [
        ({"features": [1, 2]}, ValueError, "1 dimensions; it needs items × features"),
        ({"features": [[1], [2]], "items": ["a"]}, ValueError, "1 names for 2 items"),
        ({"features": [[1]], "names": ["a", "b"]}, ValueError, "2 names for 1 features"),
        ({"features": [[1]], "tree": ["a"]}, TypeError, "'tree' cannot be used with an array"),
        ({"items": ["a"]}, TypeError, "'items' needs features="),
        ({"features": [[2]], "dataset": "tree"}, TypeError, "not both"),
        ({"features": [[1, float("nan")], [1, 2]]}, ValueError, "'feature-2' of 'item-1' is nan"),
        ({"features": [["yes", "no"]]}, ValueError, "is 'yes'. Give True or False"),
        ({"features": [[1, 2], [3]]}, ValueError, "rows of equal length"),
        ({"features": [[1], [2]], "items": "ab"}, TypeError, "needs a list of names"),
        ({"tree": ["a"], "names": ["x"]}, TypeError, "'names' is for an array"),
        ({"holds_for": ["a"]}, TypeError, "'holds_for' needs feature="),
        ({"dataset": np.eye(2)}, TypeError, "For your own data write features"),
        ({}, TypeError, "Give the name of a dataset"),
    ],
)
def test_mistakes(keywords, error, sentence, temporary):
    with pytest.raises(error, match=sentence):
        dl.run(**keywords)
    assert list(temporary.iterdir()) == []


def test_numbers_are_settings(tmp_path):
    keywords = {"items": 12, "features": np.int64(100), "eta": 1, "tree": None}
    assert _data.write(tmp_path, keywords) is None
    assert keywords == {"items": 12, "features": 100, "eta": 1}
    assert dl.run("ring", items=5, features=50, analyses="loss").targets.shape == (5, 50)


def test_description_is_json(tmp_path):
    file = _data.write(tmp_path, {"tree": (("a", "b"), ["c"]), "feature": "é", "holds_for": {"a"}})
    assert json.loads(file.read_text())["tree"] == [["a", "b"], ["c"]]


def test_inputs_and_frequencies():
    labels = dl.run(features=[[1, -1, 1], [1, 1, -1]], analyses="loss")
    turned = dl.run(
        features=[[1, -1, 1], [1, 1, -1]], inputs=[[0.6, 0.8], [0.8, -0.6]], analyses="loss"
    )
    np.testing.assert_allclose(turned.inputs, [[0.6, 0.8], [0.8, -0.6]])
    assert turned.loss.shape == labels.loss.shape
    often = dl.run("tree", features=50, frequency={"Oak": 4, "Pine": 0}, analyses="loss")
    np.testing.assert_allclose(often.array("frequencies"), [1, 1, 1, 1, 1, 1, 0, 4])
    with pytest.raises(dl.DLNNSimError, match="no item 'Oka'"):
        dl.run("tree", frequency={"Oka": 4}, analyses="loss")
    phases = ["epochs=100 without=Oak", "epochs=20 only=Oak"]
    history = dl.run("tree", features=500, eta=5, phase=phases, analyses="forgetting")
    assert history.loss.shape == (121,)
    assert history.findings["forgetting"]["phaseStarts"] == [0, 100]
    with pytest.raises(TypeError, match="needs features="):
        dl.run(inputs=[[1]])
    with pytest.raises(ValueError, match="dimensions"):
        dl.run(features=[[1], [-1]], inputs=[1, 2])
    with pytest.raises(dl.DLNNSimError, match="3 lines for 2 items"):
        dl.run(features=[[1], [-1]], inputs=[[1], [2], [3]])


def test_weights_in_and_out():
    """A start that is given trains as the same start that was drawn, to rounding."""
    drawn = dl.run(
        "tree", features=100, eta=3, gamma=0.1, epochs=150, analyses="loss", export="weights"
    )
    start = [drawn.array(f"first-weights-{layer}") for layer in (1, 2)]
    given = dl.run("tree", features=100, eta=3, epochs=150, analyses="loss", weights=start)
    np.testing.assert_allclose(given.loss, drawn.loss, rtol=1e-12)
    assert given.settings["gamma"] is None
    more = dl.run(
        "tree",
        features=100,
        eta=3,
        epochs=150,
        analyses="loss",
        weights=start,
        export=["weights", "activity", "map", "modes"],
    )
    first, last = more.array("last-weights-1"), more.array("last-weights-2")
    np.testing.assert_allclose(last @ first, more.array("map")[-1], atol=1e-12)
    hidden = more.array("activity-1")[-1]
    np.testing.assert_allclose(hidden @ hidden.T, more.rsm[150], atol=1e-12)
    u, s, v = (more.array(f"modes-{name}") for name in "usv")
    np.testing.assert_allclose(u * s @ v.T, more.targets.T, atol=1e-11)
    with pytest.raises(ValueError, match="There are|Did you mean"):
        more.array("last-weights-9")
    with pytest.raises(dl.DLNNSimError, match="8 → 7"):
        dl.run("tree", features=100, analyses="loss", weights=[start[0][:7], start[1][:, :7]])
    with pytest.raises(dl.DLNNSimError, match="not finite"):
        dl.run("tree", features=100, analyses="loss", weights=[start[0] * np.nan, start[1]])
