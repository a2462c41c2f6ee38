"""Hot reload (``--dev``): finds saved visuals, and tells displays and phones."""

import logging
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from controller_app.core.protocol import Equip, Saved
from controller_app.machine import visuals
from controller_app.machine.public_files import PublicFile, PublicFolder
from controller_app.machine.visuals import BadManifest, Collection
from controller_app.web.context import ServerContext
from controller_app.web.http.assets import Assets
from controller_app.web.tasks.periodic import every

LOOK_INTERVAL_S = 0.15
"""Seconds between two looks; with loading and the first frame a change is seen within half a second."""

log = logging.getLogger("controller_app.saves")

States = dict[Path, frozenset[PublicFile]]
"""By a visual's folder: its files and the kit's, as they were found."""


def start(context: ServerContext, assets: Assets, collection: Collection, kit: Path) -> None:
    """Watch the collection's folders and the kit for as long as the process lives."""
    every(LOOK_INTERVAL_S, SavedVisuals(context, assets, collection, kit).look, log)


class SavedVisuals:
    """What the visuals' folders and the kit held at the last look."""

    def __init__(self, context: ServerContext, assets: Assets, collection: Collection, kit: Path) -> None:
        self._context = context
        self._assets = assets
        self._collection = collection
        self._kit = kit
        self._states: States | None = None

    def look(self) -> None:
        """Tell of what was saved since the last look."""
        with suppress(OSError):  # an editor was just putting a file in another one's place; the next look sees it
            states = look(self._collection.folders, self._kit)
            for visual, state in states.items():
                if self._states is not None and self._states.get(visual) != state:
                    tell(self._context, self._assets, self._collection, visual)
            self._states = states


def look(folders: Sequence[Path], kit: Path) -> States:
    """Return the state of every visual's files, with those of the kit: any visual may use it.

    Where two visuals have the same name, it is the first, as at the start. Other folders are not walked: an author's
    folder may be one of all projects.
    """
    shared = frozenset(PublicFolder(kit).files())
    first = {visual.name: visual for folder in reversed(folders) for visual in visuals.within(folder)}
    begun = (visual for visual in first.values() if visuals.is_begun(visual))
    return {visual: shared.union(PublicFolder(visual).files()) for visual in begun}


def tell(context: ServerContext, assets: Assets, collection: Collection, visual: Path) -> None:
    """Tell every display and phone that a visual was saved, and the phones that have it in hand what it asks for now.

    Phones that have another one in hand hear of it for the edition: later they fetch what is there by then.
    """
    card, fault = None, ""
    try:
        card = collection.accept(visual)
    except BadManifest as error:
        fault = f"{visual.name}: {error}"[:300]
        log.warning("%s", fault)
    edition = assets.look()
    saved = Saved(visual.name, card, fault, edition)
    for_phones = Saved(visual.name, card and card.for_phones(), fault, edition)
    for room in context.rooms:
        context.notifier.to_watchers(room, saved)
        context.notifier.to_phones(room, for_phones)
        if card and room.play.visual == card.name:
            context.notifier.to_phones(room, Equip(room.play.controls(card.controls)))
