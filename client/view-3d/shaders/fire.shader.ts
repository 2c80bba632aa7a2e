import { lightGlsl, outputGlsl } from './light.shader.ts';

/** Discs of light that face the camera. Additive in sRGB, hence red-orange and hollow: a white middle would clip. */
export const glowVertex = /* glsl */ `
${lightGlsl}
attribute vec4 place, tint;
varying vec2 vAcross;
varying vec3 vColour;
varying float vHollow;
void main() {
  vAcross = uv * 2. - 1.;
  vHollow = tint.w > 3.5 ? 1. : .25;
  // Below 3 Hz at any amplitude that shows.
  float breath = tint.w > .5 && tint.w < 1.5 ? 1. + uSway * (.08 * sin(uTime * 7.3) + .06 * sin(uTime * 11.7 + 1.)) : 1.;
  vec3 at = place.xyz;
  float life = 1.;
  if (tint.w > 3.5) {
    float risen = fract(uTime * uSway * .16 + place.x * 3.3 + place.z * 5.9 + place.y * 2.1);
    life = sin(risen * 3.14) * (.75 + .25 * uSway);
    at.y += risen * .9;
    at.x += sin(risen * 5. + place.z * 9.) * .1 * risen;
    breath = .6 + risen * 1.3;
  } else if (tint.w > 2.5) {
    float own = place.x * 5.1 + place.z * 3.7, t = uTime * uSway * .35 + own;
    at += vec3(sin(t), sin(t * 1.7) * .35, cos(t * .8)) * .7;
    life = uEvening * smoothstep(-.2, .9, sin(t * 3.1 + own));
  } else if (tint.w > 1.5) {
    float risen = fract(uTime * uSway * .22 + place.x * 7.3 + place.z * 3.1);
    life = smoothstep(0., .15, risen) * (1. - risen);
    at.y = .7 + risen * 2.6;
    at.xz += vec2(sin(uTime * 1.7 + place.x * 40.), cos(uTime * 1.3 + place.z * 40.)) * .12 * risen * uSway;
  }
  vColour = tint.rgb * (tint.w > 3.5 ? .8 / uSpriteGlow : breath) * life;
  vec4 seen = viewMatrix * vec4(at, 1.);
  seen.xy += vAcross * place.w * breath;
  seen.z += .25;
  gl_Position = projectionMatrix * seen;
}`;

export const glowFragment = /* glsl */ `
uniform float uSpriteGlow;
varying vec2 vAcross;
varying vec3 vColour;
varying float vHollow;
void main() {
  float r = length(vAcross);
  if (r > 1.) discard;
  float strength = pow(1. - r, 2.6) * mix(vHollow, 1., smoothstep(.04, .34, r));
  gl_FragColor = vec4(vColour * strength * uSpriteGlow, 1.);
  #include <colorspace_fragment>
}`;

export const flameVertex = /* glsl */ `
${lightGlsl}
attribute vec4 place, tint;
varying float vHeight, vInner;
varying vec3 vNormal, vToEye;
void main() {
  vec3 p = position;
  float h = clamp(p.y, 0., 1.1), phase = tint.y * 6.28;
  float t = uTime * uSway + tint.y * 7.;
  p.x += h * h * .20 * sin(t * 3.6 + phase + h * 3.);
  p.z += h * h * .16 * sin(t * 2.9 + phase * 1.7 + h * 2.5);
  p.y *= 1. + .10 * sin(t * 4.7 + phase);
  p.xz *= place.w * (tint.x > .5 ? .62 : .8);
  p.y *= place.w;
  vec3 at = p + place.xyz;
  vHeight = h;
  vInner = tint.x;
  vNormal = normal;
  vToEye = normalize(cameraPosition - at);
  gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.);
}`;

export const flameFragment = /* glsl */ `
varying float vHeight, vInner;
varying vec3 vNormal, vToEye;
void main() {
  float facing = clamp(dot(normalize(vNormal), vToEye), 0., 1.);
  vec3 outer = mix(vec3(1., .52, .10), vec3(.92, .20, .05), smoothstep(.25, 1., vHeight));
  vec3 inner = mix(vec3(1., .66, .25), vec3(1., .46, .10), smoothstep(.1, .9, vHeight));
  float solid = (vInner > .5 ? .95 : .82) * (1. - smoothstep(.75, 1.08, vHeight) * .6) * smoothstep(0., .28, facing);
  gl_FragColor = vec4((vInner > .5 ? inner : outer) * 1.02, solid);
  ${outputGlsl}
}`;
