"""The report in a real browser, opened as a file, without a network."""

import subprocess

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from conftest import PROGRAM


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    subprocess.run([PROGRAM, "--plugin", "shark-bones", "--quiet", "--output", folder], check=True)
    subprocess.run([PROGRAM, "report", folder, "--quiet"], check=True)
    return folder / "report.html"


@pytest.mark.parametrize("width", [390, 768, 1920])
def test_what_happened_comes_first(chromium, report, width):
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False})
    chromium.get(f"file://{report}")
    assert chromium.execute_script("return document.documentElement.scrollWidth <= innerWidth;")
    story = chromium.find_element(By.CLASS_NAME, "story").text
    assert story.startswith("Shark has_bones: target −1; ") and "+0.52" in story
    first = chromium.execute_script("return document.images[0].alt;")
    assert "Shark has_bones" in first
    # The sentence and the top of the figure are visible without scrolling.
    assert chromium.execute_script("return document.images[0].getBoundingClientRect().top < innerHeight / 2;")
    words = chromium.find_elements(By.CSS_SELECTOR, "dl dt")
    assert "mode" in [each.text for each in words]
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


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


def test_play(chromium, report):
    chromium.get(f"file://{report}")
    track = chromium.find_element(By.CSS_SELECTOR, '.similarity input[type="range"]')
    button = chromium.find_element(By.CSS_SELECTOR, ".similarity .play")
    epoch = lambda: int(track.get_property("value"))
    last = int(track.get_attribute("max"))
    # At the end it starts again.
    chromium.execute_script("arguments[0].value = arguments[0].max;", track)
    button.click()
    WebDriverWait(chromium, 60).until(lambda _: 0 < epoch() < last)
    assert button.text == "Pause"
    button.click()
    assert button.text == "Play"
    # One step may have been on its way.
    chromium.execute_async_script("setTimeout(arguments[0], 600);")
    stopped = epoch()
    chromium.execute_async_script("setTimeout(arguments[0], 600);")
    assert epoch() == stopped
    # Near the end it stops by itself.
    chromium.execute_script("arguments[0].value = arguments[0].max - 1;", track)
    button.click()
    WebDriverWait(chromium, 60).until(lambda _: epoch() == last and button.text == "Play")
