// Ripple of a tap: two rings of light in the outline of a phone.
// @ts-check
import { Mesh } from "../../vendor/three/three.module.js";
import { RIPPLE_REACH } from "./glow-materials.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Point } from "../../js/shared/motion.js" */
/** @import { GlowMaterials } from "./glow-materials.js" */
/** @import { Parts } from "./parts.js" */

const LASTS_S = 1.4;
const ORDER = 1; // above halos, below phones

export class Ripple {
  mesh;
  #material;
  #source;
  #stage;
  #age = 0; // seconds

  /**
   * @param {{readonly place: Point & {height: number}}} source what it comes from, in CSS pixels
   * @param {string} paint
   * @param {number} strength 0 to 1
   * @param {Stage} stage
   * @param {Parts} parts
   * @param {GlowMaterials} materials
   */
  constructor(source, paint, strength, stage, parts, materials) {
    this.#source = source;
    this.#stage = stage;
    this.#material = materials.ripple();
    this.#material.uniforms.strength.value = strength;
    this.#material.uniforms.paint.value.set(paint);
    materials.blend(this.#material);
    this.mesh = new Mesh(parts.plane, this.#material);
    this.mesh.renderOrder = ORDER;
    this.mesh.frustumCulled = false;
  }

  get isOver() {
    return this.#age >= LASTS_S;
  }

  /** @param {number} seconds since the last call */
  step(seconds) {
    const { width, height, calm } = this.#stage;
    const place = this.#source.place;
    this.#age += seconds;
    const part = Math.min(1, this.#age / LASTS_S);
    // Quick at first, as a wave in water; where motion is unwelcome, one ring that fades.
    this.#material.uniforms.age.value = calm ? 0.15 + 0.85 * part * 0.2 : 1 - (1 - part) ** 1.7;
    if (calm) this.#material.uniforms.strength.value *= Math.exp(-seconds / (LASTS_S / 3));
    this.mesh.position.set(place.x - width / 2, height / 2 - place.y, 0);
    this.mesh.scale.setScalar(place.height * RIPPLE_REACH);
  }

  close() {
    this.mesh.removeFromParent();
    this.#material.dispose();
  }
}
