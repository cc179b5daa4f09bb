"""The report in a real browser: it works from a file, without a network."""

import subprocess

import pytest
from selenium.webdriver.common.by import By

from conftest import PROGRAM


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    subprocess.run([PROGRAM, "--plugin", "shark-bones", "--quiet", "--output", folder], check=True)
    subprocess.run([PROGRAM, "report", folder, "--quiet"], check=True)
    return folder / "report.html"


def test_report(chromium, report):
    chromium.get_log("browser")
    chromium.get(f"file://{report}")
    images = chromium.execute_script("return [...document.images].map((each) => [each.complete && each.naturalWidth, each.alt]);")
    assert len(images) > 10 and all(width > 0 and alt for width, alt in images)
    track = chromium.find_element(By.CSS_SELECTOR, 'input[type="range"]')
    section = chromium.execute_script("return arguments[0].closest('section').innerHTML;", track)
    seen = set()
    for place in ("0", track.get_attribute("max")):
        chromium.execute_script("""
            arguments[0].value = arguments[1];
            arguments[0].dispatchEvent(new Event("input", { bubbles: true }));""", track, place)
        seen.add(chromium.execute_script("return arguments[0].closest('section').innerHTML;", track))
    assert len(seen | {section}) >= 2
    assert chromium.execute_script("return performance.getEntriesByType('resource').filter((each) => !each.name.startsWith('data:'));") == []
    assert [entry for entry in chromium.get_log("browser") if entry["level"] == "SEVERE"] == []
