"""Comments are stripped from our browser modules, and nothing else is."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from controller_app.web.http.comments import without_comments

ROOT = Path(__file__).parent.parent.parent
STATIC = ROOT / "static"
OURS = sorted(path for folder in ("js", "visuals/_kit") for path in (STATIC / folder).rglob("*.js"))
PARSE = """
import {parse} from "acorn";
import {readFileSync} from "node:fs";
const read = (source) => {
  const tokens = [];
  parse(source, {ecmaVersion: "latest", sourceType: "module", locations: true, onToken: tokens});
  return tokens.map(({type, value, loc}) => JSON.stringify([type.label, String(value), loc.start]));
};
const tryTo = (source) => { try { return read(source); } catch (error) { return [String(error)]; } };
for (const [name, source, stripped] of JSON.parse(readFileSync(0, "utf8"))) {
  const [whole, short] = [read(source), tryTo(stripped)];
  const at = whole.findIndex((token, i) => token !== short[i]);
  if (at >= 0 || whole.length !== short.length) console.log(name, whole[at], short[at]);
}
"""


def differences(modules: list[tuple[str, str, str]]) -> str:
    """Return where the tokens of a module and of what it was stripped to differ: kind, value, line or column."""
    node = shutil.which("node")
    if node is None or not (ROOT / "node_modules" / "acorn").exists():
        pytest.skip("acorn is not here: npm ci")
    command = [node, "--input-type=module", "--eval", PARSE]
    done = subprocess.run(command, input=json.dumps(modules), capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_comments_on_lines_of_their_own_go_and_code_stays() -> None:
    source = (
        '// one\nconst a = 1; // two\n  /**\n   * three\n   */\n/** @type {A} */ let b;\nlet c = "//"; /* four */\n'
    )

    stripped = without_comments(source)

    assert stripped == '\nconst a = 1; // two\n\n\n\n/** @type {A} */ let b;\nlet c = "//"; /* four */\n'


def test_every_module_of_ours_keeps_its_tokens_in_their_places() -> None:
    sources = [(path.name, path.read_text(encoding="utf-8")) for path in OURS]

    assert differences([(name, source, without_comments(source)) for name, source in sources]) == ""


@pytest.mark.parametrize(
    "source", ["a = `\n// in a text\n`;\n", "a = `\n/* in a text */\n`;\n", "/* a\n// b */ c();\n"]
)
def test_that_would_be_seen_if_it_damaged_one(source: str) -> None:
    assert differences([("damaged", source, without_comments(source))]).startswith("damaged")
