import { lightGlsl, outputGlsl } from './light.shader.ts';

export const turnGlsl = /* glsl */ `
vec3 turned(vec4 q, vec3 v) { return v + 2. * cross(q.xyz, cross(q.xyz, v) + q.w * v); }
`;

/** Leaves, tufts and flowers: instanced cards, lit by the roundness of what they grow on. */
export const plantVertex = /* glsl */ `
${lightGlsl}
${turnGlsl}
attribute vec4 place, turn, tint, stored, facing;
varying vec3 vColour;
void main() {
  vec3 card = turned(turn, position) * place.w;
  float sway = uSway * (sin(uTime * 1.3 + place.x * .6 + place.z * .4) + .5 * sin(uTime * 2.9 + tint.w * 6.28)) * .06 * place.w;
  card.x += sway * clamp(position.y + .3, 0., 1.);
  card.z += sway * .5;
  vec3 at = place.xyz + card;
  #ifdef TUFT
  vec3 albedo = tint.rgb * mix(.62, 1.12, clamp(position.y, 0., 1.));
  #elif defined(FLOWER)
  // A golden heart, petals that pale outwards, and a stem.
  float out1 = length(position.xz);
  vec3 albedo = position.y < -.5 || out1 < .01 ? mix(vec3(.16, .27, .06), vec3(.62, .33, .03), step(-.5, position.y)) : tint.rgb * mix(.86, 1.08, smoothstep(.7, 1.1, out1));
  #else
  vec3 albedo = tint.rgb;
  #endif
  vec4 light = bakedLight(stored, facing.w);
  vec3 soft, key, rim;
  lightAt(facing.xyz, at, light, .5, soft, key, rim);
  float through = max(dot(normalize(at - cameraPosition), uSun), 0.);
  vec3 lit = albedo * (soft + key * light.w + uKey * through * through * through * light.w * .7) + rim * (albedo * .6 + .12);
  vec4 fog = fogAt(at);
  vColour = lit * fog.a + fog.rgb;
  gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.);
}`;

export const plantFragment = /* glsl */ `
varying vec3 vColour;
void main() {
  gl_FragColor = vec4(vColour, 1.);
  ${outputGlsl}
}`;
