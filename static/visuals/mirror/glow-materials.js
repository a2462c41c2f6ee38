// Shader materials of halos and ripples, dimmed round words.
// @ts-check
import { AdditiveBlending, Color, NormalBlending, ShaderMaterial, Vector4 } from "../../vendor/three/three.module.js";
import { NOISE } from "../_kit/dither.js";
import { unitOf } from "../_kit/type.js";
import { WIDTH } from "./parts.js";

/** @import { Rect, Stage } from "../../js/display/stage/contract.js" */

const MAX_WORDS = 12;

const HALO_VERTEX = `
attribute vec3 place;
attribute vec4 tone;
varying vec2 at;
varying vec4 light;
uniform float reach;
void main() {
  at = position.xy * reach;
  light = tone;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position.xy * place.z + place.xy, 0.0, 1.0);
}`;

const RIPPLE_VERTEX = `
varying vec2 at;
uniform float reach;
void main() {
  at = position.xy * reach;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

// Distances in heights of a phone; words in canvas pixels from the lower left.
const COMMON = `
varying vec2 at;
uniform vec4 words[${MAX_WORDS}];
uniform float dim;
float outside(vec2 p) {
  vec2 q = abs(p) - vec2(${(WIDTH / 2 - 0.08).toFixed(3)}, 0.42);
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - 0.08;
}
float free() {
  float far = 1e6;
  for (int i = 0; i < ${MAX_WORDS}; i++) {
    vec2 gap = max(max(words[i].xy - gl_FragCoord.xy, gl_FragCoord.xy - words[i].zw), 0.0);
    far = min(far, length(gap));
  }
  return smoothstep(0.15, 1.0, far / dim);
}
${NOISE}`;

const HALO = `${COMMON}
varying vec4 light; // paint, strength
void main() {
  float far = min(1.0, length(at * vec2(1.35, 1.0)) / 1.1);
  float soft = pow(1.0 - far, 1.5) * (1.0 - far * far);
  gl_FragColor = vec4(light.rgb, max(0.0, light.a * soft * free() + noise() * step(0.004, soft)));
  #include <colorspace_fragment>
}`;

const RIPPLE = `${COMMON}
uniform float strength;
uniform vec3 paint;
uniform float age;
void main() {
  float far = outside(at);
  float first = exp(-pow((far - 1.25 * age) * (44.0 - 22.0 * age), 2.0));
  float second = 0.45 * exp(-pow((far - 1.25 * age + 0.1) * (54.0 - 26.0 * age), 2.0));
  float edge = 1.0 - smoothstep(1.0, 1.3, far);
  gl_FragColor = vec4(paint, strength * (first + second) * pow(1.0 - age, 1.6) * edge * free());
  #include <colorspace_fragment>
}`;

export const HALO_REACH = 2.4; // heights of a phone that its plane is wide
export const RIPPLE_REACH = 3.8;

/** Where words are, for the shaders; one for all. */
export class GlowMaterials {
  #words = { value: Array.from({ length: MAX_WORDS }, () => new Vector4(-1e5, -1e5, -1e5, -1e5)) };
  #dim = { value: 1 };
  #stage;

  /** @param {Stage} stage */
  constructor(stage) {
    this.#stage = stage;
  }

  /** @param {readonly Rect[]} rects */
  update(rects) {
    const { height, ratio } = this.#stage;
    this.#dim.value = 2.6 * unitOf(this.#stage) * ratio;
    this.#words.value.forEach((word, i) => {
      const rect = rects[i];
      if (!rect) word.set(-1e5, -1e5, -1e5, -1e5);
      else word.set(rect.x, height - rect.y - rect.height, rect.x + rect.width, height - rect.y).multiplyScalar(ratio);
    });
  }

  /** @returns {ShaderMaterial} for planes with the attributes `place` and `tone`, see halos.js */
  halo() {
    return this.#material(HALO_VERTEX, HALO, { reach: { value: HALO_REACH } });
  }

  /** @returns {ShaderMaterial} set `paint`, `strength` (0 to 1) and `age` (0 to 1) */
  ripple() {
    const own = { strength: { value: 1 }, paint: { value: new Color() }, age: { value: 0 } };
    return this.#material(RIPPLE_VERTEX, RIPPLE, { reach: { value: RIPPLE_REACH }, ...own });
  }

  /** On a dark wall light adds up; on paper it covers. @param {ShaderMaterial} material */
  blend(material) {
    material.blending = this.#stage.theme === "dark" ? AdditiveBlending : NormalBlending;
  }

  /** @param {string} vertexShader @param {string} fragmentShader @param {ShaderMaterial["uniforms"]} own */
  #material(vertexShader, fragmentShader, own) {
    const uniforms = { words: this.#words, dim: this.#dim, ...own };
    return new ShaderMaterial({ vertexShader, fragmentShader, uniforms, transparent: true, depthWrite: false, depthTest: false });
  }
}
