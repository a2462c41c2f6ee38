// Shaders of the flock. All places in units, origin top left.
// @ts-check
import { NOISE } from "../_kit/dither.js";

export const ROW = 256; // texels in a row of things
export const BIRD_CORNERS = 12; // four triangles from its head to its tail; a processor may have to draw them all
export const SPRITE_CORNERS = 6;

export const SKY_VERTEX = `#version 300 es
layout(location = 0) in vec2 place;
layout(location = 1) in vec4 colour;
uniform vec2 size;
out vec3 paint;
void main() {
  paint = colour.rgb;
  gl_Position = vec4(2.0 * place.x / size.x - 1.0, 1.0 - 2.0 * place.y / size.y, 0.0, 1.0);
}`;

/** The ground, and a haze where birds are many. */
export const SKY = `#version 300 es
precision highp float;
in vec3 paint;
out vec4 shown;
${NOISE}
void main() {
  shown = vec4(paint + noise(), 1.0);
}`;

// Things come as two texels each, eight words, and are not instanced: SwiftShader would draw each by itself.
const FETCH = `
uniform highp usampler2D things;
uvec4 texel(int place) {
  return texelFetch(things, ivec2(place % ${ROW}, place / ${ROW}), 0);
}
vec4 unpacked(uint colour) {
  return vec4(colour & 255u, (colour >> 8) & 255u, (colour >> 16) & 255u, colour >> 24) / 255.0;
}`;

/** A bird: a dart along the way it came, bent as it turns. */
export const BIRD_VERTEX = `#version 300 es
precision highp float;
uniform vec2 size;
out vec2 uv;
out vec4 paint;
${FETCH}
const float TAIL = 0.13;
const float WIDTH = 0.17;
const int STRIP[12] = int[](0, 1, 2, 2, 1, 3, 2, 3, 4, 4, 3, 5);
const float ALONG[3] = float[](0.0, 0.34, 1.0);
const float GIRTH[3] = float[](0.3, 0.8, 0.15);
void main() {
  int bird = gl_VertexID / ${BIRD_CORNERS};
  int corner = STRIP[gl_VertexID % ${BIRD_CORNERS}];
  uvec4 first = texel(2 * bird);
  uvec4 second = texel(2 * bird + 1);
  vec2 place = uintBitsToFloat(first.xy);
  vec2 speed = uintBitsToFloat(first.zw);
  vec2 bend = uintBitsToFloat(second.xy);
  float along = ALONG[corner >> 1];
  float side = float(corner & 1) * 2.0 - 1.0;
  float back = (along - 0.12) * TAIL;
  float most = 0.35 * length(speed) / TAIL;
  vec2 bent = bend * min(1.0, most / (length(bend) + 0.001));
  vec2 way = speed - bent * back;
  vec2 across = normalize(vec2(-way.y, way.x) + 1e-5) * side;
  vec2 at = place - speed * back + 0.5 * bent * back * back + across * WIDTH * GIRTH[corner >> 1] * uintBitsToFloat(second.z);
  uv = vec2(along, side);
  paint = unpacked(second.w);
  gl_Position = vec4(2.0 * at.x / size.x - 1.0, 1.0 - 2.0 * at.y / size.y, 0.0, 1.0);
}`;

export const BIRD = `#version 300 es
precision highp float;
in vec2 uv;
in vec4 paint;
uniform float stains;
out vec4 shown;
void main() {
  float strength = paint.a * (1.0 - uv.x * uv.x) * (1.0 - uv.y * uv.y * uv.y * uv.y);
  shown = vec4(mix(paint.rgb * strength, mix(vec3(1.0), paint.rgb, strength), stains), 1.0);
}`;

export const SPRITE_VERTEX = `#version 300 es
precision highp float;
uniform vec2 size;
uniform vec2 cell;
out vec2 at;
out vec2 uv;
out vec4 paint;
${FETCH}
const int STRIP[6] = int[](0, 1, 2, 2, 1, 3);
void main() {
  int sprite = gl_VertexID / ${SPRITE_CORNERS};
  int place = STRIP[gl_VertexID % ${SPRITE_CORNERS}];
  vec4 first = uintBitsToFloat(texel(2 * sprite));
  uvec4 second = texel(2 * sprite + 1);
  vec2 corner = vec2(place & 1, place >> 1);
  vec2 off = (2.0 * corner - 1.0) * first.z;
  vec2 turned = vec2(off.x * cos(first.w) - off.y * sin(first.w), off.x * sin(first.w) + off.y * cos(first.w));
  at = (first.xy + turned) / size;
  uv = uintBitsToFloat(second.xy) + corner * cell;
  paint = unpacked(second.w);
  gl_Position = vec4(2.0 * at.x - 1.0, 1.0 - 2.0 * at.y, 0.0, 1.0);
}`;

/** A mark or a figure, with a rim of the ground. */
export const SPRITE = `#version 300 es
precision highp float;
in vec2 at;
in vec2 uv;
in vec4 paint;
uniform sampler2D sheet;
uniform sampler2D words;
uniform vec3 ground;
out vec4 shown;
void main() {
  vec2 texel = texture(sheet, uv).rg;
  float itself = smoothstep(0.3, 0.7, texel.r);
  shown = vec4(mix(ground, paint.rgb, itself), max(itself, 0.8 * texel.g) * paint.a * texture(words, at).r);
}`;
