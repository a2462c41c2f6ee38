"""Comments are stripped from our browser modules, and nothing else is."""

from pathlib import Path

import pytest

from controller_app.web.comments import BLOCK, LINE, without_comments

OURS = sorted((Path(__file__).parent.parent / "static" / "js").rglob("*.js"))


def test_comments_on_lines_of_their_own_go_and_code_stays() -> None:
    source = (
        '// one\nconst a = 1; // two\n  /**\n   * three\n   */\n/** @type {A} */ let b;\nlet c = "//"; /* four */\n'
    )

    stripped = without_comments(source)

    assert stripped == '\nconst a = 1; // two\n\n\n\n/** @type {A} */ let b;\nlet c = "//"; /* four */\n'


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_no_module_of_ours_has_a_comment_within_a_template_literal(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    for found in [*LINE.finditer(source), *BLOCK.finditer(source)]:
        assert without_comments(source[: found.start()]).count("`") % 2 == 0, found[0]
    assert without_comments(source).count("\n") == source.count("\n")
