// Mirror: every phone as a phone of light that turns exactly as the real one.
// @ts-check
import { Color, Group, PerspectiveCamera, Scene, WebGLRenderer } from "../../vendor/three/three.module.js";
import { codePlace } from "../_kit/code-place.js";
import { fontReady } from "../_kit/type.js";
import { AttractMode } from "./attract.js";
import { GlowMaterials } from "./glow-materials.js";
import { arrange } from "./grid.js";
import { Halos } from "./halos.js";
import { Parts } from "./parts.js";
import { PhoneModel } from "./phone-model.js";
import { Ripple } from "./ripple.js";

/** @import { CreateVisual, Phone, Rect } from "../../js/display/stage/contract.js" */

const FIELD_OF_VIEW_DEGREES = 24; // degrees from top to bottom: a long lens, so phones at the edge look like those in the middle
const MAX_RIPPLES = 40; // at a time; older ones give way
const RIPPLE_RECOVERY_S = 0.34; // seconds; taps that follow sooner ripple more softly, so nothing flashes

/** @type {CreateVisual} */
export default function create(stage) {
  const renderer = new WebGLRenderer({ canvas: stage.canvas, antialias: true, powerPreference: "high-performance" });
  const parts = new Parts();
  const materials = new GlowMaterials(stage);
  const scene = new Scene();
  const camera = new PerspectiveCamera(FIELD_OF_VIEW_DEGREES);
  const wall = new Group();
  const halos = new Halos(parts, materials);
  const attract = new AttractMode(stage, parts, halos, wall);
  /** @type {Map<Phone, PhoneModel>} */ const models = new Map();
  /** @type {WeakMap<Phone, number>} */ const tapped = new WeakMap(); // when, in seconds
  /** @type {Ripple[]} */ let ripples = [];
  // A shader is compiled when it is first drawn and let go with its last user: neither should be at a tap.
  const unseen = new Ripple({ place: { x: 0, y: 0, height: 1 } }, stage.palette.text, 0, stage, parts, materials);
  let arranged = ""; // for whom and round which words
  let now = 0; // seconds
  let isOpen = true;

  scene.add(wall);
  fit();
  wall.add(halos.mesh, unseen.mesh);
  renderer.render(scene, camera);
  unseen.mesh.visible = false;
  fontReady().then(() => isOpen && redraw());

  return {
    draw(seconds, phones) {
      now += seconds;
      seat(phones);
      flow(phones, stage.words());
      halos.begin();
      attract.step(seconds, phones.length === 0);
      for (const model of models.values()) model.step(seconds);
      halos.end();
      for (const ripple of ripples) ripple.step(seconds);
      clear();
      renderer.render(scene, camera);
    },
    joined(phone) {
      const model = add(phone);
      if (!stage.calm) model.comeFrom(codePlace(stage.words(), stage));
    },
    tap(phone) {
      const model = models.get(phone);
      if (!model) return;
      const strength = Math.min(1, (now - (tapped.get(phone) ?? -RIPPLE_RECOVERY_S)) / RIPPLE_RECOVERY_S);
      tapped.set(phone, now);
      model.tap();
      const ripple = new Ripple(model, phone.paint, 0.3 + 0.7 * strength, stage, parts, materials);
      wall.add(ripple.mesh);
      ripples.push(ripple);
    },
    resize() {
      fit();
      redraw();
      arranged = "";
    },
    close() {
      isOpen = false;
      for (const each of [...models.values(), ...ripples, unseen, attract, halos, parts]) each.close();
      renderer.dispose();
    },
  };

  function fit() {
    const { canvas, width, height, palette } = stage;
    renderer.setSize(canvas.width, canvas.height, false);
    renderer.setClearColor(new Color(palette.ground));
    camera.aspect = width / height;
    camera.position.z = height / 2 / Math.tan((FIELD_OF_VIEW_DEGREES * Math.PI) / 360); // one unit is one CSS pixel on the wall
    camera.near = camera.position.z / 10;
    camera.far = camera.position.z * 3;
    camera.updateProjectionMatrix();
  }

  function redraw() {
    halos.redraw();
    attract.redraw();
    for (const model of models.values()) model.redraw();
  }

  /** @param {Phone} phone */
  function add(phone) {
    const model = new PhoneModel(phone, stage, parts, halos);
    models.set(phone, model);
    wall.add(model.group);
    return model;
  }

  /** @param {readonly Phone[]} phones */
  function seat(phones) {
    for (const phone of phones) if (!models.has(phone)) add(phone);
    if (models.size === phones.length) return;
    const here = new Set(phones);
    for (const [phone, model] of models) if (!here.has(phone)) model.leave();
  }

  /** Arrange phones anew when someone comes or goes, or words do. @param {readonly Phone[]} phones @param {readonly Rect[]} words */
  function flow(phones, words) {
    const wanted = `${phones.map(({ number }) => number)} ${[stage.safe(), ...words].map(({ x, y, width, height }) => [x, y, width, height].map(Math.round))}`;
    if (wanted === arranged) return;
    arranged = wanted;
    materials.update(words);
    if (phones.length === 0) return attract.arrange(words);
    arrange(phones.length, words, stage.width, stage.height, stage.safe()).forEach((place, i) => models.get(phones[i])?.goTo(place));
  }

  function clear() {
    for (const [phone, model] of models) {
      if (!model.isGone) continue;
      model.close();
      models.delete(phone);
    }
    for (const ripple of ripples.slice(0, -MAX_RIPPLES)) ripple.close();
    ripples = ripples.slice(-MAX_RIPPLES);
    for (const ripple of ripples) if (ripple.isOver) ripple.close();
    ripples = ripples.filter(({ isOver }) => !isOver);
  }
}
