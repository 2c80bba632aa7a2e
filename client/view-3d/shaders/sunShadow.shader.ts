import { turnGlsl } from './plants.shader.ts';

const drop = /* glsl */ `
uniform vec3 uSun;
uniform float uRadius;
varying float vCasts;
void castFrom(vec3 p, float casts) {
  vCasts = p.y < .02 ? 0. : casts;
  vec2 at = p.xz - uSun.xz * (p.y / uSun.y);
  gl_Position = vec4(at / uRadius, 0., 1.);
}`;

/** Everything that casts, laid flat along the sun onto the floor. */
export const dropRoomVertex = /* glsl */ `
${drop}
attribute vec4 traits;
void main() { castFrom(position, traits.y); }`;

export const dropLeavesVertex = /* glsl */ `
${drop}
${turnGlsl}
attribute vec4 place, turn;
void main() { castFrom(place.xyz + turned(turn, position) * place.w, 1.); }`;

export const dropFragment = /* glsl */ `
varying float vCasts;
void main() {
  if (vCasts < .5) discard;
  gl_FragColor = vec4(0., 0., 0., 1.);
}`;

export const blurVertex = /* glsl */ `
varying vec2 vAt;
void main() {
  vAt = uv;
  gl_Position = vec4(position.xy, 0., 1.);
}`;

export const blurFragment = /* glsl */ `
uniform sampler2D uSharp;
varying vec2 vAt;
void main() {
  float sum = 0.;
  for (int i = 0; i < 16; i++) {
    float turn = float(i) * 2.4, r = sqrt((float(i) + .5) / 16.) * .0034;
    sum += texture2D(uSharp, vAt + vec2(cos(turn), sin(turn)) * r, 1.).r;
  }
  gl_FragColor = vec4(vec3(sum / 16.), 1.);
}`;
