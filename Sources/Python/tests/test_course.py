"""The links of the course set what they say: the page accepts each of them."""

import json
import re
import urllib.request
from pathlib import Path

import pytest

import dlnn_sim as dl

COURSE = Path(__file__).parents[3] / "plugins" / "course"


@pytest.mark.skipif(not COURSE.exists(), reason="the course is part of the source folder only")
def test_links():
    texts = [file.read_text("utf-8") for file in sorted(COURSE.glob("*.md"))]
    assert len(texts) == 3
    queries = {each for text in texts for each in re.findall(r"localhost:8021/\?([^)>\s]+)", text)}
    assert len(queries) > 10
    with dl.explore() as page:
        for query in sorted(queries):
            # Answers with an error to a setting that it does not know.
            with urllib.request.urlopen(f"{page.url}run?{query}", timeout=60) as answer:
                assert json.load(answer)["figures"], query
