// What the graphics chip does. All places in units, origin top left.
// @ts-check

export const CORNERS = 10; // of a bird: five pairs from its head to its tail

// Half a step of noise: on a dark wall eight bits are too few for a soft haze.
const NOISE = `
float noise() {
  return (fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5) / 255.0;
}`;

export const SKY_VERTEX = `#version 300 es
out vec2 at;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  at = vec2(corner.x, 1.0 - corner.y);
  gl_Position = vec4(2.0 * corner - 1.0, 0.0, 1.0);
}`;

/** The ground, and a haze where birds are many. */
export const SKY = `#version 300 es
precision highp float;
in vec2 at;
uniform sampler2D haze;
uniform sampler2D words;
uniform vec3 ground;
uniform vec4 grid;
uniform float stains;
out vec4 shown;
${NOISE}
void main() {
  vec3 air = texture(haze, at * grid.xy + grid.zw).rgb * texture(words, at).r;
  shown = vec4(mix(ground + air, ground * (1.0 - air), stains) + noise(), 1.0);
}`;

/** A bird: a dart along the way it came, bent as it turns. */
export const BIRD_VERTEX = `#version 300 es
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 speed;
layout(location = 2) in vec2 bend;
layout(location = 3) in float wide;
layout(location = 4) in vec4 colour;
uniform vec2 size;
uniform sampler2D words;
out vec2 uv;
out vec4 paint;
const float TAIL = 0.13;
const float WIDTH = 0.17;
void main() {
  float along = float(gl_VertexID >> 1) / 4.0;
  float side = float(gl_VertexID & 1) * 2.0 - 1.0;
  float back = (along - 0.12) * TAIL;
  float most = 0.35 * length(speed) / TAIL;
  vec2 bent = bend * min(1.0, most / (length(bend) + 0.001));
  vec2 way = speed - bent * back;
  vec2 across = normalize(vec2(-way.y, way.x) + 1e-5);
  float girth = WIDTH * wide * (0.25 + 0.75 * smoothstep(0.0, 0.18, along)) * (1.0 - 0.8 * along);
  vec2 at = place - speed * back + 0.5 * bent * back * back + across * side * girth;
  uv = vec2(along, side);
  paint = vec4(colour.rgb, colour.a * textureLod(words, place / size, 0.0).r * mix(0.55, 1.0, min(1.0, wide)));
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

export const STAMP_VERTEX = `#version 300 es
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 extent;
layout(location = 2) in vec2 patch_;
layout(location = 3) in vec4 colour;
uniform vec2 size;
uniform vec2 cell;
out vec2 at;
out vec2 uv;
out vec4 paint;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  vec2 off = (2.0 * corner - 1.0) * extent.x;
  vec2 turned = vec2(off.x * cos(extent.y) - off.y * sin(extent.y), off.x * sin(extent.y) + off.y * cos(extent.y));
  at = (place + turned) / size;
  uv = patch_ + corner * cell;
  paint = colour;
  gl_Position = vec4(2.0 * at.x - 1.0, 1.0 - 2.0 * at.y, 0.0, 1.0);
}`;

/** A mark or a figure, with a rim of the ground. */
export const STAMP = `#version 300 es
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
