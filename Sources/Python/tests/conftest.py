"""What all tests need: the program, and one run of the tutorial."""

import os
import tempfile

import pytest

import dlnn_sim as dl


def pytest_configure(config):
    if not os.environ.get("DLNN_SIM"):
        pytest.exit("Set DLNN_SIM to the program, such as .build/debug/dlnn-sim.", returncode=2)


@pytest.fixture(scope="session")
def sharks():
    """The tutorial's run, seed 2021."""
    return dl.run("shark-bones")


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """A temporary folder for this test alone, so that what is left can be counted."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def without_gnuplot(tmp_path, monkeypatch):
    folder = tmp_path / "no programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
