"""Sweeps beside the tutorial's loop in PyTorch, on the same processors, in turns: runs per second.

    python sweeps.py DLNN-SIM [--rounds 5]

dlnn-sim is measured as a whole command, from its start to the finished table (no maps). Of PyTorch only the training loop
counts, without data and start: in one process that uses the processors as it likes, as the tutorial's does, and in as many
processes as there are processors, which is more than the tutorial does.
"""

import argparse
import multiprocessing
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import tutorial

PROCESSORS = os.cpu_count()


def torch_loops(threads, count, barrier=None):
    """So many trainings by one process; the seconds they take."""
    import pytorch_peer

    pytorch_peer.torch.set_num_threads(threads)
    inputs, targets, item = tutorial.dataset("shark-bones")
    pytorch_peer.train(inputs, targets, item, pytorch_peer.start(targets))
    starts = [pytorch_peer.start(targets, seed) for seed in range(count)]
    if barrier:
        barrier.wait()
    begin = time.perf_counter()
    for start in starts:
        pytorch_peer.train(inputs, targets, item, start)
    return time.perf_counter() - begin


def together(results, barrier, count):
    results.put(torch_loops(1, count, barrier))


def torch_rates(count=4):
    """Runs per second: one process with all processors, and one process for each."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        alone = count / pool.apply(torch_loops, (PROCESSORS, count))
    results, barrier = context.Queue(), context.Barrier(PROCESSORS)
    workers = [context.Process(target=together, args=(results, barrier, count)) for _ in range(PROCESSORS)]
    for worker in workers:
        worker.start()
    slowest = max(results.get() for _ in workers)
    for worker in workers:
        worker.join()
    return {"all processors in one process": alone, "a process for each": PROCESSORS * count / slowest}


class Sweep:
    """A sweep by dlnn-sim, again and again into a new folder."""

    def __init__(self, program, *vary, options=()):
        self.command = [program, "sweep", "--quiet", "--format", "none", *options]
        for axis in vary:
            self.command += ["--vary", axis]
        self.runs, self.peak, self.table = 0, 0, None

    def seconds(self, jobs=PROCESSORS):
        with tempfile.TemporaryDirectory() as folder:
            begin = time.perf_counter()
            process = subprocess.Popen(self.command + ["--jobs", str(jobs), "--output", folder])
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - begin
            if status:
                sys.exit(f"dlnn-sim ended with {status}")
            self.peak = max(self.peak, usage.ru_maxrss / 1024)
            table = (Path(folder) / "sweep.tsv").read_bytes()
            if self.table not in (None, table):
                sys.exit("two sweeps of the same gave different tables")
            self.table, self.runs = table, table.count(b"\n") - 1
        return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    print(f"{PROCESSORS} processors; medians of {options.rounds}, in turns")

    # The default run at 10,000 seeds and scales: all of them train to the end.
    tutorials = Sweep(options.program, "gamma=1e-12:1e-9:500:log", "seed=0...19")
    everyone = Sweep(options.program, "eta=20:200:25", "gamma=1e-12:1e1:20:log", "seed=0...19")
    seeds = Sweep(options.program, "seed=0...999")
    rates, times = [], {"map": [], "one": [], "all": [], "seeds": []}
    for number in range(options.rounds):
        rates.append(torch_rates())
        # Which of the two comes first changes: whatever else the machine does then falls on both.
        for jobs in (1, PROCESSORS) if number % 2 else (PROCESSORS, 1):
            times["one" if jobs == 1 else "all"].append(tutorials.seconds(jobs))
        times["map"].append(everyone.seconds())
        times["seeds"].append(seeds.seconds())
    median = {name: statistics.median(values) for name, values in times.items()}
    torch = {name: statistics.median(rate[name] for rate in rates) for name in rates[0]}
    usual, best = torch["all processors in one process"], torch["a process for each"]
    for name, rate in torch.items():
        print(f"  PyTorch's loop, {name:<40}{rate:10.2f} runs a second")
    for name, sweep, seconds in [
        ("500 scales × 20 seeds", tutorials, median["all"]),
        ("25 rates × 20 scales × 20 seeds", everyone, median["map"]),
        ("1,000 seeds, each with its own data", seeds, median["seeds"]),
    ]:
        rate = sweep.runs / seconds
        print(f"  dlnn-sim, {name:<40}{rate:16.0f} runs a second{rate / usual:8.0f} × and {rate / best:.0f} ×", end="")
        print(f"   {sweep.runs:,} in {seconds:.2f} s, {sweep.peak:.0f} MB")
    efficiencies = [one / (PROCESSORS * all_) for one, all_ in zip(times["one"], times["all"])]
    print("  goal: 1,000 × the loop in one process for the first; 10,000 runs below 60 s; below 200 MB")
    print(
        f"  parallel efficiency on {PROCESSORS}: {statistics.median(efficiencies):.2f} "
        f"({min(efficiencies):.2f} … {max(efficiencies):.2f})   goal: 0.9"
    )


if __name__ == "__main__":
    main()
