"""``make visual``: a folder for a visual that runs, made of docs/visuals.md's example.

python -m tools.new_visual rain            in static/visuals/
python -m tools.new_visual rain ~/visuals  in a folder of your own
"""

import json
import re
import sys
from pathlib import Path

from controller_app.machine.visuals import FOLDER_NAME

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "docs" / "visuals.md"

PREVIEW = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180">
  <path fill="#0b0e14" d="M0 0h320v180H0z"/>
  <g stroke-width="3" stroke-linecap="round">
    <path stroke="#ffa62b" d="M60 30l6 24M150 70l6 24M250 40l6 24M100 120l6 24"/>
    <path stroke="#56b4e9" d="M90 60l6 24M200 20l6 24M280 100l6 24M40 100l6 24"/>
    <path stroke="#2bc49a" d="M120 24l6 24M180 110l6 24M230 84l6 24"/>
  </g>
  <circle cx="160" cy="120" r="34" fill="none" stroke="#ffa62b" stroke-width="3"/>
</svg>
"""


def example(language: str, place: int = 1) -> str:
    """Return the first code of a language in docs/visuals.md, or the one in another place."""
    found = re.findall(rf"```{language}\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert len(found) >= place, f"docs/visuals.md has no example {place} in {language}."
    code: str = found[place - 1]
    return code


def make(name: str, folder: Path) -> Path:
    """Make the folder and its files; return it.

    Raises:
        ValueError: the name can't be a visual's, or there is such a folder already.
    """
    if not FOLDER_NAME.fullmatch(name):
        raise ValueError(f"'{name}' can't be a visual's name: small letters, digits and dashes, such as rain-2.")
    visual = folder / name
    if visual.exists():
        raise ValueError(f"{visual} is there already. Take another name.")
    visual.mkdir(parents=True)
    (visual / "locales").mkdir()
    sentences = {**json.loads(example("json", 2)), "title": name.replace("-", " ").capitalize()}
    english = json.dumps(sentences, indent=2, ensure_ascii=False) + "\n"
    (visual / "visual.js").write_text(example("js"), encoding="utf-8")
    (visual / "visual.json").write_text(example("json"), encoding="utf-8")
    (visual / "locales" / "en.json").write_text(english, encoding="utf-8")
    (visual / "preview.svg").write_text(PREVIEW, encoding="utf-8")
    return visual


def main() -> None:
    """Make what the command line names."""
    if len(sys.argv) not in {2, 3}:
        sys.exit("Give the visual a name: make visual NAME=rain")
    folder = Path(sys.argv[2]).expanduser() if len(sys.argv) == 3 else ROOT / "static" / "visuals"
    try:
        visual = make(sys.argv[1], folder)
    except ValueError as error:
        sys.exit(str(error))
    print(f"{visual} is there. See it: make run ARGS='--visual {visual.name} --dev'")


if __name__ == "__main__":
    main()
