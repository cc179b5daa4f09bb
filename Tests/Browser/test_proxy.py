"""The page behind a real front server (nginx), under a path, and in a frame of another site."""

import http.client
import os
import socket
import subprocess

import pytest
from selenium.webdriver.common.by import By

from conftest import Page, Served, eventually

NGINX = os.environ.get("NGINX", "/usr/sbin/nginx")
CONFIGURATION = """
user root; daemon off; pid {folder}/pid; error_log {folder}/errors;
events {{}}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{front};
    location /lecture {{ proxy_pass http://127.0.0.1:{program}; proxy_set_header Host $host; }}
    location /removed/ {{ proxy_pass http://127.0.0.1:{program}/; proxy_set_header Host $host; }}
  }}
  server {{
    listen 127.0.0.1:{course};
    location / {{ root {folder}; }}
  }}
}}
"""


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


class Front:
    """nginx in front of the program, and a course page of another origin that frames it."""

    def __init__(self, folder, *options):
        self.folder, self.port, self.course = folder, free_port(), free_port()
        (folder / "index.html").write_text(
            f'<title>A course</title><iframe src="http://localhost:{self.port}/lecture/?plugin=tree&plugin=loss" width="1200" '
            'height="900"></iframe>')
        self.program = Served("--base-path", "/lecture", *[each.format(course=self.course) for each in options])
        (folder / "nginx.conf").write_text(CONFIGURATION.format(
            folder=folder, front=self.port, course=self.course, program=self.program.port))
        self.server = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")])
        assert eventually(self.answers, 30), "nginx does not answer"

    def answers(self):
        try:
            return self.get("/lecture/")[0] > 0
        except OSError:
            return False

    def get(self, path, host="localhost"):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()

    def end(self):
        self.server.terminate()
        self.server.wait(60)
        self.program.end()


@pytest.fixture(scope="module")
def framed(tmp_path_factory):
    front = Front(tmp_path_factory.mktemp("framed"), "--allow-frame", "http://127.0.0.1:{course}")
    yield front
    front.end()


def test_works_under_a_path(chromium, framed):
    """Settings, figures, files and links, whether or not the front server removes the path."""
    for path in ["/lecture/", "/removed/"]:
        page = Page(chromium, f"http://localhost:{framed.port}{path}")
        page.open("plugin=tree&plugin=loss")
        assert page.figures() == ["loss"] and "<svg" in page.picture("loss")
        page.let_go("eta", 60)
        assert "eta=60" in page.query() and chromium.current_url.startswith(f"http://localhost:{framed.port}{path}?")
        links = [each.get_attribute("href") for each in chromium.find_elements(By.CSS_SELECTOR, "#figures a[download]")]
        assert links and all(each.startswith(f"http://localhost:{framed.port}{path}") for each in links)
        for link in links:
            assert framed.get(link.removeprefix(f"http://localhost:{framed.port}"))[0] == 200, link
        assert page.complaints() == []


def test_the_path_without_its_slash_leads_there(framed):
    status, headers, _ = framed.get("/lecture?plugin=tree")
    assert status == 308 and headers["Location"].endswith("/lecture/?plugin=tree")


def test_a_named_site_shows_it_in_a_frame(chromium, framed):
    chromium.get(f"http://127.0.0.1:{framed.course}/")
    chromium.switch_to.frame(0)
    assert eventually(lambda: chromium.find_elements(By.CSS_SELECTOR, "#figures svg"), 120)
    assert "Loss" in chromium.find_element(By.ID, "figures").text or chromium.find_elements(By.ID, "figure-loss")
    chromium.switch_to.default_content()


def test_other_sites_do_not(chromium, tmp_path):
    front = Front(tmp_path, "--allow-frame", "https://elsewhere.example.org")
    try:
        chromium.get(f"http://127.0.0.1:{front.course}/")
        complained = lambda: [each for each in chromium.get_log("browser") if "frame-ancestors" in each["message"]]
        assert eventually(complained, 60), "the browser showed the page in another site's frame"
        chromium.switch_to.frame(0)
        assert not chromium.find_elements(By.ID, "figures")
        chromium.switch_to.default_content()
    finally:
        front.end()


def test_what_protected_the_page_still_does(framed):
    """The host must be known, and every answer has the usual headers."""
    assert framed.get("/lecture/", host="evil.example")[0] == 403
    assert framed.get("/removed/run?plugin=tree", host="evil.example")[0] == 403
    _, headers, _ = framed.get("/lecture/")
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and policy.endswith(f"frame-ancestors http://127.0.0.1:{framed.course}")
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Cross-Origin-Resource-Policy"] == "same-origin"
