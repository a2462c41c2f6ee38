"""Which modules a page needs."""

from pathlib import Path

import pytest

from controller_app.web.http.import_graph import needed

STATIC = Path(__file__).parent.parent.parent / "static"

FILES = {
    "js/main.js": 'import { a } from "./a.js";\nimport {\n  b,\n} from "../lib/b.js";\nimport "./c.js";',
    "js/a.js": '/** @import { T } from "./types.js" */\nexport { b } from "../lib/b.js";',
    "lib/b.js": 'import { a } from "../js/a.js";',
    "js/c.js": 'const late = () => import("./late.js");',
}


def test_modules_are_found_through_others_and_only_once() -> None:
    assert needed("js/main.js", FILES.get) == ["js/a.js", "lib/b.js", "js/c.js"]


@pytest.mark.parametrize("main", ["js/phone/main.js", "js/display/main.js"])
def test_every_module_of_a_page_is_there(main: str) -> None:
    modules = needed(main, lambda name: (STATIC / name).read_text(encoding="utf-8"))

    assert len(modules) > 5
    assert "js/shared/connection.js" in modules
