"""The time from releasing a slider to the new figure on the screen. Not a test, because machines differ.

make bench-browser [MOVES=…]
"""

import os
import random
import statistics
import sys

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from conftest import CHROMIUM, DRIVER, Page, Served

MOVES = int(os.environ.get("MOVES", "40"))

# Two frames later the figure is on the screen.
MOVE = """
const [selector, value, done] = arguments;
const track = document.querySelector(selector);
const shown = document.getElementById("shown");
const { first, turn } = shown.dataset;
const start = performance.now();
const times = [];
const watch = new MutationObserver(() => {
  if (shown.dataset.first !== first && times.length === 0) {
    times.push(performance.now() - start);
    requestAnimationFrame(() => requestAnimationFrame(() => times.push(performance.now() - start)));
  }
  if (shown.dataset.turn === turn || shown.hasAttribute("aria-busy")) return;
  watch.disconnect();
  const all = performance.now() - start;
  requestAnimationFrame(() => requestAnimationFrame(() => done([...times, all, Number(shown.dataset.server)])));
});
watch.observe(shown, { attributes: true });
track.value = value;
track.dispatchEvent(new Event("input", { bubbles: true }));
track.dispatchEvent(new Event("change", { bubbles: true }));
"""


def measure(page, title, query, selector, values):
    page.open(query)
    times = [page.browser.execute_async_script(MOVE, selector, value) for value in values]
    columns = [sorted(column) for column in zip(*times)]
    cells = "".join(f"{statistics.median(c):8.0f} /{c[int(0.9 * len(c))]:4.0f} ms" for c in columns)
    print(f"{title:46}{cells}", flush=True)


def main():
    random.seed(1)
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--window-size=1280,1000"]:
        options.add_argument(argument)
    served = Served()
    browser = webdriver.Chrome(options=options, service=Service(DRIVER))
    page = Page(browser, served.address)
    rates = random.sample(range(20, 240), MOVES)
    epochs = random.sample(range(1, 250), MOVES)
    print(f"{MOVES} moves each; median / nine tenths{'picture':>16}{'painted':>17}{'all there':>17}{'computed':>17}")
    try:
        for analysis in ("illusion", "loss", "modes", "rsa"):
            measure(page, f"learning rate, {analysis} of shark-bones", f"plugin=shark-bones&plugin={analysis}",
                    '[type="range"][data-name="eta"]', rates)
        measure(page, "flip probability, illusion of shark-bones", "plugin=shark-bones&plugin=illusion",
                '[type="range"][data-name="set.flip"]', [0.01 * each for each in range(1, 1 + min(MOVES, 50))])
        measure(page, "epoch, rsa of shark-bones", "plugin=shark-bones&plugin=rsa", "#epoch", epochs)
        measure(page, "epoch, rsa of tree", "plugin=tree&plugin=rsa", "#epoch", epochs)
        measure(page, "epoch again, from memory", "plugin=tree&plugin=rsa", "#epoch", epochs)
    finally:
        browser.quit()
        served.end()


sys.exit(main())
