"""Hot reload (``--dev``): finds saved visuals, and tells displays and phones."""

import logging
from collections.abc import Sequence
from pathlib import Path

import gevent

from controller_app.core.protocol import Equip, Saved
from controller_app.machine import visuals
from controller_app.machine.public_files import PublicFile, PublicFolder
from controller_app.machine.visuals import BadManifest, Collection
from controller_app.web.context import ServerContext
from controller_app.web.http.assets import Assets

EVERY = 0.15
"""Seconds between two looks; with loading and the first frame a change is seen within half a second."""

log = logging.getLogger("controller_app.saves")

States = dict[Path, frozenset[PublicFile]]
"""By a visual's folder: its files and the kit's, as they were found."""


def start(context: ServerContext, assets: Assets, collection: Collection, kit: Path) -> None:
    """Watch the collection's folders and the kit for as long as the process lives."""
    gevent.spawn(_forever, context, assets, collection, kit)


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


def _forever(context: ServerContext, assets: Assets, collection: Collection, kit: Path) -> None:
    before: States | None = None
    while True:
        try:
            now = look(collection.folders, kit)
            for visual, state in now.items():
                if before is not None and before.get(visual) != state:
                    tell(context, assets, collection, visual)
            before = now
        except OSError:
            pass  # an editor was just putting a file in another one's place; the next look sees it
        except Exception:
            log.exception("A saved visual could not be told; the next one follows.")
        gevent.sleep(EVERY)
