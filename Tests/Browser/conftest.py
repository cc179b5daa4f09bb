"""The program as a server, and a browser that opens its page."""

import os
import re
import signal
import subprocess
import time

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

PROGRAM = os.environ.get("PROGRAM", ".build/release/dlnn-sim")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
DRIVER = os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver")
# How many seconds to wait for something to happen: far longer than a busy machine needs.
PATIENCE = 600


class Served:
    """`dlnn-sim explore`, running."""

    def __init__(self, *options, environment=None):
        self.process = subprocess.Popen(
            [PROGRAM, "explore", "--port", "0", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, **(environment or {})})
        self.address = re.search(r"http://\S+/", self.process.stdout.readline()).group()
        self.port = int(self.address.split(":")[2].split("/")[0])

    def end(self):
        """Stops it as Ctrl-C does; returns its exit code and standard error."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said


@pytest.fixture(scope="session")
def served():
    program = Served()
    yield program
    code, said = program.end()
    assert code == 0 and "Stopped." in said, said


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    downloads = str(tmp_path_factory.mktemp("downloads"))
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--window-size=1280,1000"]:
        options.add_argument(argument)
    options.add_experimental_option("prefs", {
        "download.default_directory": downloads, "profile.default_content_setting_values.automatic_downloads": 1})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.downloads = downloads
    driver.set_script_timeout(PATIENCE)
    yield driver
    driver.quit()


class Page:
    """The page as a user sees it."""

    def __init__(self, browser, address):
        self.browser, self.address = browser, address

    def open(self, query=""):
        self.browser.get("about:blank")
        self.browser.get(f"{self.address}?{query}" if query else self.address)
        self.settle()

    def settle(self):
        """Waits until the requested state is shown."""
        WebDriverWait(self.browser, PATIENCE, poll_frequency=0.02).until(lambda browser: browser.execute_script("""
            const shown = document.getElementById("shown");
            return shown.dataset.query === location.search.slice(1) && !shown.hasAttribute("aria-busy");"""))

    def size(self, width, height=1000):
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})

    def control(self, name, kind="range"):
        return self.browser.find_element(By.CSS_SELECTOR, f'input[type="{kind}"][data-name="{name}"]')

    def let_go(self, name, value):
        """Moves a slider and releases it; returns the milliseconds to the new figure."""
        self.browser.execute_script("""
            const track = document.querySelector(`input[type="range"][data-name="${arguments[0]}"]`);
            track.value = arguments[1];
            track.dispatchEvent(new Event("input", { bubbles: true }));
            track.dispatchEvent(new Event("change", { bubbles: true }));""", name, value)
        self.settle()
        return float(self.shown("milliseconds"))

    def show_epoch(self, epoch):
        """Moves the slider of the epoch; returns the milliseconds to the new figure."""
        self.browser.execute_script("""
            const track = document.getElementById("epoch");
            track.value = arguments[0];
            track.dispatchEvent(new Event("input", { bubbles: true }));""", epoch)
        self.settle()
        return float(self.shown("milliseconds"))

    def shown(self, name):
        return self.browser.execute_script('return document.getElementById("shown").dataset[arguments[0]];', name)

    def figures(self):
        """The names of the figures on the page."""
        return [each.get_attribute("id").removeprefix("figure-")
                for each in self.browser.find_elements(By.CSS_SELECTOR, "#figures figure")]

    def picture(self, name):
        """The HTML of a figure."""
        return self.browser.execute_script(
            "return document.querySelector(`#figure-${arguments[0]} .picture`).innerHTML;", name)

    def text(self, identifier):
        return self.browser.find_element(By.ID, identifier).text

    def click(self, text):
        for button in self.browser.find_elements(By.TAG_NAME, "button"):
            if button.text == text and button.is_displayed():
                self.browser.execute_script("arguments[0].click();", button)
                return
        raise AssertionError(f"no button '{text}'")

    def query(self):
        return self.browser.current_url.partition("?")[2]

    def complaints(self):
        """The errors in the browser's console, except for runs and figures that were meant to be refused."""
        return [entry["message"] for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE"
                and not re.match(r"\S+/(run|figures/\S+)\?.*Failed to load resource", entry["message"])]


@pytest.fixture
def page(chromium, served):
    chromium.get_log("browser")
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    made = Page(chromium, served.address)
    yield made
    assert made.complaints() == []


def eventually(condition, seconds=PATIENCE):
    """Whether something becomes true within that time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False
