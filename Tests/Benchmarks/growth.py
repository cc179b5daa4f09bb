"""How time and memory of one training grow with its size. Not a test, because machines differ.

make bench-growth [ROUNDS=7]
"""

import argparse
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile

# The tutorial's tree; every row changes one size and keeps the others.
BASE = {"levels": 3, "features": 10_000, "hidden": "30", "epochs": 250}
SIZES = [
    ("items", "levels", [3, 4, 5, 6, 7, 8], lambda levels: 2**levels),
    ("features", "features", [10_000, 40_000, 160_000, 640_000], float),
    ("hidden units", "hidden", ["30", "60", "120", "240", "480"], float),
    ("epochs", "epochs", [250, 1000, 4000, 16_000], float),
    ("hidden layers", "hidden", [",".join(["30"] * layers) for layers in (1, 2, 4, 8)], lambda text: len(text.split(","))),
]
PART = re.compile(r"(data|spectrum|weights and basis|weights|training) ([0-9.]+) (ms|s)\b")


def run(program, sizes, engine="reduced"):
    """Seconds of each part, and the peak memory in megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            program, "--plugin", "tree", "--plugin", "loss", "--format", "none", "--verbose", "--output", folder + "/run",
            "--set", f"levels={sizes['levels']}", "--set", f"features={sizes['features']}", "--hidden", sizes["hidden"],
            "--epochs", str(sizes["epochs"]), "--eta", str(0.2 * math.sqrt(sizes["features"])), "--gamma", "1e-6",
            "--engine", engine,
        ]  # fmt: skip
        child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        text = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        if status:
            sys.exit(text)
    words = " ".join(text.split())
    parts = {name: float(number) / (1000 if unit == "ms" else 1) for name, number, unit in PART.findall(words)}
    start = parts.get("weights and basis", parts.get("weights", 0)) + parts.get("data", 0)
    return start, parts["training"], usage.ru_maxrss / 1024


def exponent(sizes, values):
    """The slope between the two largest sizes, in logarithms."""
    return math.log(values[-1] / values[-2]) / math.log(sizes[-1] / sizes[-2])


def measured(program, sizes, rounds, engine="reduced"):
    rows = [run(program, sizes, engine) for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*rows)]


def shown(seconds):
    return f"{1000 * seconds:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    print("| size | | data, weights and basis | training | memory |\n|---|---|---|---|---|")
    for name, key, values, number in SIZES:
        numbers = [number(value) for value in values]
        rows = [measured(arguments.program, BASE | {key: value}, arguments.rounds) for value in values]
        for place, (value, row) in enumerate(zip(numbers, rows)):
            title = name if place == 0 else ""
            print(f"| {title} | {value:,.0f} | {shown(row[0])} | {shown(row[1])} | {row[2]:.0f} MB |", flush=True)
        slopes = [exponent(numbers, [row[column] for row in rows]) for column in range(3)]
        print(f"| | exponent | {slopes[0]:.1f} | {slopes[1]:.1f} | {slopes[2]:.1f} |", flush=True)
    print("\n| features | `reduced`, whole | `full`, whole |\n|---|---|---|")
    for features in (39, 60, 100, 200, 400, 1000, 10_000):
        both = [
            measured(arguments.program, BASE | {"features": features}, arguments.rounds, engine)
            for engine in ("reduced", "full")
        ]
        print(f"| {features} | " + " | ".join(shown(row[0] + row[1]) for row in both) + " |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
