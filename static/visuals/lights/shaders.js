// Shaders of lights. All places in CSS pixels, origin top left.
// @ts-check
import { NOISE } from "../_kit/dither.js";

export const VERTEX = `#version 300 es
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 within;
layout(location = 2) in vec4 colour;
uniform vec2 size;
out vec2 at;
out vec2 uv;
out vec4 paint;
void main() {
  at = place / size;
  uv = within;
  paint = colour;
  gl_Position = vec4(2.0 * at.x - 1.0, 1.0 - 2.0 * at.y, 0.0, 1.0);
}`;

const COMMON = `#version 300 es
precision highp float;
in vec2 at;
in vec2 uv;
in vec4 paint;
uniform sampler2D words;
uniform vec3 ground;
out vec4 shown;
${NOISE}
float light() {
  return paint.a * texture(words, at).r;
}
`;

/** A line: a thin heart, a soft glow. The lightest (on paper: the darkest) of two wins, so lines join without seams. */
export const STROKE = `${COMMON}
uniform vec3 heart;
uniform float heat;
void main() {
  float far = min(1.0, dot(uv, uv));
  float soft = pow(1.0 - far, 4.0);
  float core = exp(-55.0 * far) * (1.0 - far);
  float strength = light();
  vec3 colour = mix(paint.rgb, heart, heat * core * strength);
  shown = vec4(mix(ground, colour, min(1.0, strength * (0.4 * soft + core))) + noise(), 1.0);
}`;

/** The air round a light: adds to what is there; on paper it stains. */
export const GLOW = `${COMMON}
uniform float stains;
void main() {
  float far = min(1.0, length(uv));
  float soft = 0.7 * pow(1.0 - far, 3.0) + 0.3 * pow(1.0 - far * far, 4.0);
  float strength = light() * soft;
  vec3 added = paint.rgb * strength + noise() * step(0.002, strength);
  shown = vec4(mix(added, mix(vec3(1.0), paint.rgb, strength) + noise(), stains), 1.0);
}`;

/** A mark or a figure, with a rim of the ground. */
export const SPRITE = `${COMMON}
uniform sampler2D sheet;
void main() {
  vec2 texel = texture(sheet, uv).rg;
  float itself = smoothstep(0.3, 0.7, texel.r);
  shown = vec4(mix(ground, paint.rgb, itself), max(itself, 0.7 * texel.g) * light());
}`;
