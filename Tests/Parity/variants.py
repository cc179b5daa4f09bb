"""Writes the reference numbers of other trainings than the tutorial's: python variants.py FOLDER

Every fifth state of losses, probe and modes, and the similarities at a quarter, a half, three quarters and the end.
"""

import json
import sys
from pathlib import Path

import numpy as np

import reference

SEED = 2021
# Name, dataset, features, hidden layers, γ, η, epochs, and what is special.
CASES = [
    ("relu-shark", "shark-bones", 1000, [30], 1e-6, 30, 200, {"unit": "relu"}),
    ("tanh-tree", "tree", 1000, [30], 1e-3, 30, 200, {"unit": "tanh"}),
    ("bias-shark", "shark-bones", 1000, [30], 1e-6, 20, 300, {"bias": True}),
    ("relu-bias-deep", "tree", 1000, [20, 15], 1.0, 8, 300, {"unit": "relu", "bias": True}),
    ("decay-tree", "tree", 1000, [30], 1e-6, 30, 300, {"decay": 0.00625}),
    ("momentum-tree", "tree", 1000, [30], 1e-6, 4, 200, {"momentum": 0.9}),
    ("batch-tree", "tree", 1000, [30], 1e-6, 8, 200, {"batch": 2}),
    (
        "everything-shark", "shark-bones", 1000, [30], 1e-2, 1, 200,
        {"unit": "relu", "bias": True, "momentum": 0.8, "decay": 0.001, "batch": 3},
    ),
    ("adam-tree", "tree", 200, [30], 1e-3, 0.01, 300, {"optimizer": "adam"}),
    ("ratio-tree", "tree", 1000, [30], 1.0, 10, 200, {"ratio": 8}),
    ("frequencies-shark", "shark-bones", 1000, [30], 1e-6, 8, 400, {"frequencies": [8, 1, 1, 1, 1, 1, 1, 1]}),
    ("inputs-orthogonal", "shark-bones", 1000, [30], 1e-6, 30, 200, {"inputs": "orthogonal"}),
    ("inputs-hadamard", "tree", 1000, [30], 1e-6, 8, 200, {"inputs": "hadamard"}),
    ("inputs-correlated", "tree", 1000, [30], 1e-6, 6, 600, {"inputs": "correlated"}),
]
# The same with a history: each phase with its epochs, and what is special.
HISTORIES = [
    ("history-new-tree", "tree", 30, 1e-6, {}, [{"epochs": 150}, {"epochs": 150, "seed": 7}]),
    ("history-one-item", "tree", 30, 1e-6, {}, [{"epochs": 150}, {"epochs": 100, "revised": {"item": 0, "seed": 7}}]),
    (
        "history-oak-alone", "tree", 20, 1e-6, {},
        [
            {"epochs": 250, "frequencies": [1, 1, 1, 1, 1, 1, 1, 0]},
            {"epochs": 60, "frequencies": [0, 0, 0, 0, 0, 0, 0, 1], "eta": 10},
            {"epochs": 150, "frequencies": [1, 1, 1, 1, 1, 1, 1, 2]},
        ],
    ),
    ("history-reversal", "shark-bones", 30, 1e-6, {}, [{"epochs": 150}, {"epochs": 250, "reversed": True}]),
    (
        "history-relu", "tree", 20, 1e-3, {"unit": "relu", "bias": True, "momentum": 0.5},
        [{"epochs": 150}, {"epochs": 100, "seed": 7}],
    ),
]


def named_inputs(name):
    """Eight inputs for each of eight items."""
    if name == "hadamard":
        pair = np.array([[1.0, 1.0], [1.0, -1.0]])
        return np.kron(np.kron(pair, pair), pair)
    if name == "correlated":
        return np.eye(8) + 0.3 * np.random.RandomState(12).rand(8, 8)
    orthogonal, triangle = np.linalg.qr(np.random.RandomState(11).randn(8, 8))
    return orthogonal * np.sign(np.diag(triangle))


def rounded(values):
    return [float(f"{value:.12g}") for value in values]


def kept(states):
    """What is kept of a training."""
    epochs = len(states) - 1
    quarters = [round(epochs * quarter / 4) for quarter in (1, 2, 3, 4)]
    return {
        "losses": rounded(state["loss"] for state in states[::5]),
        "predictions": rounded(state["probe"] for state in states[::5]),
        "singular_values": [rounded(state["modes"]) for state in states[::5]],
        "similarities": {
            str(epoch): [[rounded(row) for row in matrix] for matrix in states[epoch]["similarities"]]
            for epoch in quarters
        },
    }


def reference_case(name, data, features, hidden, gamma, eta, epochs, special):
    inputs, targets, cell = reference.dataset(data, SEED, {"features": features})
    variant = dict(special)
    frequencies = variant.pop("frequencies", None)
    if (kind := variant.pop("inputs", None)) is not None:
        inputs = named_inputs(kind)
    # The references follow the first item and the last feature, which is the probe of shark-bones.
    states = reference.train(
        inputs, targets, (0, targets.shape[1] - 1), hidden, SEED, eta, gamma, epochs, frequencies=frequencies, **variant
    )
    case = {
        "name": name, "dataset": data, "seed": SEED, "features": features, "hidden": hidden, "gamma": gamma, "eta": eta,
        "epochs": epochs, "variant": variant,
    }
    if frequencies is not None:
        case["frequencies"] = frequencies
    if kind is not None:
        case["inputs"] = inputs.tolist()
    return case | kept(states)


def history_case(name, data, eta, gamma, variant, phases):
    inputs, targets, cell = reference.dataset(data, SEED, {"features": 1000})
    taught = []
    for phase in phases:
        phase = dict(phase)
        if (seed := phase.pop("seed", None)) is not None:
            phase["targets"] = reference.dataset(data, seed, {"features": 1000})[1]
        if (revised := phase.pop("revised", None)) is not None:
            phase["targets"] = targets.copy()
            other = reference.dataset(data, revised["seed"], {"features": 1000})[1]
            phase["targets"][revised["item"]] = other[revised["item"]]
        if phase.pop("reversed", False):
            phase["targets"] = -targets
        taught.append(phase)
    epochs = sum(phase["epochs"] for phase in phases)
    states = reference.train(inputs, targets, cell, [30], SEED, eta, gamma, epochs, phases=taught, **variant)
    return {
        "name": name, "dataset": data, "seed": SEED, "features": 1000, "hidden": [30], "gamma": gamma, "eta": eta,
        "variant": variant, "phases": phases,
    } | kept(states)


def write(file, cases):
    file.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")


def main(folder):
    write(Path(folder, "histories.json"), [history_case(*history) for history in HISTORIES])
    cases = [reference_case(*case) for case in CASES]
    write(Path(folder, "variants.json"), cases)


if __name__ == "__main__":
    main(sys.argv[1])
