"""Arrays and findings against known numbers and against theory."""

import numpy as np
import pytest

import dlnn_sim as dl


def test_illusion(sharks):
    assert sharks.probe == "Shark has_bones"
    assert sharks.prediction.argmax() == 125
    assert sharks.prediction[125] == pytest.approx(0.5207137266, abs=1e-7)  # the tutorial's PyTorch
    course = sharks.findings["illusion"]["course"]
    assert course["worst"]["epoch"] == 125
    assert course["worst"]["value"] == sharks.prediction[125]
    assert course["wrongSide"] == [{"first": 115, "last": 171}]
    assert np.flatnonzero(sharks.prediction > 0.02).tolist() == list(range(115, 172))


def test_modes(sharks):
    found = [each["halfRiseEpoch"] for each in sharks.findings["modes"]["modes"]]
    assert found[:4] == [93, 117, 138, 138]
    strengths = sharks.mode_strengths
    assert (strengths >= strengths[-1] / 2).argmax(axis=0).tolist() == found
    # The last weights are converged to about 1e-12, and the data have singular values of 70 to 160.
    np.testing.assert_allclose(
        sharks.modes[-1], np.linalg.svd(sharks.targets, compute_uv=False), rtol=1e-9
    )
    assert sharks.modes.shape == strengths.shape == (251, 8)


def test_loss(sharks):
    assert sharks.loss.shape == sharks.epochs.shape == (251,)
    assert sharks.loss[0] == pytest.approx(1, abs=1e-12)
    # What is left to learn of each mode; modes that mix a little add to it.
    values = np.linalg.svd(sharks.targets, compute_uv=False)
    left = ((values - sharks.mode_strengths) ** 2).sum(axis=1) / sharks.targets.size
    assert (left <= sharks.loss + 1e-12).all()
    np.testing.assert_allclose(left, sharks.loss, atol=0.01)


def test_similarities_at_the_end(sharks):
    """From small weights layers are balanced, so H Hᵀ = (Y Yᵀ)^{1/2}.

    The deviation is of the size of the weights' square, γ² = 1e-24, and of what is left to learn,
    1e-12. The rest is rounding, so 1e-9 leaves room for other processors.
    """
    values, vectors = np.linalg.eigh(sharks.targets @ sharks.targets.T)
    expected = vectors * np.sqrt(values) @ vectors.T
    deviation = np.abs(sharks.rsm[250] - expected).max() / np.abs(expected).max()
    assert deviation < 1e-9
    assert sharks.rsm.array.shape == (251, 8, 8)
    assert sharks.rsm.epochs.tolist() == list(range(251)) == list(sharks.rsm)


def test_tables_and_arrays_agree(sharks):
    table = sharks.table("trajectory")
    assert table["epoch"].dtype == np.int64
    assert np.array_equal(table["loss"], sharks.loss)
    assert np.array_equal(table["probe"], sharks.prediction)
    assert np.array_equal(table["mode_3"], sharks.modes[:, 2])


def test_data(sharks):
    assert np.array_equal(sharks.inputs, np.eye(8))
    assert sharks.targets.shape == (8, 10001) == (len(sharks.items), len(sharks.features))
    assert sharks.items[0] == "Shark"
    assert sharks.features[-1] == "has_bones"


def test_settings_and_summary(sharks):
    assert sharks.settings == {
        "eta": 100, "gamma": 1e-12, "seed": 2021, "epochs": 250, "hidden": (30,),
    }  # fmt: skip
    assert sharks.summary[0].startswith("illusion: Shark has_bones: target −1; on the wrong side")
    assert "worst +0.52 at epoch 125" in " ".join(str(sharks).split())
    assert "Written to" not in str(sharks)


def test_sparse_recording_and_two_layers():
    run = dl.run("tree", features=100, eta=2, epochs=55, hidden=[10, 20], record_every=10,
                 gamma=0.5, analyses="loss")  # fmt: skip
    assert list(run.rsm) == [0, 10, 20, 30, 40, 50, 55]
    assert run.similarities(2).array.shape == (7, 8, 8)
    with pytest.raises(KeyError, match="epoch 31 was not kept; the nearest is 30"):
        run.rsm[31]
    with pytest.raises(ValueError, match="Hidden layer 3 not found: this run has 2"):
        run.similarities(3)
    assert run.to_xarray().sizes["kept_epoch"] == 7


def test_without_hidden_layer():
    run = dl.run("tree", features=100, eta=10, epochs=60, hidden=None)
    assert run.settings["hidden"] == ()
    with pytest.raises(ValueError, match="Hidden layer 1 not found"):
        run.rsm
    assert "rsm" not in run.to_xarray()


def test_without_main_training():
    run = dl.run("tree", features=100, eta=10, analyses=["depth"])
    with pytest.raises(ValueError, match="do not need its main training"):
        run.loss


def test_prediction_before_the_run(sharks):
    prediction = dl.predict("shark-bones")
    assert [each["epoch"] for each in prediction["stages"]] == [93, 117, 138, 188]
    assert "epoch 93 (mode 1)" in str(prediction)


def test_xarray_and_pandas(sharks):
    data = sharks.to_xarray()
    assert data.rsm.sel(epoch=250, item="Shark", item_2="Tuna") == sharks.rsm[250][0, 1]
    assert data.targets.sel(item="Shark", feature="has_bones") == -1
    frame = sharks.to_pandas()
    assert frame.index.name == "epoch"
    assert frame["prediction"].idxmax() == 125
    assert frame["mode_1"].iloc[-1] == sharks.modes[-1, 0]
    assert sharks.to_pandas("illusion")["probe"].idxmax() == 125
