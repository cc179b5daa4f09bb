"""`dlnn-sim sweep --on slurm` on a real Slurm, which `local-cluster` starts:  local-cluster python3 test_slurm.py"""

import glob
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import time
import unittest

PROGRAM = os.path.abspath(os.environ.get("PROGRAM", ".build/release/dlnn-sim"))
SWEEP = ["--vary", "eta=20:200:10", "--vary", "seed=0..<6"]
TASKS = 4
# A hundred short runs in four parts; the limit is for a very busy machine.
END = 1200


def call(*words, environment=None):
    return subprocess.run(words, capture_output=True, text=True, timeout=END, env={**os.environ, **(environment or {})})


def run(*options, environment=None):
    return call(PROGRAM, "sweep", *options, environment=environment)


def said(answer):
    """What it said, line breaks folded."""
    return " ".join((answer.stdout + answer.stderr).split())


def queue(*options):
    return call("squeue", "--noheader", *options).stdout.split()


def wait_for_end(job=None):
    """Waits until a job, or every job, has left the queue."""
    end = time.monotonic() + END
    while queue(*(["--jobs", job] if job else [])):
        if time.monotonic() > end:
            raise TimeoutError(call("squeue", "--long").stdout)
        time.sleep(0.3)


class SlurmTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if "LOCAL_CLUSTER" not in os.environ:
            raise RuntimeError("These tests submit and cancel jobs: run them with Tests/Slurm/local-cluster.")
        cls.place = tempfile.mkdtemp(prefix="dlnn-sim-slurm.")
        cls.addClassCleanup(shutil.rmtree, cls.place)
        cls.table = cls.table_of(SWEEP)
        assert cls.table.count(b"\n") == 1 + 10 * 6, "the names, and a row for each run"

    @classmethod
    def table_of(cls, sweep):
        """The table of a sweep without a cluster."""
        local = tempfile.mkdtemp(dir=cls.place)
        answer = run(*sweep, "--output", local)
        assert answer.returncode == 0, said(answer)
        with open(os.path.join(local, "sweep.tsv"), "rb") as table:
            return table.read()

    def setUp(self):
        self.sweep = SWEEP
        self.folder = os.path.join(tempfile.mkdtemp(dir=self.place), "Ann's 50% sweep")

    def tearDown(self):
        call("scancel", "--user", str(os.getuid()))
        wait_for_end()

    def path(self, name):
        return os.path.join(self.folder, name)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def submit(self, *options, environment=None):
        return run(*self.sweep, "--output", self.folder, "--on", "slurm", "--tasks", str(TASKS), *options,
                   environment=environment)

    def submitted(self, *options, environment=None):
        """Submits what must be taken; answers the job's number."""
        answer = self.submit(*options, environment=environment)
        self.assertEqual(answer.returncode, 0, said(answer))
        job = self.read("sweep.job").decode().strip()
        self.assertRegex(job, r"^\d+$")
        self.assertRegex(said(answer), rf"\bjob {job}\b")
        return job

    def occupy(self):
        """Fills the node, so that whatever is submitted next waits."""
        job = call("sbatch", "--parsable", "--exclusive", "--output=/dev/null", "--wrap=sleep 3600").stdout.strip()
        self.wait_until(lambda: queue("--jobs", job, "--format=%T") == ["RUNNING"])
        return job

    def wait_until(self, condition):
        end = time.monotonic() + END
        while not condition():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.02)

    def collected(self):
        answer = run("collect", self.folder)
        self.assertEqual(answer.returncode, 0, said(answer) + self.logs())
        self.assertEqual(self.read("sweep.tsv"), self.table)

    def logs(self):
        """The tasks' logs, for the reader of a failure."""
        names = os.listdir(self.path("logs")) if os.path.isdir(self.path("logs")) else []
        return "".join(f"\n{name}:\n{self.read('logs/' + name).decode()}" for name in sorted(names))

    def test_a_sweep_by_tasks_is_the_sweep(self):
        job = self.submitted("--partition", "main", "--time", "10", "--memory", "1M", "--cpus", "1", "--account", "lab")
        script = self.read("sweep.slurm").decode()
        for option in ["partition=main", "time=10", "mem=1M", "cpus-per-task=1", "account=lab", f"array=1-{TASKS}"]:
            self.assertIn(f"\n#SBATCH --{option}\n", script)
        wait_for_end(job)
        self.assertEqual(sorted(os.listdir(self.path("logs"))), [f"{job}_{task}.log" for task in range(1, TASKS + 1)])
        self.collected()

    def test_the_script_can_be_submitted_by_hand(self):
        job = self.submitted()
        wait_for_end(job)
        again = call("sbatch", "--parsable", self.path("sweep.slurm"))
        self.assertEqual(again.returncode, 0, again.stderr)
        wait_for_end(again.stdout.strip())
        self.collected()

    def test_a_sweep_in_the_queue_is_not_submitted_twice(self):
        self.occupy()
        job = self.submitted()
        before = self.read("sweep.slurm")
        answer = self.submit()
        self.assertIn(answer.returncode, [1, 73])
        self.assertIn(f"Job {job} is still in the queue", said(answer))
        self.assertIn(f"scancel {job}", said(answer))
        self.assertEqual(queue("--name=dlnn-sim-sweep", "--format=%F"), [job])
        self.assertEqual(self.read("sweep.slurm"), before)

    def test_what_is_missing_is_told_and_made_up_for(self):
        blocker = self.occupy()
        job = self.submitted()
        self.assertEqual(call("scancel", f"{job}_2", f"{job}_4").returncode, 0)
        call("scancel", blocker)
        wait_for_end(job)
        answer = run("collect", self.folder)
        self.assertNotEqual(answer.returncode, 0)
        self.assertIn("missing", said(answer).lower())
        self.assertFalse(os.path.exists(self.path("sweep.tsv")))
        job = self.submitted()
        self.assertIn("\n#SBATCH --array=2,4\n", self.read("sweep.slurm").decode())
        wait_for_end(job)
        self.collected()
        # And then there is nothing left to submit.
        self.submit()
        self.assertEqual(queue(), [])

    def test_tasks_that_were_killed_at_work_are_made_up_for(self):
        # Seconds of work for each task.
        self.sweep = ["--vary", "eta=20:200:10", "--vary", "seed=0..<300"]
        self.table = self.table_of(self.sweep)
        job = self.submitted()
        self.wait_until(lambda: glob.glob(os.path.join(glob.escape(self.path("parts")), "part-*")))
        call("scancel", "--signal=KILL", "--full", job)
        call("scancel", job)
        wait_for_end(job)
        self.assertNotEqual(run("collect", self.folder).returncode, 0)
        wait_for_end(self.submitted())
        self.collected()

    def test_what_slurm_says_is_passed_on(self):
        answer = self.submit("--partition", "no such partition")
        self.assertEqual(answer.returncode, 1, said(answer))
        self.assertIn("invalid partition specified: no such partition", said(answer))
        self.assertIn(self.path("sweep.slurm"), said(answer))
        self.assertTrue(os.path.exists(self.path("sweep.slurm")))
        self.assertFalse(os.path.exists(self.path("sweep.job")))
        # With the mistake fixed it goes on.
        wait_for_end(self.submitted("--partition", "main"))
        self.collected()

    def test_what_is_asked_for_goes_before_the_environment(self):
        job = self.submitted("--partition", "main", environment={
            "SBATCH_PARTITION": "none", "SBATCH_ARRAY_INX": "7", "SBATCH_WAIT": "1", "SBATCH_OUTPUT": "/nowhere/%j"})
        wait_for_end(job)
        self.collected()

    def test_without_slurm_the_script_is_left(self):
        answer = self.submit(environment={"PATH": self.place})
        self.assertIn("Slurm not found (no sbatch on PATH)", said(answer))
        command = shlex.split(re.search(r"with: (sbatch .*sweep\.slurm'?)", said(answer)).group(1))
        self.assertEqual(command, ["sbatch", self.path("sweep.slurm")])
        job = call("sbatch", "--parsable", command[1])
        self.assertEqual(job.returncode, 0, job.stderr)
        wait_for_end(job.stdout.strip())
        self.collected()

    def test_nonsense_is_refused_before_anything_is_written(self):
        for option, text in [("tasks", "0"), ("tasks", "-1"), ("tasks", "10001"), ("cpus", "0"), ("partition", ""),
                             ("time", "a\nb"), ("account", "a\x1bb"), ("memory", "x" * 300)]:
            answer = self.submit(f"--{option}", text)
            self.assertEqual(answer.returncode, 64, f"{option} {text!r}: {said(answer)}")
            self.assertFalse(os.path.exists(self.path("sweep.slurm")), option)


if __name__ == "__main__":
    unittest.main(verbosity=2)
