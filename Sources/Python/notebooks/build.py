"""Make the notebooks from their sources: python build.py [--check].

A source is a Python file with `# %%` above each code cell and `# %% [markdown]` above each text.
With --check nothing is written; the exit code is 1 if a notebook is not up to date.
"""

import hashlib
import sys
from collections import Counter
from pathlib import Path

import nbformat

FOLDER = Path(__file__).parent


def build(source: str) -> str:
    """Return the notebook of a source; equal sources give equal notebooks, cell identifiers too."""
    seen: Counter[str] = Counter()
    cells = []
    # The first part is a comment for readers of the source.
    for part in ("\n" + source).split("\n# %%")[1:]:
        header, _, body = part.partition("\n")
        is_text = header.strip() == "[markdown]"
        lines = [line.removeprefix("#").removeprefix(" ") for line in body.splitlines()]
        text = "\n".join(lines).strip() if is_text else body.strip()
        seen[text] += 1
        identifier = hashlib.sha256(f"{seen[text]} {text}".encode()).hexdigest()[:12]
        make = nbformat.v4.new_markdown_cell if is_text else nbformat.v4.new_code_cell
        cells.append(make(text, id=identifier))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = nbformat.v4.new_notebook(
        cells=cells, metadata={"kernelspec": kernel, "language_info": {"name": "python"}}
    )
    notebook.nbformat_minor = 5
    nbformat.validate(notebook)
    return nbformat.writes(notebook) + "\n"


def main() -> int:
    """Write or check both notebooks."""
    is_old = False
    for name in ("tutorial", "research"):
        file = FOLDER / f"{name}.ipynb"
        made = build((FOLDER / f"{name}.py").read_text("utf-8"))
        if "--check" not in sys.argv:
            file.write_text(made, "utf-8")
        elif not file.exists() or file.read_text("utf-8") != made:
            print(f"{file.name} is not up to date; run {Path(__file__).name}.", file=sys.stderr)
            is_old = True
    return int(is_old)


if __name__ == "__main__":
    sys.exit(main())
