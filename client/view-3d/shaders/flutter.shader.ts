import { lightGlsl, outputGlsl } from './light.shader.ts';

/** Leaves and confetti: one quad each, falling, tumbling, and lying where they come to rest. */
export const flutterVertex = /* glsl */ `
${lightGlsl}
uniform float uParty, uPartyAge;
uniform vec3 uBurst;
attribute vec4 place, tint, fall;
varying vec3 vColour;
vec3 turned(vec3 p, float a, float b) {
  p.yz = mat2(cos(a), sin(a), -sin(a), cos(a)) * p.yz;
  p.xz = mat2(cos(b), sin(b), -sin(b), cos(b)) * p.xz;
  return p;
}
void main() {
  float isLeaf = 1. - step(.5, tint.w), isLying = 1. - step(1.5, tint.w);
  float age = isLeaf > .5 ? uTime : uPartyAge;
  vec2 size = isLeaf > .5 ? vec2(.07, .09) : vec2(.085, .13);
  float still = 1. - uSway;
  vec3 at = place.xyz;
  float lies = 0.;
  if (still > .5) {
    // Nothing moves: most of it lies, the rest hangs low in the air.
    lies = isLying;
    at.y = lies > .5 ? place.y : place.y + place.w * fall.z * fall.z * .8;
  } else if (isLeaf > .5 || isLying < .5) {
    at.y = place.y + mod(fall.z * place.w - age * fall.x, place.w);
  } else {
    at.y = place.y + max(0., (1.6 + fall.z * place.w) - age * fall.x * 1.3);
    lies = step(at.y, place.y + .001);
  }
  float air = 1. - lies;
  at.xz += air * uSway * vec2(sin(age * .9 + fall.w), cos(age * .7 + fall.w * 2.)) * .22;
  if (isLeaf < .5 && still < .5) {
    // The burst: everything starts from one place and is thrown to where it falls.
    float thrown = 1. - pow(1. - clamp(age / 1.3, 0., 1.), 3.);
    at = mix(uBurst + vec3(0., 1.4, 0.), at, thrown);
    at.y += sin(thrown * 3.14) * 2.4 * (.4 + fall.z);
  }
  float tumble = lies > .5 ? 1.5708 : fall.w + age * fall.y * uSway;
  vec3 normal = turned(vec3(0., 0., 1.), tumble, fall.w);
  float shown = isLeaf > .5 ? smoothstep(0., .4, place.w - (at.y - place.y)) : uParty;
  vec3 world = at + turned(vec3(position.xy * size * .5, 0.), tumble, fall.w) * shown;
  vec3 toEye = normalize(cameraPosition - world);
  if (dot(normal, toEye) < 0.) normal = -normal;
  vec3 soft, key, rim;
  lightAt(normal, world, vec4(1., .25, .25, 1.), .5, soft, key, rim);
  vec4 fog = fogAt(world);
  vColour = tint.rgb * (soft + key * .8) * fog.a + fog.rgb;
  gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.);
}`;

export const flutterFragment = /* glsl */ `
varying vec3 vColour;
void main() {
  gl_FragColor = vec4(vColour, 1.);
  ${outputGlsl}
}`;

/** Pennants on a string; without a celebration they shrink to nothing. */
export const pennantVertex = /* glsl */ `
${lightGlsl}
uniform float uParty;
attribute vec3 tint, middle;
varying vec3 vColour;
void main() {
  vec3 at = mix(middle, position, uParty);
  at.z += sin(uTime * 1.9 * uSway + middle.x * 2.1) * .07 * uSway * step(position.y, middle.y - .01);
  vec3 toEye = normalize(cameraPosition - at);
  vec3 face = dot(normal, toEye) < 0. ? -normal : normal;
  vec3 soft, key, rim;
  lightAt(face, at, vec4(1., .3, .3, 1.), .5, soft, key, rim);
  vec4 fog = fogAt(at);
  vColour = tint * (soft + key * .8) * fog.a + fog.rgb;
  gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.);
}`;
