"""Catalogues of sentences: read, completed, complete for templates and modules, and used."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from controller_app.core.sentences import Sentences, flat, placeholders
from controller_app.errors import BadSetting
from controller_app.machine import locales
from controller_app.web.http.translation import Translation
from tools import write_sentences

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = sorted((ROOT / "templates").glob("*.html"))
ENGLISH = locales.read(ROOT / "static" / "locales", "en")
SPOKEN = ("aria-label", "aria-description", "alt", "title", "placeholder", "value", "content")
"""Attributes that people read or hear; those that begin with ``data-`` are held to the same."""


def calls(template: Path) -> Iterator[nodes.Call]:
    """Return every call of ``t`` in a template."""
    tree = jinja2.Environment().parse(template.read_text(encoding="utf-8"))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "t":
            yield call


def key_of(call: nodes.Call) -> str:
    assert isinstance(call.args[0], nodes.Const), "a template names its sentences"
    return str(call.args[0].value)


def test_nested_keys_become_whole_ones() -> None:
    assert flat({"phone": {"ended": {"left": "You have left."}}, "a": "b"}) == {
        "phone.ended.left": "You have left.",
        "a": "b",
    }


@pytest.mark.parametrize("tree", [["a"], {"a": 1}, {"a": {"b": None}}])
def test_a_catalogue_holds_texts_alone(tree: object) -> None:
    with pytest.raises(ValueError, match="neither a text nor"):
        flat(tree)


def test_plural_forms_are_one_sentence_with_a_count() -> None:
    texts = {"taps_one": "A tap", "taps_other": "Taps of {{name}}", "too_many": "Wait."}

    assert placeholders(texts) == {"taps": {"count", "name"}, "too_many": set()}


def test_english_stands_in_for_what_a_language_lacks() -> None:
    english = {"join": "Join", "leave": "Leave", "taps_one": "a tap", "taps_other": "taps"}
    polish = {"join": "Dołącz", "taps_few": "stuknięcia", "taps_other": "stuknięć"}

    assert Sentences("pl", polish).completed(english) == {**polish, "leave": "Leave"}


def test_a_language_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    (tmp_path / "en.json").write_text("{}")
    (tmp_path / "eo.json").write_text('{"a": 1}')

    with pytest.raises(BadSetting, match="no language 'fr'; there are: en, eo"):
        locales.load(tmp_path, "fr")
    with pytest.raises(BadSetting, match=r"eo\.json can't be read: 'a' is neither"):
        locales.load(tmp_path, "eo")


def test_values_are_escaped_and_sentences_have_no_markup_but_emphasis() -> None:
    said = Translation(Sentences("en", {"a": "<b>{{name}}</b><br> & <script>"})).text("a", name="<b>")

    assert said == "<b>&lt;b&gt;</b><br> &amp; &lt;script&gt;"


def test_the_browsers_types_are_current() -> None:
    for file, text in write_sentences.files().items():
        assert file.read_text(encoding="utf-8") == text, "run `make protocol`"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_every_sentence_of_a_template_is_there_and_gets_its_values(template: Path) -> None:
    wanted = placeholders(ENGLISH.part("pages"))

    for call in calls(template):
        assert key_of(call) in wanted
        assert {value.key for value in call.kwargs} == wanted[key_of(call)], key_of(call)


class Words(HTMLParser):
    """What people would read of a template's own text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            return
        for name, value in attrs:
            if (name in SPOKEN or name.startswith("data-")) and " " in (value or "").strip():
                self.found.append(str(value))

    def handle_data(self, data: str) -> None:
        self.found += re.findall(r"[^\W\d_]{2,}", data)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_a_template_has_no_words_of_its_own(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    words = Words()
    words.feed(re.sub(r"{% block state %}.*?{% endblock %}|{{.*?}}|{%.*?%}|{#.*?#}", "", text, flags=re.DOTALL))

    assert words.found == []


def test_no_style_sheet_has_words() -> None:
    for sheet in (ROOT / "static").rglob("*.css"):
        for value in re.findall(r"content:([^;]*);", sheet.read_text(encoding="utf-8")):
            for text in re.findall(r"\"([^\"]*)\"", value):
                assert not re.search(r"[^\W\d_]", text), f"{sheet}: {text}"


def test_every_sentence_is_used() -> None:
    modules = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "static" / "js").rglob("*.js"))
    named = {key_of(call) for template in TEMPLATES for call in calls(template)}
    named |= set(re.findall(r'"([a-z_]+(?:\.\w+)+)"', modules))
    families = [re.split(r"\${[^}]*}", key) for key in re.findall(r"`([a-z_]+\.[^`\n]*\${[^`\n]*)`", modules)]
    made = [re.compile(r"\w+".join(map(re.escape, parts))) for parts in families]

    for key in placeholders(ENGLISH):
        assert key in named or any(form.fullmatch(key) for form in made), key
