"""The program: found, called, interrupted; its errors and warnings."""

import gc
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

import dlnn_sim as dl
from dlnn_sim import _program

SMALL = {"features": 100, "eta": 10, "analyses": "loss"}


def script(text, **keywords):
    """A separate Python process."""
    return subprocess.Popen(
        [sys.executable, "-c", text], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        cwd=Path(__file__).parent.parent, **keywords,
    )  # fmt: skip


def wait_for(condition, seconds=300):
    end = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)
    return value


def commands():
    """The command lines of all processes."""
    listing = subprocess.run(
        ["ps", "-ww", "-eo", "args"], capture_output=True, text=True, check=True
    )
    return listing.stdout


def fake(path, text="#!/bin/sh\n"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return str(path)


def test_order(tmp_path, monkeypatch):
    chosen = fake(tmp_path / "chosen")
    bundled = fake(tmp_path / "bundled")
    command = fake(
        tmp_path / "a" / "dlnn-sim", "#!/usr/bin/python\nfrom dlnn_sim._program import main"
    )
    on_path = fake(tmp_path / "b" / "dlnn-sim")
    monkeypatch.setenv("PATH", f"{Path(command).parent}{os.pathsep}{Path(on_path).parent}")
    monkeypatch.setattr(_program, "BUNDLED", Path(bundled))
    monkeypatch.setenv("DLNN_SIM", chosen)
    assert _program.find() == chosen
    monkeypatch.delenv("DLNN_SIM")
    assert _program.find() == bundled
    os.remove(bundled)
    assert _program.find() == on_path
    os.remove(on_path)
    for system, word in [("linux", "not found"), ("darwin", "from source"), ("win32", "WSL")]:
        monkeypatch.setattr(sys, "platform", system)
        with pytest.raises(dl.DLNNSimError, match=word):
            _program.find()
    monkeypatch.setenv("DLNN_SIM", str(tmp_path / "none"))
    with pytest.raises(dl.DLNNSimError, match="none', which is not a program"):
        _program.find()


def test_command():
    main = "from dlnn_sim._program import main; main()"
    output, _ = script(f"import sys; sys.argv += ['--version']; {main}").communicate()
    assert re.match(r"\d+\.\d+", output)
    nowhere = {**os.environ, "DLNN_SIM": "/nowhere"}
    process = script(main, env=nowhere)
    assert process.communicate()[1].startswith("Error: ")
    assert process.returncode == 1


def test_unfold():
    text = "Warning: one\n  and its end\nWritten.\nError: two\n  a\n  b\n"
    assert _program.unfold(text) == ["Warning: one and its end", "Written.", "Error: two a b"]
    assert _program.failure(text, 65).message == "two a b"
    assert "signal 9" in _program.failure("", -9).message


def test_warning_and_divergence(temporary):
    with (
        pytest.warns(
            dl.DLNNSimWarning, match="above the largest stable one, 24.25. The loss"
        ) as all,
        pytest.raises(dl.DLNNSimError, match="diverged at epoch 21") as caught,
    ):
        dl.run("tree", features=100, eta=100, analyses="loss")
    assert [each.filename for each in all] == [__file__]
    assert "Try eta=" in str(all[0].message)
    error = caught.value
    assert error.message.endswith("choose a smaller eta.")
    assert error.code == 70
    assert error.run.loss[-1] > 100
    assert len(error.run.loss) == len(error.run.epochs) <= 22


def test_analyses_that_do_not_apply():
    run = dl.run("tree", features=100, eta=10)  # no warning without a choice
    assert "illusion" not in run.findings
    with pytest.warns(dl.DLNNSimWarning, match="illusion is left out"):
        dl.run("tree", features=100, eta=10, analyses=["loss", "illusion"])


def test_folders_are_removed(temporary):
    run = dl.run("tree", **SMALL)
    other = dl.run("tree", **SMALL)
    assert len(list(temporary.iterdir())) == 2
    comparison = dl.compare(run, other)
    figure = run.figure()
    del run, other
    gc.collect()
    assert len(list(temporary.iterdir())) == 3  # the comparison and the figure need them
    assert b"<svg" in figure.image("svg")
    assert b"<svg" in comparison.figure().image("svg")
    del comparison, figure
    gc.collect()
    dl.predict("tree", features=100, eta=10)
    dl.sweep("tree", {"seed": range(2)}, features=100, eta=10)
    with pytest.raises(dl.DLNNSimError):
        dl.run("tree", eta=0)
    assert list(temporary.iterdir()) == []


def test_folders_are_removed_at_exit(temporary):
    process = script("import dlnn_sim as dl; run = dl.run('tree', features=100, eta=10, "
                     "analyses='loss'); print(run.folder)")  # fmt: skip
    output, _ = process.communicate()
    assert output.startswith(str(temporary))
    assert list(temporary.iterdir()) == []


def test_interrupt(temporary):
    """Ctrl-C for Python alone, as a notebook sends it."""
    process = script("import dlnn_sim as dl; dl.run('tree', features=100, eta=10e-3, "
                     "epochs=300_000, analyses='loss')")  # fmt: skip
    wait_for(lambda: f"--output={temporary}" in commands())
    process.send_signal(signal.SIGINT)
    _, complaints = process.communicate(timeout=300)
    assert "KeyboardInterrupt" in complaints
    assert f"--output={temporary}" not in commands()
    assert list(temporary.iterdir()) == []


def test_threads():
    with ThreadPoolExecutor(8) as pool:
        runs = list(pool.map(lambda _: dl.run("tree", **SMALL), range(8)))
    for run in runs[1:]:
        assert np.array_equal(run.loss, runs[0].loss)
        assert np.array_equal(run.rsm.array, runs[0].rsm.array)
    with ThreadPoolExecutor(4) as pool:
        images = list(pool.map(lambda kind: runs[0].figure("loss").image(kind), ["svg"] * 4))
    assert len(set(images)) == 1


def test_without_gnuplot(without_gnuplot, tmp_path):
    run = dl.run("tree", **SMALL)
    assert run.loss[0] == pytest.approx(1, abs=1e-12)
    assert "loss" in run.findings
    for draw in (lambda: run.figure("loss").save(tmp_path / "x.svg"), run.figure()._repr_svg_):
        with pytest.raises(dl.DLNNSimError, match="gnuplot was not found.*Install it") as caught:
            draw()
        assert caught.value.code == 69
    assert not (tmp_path / "x.svg").exists()


def is_served(url):
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return answer.status == 200
    except OSError:
        return False


def test_page(temporary):
    with dl.explore("tree", gamma=1e-3) as page:
        assert page.url.endswith("/?plugin=tree&plugin=modes&gamma=0.001")
        assert is_served(page.url)
        assert "<iframe" in page._repr_html_()
        page.stop()
        assert not is_served(page.url)
        assert "stopped" in repr(page)
    with dl.explore(features=[[1, -1], [1, 1]], probe="item-1:feature-2") as page:
        assert page.url.endswith("?plugin=my-data&plugin=modes&probe=item-1%3Afeature-2")
        assert is_served(page.url)
    with pytest.raises(dl.DLNNSimError, match="nothing.yaml"):
        dl.explore("nothing.yaml")
    with pytest.raises(dl.DLNNSimError, match="Unknown dataset or analysis 'treee'"):
        dl.explore("treee")
    with pytest.raises(dl.DLNNSimError, match="-5"):
        dl.explore("tree", eta=-5)


def test_page_ends_with_a_killed_kernel(temporary):
    process = script("import dlnn_sim as dl; print(dl.explore().url, flush=True); input()",
                     stdin=subprocess.PIPE)  # fmt: skip
    url = process.stdout.readline().strip()
    assert is_served(url)
    process.kill()
    process.communicate()
    wait_for(lambda: not is_served(url))


def test_page_ends_with_python():
    process = script("import dlnn_sim as dl; print(dl.explore().url)")
    url, complaints = process.communicate(timeout=300)
    assert complaints == ""
    assert not is_served(url.strip())


def test_page_in_a_frame():
    """Notebooks on this machine, or at one address, may show the page."""
    for frame, allowed in [(None, "http://localhost:*"), ("https://a.example.org",) * 2]:
        with dl.explore(frame=frame) as page, urllib.request.urlopen(page.url) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert allowed in policy.partition("frame-ancestors")[2]
