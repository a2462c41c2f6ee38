// Model of a phone: stands in its grid cell and turns as the real phone turns.
// @ts-check
import { AddOperation, Color, Group, Mesh, MeshBasicMaterial, MeshMatcapMaterial } from "../../vendor/three/three.module.js";
import { Spring, stiffnessFor } from "../_kit/spring.js";
import { unitOf } from "../_kit/type.js";
import { GlassTexture } from "./glass-texture.js";
import { NameLabel } from "./name-label.js";

/** @import { Phone, Stage } from "../../js/display/stage/contract.js" */
/** @import { Point } from "../../js/shared/motion.js" */
/** @import { Place } from "./grid.js" */
/** @import { Halos } from "./halos.js" */
/** @import { Parts } from "./parts.js" */

const FLOW_S = 0.45; // seconds to another place in the grid
const ARRIVE_S = 0.9; // seconds from the code to its place
const FADE_S = 0.6; // seconds to come, to go, to fall asleep
const DEPTH_S = 0.35; // seconds from a push back to the wall
const PUSH = 0.14; // of its height, that a tap pushes it back
const ASLEEP = 0.14; // of its light is left while it is away
const SHINE = 0.28; // of the lamps' light that glass throws back
const HALO = { dark: 0.5, bright: 0.34 };
const ORDER = { body: 2, glass: 3, label: 4 }; // halos are 0, ripples 1; alike after alike is quicker to draw

export class PhoneModel {
  group = new Group();
  isLeaving = false;
  #phone;
  #stage;
  #halos;
  #face;
  #label;
  #body = new MeshMatcapMaterial({ vertexColors: true, transparent: true });
  #glass = new MeshBasicMaterial({ combine: AddOperation, reflectivity: SHINE, transparent: true });
  #ink = new MeshBasicMaterial({ transparent: true, depthTest: false, depthWrite: false });
  #glow = new Color();
  #turned = new Group();
  #name;
  #x = new Spring(0, stiffnessFor(ARRIVE_S));
  #y = new Spring(0, stiffnessFor(ARRIVE_S));
  #height = new Spring(0, stiffnessFor(ARRIVE_S));
  #depth = new Spring(0, stiffnessFor(DEPTH_S));
  #shown = new Spring(0, stiffnessFor(FADE_S)); // 0: not there, 1: there
  #awake = new Spring(1, stiffnessFor(FADE_S));
  #width = 0; // of its cell
  #isPlaced = false;

  /**
   * @param {Phone} phone
   * @param {Stage} stage
   * @param {Parts} parts
   * @param {Halos} halos
   * @param {number} [strength] 1 for a phone, less for the promise of one
   */
  constructor(phone, stage, parts, halos, strength = 1) {
    this.#phone = phone;
    this.#stage = stage;
    this.#halos = halos;
    this.#shown.goal = strength;
    this.#face = new GlassTexture(phone, stage);
    this.#label = new NameLabel(phone, stage);
    this.#body.matcap = parts.ball;
    this.#glass.envMap = parts.room;
    this.#glass.map = this.#face.texture;
    this.#ink.map = this.#label.texture;
    this.#name = part(new Mesh(parts.plane, this.#ink), ORDER.label);
    this.#turned.add(part(new Mesh(parts.body, this.#body), ORDER.body), part(new Mesh(parts.glass, this.#glass), ORDER.glass));
    this.group.add(this.#turned, this.#name);
    this.#paint();
  }

  /** @returns {Point & {height: number}} its middle and its height now, in CSS pixels from the upper left */
  get place() {
    return { x: this.#x.value, y: this.#y.value, height: this.#height.value };
  }

  get isGone() {
    return this.isLeaving && this.#shown.value < 0.01;
  }

  /** Begin at the code. @param {Point} from CSS pixels */
  comeFrom({ x, y }) {
    this.#x.value = x;
    this.#y.value = y;
    this.#isPlaced = true;
  }

  /** @param {Place} place */
  goTo({ x, y, height, width }) {
    const isResized = height !== this.#height.goal || width !== this.#width;
    [this.#x.goal, this.#y.goal, this.#height.goal, this.#width] = [x, y, height, width];
    if (!this.#isPlaced || this.#stage.calm) this.#jump();
    if (isResized) this.#fit();
  }

  /** The theme or the type has changed. */
  redraw() {
    this.#face.draw(this.#height.goal * this.#stage.ratio);
    this.#fit();
    this.#paint();
  }

  tap() {
    if (!this.#stage.calm) this.#depth.kick(-PUSH * this.#height.value * this.#depth.stiffness * Math.E);
  }

  leave() {
    this.isLeaving = true;
    this.appear(0);
  }

  /** @param {number} strength to come to, 0 to 1 */
  appear(strength) {
    this.#shown.goal = strength;
  }

  /** @param {number} seconds since the last call */
  step(seconds) {
    this.#awake.goal = this.#phone.away ? ASLEEP : 1;
    for (const spring of [this.#x, this.#y, this.#height, this.#depth, this.#shown, this.#awake]) spring.step(seconds);
    const settled = Math.abs(this.#x.goal - this.#x.value) + Math.abs(this.#y.goal - this.#y.value) < 1;
    if (settled) for (const spring of [this.#x, this.#y, this.#height]) spring.stiffness = stiffnessFor(FLOW_S);
    const [x, y, z, w] = this.#phone.attitude;
    this.#turned.quaternion.set(x, y, z, w);
    this.#stand();
    this.#shine();
  }

  close() {
    this.group.removeFromParent();
    this.#face.close();
    this.#label.close();
    for (const material of [this.#body, this.#glass, this.#ink]) material.dispose();
  }

  // Forty phones are resized whenever one comes: their faces are as good at another size.
  #fit() {
    this.#face.fit(this.#height.goal * this.#stage.ratio);
    this.#label.draw(this.#width * 0.96);
  }

  #paint() {
    const isDark = this.#stage.theme === "dark";
    this.#body.color.set(this.#phone.paint).lerp(new Color(isDark ? 0xffffff : 0x000000), isDark ? 0.12 : 0);
    this.#glow.set(this.#phone.paint);
  }

  #jump() {
    for (const spring of [this.#x, this.#y, this.#height]) spring.value = spring.goal;
    this.#isPlaced = true;
  }

  #stand() {
    const { width, height } = this.#stage;
    const tall = Math.max(1, this.#height.value);
    this.group.position.set(this.#x.value - width / 2, height / 2 - this.#y.value, 0);
    this.#turned.position.z = this.#depth.value;
    this.#turned.scale.setScalar(tall);
    this.#name.scale.set(this.#label.width, this.#label.height, 1);
    this.#name.position.y = -tall * 0.53 - 0.6 * unitOf(this.#stage) - this.#label.height / 2;
  }

  #shine() {
    const shown = Math.max(0, this.#shown.value);
    const awake = this.#awake.value;
    const { x, y } = this.group.position;
    this.group.visible = shown > 0.005; // what can't be seen must not hide others either
    this.#body.opacity = this.#glass.opacity = Math.min(1, shown);
    this.#glass.color.setScalar(awake);
    if (this.group.visible) this.#halos.add(x, y, this.#turned.scale.x, this.#glow, HALO[this.#stage.theme] * shown * shown * awake);
    this.#ink.opacity = shown * (0.4 + 0.6 * awake);
    this.#name.visible = this.#phone.name !== "";
  }
}

/**
 * @template {Mesh} T
 * @param {T} mesh
 * @param {number} order
 */
function part(mesh, order) {
  mesh.renderOrder = order;
  mesh.frustumCulled = false;
  return mesh;
}
