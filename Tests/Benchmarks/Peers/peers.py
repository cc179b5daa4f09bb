"""dlnn-sim beside PyTorch, NumPy and JAX, and beside gnuplot alone: the same work, in turns, on the same processors.

    python peers.py DLNN-SIM WORKER [--rounds 7]

Prints medians (smallest … largest) and ratios of medians. A turn of a peer's loop is one loop of half a second; dlnn-sim
repeats its own 100 times in a turn, of which the median counts. Every loop's loss at epoch 125 is checked against the others'.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

import numpy_peer
import pytorch_peer
import tutorial

HERE = Path(__file__).parent


def timed(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


class Worker:
    """dlnn-sim's own loop in a process that stays."""

    def __init__(self, program, features=10_000):
        self.process = subprocess.Popen(
            [program, str(features)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def __call__(self, piece):
        self.process.stdin.write(piece + "\n")
        answer = self.process.stdout.readline().split()
        if len(answer) != 3:
            sys.exit(f"the worker ended with {self.process.wait()} when asked for '{piece}'")
        seconds, loss, probe = map(float, answer)
        return seconds, loss, probe

    def peak(self):
        """The most memory it held, in MB; where the system tells."""
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return None
        return int(next(line for line in status.read_text().splitlines() if line.startswith("VmHWM")).split()[1]) / 1024

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def in_turns(rounds, contestants):
    """Times of each contestant, who take turns; a first round, in which they warm up, does not count."""
    times = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, contestant in contestants.items():
            # The threads of the one before wait actively for more work, for a fifth of a second.
            time.sleep(0.3)
            seconds = contestant()
            if number > 0:
                times[name].append(seconds)
    return times


def show(title, times, base, wanted):
    print(f"\n{title}")
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, values in times.items():
        ratio = "" if name == base else f"{medians[name] / medians[base]:9.1f} ×"
        bound = f"   goal: {wanted[name]}" if name in wanted else ""
        spread = f"({1e3 * min(values):.2f} … {1e3 * max(values):.2f})"
        print(f"  {name:<34}{1e3 * medians[name]:10.2f} ms  {spread:<24}{ratio}{bound}")


def compare(found):
    """Prints what each loop computed, and ends if they did not train the same."""
    print("  loss and prediction at epoch 125:")
    for name, (loss, probe) in found.items():
        print(f"    {name:<32}{loss:.9f} {probe:+.9f}")
        tolerance = 0.01 if "32 bits" in name else 1e-6
        if max(abs(loss - found["dlnn-sim"][0]), abs(probe - found["dlnn-sim"][1])) > tolerance:
            sys.exit(f"{name} trains something else: its numbers are off by more than {tolerance}")


def loops(options):
    inputs, targets, item = tutorial.dataset("shark-bones")
    weights = [weight.detach().double().numpy() for weight in pytorch_peer.start(targets).parameters()]
    worker = Worker(options.worker)
    found = {}

    def ours():
        seconds, loss, probe = worker("loop 100")
        found["dlnn-sim"] = (loss, probe)
        return seconds

    def peer(name, train):
        def run():
            start = pytorch_peer.start(targets) if name.startswith("PyTorch") else weights
            seconds, (losses, probe, *_) = timed(lambda: train(inputs, targets, item, start))
            found[name] = (losses[125], probe[125])
            return seconds

        return run

    contestants = {
        "dlnn-sim": ours,
        "PyTorch, 32 bits (the tutorial)": peer("PyTorch", pytorch_peer.train),
        "NumPy, 64 bits": peer("NumPy", numpy_peer.train),
    }
    try:
        import jax_peer

        print(f"JAX {jax_peer.jax.__version__}")
        contestants["JAX, 64 bits, compiled"] = peer("JAX", jax_peer.train)
    except ImportError:
        print("JAX is not installed; it is left out.")
    times = in_turns(options.rounds, contestants)
    wanted = {"PyTorch, 32 bits (the tutorial)": "500 ×", "NumPy, 64 bits": "80 ×", "JAX, 64 bits, compiled": "80 ×"}
    show("Training loop: loss, modes, similarities and prediction at every state of 250 epochs", times, "dlnn-sim", wanted)
    compare(found)

    def span():
        data, goal, cell = tutorial.dataset("shark-bones")
        return pytorch_peer.train(data, goal, cell, pytorch_peer.start(goal))

    spans = in_turns(
        options.rounds,
        {"dlnn-sim": lambda: worker("span 5")[0], "PyTorch, 32 bits": lambda: timed(span)[0]},
    )
    show("From the seed to the recording: sampling, weights, training", spans, "dlnn-sim", {"PyTorch, 32 bits": "150 ×"})
    worker.close()


def relu_loops(options):
    inputs, targets, item = tutorial.dataset("shark-bones")
    worker = Worker(options.worker)
    found = {}

    def ours():
        seconds, *found["dlnn-sim"] = worker("relu 100")
        return seconds

    def peer(name, dtype):
        def run():
            start = pytorch_peer.start_relu(targets, dtype)
            seconds, (losses, probe, *_) = timed(lambda: pytorch_peer.train_relu(inputs, targets, item, start))
            found[name] = (losses[125], probe[125])
            return seconds

        return run

    names = {"PyTorch, 32 bits": pytorch_peer.torch.float32, "PyTorch, 64 bits": pytorch_peer.torch.float64}
    peers = {name: peer(name, dtype) for name, dtype in names.items()}
    times = in_turns(options.rounds, {"dlnn-sim": ours, **peers})
    worker.close()
    show("The same with ReLU units, biases, momentum and batches of two: 1,000 updates", times, "dlnn-sim", {})
    compare(found)


def growth(options):
    small, large = Worker(options.worker), Worker(options.worker, 1_000_000)
    for piece, often, rarely, title, bound in [
        ("loop", 100, 100, "Training loop", "at most 1.1 ×"),
        ("span", 5, 1, "Seed to recording", "at most 110 ×"),
    ]:
        times = in_turns(
            min(options.rounds, 5),
            {"10,000 features": lambda: small(f"{piece} {often}")[0], "1,000,000 features": lambda: large(f"{piece} {rarely}")[0]},
        )
        show(f"{title} with more features", times, "10,000 features", {"1,000,000 features": bound})
    peak = large.peak()
    if peak:
        print(f"  most memory held with 1,000,000 features: {peak:.0f} MB   goal: below 400 MB")
    small.close()
    large.close()


def processes(options):
    with tempfile.TemporaryDirectory() as folder:
        ours = [options.program, "--plugin", "shark-bones", "--plugin", "parrot-speak", "--plugin", "illusion"]
        ours += ["--output", f"{folder}/ours", "--quiet"]
        subprocess.run(ours, check=True)

        def gnuplot():
            for name in tutorial.CORRELATIONS:
                for figure in ["illusion.gp", "illusion-modes.gp"]:
                    settings = "format='svg'; output='again.svg'"
                    command = ["gnuplot", "-d", "-e", settings, figure]
                    subprocess.run(command, cwd=f"{folder}/ours/{name}", check=True, env=environment)

        # The same fonts and path, and nothing else that would change what gnuplot does.
        environment = dict(os.environ)
        script = [sys.executable, str(HERE / "illusions.py"), folder]
        times = in_turns(
            options.rounds,
            {
                "gnuplot alone, one by one": lambda: timed(gnuplot)[0],
                "dlnn-sim": lambda: timed(lambda: subprocess.run(ours, check=True))[0],
                "PyTorch and Matplotlib": lambda: timed(lambda: subprocess.run(script, check=True))[0],
            },
        )
        title = "Two illusions as a whole process (four figures; the script with Matplotlib draws two), from start to end"
        show(title, times, "gnuplot alone, one by one", {"dlnn-sim": "at most 1.5 ×"})
        ratio = statistics.median(times["PyTorch and Matplotlib"]) / statistics.median(times["dlnn-sim"])
        print(f"  PyTorch and Matplotlib / dlnn-sim: {ratio:.1f} ×   goal: 50 ×")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("worker")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds: at least 1")
    print(f"{os.cpu_count()} processors, NumPy {np.__version__}, PyTorch {pytorch_peer.torch.__version__}")
    loops(options)
    relu_loops(options)
    growth(options)
    processes(options)


if __name__ == "__main__":
    main()
