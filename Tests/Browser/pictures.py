"""Pictures of the page: for the README (light), and to look at (dark, narrow). make page-pictures"""

import os
import sys

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from conftest import CHROMIUM, DRIVER, Page, Served

README = "plots/page"
ASIDE = ".build-browser/pictures"


def main():
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"]:
        options.add_argument(argument)
    served = Served()
    browser = webdriver.Chrome(options=options, service=Service(DRIVER))
    page = Page(browser, served.address)

    def picture(path, query, width=1280, height=1020, scheme="light"):
        browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})
        browser.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        page.open(query)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        browser.save_screenshot(path)
        print(path)

    try:
        picture(f"{README}/explore.png", "plugin=shark-bones&plugin=illusion")
        picture(f"{ASIDE}/similarities.png", "plugin=tree&plugin=rsa&epoch=125")
        picture(f"{ASIDE}/dark.png", "plugin=parrot-speak&plugin=illusion&eta=150", scheme="dark")
        picture(f"{ASIDE}/error.png", "plugin=shark-bones&plugin=illusion&epochs=100000", height=600)
        picture(f"{ASIDE}/diverged.png", "plugin=shark-bones&plugin=illusion&eta=400")
        picture(f"{ASIDE}/narrow.png", "plugin=tree&plugin=rsa", width=390, height=844)
        picture(f"{ASIDE}/narrow-dark.png", "plugin=shark-bones&plugin=illusion", width=390, height=844, scheme="dark")
    finally:
        browser.quit()
        served.end()


sys.exit(main())
