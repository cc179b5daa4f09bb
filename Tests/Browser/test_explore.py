"""The page in a real browser: the tests move its sliders and read its figures."""

import os
import subprocess
import tempfile
import time
from urllib.parse import parse_qsl

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from conftest import PROGRAM, eventually


def test_first_picture(page):
    page.open()
    assert page.figures() == ["illusion", "illusion-modes"]
    picture = page.picture("illusion")
    assert "<svg" in picture and "Prediction for Shark has_bones" in picture
    assert "115 to 171" in page.text("story")
    assert "--plugin shark-bones --plugin illusion" in page.text("command")
    assert page.browser.title == "How deep linear networks learn"


def test_slider_changes_picture_link_and_command(page):
    page.open()
    before = page.picture("illusion")
    page.let_go("eta", 50)
    assert page.picture("illusion") != before
    assert ("eta", "50") in parse_qsl(page.query())
    assert "--eta 50" in page.text("command")
    assert page.control("eta", "number").get_attribute("value") == "50"


def test_logarithmic_slider(page):
    page.open()
    page.let_go("gamma", -3)
    assert ("gamma", "0.001") in parse_qsl(page.query())
    assert "γ = 0.001" in page.text("title")


def test_setting_of_dataset(page):
    page.open()
    page.let_go("set.flip", 0.3)
    assert ("set", "flip=0.3") in parse_qsl(page.query())
    assert "--set flip=0.3" in page.text("command")


def test_keyboard_alone(page):
    page.open()
    track = page.control("eta")
    track.send_keys(Keys.ARROW_RIGHT)
    page.settle()
    assert ("eta", "101") in parse_qsl(page.query())
    number = page.control("epochs", "number")
    number.send_keys(Keys.CONTROL + "a" + Keys.NULL, "300", Keys.TAB)
    page.settle()
    assert ("epochs", "300") in parse_qsl(page.query())


def test_every_control_has_a_name(page):
    page.open("plugin=tree&plugin=rsa")
    unnamed = page.browser.execute_script("""
        return [...document.querySelectorAll("input, select, button")].filter((each) =>
          each.checkVisibility() && !(each.labels?.length || each.getAttribute("aria-label") || each.textContent.trim())).map((each) => each.outerHTML);""")
    assert unnamed == []
    names = page.browser.execute_script(
        'return [...document.querySelectorAll("#figures svg")].map((each) => [each.getAttribute("role"), each.getAttribute("aria-label")]);')
    assert names and all(role == "img" and name for role, name in names)


def test_stable_rate_is_marked(page):
    page.open()
    assert "stable up to 253.7" in page.browser.find_element(By.CLASS_NAME, "limit").text
    # The arrow is where the thumb would be: at 253.7 of 400, to within a few pixels.
    where = page.browser.execute_script("""
        const [strip, mark] = [document.querySelector(".limit"), document.querySelector(".limit span")];
        return (mark.getBoundingClientRect().right - strip.getBoundingClientRect().left) / strip.offsetWidth;""")
    assert abs(where - 0.634) < 0.06


def test_reset_and_link(page):
    page.open("plugin=parrot-speak&plugin=illusion&eta=70&set=flip%3D0.2&seed=7")
    assert "seed 7, η = 70" in page.text("title")
    before = page.picture("illusion")
    page.click("Reset to the tutorial")
    page.settle()
    assert page.query() == "plugin=parrot-speak&plugin=illusion"
    assert page.picture("illusion") != before
    # The previous link gives the same picture to somebody else.
    page.open("plugin=parrot-speak&plugin=illusion&eta=70&set=flip%3D0.2&seed=7")
    assert page.picture("illusion") == before


def test_epoch_never_trains(page):
    page.open("plugin=shark-bones&plugin=rsa")
    assert "RSM at epoch 93" in page.picture("rsa")
    for epoch in (61, 125, 0, 250):
        page.show_epoch(epoch)
        assert f"RSM at epoch {epoch} " in page.picture("rsa")
        assert "From cache" in page.text("status")
    page.click("All stages")
    page.settle()
    assert "epoch" not in dict(parse_qsl(page.query()))


def test_play_and_pause(page):
    page.open("plugin=tree&plugin=rsa&epoch=100")
    page.click("Play")
    assert eventually(lambda: int(dict(parse_qsl(page.query())).get("epoch", 0)) >= 110)
    page.click("Pause")
    page.settle()
    stopped = page.query()
    assert not eventually(lambda: page.query() != stopped, seconds=0.6)
    page.open("plugin=tree&plugin=rsa&epoch=240")
    page.click("Play")
    assert eventually(lambda: "epoch=250" in page.query() and page.text("play") == "Play")


def test_divergence_is_told_with_the_way_out(page):
    page.open("eta=400")
    assert page.browser.find_element(By.ID, "problem").is_displayed()
    assert "diverged at epoch" in page.text("problem-text")
    page.click("Use η = 200")
    page.settle()
    assert not page.browser.find_element(By.ID, "problem").is_displayed()
    assert ("eta", "200") in parse_qsl(page.query())


def test_refusals_are_sentences(page):
    page.open("epochs=1000000")
    assert "too many for this page" in page.text("problem-text")
    page.click("Use epochs 5000")
    page.settle()
    assert not page.browser.find_element(By.ID, "problem").is_displayed()
    page.open("eta=-1")
    assert "it takes a number above 0" in page.text("problem-text")
    page.open("plugin=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "Unknown dataset or analysis '<script>" in page.text("problem-text")
    page.click("Restore default")
    page.settle()
    assert page.figures() == ["illusion", "illusion-modes"]


def test_another_dataset_finds_an_analysis_that_applies(page):
    page.open()
    Select(page.browser.find_element(By.ID, "dataset")).select_by_value("tree")
    page.settle()
    assert not page.browser.find_element(By.ID, "problem").is_displayed()
    assert "plugin=tree" in page.query() and "plugin=illusion" not in page.query() and page.figures()
    options = page.browser.find_element(By.ID, "analysis").find_elements(By.TAG_NAME, "option")
    assert [each.is_enabled() for each in options if each.get_attribute("value") == "illusion"] == [False]
    # If a link names an analysis that does not apply, the page shows an error with a button.
    page.open("plugin=tree&plugin=illusion")
    assert "does not apply to tree" in page.text("problem-text")
    page.click("Show loss")
    page.settle()
    assert page.figures() == ["loss"]


def test_files_beside_the_figures(page):
    page.open("plugin=tree&plugin=rsa&set=export%3Dyes")
    links = [each.text for each in page.browser.find_elements(By.CSS_SELECTOR, "#files a")]
    assert "rsm.npy" in links


def test_playing_twice_plays_once(page):
    page.open("plugin=tree&plugin=rsa&epoch=20")
    page.click("Play")
    assert eventually(lambda: page.browser.execute_script("return Number(document.getElementById('epoch').value) > 26;"))
    page.browser.execute_script("""
        const play = document.getElementById("play");
        play.click();
        play.click();""")
    seen = page.browser.execute_async_script("""
        const done = arguments[0];
        const seen = [];
        const timer = setInterval(() => {
          seen.push(Number(document.getElementById("epoch").value));
          if (new Set(seen).size < 12) return;
          clearInterval(timer);
          done(seen);
        }, 20);""")
    page.click("Pause")
    assert seen == sorted(seen)


@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
def test_what_is_only_heard_is_not_seen(page, width):
    page.size(width)
    page.open()
    # It is announced one and a half seconds after the last change.
    assert eventually(lambda: page.browser.execute_script("return document.getElementById('announcement').textContent !== '';"))
    time.sleep(2)
    boxes = page.browser.execute_script("""
        return [...document.querySelectorAll(".hidden-text")].map((each) => {
          const box = each.getBoundingClientRect();
          return [box.width, box.height, getComputedStyle(each).clipPath, getComputedStyle(each).overflow];
        });""")
    assert len(boxes) == 2 and all(box == [1, 1, "inset(50%)", "hidden"] for box in boxes), boxes
    assert page.browser.execute_script("return document.documentElement.scrollWidth <= innerWidth;")
    # Nothing covers the title.
    assert page.browser.execute_script("""
        const title = document.querySelector("h1");
        const text = document.createRange();
        text.selectNodeContents(title);
        const box = text.getBoundingClientRect();
        return [0.02, 0.25, 0.5, 0.75, 0.98].every((part) =>
          document.elementFromPoint(box.left + part * box.width, box.top + box.height / 2) === title);""")


def test_the_way_to_the_figures_is_seen_with_the_focus(page):
    page.open()
    link = page.browser.find_element(By.CSS_SELECTOR, 'a[href="#shown"]')
    page.browser.execute_script("arguments[0].focus();", link)
    assert link.is_displayed() and link.size["width"] > 50


@pytest.mark.parametrize("query, button, option", [
    ("plugin=tree&plugin=loss&eta=260", "Use η = 200", ("eta", "200")),
    ("plugin=tree&plugin=loss&epochs=60", "Train for 250 epochs", ("epochs", "250")),
    ("plugin=tree&plugin=loss&hidden=3", "Use hidden layers of 8", ("hidden", "8")),
    ("plugin=tree&plugin=loss&gamma=0", "Use γ = 1e-12", ("gamma", "1e-12")),
])
def test_warnings_stand_first_and_have_a_button(page, query, button, option):
    page.open(query)
    warnings = page.browser.find_element(By.ID, "warnings")
    assert warnings.is_displayed() and "--" not in warnings.text
    above = page.browser.execute_script("""
        const [warnings, figures] = [document.getElementById("warnings"), document.getElementById("figures")];
        return warnings.getBoundingClientRect().bottom <= figures.getBoundingClientRect().top;""")
    assert above
    page.click(button)
    page.settle()
    assert option in parse_qsl(page.query())
    assert not warnings.is_displayed()


def test_every_number_can_be_read(page):
    """Values that the program chose are not cut off, and not in scientific notation without need."""
    page.open()
    datasets = [each.get_attribute("value") for each in Select(page.browser.find_element(By.ID, "dataset")).options]
    for width in (1280, 390):
        page.size(width)
        for dataset in datasets:
            page.open(f"plugin={dataset}&plugin=modes")
            fields = page.browser.execute_script("""
                const pen = document.createElement("canvas").getContext("2d");
                return [...document.querySelectorAll('input[type="number"]')].filter((each) => each.checkVisibility()).map((each) => {
                  const style = getComputedStyle(each);
                  pen.font = style.font;
                  const room = each.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
                  // The arrows that a browser shows beside the number take 20 pixels or less.
                  return [each.dataset.name, each.value, pen.measureText(each.value).width <= room - 20];
                });""")
            assert len(fields) >= 4 and all(fits for _, _, fits in fields), (dataset, fields)
            assert "e+" not in page.text("title") and "e+" not in page.text("story"), dataset


def test_no_buttons_for_stages_where_there_are_none(page):
    page.open("plugin=tree&plugin=rsa")
    stages = lambda: [each.text for each in page.browser.find_elements(By.CSS_SELECTOR, "#stages button")]
    assert stages()[0] == "All stages" and len(stages()) == 5
    # The groups of clusters are learned together, the items later: a run that ends before has one stage.
    page.open("plugin=clusters&plugin=rsa&set=flip%3D0")
    assert stages() == [] and page.text("epoch-text") == "the end"
    page.show_epoch(20)
    page.click("Restore default epochs")
    page.settle()
    assert stages() == [] and "epoch" not in dict(parse_qsl(page.query()))


def test_lists_say_what_the_plugins_are(page):
    page.open()
    for identifier in ("dataset", "analysis"):
        options = Select(page.browser.find_element(By.ID, identifier)).options
        assert all(each.text.startswith(each.get_attribute("value") + ": ") for each in options)
    words = page.browser.find_elements(By.CSS_SELECTOR, "#glossary dt")
    assert len(words) > 10


def test_every_dataset_and_analysis(page):
    page.open()
    values = lambda identifier: [each.get_attribute("value") for each in
                                 Select(page.browser.find_element(By.ID, identifier)).options if each.is_enabled()]
    for dataset in values("dataset"):
        page.open(f"plugin={dataset}&plugin=loss")
        for analysis in values("analysis"):
            Select(page.browser.find_element(By.ID, "analysis")).select_by_value(analysis)
            page.settle()
            assert not page.browser.find_element(By.ID, "problem").is_displayed(), \
                f"{dataset}, {analysis}: {page.text('problem-text')}"
            assert page.figures(), f"{dataset}, {analysis}"
            for name in page.figures():
                assert "<svg" in page.picture(name)


def test_back_button(page):
    page.open()
    first = page.picture("illusion")
    dataset = page.browser.find_element(By.ID, "dataset")
    Select(dataset).select_by_value("parrot-speak")
    page.settle()
    second = page.picture("illusion")
    assert "plugin=parrot-speak" in page.query() and second != first
    page.browser.back()
    assert eventually(lambda: "plugin=shark-bones" in page.query())
    page.settle()
    assert page.picture("illusion") == first and dataset.get_attribute("value") == "shark-bones"
    page.browser.forward()
    assert eventually(lambda: "plugin=parrot-speak" in page.query())
    page.settle()
    assert page.picture("illusion") == second and dataset.get_attribute("value") == "parrot-speak"


def test_what_was_dropped_is_not_taken_for_shown(page):
    """Away and back before the other state arrived: title, figure and link belong to the same state."""
    page.open("plugin=shark-bones&plugin=illusion&eta=60")
    for rate in (90, 60, 120, 60, 61, 60):
        page.browser.execute_script("""
            const track = document.querySelector('input[type="range"][data-name="eta"]');
            track.value = arguments[0];
            track.dispatchEvent(new Event("input", { bubbles: true }));""", rate)
        time.sleep(0.03)
    page.settle()
    assert "η = 60 " in page.text("title") and "--eta 60" in page.text("command")
    shown = page.picture("illusion")
    page.open("plugin=shark-bones&plugin=illusion&eta=60")
    assert page.picture("illusion") == shown


def test_epoch_is_left_where_nothing_shows_it(page):
    page.open("plugin=tree&plugin=rsa&epoch=250")
    Select(page.browser.find_element(By.ID, "analysis")).select_by_value("loss")
    page.settle()
    assert "epoch" not in dict(parse_qsl(page.query()))
    page.open("plugin=tree&plugin=rsa&epoch=250&epochs=200")
    assert "250" in page.text("problem-text")
    page.click("Show each stage")
    page.settle()
    assert not page.browser.find_element(By.ID, "problem").is_displayed()


def test_ends_of_every_slider(page):
    """At both ends of every slider there is a figure, or an error with a button that fixes it."""
    for query in ("plugin=tree&plugin=rsa", "plugin=shark-bones&plugin=illusion", "plugin=noisy-linear&plugin=regression",
                  "plugin=tree&plugin=depth"):
        page.open(query)
        names = page.browser.execute_script(
            """return [...document.querySelectorAll('form input[type="range"]')].map((each) => each.dataset.name);""")
        assert len(names) >= 4
        for name in names:
            for end in ("min", "max"):
                page.open(query)
                page.let_go(name, page.control(name).get_attribute(end))
                if page.browser.find_element(By.ID, "problem").is_displayed():
                    assert page.browser.find_element(By.ID, "remedy").is_displayed(), \
                        f"{query}, {name} at {end}: {page.text('problem-text')}"
                else:
                    assert page.figures()


def test_downloads_are_what_the_command_makes(page):
    page.open("plugin=shark-bones&plugin=illusion&eta=80")
    files = {"SVG": "illusion.svg", "PNG": "illusion.png", "PDF": "illusion.pdf", "Script": "illusion.gp",
             "Table": "illusion.tsv"}
    for label, file in files.items():
        link = page.browser.find_element(By.CSS_SELECTOR, f'#figure-illusion a[aria-label="{label} of illusion"]')
        link.click()
        kept = os.path.join(page.browser.downloads, file)
        assert eventually(lambda: os.path.exists(kept) and os.path.getsize(kept) > 0), file
    words = page.text("command").split()
    assert words[0] == "dlnn-sim"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([PROGRAM, *words[1:], "--quiet", "--output", folder], check=True)
        for file in ("illusion.svg", "illusion.gp", "illusion.tsv"):
            with open(f"{folder}/shark-bones/{file}", "rb") as made, open(f"{page.browser.downloads}/{file}", "rb") as kept:
                assert made.read() == kept.read(), file


def test_narrow_and_dark(page):
    page.browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True})
    page.browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
    page.open("plugin=shark-bones&plugin=rsa")
    assert page.browser.execute_script("return document.documentElement.scrollWidth <= innerWidth;")
    background = page.browser.execute_script("return getComputedStyle(document.body).backgroundColor;")
    assert background == "rgb(22, 22, 22)"


def test_nothing_from_elsewhere(page):
    page.open("plugin=shark-bones&plugin=rsa")
    asked = page.browser.execute_script("return performance.getEntriesByType('resource').map((each) => each.name);")
    assert asked and all(name.startswith(page.address) or name.startswith("blob:") for name in asked), asked
