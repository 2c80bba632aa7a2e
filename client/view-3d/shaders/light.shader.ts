/**
 * Light, sky and fog, shared by every shader of the view. All of it runs in the vertex shader: in the fragment shader it
 * cost 2.6 times the frame and looked the same.
 */
export const lightGlsl = /* glsl */ `
uniform float uTime, uSway, uRadius, uEvening, uLantern, uSpriteGlow, uStars;
uniform vec3 uSun, uKey, uAbove, uBelow, uHearth, uLamp, uRim, uShadowTint;
uniform vec3 uZenith, uMiddle, uHorizon, uSunGlow, uFog, uHearthAt;
uniform sampler2D uSunShadow, uField;

const float BAKED_SCALE = 2.;

vec3 skyColour(vec3 way) {
  vec3 colour = mix(uHorizon, uMiddle, smoothstep(-.02, .22, way.y));
  colour = mix(colour, uZenith, smoothstep(.12, .75, way.y));
  float g = max(dot(way, normalize(uSun * vec3(1., .45, 1.))), 0.);
  float g2 = g * g, g4 = g2 * g2, g8 = g4 * g4, g16 = g8 * g8;
  return colour + uSunGlow * (g4 * g * .35 + g16 * g16 * g8 * .5);
}

/** The fog's light to add, and what is left of the thing's own. */
vec4 fogAt(vec3 place) {
  vec3 away = place - cameraPosition;
  float distance = length(away);
  vec3 way = away / distance;
  float fog = (1. - exp(-pow(distance * uFog.x, 1.6))) * uFog.y;
  return vec4(skyColour(vec3(way.x, max(way.y, 0.) * .5 + uFog.z, way.z)) * fog, 1. - fog);
}

/** Light without the sun, the sun's light where it shines, and the rim of light along edges. */
void lightAt(vec3 normal, vec3 place, vec4 baked, float wrap, out vec3 soft, out vec3 key, out vec3 rim) {
  float open = baked.x;
  vec3 around = mix(uBelow, uAbove, normal.y * .5 + .5) * mix(uShadowTint, vec3(1.), open) * (.25 + .75 * open);
  soft = around + uHearth * baked.y + uLamp * baked.z;
  key = uKey * clamp((dot(normal, uSun) + wrap) / (1. + wrap), 0., 1.);
  float edge = 1. - clamp(dot(normal, normalize(cameraPosition - place)), 0., 1.);
  rim = uRim * edge * edge * edge * (.35 + .65 * clamp(normal.y * .6 + .5, 0., 1.)) * open * (.35 + .65 * baked.w);
}

vec4 bakedLight(vec4 stored, float sunInEvening) {
  return vec4(stored.x, stored.yz * BAKED_SCALE, mix(stored.w, sunInEvening, uEvening));
}
`;

export const outputGlsl = /* glsl */ `
#include <tonemapping_fragment>
#include <colorspace_fragment>
`;

export const valueNoiseGlsl = /* glsl */ `
float hash(vec2 p) { return fract(sin(dot(p, vec2(12.98, 78.23))) * 43758.5); }
float valueNoise(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3. - 2. * f);
  return mix(mix(hash(i), hash(i + vec2(1, 0)), f.x), mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), f.x), f.y);
}
`;
