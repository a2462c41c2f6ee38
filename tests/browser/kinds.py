"""Kinds of controls, found in the visuals' manifests, with one visual for each."""

from controller_app.core.protocol import VisualCard
from controller_app.machine import visuals
from tests.support.running import ROOT


def kind_of(card: VisualCard) -> str:
    """Say what a phone offers the hand while this visual is shown."""
    controls = card.controls
    asked = {
        "pad": controls.pad,
        "buttons": controls.buttons,
        "choices": controls.choices,
        "text": controls.text,
        "own page": card.phone_page,
    }
    return ", ".join([controls.motion, *(name for name, is_asked in asked.items() if is_asked)])


KINDS: dict[str, VisualCard] = {}
for _card in visuals.load(ROOT / "static" / "visuals").values():
    KINDS.setdefault(kind_of(_card), _card)
