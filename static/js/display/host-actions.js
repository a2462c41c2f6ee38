// What the host can do at the display, for the keys of panels/shortcuts.js.
// @ts-check
import * as storage from "../shared/storage.js";
import { theme } from "../shared/theme.js";
import { find } from "../shared/dom.js";
import { t } from "../shared/translation.js";
import { explain } from "./panels/shortcuts.js";

/** @import { Theme } from "../shared/marks.js" */
/** @import { Actions } from "./panels/shortcuts.js" */
/** @import { GalleryDialog } from "./gallery/gallery-dialog.js" */
/** @import { Gallery } from "./gallery/catalogue.js" */
/** @import { Invite } from "./panels/invite.js" */
/** @import { Margin } from "./panels/margin.js" */
/** @import { Meter } from "./panels/meter.js" */
/** @import { Notice } from "./panels/notice.js" */
/** @import { Takeover } from "./panels/takeover.js" */
/** @import { Phones } from "./phones/phones.js" */
/** @import { Simulator } from "./simulator/simulator.js" */
/** @import { Sound } from "./stage/sound.js" */
/** @import { Stage } from "./stage/stage.js" */

/**
 * @typedef {object} HostParts
 * @property {Phones} phones
 * @property {Stage} stage
 * @property {Gallery} gallery
 * @property {GalleryDialog} galleryDialog
 * @property {Invite} invite
 * @property {Notice} notice
 * @property {Takeover} takeover
 * @property {Meter} meter
 * @property {Margin} margin
 * @property {Sound} sound
 * @property {Simulator} simulator
 */

const THEME_KEY = "theme";

/** @param {(name: string | undefined) => void} wish for a visual that everyone should see @param {HostParts} parts @returns {Actions} */
export function hostActions(wish, parts) {
  const { phones, stage, gallery, galleryDialog, invite, notice, takeover, meter, margin, sound, simulator } = parts;
  return {
    code: () => invite.toggle(),
    next: () => wish(gallery.after()),
    gallery: () => galleryDialog.toggle(),
    pick: (place) => wish(gallery.name(place)),
    takeover: () => takeover.next(phones.list) || notice.say(t("display.seats.none_away")),
    simulator: () => simulator.add(),
    dismiss: () => simulator.dismiss(),
    full: () => toggleFullScreen().catch(() => notice.say(t("display.full_screen_refused"))),
    meter: () => meter.toggle(),
    smooth() {
      phones.smooth = !phones.smooth;
      notice.say(t(phones.smooth ? "display.smooth" : "display.raw"));
    },
    sound: () => notice.say(t(sound.toggle() ? "display.sound_on" : "display.sound_off")),
    theme() {
      const turned = theme() === "dark" ? "bright" : "dark";
      setTheme(turned, parts);
      storage.set(THEME_KEY, turned);
    },
    margin: (step) => notice.say(t("display.margin", { percent: margin.widen(step) })),
    help() {
      const panel = find("shortcuts");
      panel.hidden = !panel.hidden;
      explain(panel, gallery.titles, stage.keys);
    },
    other: (key) => stage.key(key) || simulator.key(key),
  };
}

/** Use the theme that the host chose before, or else the server's. @param {Pick<HostParts, "phones" | "stage">} parts */
export function restoreTheme(parts) {
  setTheme(/** @type {Theme} */ (storage.get(THEME_KEY) ?? theme()), parts);
}

/** @param {Theme} to @param {Pick<HostParts, "phones" | "stage">} parts */
function setTheme(to, { phones, stage }) {
  document.documentElement.dataset.theme = to;
  phones.theme = to;
  stage.setTheme(to);
}

/** Where a browser or a frame allows no full screen, or has none, the request is refused. */
async function toggleFullScreen() {
  await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
}
