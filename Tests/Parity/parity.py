"""Trains the same network with PyTorch and with dlnn-sim, and prints how far the numbers differ.

    python parity.py PROGRAM [--dataset shark-bones] [--seed 7] [--eta 50] [--gamma 1e-6] [--hidden 30,30]
                     [--epochs 300] [--set levels=2]… [--unit relu] [--bias] [--optimizer adam] [--momentum 0.9]
                     [--decay 0.001] [--batch 2] [--ratio 3] [--frequency Oak=4]…

What is not given is dlnn-sim's own choice. Ends with 1 when a difference is larger than 1e-6: absolute in loss and
prediction, relative to the largest in modes and similarities.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

import reference

TOLERANCE = 1e-6
TEXTS = ("eta", "gamma", "hidden", "epochs", "unit", "optimizer", "momentum", "decay", "batch", "ratio")
SHOWN_EPOCHS = 24  # as many similarity matrices as a run writes


def run(program, arguments, folder):
    command = [program, *arguments, "--format", "none", "--quiet", "--output", str(folder)]
    finished = subprocess.run(command, capture_output=True, text=True)
    if finished.returncode != 0:
        sys.exit(f"{' '.join(command)}\nended with {finished.returncode}:\n{finished.stderr}")
    return json.loads((folder / "run.json").read_text())


def table(path):
    return np.loadtxt(path, delimiter="\t", skiprows=1, ndmin=2)


def similarities(program, arguments, name, layer, epochs):
    """The similarity matrices of a hidden layer (from 1) that dlnn-sim writes, by epoch."""
    chosen = sorted({round(epoch) for epoch in np.linspace(0, epochs, SHOWN_EPOCHS)})
    shown = [word for epoch in chosen for word in ("--epoch", str(epoch))]
    with tempfile.TemporaryDirectory() as folder:
        options = ["--plugin", "rsa", "--set", f"layer={layer}", *shown]
        run(program, [*arguments, *options], Path(folder))
        return {epoch: table(Path(folder) / name / f"rsm-epoch-{epoch}.tsv") for epoch in chosen}


def relative_difference(ours, theirs):
    """The largest difference, relative to the largest entry."""
    if ours.shape != theirs.shape:
        return np.inf
    return np.abs(ours - theirs).max() / np.abs(theirs).max()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--dataset", default="shark-bones")
    parser.add_argument("--seed", type=int, default=2021)
    parser.add_argument("--set", action="append", default=[], dest="settings")
    parser.add_argument("--frequency", action="append", default=[], dest="frequencies")
    parser.add_argument("--bias", action="store_true")
    for name in TEXTS:
        parser.add_argument(f"--{name}")
    options = parser.parse_args()

    arguments = ["--plugin", options.dataset, "--seed", str(options.seed)]
    for name in TEXTS:
        if getattr(options, name):
            arguments += [f"--{name}", getattr(options, name)]
    arguments += ["--bias"] if options.bias else []
    for frequency in options.frequencies:
        arguments += ["--frequency", frequency]
    for setting in options.settings:
        arguments += ["--set", setting]
    with tempfile.TemporaryDirectory() as folder:
        record = run(options.program, [*arguments, "--plugin", "loss", "--export", "data"], Path(folder))
        ours = table(Path(folder) / options.dataset / "trajectory.tsv")
        with open(Path(folder) / options.dataset / "arrays" / "targets.csv", newline="") as file:
            items = [row[0] for row in csv.reader(file)][1:]
    plan = next(training["plan"] for training in record["datasets"][0]["trainings"] if training["isMain"])
    gamma = plan["initialization"]["scaledNormal"]["scale"]
    hidden, eta, epochs = plan["hiddenWidths"], plan["learningRate"], plan["epochs"]

    settings = dict(setting.split("=", 1) for setting in options.settings)
    inputs, targets, cell = reference.dataset(options.dataset, options.seed, settings)
    frequencies = None
    if options.frequencies:
        frequencies = [1.0] * len(items)
        for text in options.frequencies:
            item, frequency = text.rsplit("=", 1)
            frequencies[items.index(item)] = float(frequency)
    states = reference.train(
        inputs,
        targets,
        cell,
        hidden,
        options.seed,
        eta,
        gamma,
        epochs,
        unit=options.unit or "linear",
        bias=options.bias,
        optimizer=options.optimizer or "sgd",
        momentum=float(options.momentum or 0),
        decay=float(options.decay or 0),
        batch=int(options.batch) if options.batch else None,
        ratio=float(options.ratio or 1),
        frequencies=frequencies,
    )

    modes = np.array([state["modes"] for state in states])
    expected = (epochs + 1, 3 + modes.shape[1])
    if ours.shape != expected:
        sys.exit(f"trajectory.tsv has {ours.shape[0]} rows and {ours.shape[1]} columns, and should have {expected}")
    # numpy's max, unlike Python's, does not lose what is not a number.
    differences = {
        "loss": np.abs(ours[:, 1] - [state["loss"] for state in states]).max(),
        "probe": np.abs(ours[:, 2] - [state["probe"] for state in states]).max(),
        "modes": np.abs(ours[:, 3:] - modes).max() / modes.max(),
    }
    for layer in range(len(hidden)):
        series = similarities(options.program, arguments, options.dataset, layer + 1, epochs)
        differences[f"similarities, layer {layer + 1}"] = np.max(
            [relative_difference(matrix, states[epoch]["similarities"][layer]) for epoch, matrix in series.items()]
        )

    widths = " → ".join(str(width) for width in [inputs.shape[1], *hidden, targets.shape[1]])
    print(f"{options.dataset}: {widths}, seed {options.seed}, η {eta:.6g}, γ {gamma:g}, {epochs} epochs")
    for name, difference in differences.items():
        print(f"  {name:<24}{difference:9.1e}{'' if difference < TOLERANCE else '   MORE THAN ' + str(TOLERANCE)}")
    sys.exit(0 if all(difference < TOLERANCE for difference in differences.values()) else 1)


if __name__ == "__main__":
    main()
