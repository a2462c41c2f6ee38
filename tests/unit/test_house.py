"""House rules: import arrows, invariants, and documents that match the code."""

import ast
import hashlib
import json
import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from controller_app import __version__
from controller_app.core import protocol
from controller_app.settings import Settings
from tools import requirements, vendor, write_docs, write_protocol

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "controller_app"
STATIC = ROOT / "static"

FRAMEWORKS = {"flask", "flask_socketio", "socketio", "engineio", "gevent", "geventwebsocket", "werkzeug"}

MAY_IMPORT = {
    "errors": set[str](),
    "folders": set[str](),
    "settings": {"folders"},
    "core": {"core", "errors", "settings"},
    "machine": {"machine", "core", "errors", "settings"},
    "wire": {"wire", "core", "errors", "settings"},
    "web": {"web", "wire", "machine", "core", "errors", "settings"},
    "clients": {"clients", "core", "errors", "settings"},
    "banner": {"machine", "core"},
    "app": {"web", "wire", "machine", "core", "errors", "settings", "folders"},
    "cli": {"app", "banner", "clients", "web", "machine", "core", "errors", "settings", "folders"},
    "__main__": {"cli"},
    "__init__": set[str](),
}
"""The arrows of ARCHITECTURE.md: a part may import those on its right."""


def imports(file: Path) -> Iterator[str]:
    """Return every module that a file imports, with what it takes from our own packages."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "controller_app":
                yield from (f"controller_app.{alias.name}" for alias in node.names if alias.name != "__version__")
            else:
                yield node.module


def part_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_point_one_way(file: Path) -> None:
    ours = {name.split(".")[1] for name in imports(file) if name.startswith("controller_app.")}

    assert ours <= MAY_IMPORT[part_of(file)]


@pytest.mark.parametrize("file", sorted((PACKAGE / "core").glob("*.py")), ids=lambda file: file.name)
def test_the_core_knows_no_framework_no_clock_no_file(file: Path) -> None:
    outside = {name.split(".")[0] for name in imports(file)}

    assert not outside & (FRAMEWORKS | {"time", "datetime", "random", "secrets", "os", "pathlib", "socket", "logging"})


def test_the_machine_knows_no_web_framework() -> None:
    for file in (PACKAGE / "machine").rglob("*.py"):
        assert not {name.split(".")[0] for name in imports(file)} & FRAMEWORKS, file.name


def test_only_the_wire_touches_the_libraries_internals() -> None:
    inside = {"engineio", "geventwebsocket.websocket", "socketio.packet"}
    for file in PACKAGE.rglob("*.py"):
        if "wire" not in file.parts:
            taken = {name for name in imports(file) if name in inside or name.split(".")[0] == "engineio"}
            assert not taken, file


def test_tools_and_benchmarks_take_nothing_of_the_tests_but_their_support() -> None:
    for file in [*(ROOT / "tools").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")]:
        for name in imports(file):
            assert not f"{name}.".startswith("tests.") or name.startswith("tests.support."), f"{file}: {name}"


def test_the_support_of_tests_knows_no_tool_no_benchmark_no_test() -> None:
    for file in (ROOT / "tests" / "support").rglob("*.py"):
        for name in imports(file):
            part, *inside = name.split(".")
            assert part not in {"tools", "benchmarks"}, f"{file}: {name}"
            assert part != "tests" or inside[:1] == ["support"], f"{file}: {name}"


MAX_FIRST_LINE = 90


def test_the_first_line_of_every_module_is_short() -> None:
    for file in [*PACKAGE.rglob("*.py"), *(STATIC / "js").rglob("*.js"), *(STATIC / "visuals").rglob("*.js")]:
        assert first_line(file), file
        assert len(first_line(file)) <= MAX_FIRST_LINE, f"{file}: {len(first_line(file))} characters"


def test_what_a_test_tool_or_benchmark_says_first_is_short() -> None:
    for folder in ("tests", "tools", "benchmarks"):
        for file in [*(ROOT / folder).rglob("*.py"), *(ROOT / folder).rglob("*.js")]:
            if "node_modules" not in file.parts:
                assert len(first_line(file)) <= MAX_FIRST_LINE, f"{file}: {len(first_line(file))} characters"


def first_line(file: Path) -> str:
    """Return what a module says first, without the marks of its comment."""
    return file.read_text(encoding="utf-8").partition("\n")[0].removeprefix("// ").strip('"')


def test_gevent_patches_before_anything_else() -> None:
    first, second = ast.parse((PACKAGE / "__main__.py").read_text(encoding="utf-8")).body[1:3]

    assert ast.unparse(first) == "from gevent import monkey"
    assert ast.unparse(second) == "monkey.patch_all()"


def test_the_browsers_protocol_is_current() -> None:
    for file, text in write_protocol.files().items():
        assert file.read_text(encoding="utf-8") == text, "run `make protocol`"


@pytest.mark.parametrize(("file", "text"), write_docs.files().items(), ids=lambda value: getattr(value, "name", ""))
def test_tables_of_documents_are_those_of_the_code(file: Path, text: str) -> None:
    assert file.read_text(encoding="utf-8") == text, "run `make docs`"


def test_a_table_of_messages_has_every_event_and_way() -> None:
    table = write_docs.events()

    for message in protocol.MESSAGES:
        for way in protocol.ways(message):
            assert re.search(rf"\| `{message.event}` \|.*{way}", table), f"{message.event} ({way})"


def test_every_role_is_in_the_protocol_document() -> None:
    document = (ROOT / "PROTOCOL.md").read_text(encoding="utf-8")

    for role in protocol.ROLES:
        assert f"`{role.namespace}`" in document, role.name


@pytest.mark.parametrize(
    "file", [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))], ids=lambda f: f.name
)
def test_every_link_and_picture_of_a_document_is_there(file: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", file.read_text(encoding="utf-8")):
        if not re.match(r"https?:|#", link):
            assert (file.parent / link.partition("#")[0]).exists(), link


def test_every_setting_has_a_sentence_in_one_of_the_readmes_tables() -> None:
    tables = write_docs.options() + write_docs.limits()

    for name, field in Settings.__dataclass_fields__.items():
        assert f"| `{name}` |" in tables or f"| `--{name.replace('_', '-')}` |" in tables, name
        assert field.metadata["sentence"] in tables


def test_the_readme_has_every_key_of_the_display() -> None:
    keys = re.findall(r"\*\*(.+)\*\*", write_docs.keys())

    assert {"Q", "G", "V", "Shift P", "?"} <= set(keys)
    assert len(keys) == len(set(keys))


def test_the_changelog_is_in_its_form_and_its_newest_release_is_the_version() -> None:
    """Source: Keep a Changelog 1.1.0."""
    headings = re.findall(r"^(##+) (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    releases = [title for level, title in headings if level == "##"]

    assert releases[:2] == ["[Unreleased]", f"[{__version__}]"]
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert {title for level, title in headings if level == "###"} <= kinds


BROWSER_MAY_IMPORT = {
    "shared": {"shared"},
    "client": {"client", "shared"},
    "phone": {"phone", "client", "shared"},
    "display": {"display", "client", "shared"},
}
"""The arrows of the browser's code. Types count, too; beside these folders there is protocol.js alone."""


@pytest.mark.parametrize("folder", BROWSER_MAY_IMPORT)
def test_browser_imports_point_one_way(folder: str) -> None:
    modules = STATIC / "js"
    for file in (modules / folder).rglob("*.js"):
        for name in re.findall(r"""["'](\.{1,2}/[\w./-]+\.js)["']""", file.read_text(encoding="utf-8")):
            target = (file.parent / name).resolve()
            if target.is_relative_to(modules):
                part = target.relative_to(modules).parts[0]
                assert part == "protocol.js" or part in BROWSER_MAY_IMPORT[folder], f"{file}: {name}"


def test_only_the_connection_knows_socketio_in_the_browser() -> None:
    for file in (STATIC / "js").rglob("*.js"):
        if file.name != "connection.js":
            assert "socket.io" not in file.read_text(encoding="utf-8"), file


KIT = STATIC / "visuals" / "_kit"
SHARED_WITH_VISUALS = {"../../js/shared/marks.js", "../../js/shared/motion.js"}
SHARED_WITH_THE_KIT = {*SHARED_WITH_VISUALS, "../../js/shared/graphemes.js"}
"""Types of any module may be named."""


def test_a_visual_imports_its_folder_the_kit_the_vendored_and_few_modules_of_the_page() -> None:
    for file in (STATIC / "visuals").rglob("*.js"):
        shared = SHARED_WITH_THE_KIT if file.parent == KIT else SHARED_WITH_VISUALS
        code = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)  # types may be named
        for name in re.findall(r'from "([^"]+)"', code):
            assert name.startswith(("./", "../_kit/", "../../vendor/")) or name in shared, f"{file}: {name}"


def test_every_module_of_the_kit_is_in_the_document() -> None:
    document = (ROOT / "docs" / "visuals.md").read_text(encoding="utf-8")
    for file in KIT.glob("*.js"):
        assert f"`{file.name}`" in document, file.name


def test_no_type_of_the_browsers_code_is_any() -> None:
    """`unknown` where nothing is known: with `any`, tsc would check nothing that follows."""
    for file in [*(STATIC / "js").rglob("*.js"), *(STATIC / "js").rglob("*.d.ts"), *(STATIC / "vendor").glob("*.d.ts")]:
        found = re.search(r"[{<(|,:=]\s*any\s*[}>)|,;=[]", file.read_text(encoding="utf-8"))
        assert not found, f"{file}: {found and found[0]}"


def test_no_page_has_a_script_or_a_style_inside() -> None:
    for file in (ROOT / "templates").glob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "style=" not in text, file
        assert "<style" not in text, file
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), file
        assert not re.search(r"\son\w+=", text), file
        assert not re.search(r"https?://(?!www\.w3\.org)", re.sub(r"{{.*?}}", "", text)), file


def test_browser_code_writes_text_not_markup() -> None:
    for file in [*(STATIC / "js").rglob("*.js"), *(STATIC / "visuals").rglob("*.js")]:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", text), file


def test_vendored_files_are_what_they_were() -> None:
    listed = json.loads(vendor.LIST.read_text(encoding="utf-8"))
    for name, entry in listed.items():
        body = (vendor.FOLDER / name).read_bytes()
        assert hashlib.sha256(body).hexdigest() == entry["sha256"], name
        assert entry["licence"]
        assert entry["version"]
    there = {str(file.relative_to(vendor.FOLDER)) for file in vendor.FOLDER.rglob("*") if file.is_file()}
    assert {name for name in there if not name.endswith(".d.ts")} == {*listed, "vendor.json"}


FLOORS = {
    "python-socketio": (5, 18, 1),
    "python-engineio": (4, 15, 1),
    "Flask-SocketIO": (5, 7, 0),
    "Flask": (3, 1, 3),
    "Werkzeug": (3, 1, 9),  # before, an If-None-Match of 64 kB took seconds
    "gevent": (26, 5, 0),
}


@pytest.mark.parametrize(("package", "floor"), FLOORS.items())
def test_dependencies_are_above_their_floors(package: str, floor: tuple[int, ...]) -> None:
    installed = tuple(int(part) for part in version(package).split(".")[:3])

    assert installed >= floor
    assert f'"{package}>={".".join(map(str, floor))}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_pins_and_floors_name_the_same_packages() -> None:
    pins, floors = requirements.pins("requirements.txt"), requirements.floors()

    assert pins.keys() == floors.keys()
    for name, floor in floors.items():
        assert numbers(floor) <= numbers(pins[name]), name


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_a_lock_holds_what_is_pinned_with_hashes_and_no_place_to_get_it_from(name: str) -> None:
    text = (ROOT / f"{name}.lock").read_text(encoding="utf-8")
    locked = entries(text)
    pins = requirements.pins("requirements.txt") | requirements.pins(f"{name}.txt")

    assert {package: version for package, version in pins.items() if locked.get(plain(package)) != version} == {}
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=sha256:[0-9a-f]{64}( \\)?$)", text, re.MULTILINE), (
        "an option, such as an index"
    )


def test_both_locks_hold_the_same_versions() -> None:
    run, dev = (
        entries((ROOT / f"{name}.lock").read_text(encoding="utf-8")) for name in ("requirements", "requirements-dev")
    )

    assert run.items() <= dev.items(), "run `make lock`"


def entries(lock: str) -> dict[str, str]:
    """Return the version of each package in a lock."""
    found = re.findall(r"^([\w.-]+)==(\S+).* \\\n    --hash=", lock, re.MULTILINE)
    assert len(found) == len(re.findall(r"^[^\s#]", lock, re.MULTILINE)), "an entry without a hash; run `make lock`"
    assert len(found) == len(dict(found)), "two versions of one package"
    return dict(found)


def plain(package: str) -> str:
    """Return a package's name as locks spell it. Source: PEP 503."""
    return re.sub(r"[-_.]+", "-", package).lower()


def numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]
