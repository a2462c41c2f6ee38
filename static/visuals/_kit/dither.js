// Dither noise for shaders: on a dark wall eight bits are too few for a soft glow.
// @ts-check

/**
 * GLSL: `noise()`, half a step of eight bits up or down by the pixel's place; add it to the colour that is written.
 * Source: J. Jimenez, "Next Generation Post Processing in Call of Duty: Advanced Warfare" (2014).
 */
export const NOISE = `
float noise() {
  return (fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5) / 255.0;
}
`;
