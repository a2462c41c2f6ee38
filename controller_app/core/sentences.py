"""Sentences: one language's catalogue, in i18next's JSON v4 format."""

import re
from collections.abc import Iterator, Mapping

PLACEHOLDER = re.compile(r"{{(\w+)}}")
"""A value's place in a sentence, such as ``{{room}}``."""

PLURAL = re.compile(r"_(zero|one|two|few|many|other)$")
"""The end of a key whose sentence depends on ``count``: a plural category of Unicode CLDR."""


class Sentences(dict[str, str]):
    """Sentences of one language by their whole keys, such as ``phone.ended.left.title``."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        """Hold a catalogue. ``language`` is its tag (BCP 47), such as ``en`` or ``pt-BR``."""
        super().__init__(texts)
        self.language = language

    def part(self, *sections: str) -> dict[str, str]:
        """Return some sections of the catalogue, which is all that one page needs."""
        return {key: text for key, text in self.items() if key.partition(".")[0] in sections}

    def completed(self, other: Mapping[str, str]) -> "Sentences":
        """Return this catalogue with another one's sentences where it has none.

        Of a sentence that depends on ``count`` all forms are of one language, whose plural categories they follow.
        """
        own = {base(key, self) for key in self}
        return Sentences(self.language, {**{k: v for k, v in other.items() if base(k, other) not in own}, **self})


def flat(tree: object) -> dict[str, str]:
    """Return the sentences of nested JSON objects by their whole keys.

    Raises:
        ValueError: something in it is neither an object nor a text.
    """
    return dict(_leaves(tree, ""))


def base(key: str, texts: Mapping[str, str]) -> str:
    """Return the key without its plural category, if it has one: of a plural there is always the form ``_other``."""
    name = PLURAL.sub("", key)
    return name if f"{name}_other" in texts else key


def placeholders(texts: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the placeholders of each sentence by its key; the plural forms of one are one sentence with ``count``."""
    found: dict[str, set[str]] = {}
    for key, text in texts.items():
        name = base(key, texts)
        found.setdefault(name, {"count"} if name != key else set()).update(PLACEHOLDER.findall(text))
    return found


def _leaves(tree: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(tree, str):
        yield key, tree
    elif isinstance(tree, dict):
        for name, value in tree.items():
            yield from _leaves(value, f"{key}.{name}" if key else name)
    else:
        raise ValueError(f"'{key}' is neither a text nor an object with texts")
