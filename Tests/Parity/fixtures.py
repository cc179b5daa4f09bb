"""Writes reference numbers for the tests: python fixtures.py FOLDER

What is too long to keep is kept as sums that every number enters.
"""

import json
import sys
from pathlib import Path

import numpy as np

import reference

SEED = 2021


def fingerprint(data):
    """FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/"""
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def rounded(values):
    return [float(f"{value:.9g}") for value in np.ravel(values)]


def projections(similarity):
    """The trace, and two sums with small integer weights: a wrong entry shows in one of them."""
    size = len(similarity)
    row, column = np.indices((size, size))
    weights = [np.eye(size), (3 * row + 5 * column) % 7 - 3, (row * row + 2 * column) % 5 - 2]
    return [(weight * similarity).sum() for weight in weights]


def weights(features):
    start = reference.network([8, 30, features], SEED, None)
    drawn = reference.network([8, 30, features], SEED, 1.0)
    bits = np.concatenate([layer.weight.detach().numpy().ravel() for layer in start]).astype("<f4").tobytes()
    values = np.concatenate([layer.weight.detach().double().numpy().ravel() for layer in drawn])
    blocks = [values[index : index + 1000] for index in range(0, len(values), 1000)]
    return {
        "default_start_fingerprint": fingerprint(bits),
        "every_311th": rounded(values[::311]),
        "sums_of_1000": rounded([block.sum() for block in blocks]),
        "squares_of_1000": rounded([(block**2).sum() for block in blocks]),
    }


def main(folder):
    targets, series = {}, {}
    for name in ("tree", "shark-bones", "parrot-speak"):
        inputs, outputs, cell = reference.dataset(name, SEED, {})
        targets[name] = fingerprint((outputs.ravel() > 0).astype(np.uint8).tobytes())
        states = reference.train(inputs, outputs, cell, [30], SEED, 100, 1e-12, 250)
        series[name] = [states]
    inputs, outputs, cell = reference.dataset("tree", SEED, {})
    deep = reference.train(inputs, outputs, cell, [30, 30], SEED, 15, 1.0, 250)
    similarities = {name: [[rounded(projections(s["similarities"][0])) for s in one[0]]] for name, one in series.items()}
    similarities["depth3"] = [[rounded(projections(s["similarities"][layer])) for s in deep] for layer in (0, 1)]
    numbers = {
        "targets_fingerprint": targets,
        "similarity_projections": similarities,
        "default_network": weights(10_000),
    }
    (folder / "every-number.json").write_text(json.dumps(numbers, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
