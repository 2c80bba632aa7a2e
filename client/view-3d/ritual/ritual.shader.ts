import { lightGlsl, outputGlsl } from '../shaders/light.shader.ts';

/** How light falls on what was not there when the room was baked: as on people, by the field over the floor. */
const standingGlsl = /* glsl */ `
vec3 litAt(vec3 hue, vec3 n, vec3 place, float shine) {
  vec4 field = textureLod(uField, place.xz / (2. * uRadius) + .5, 0.);
  float sun = textureLod(uSunShadow, (place.xz - uSun.xz * (place.y / uSun.y)) / (2. * uRadius) + .5, 2.).r;
  vec3 toFire = normalize(uHearthAt - place);
  vec4 light = vec4(mix(.75, 1., field.z), field.x * BAKED_SCALE * max(dot(n, toFire) * .6 + .4, 0.) * 1.6, field.y * BAKED_SCALE * (.75 + .35 * n.y), sun);
  vec3 soft, key, rim;
  lightAt(n, place, light, .35, soft, key, rim);
  vec3 lit = hue * (soft + key * light.w) + rim * (hue * .6 + .12);
  float facing = clamp(dot(n, normalize(cameraPosition - place)), 0., 1.);
  // Paper with a light in it, and flame, which is light.
  vec3 paper = hue * (.7 + uLantern) * mix(vec3(.82, .34, .1), vec3(1.02, .84, .62), facing * sqrt(facing));
  return shine > .75 ? hue : mix(lit, paper, min(1., shine * 2.));
}
varying vec3 vColour;
void show(vec3 hue, vec3 n, vec3 p, float shine) {
  vec4 fog = fogAt(p);
  vColour = litAt(hue, n, p, shine) * fog.a + fog.rgb;
  gl_Position = projectionMatrix * viewMatrix * vec4(p, 1.);
}
vec3 turnedBy(vec3 p, float a) { float c = cos(a), s = sin(a); return vec3(p.x * c + p.z * s, p.y, p.z * c - p.x * s); }
`;

export const plainFragment = /* glsl */ `
varying vec3 vColour;
void main() {
  gl_FragColor = vec4(vColour, 1.);
  ${outputGlsl}
}`;

/** What stands: \`colour.w\` is how much it shines, .5 as paper does and 1 as a flame. With \`MANY\` it is one for each act, which grows as it is done. */
export const thingVertex = /* glsl */ `
${lightGlsl}
${standingGlsl}
attribute vec4 colour;
#ifdef MANY
attribute vec4 place, tint, way;
#endif
void main() {
  vec3 p = position, n = normal, hue = colour.rgb;
#ifdef MANY
  float age = uSway > .5 ? clamp((uTime - tint.w) / .6, 0., 1.) : 1.;
  float grown = 1. - pow(1. - age, 3.);
#ifdef BLADES
  // Open, and then closed: one snip.
  float open = mix(.62, .2, smoothstep(.3, .8, age)) * sign(p.z), c = cos(open), s = sin(open);
  p.xy = mat2(c, s, -s, c) * p.xy;
  n.xy = mat2(c, s, -s, c) * n.xy;
#endif
  if (colour.w > .75) {
    float t = uTime * uSway * 3.1 + place.x * 9. + place.z * 7., up = max(0., p.y - FLAME);
    p.x += sin(t) * up * .22;
    p.y += up * .12 * sin(t * 1.6);
  } else hue *= tint.rgb;
  p = turnedBy(p, place.w) * way.x * grown;
  n = turnedBy(n, place.w);
  vec3 at = place.xyz;
#ifdef RISES
  float risen = fract(way.y + uTime * uSway * way.z);
  at.y += risen * 13.;
  at.x += sin(risen * 6.28 + way.y * 20.) * .5;
  p *= smoothstep(0., .06, risen) * smoothstep(1., .8, risen);
#endif
  p += at;
#endif
  show(hue, n, p, colour.w);
}`;

/**
 * A ribbon of two halves, each from its post: hung, they meet; cut, each falls from its post to the floor and lies. \`along\` is how far (0–1)
 * from the post, the half's side, how far across the cloth, and whether it is of the bow, whose corners are placed about the half's end.
 */
export const ribbonVertex = /* glsl */ `
${lightGlsl}
${standingGlsl}
attribute vec4 along;
attribute vec3 bow;
uniform float uCut, uHalf, uTurn, uHigh, uSag, uWide;
uniform vec3 uMiddle3;
uniform vec3 uCloth, uEdge;
/** A point of a half, and the way across its cloth. */
vec3 hung(float s, float side) {
  float u = (1. - s) * side;
  return vec3(u * uHalf, uHigh - uSag * (1. - u * u), .03 * sin(u * 7. + uTime * 1.3 * uSway) * (1. - abs(u)));
}
vec3 fallen(float s, float side) {
  float length = s * (uHalf * 1.02), drop = uHigh - .06;
  float down = min(length, drop), out_ = max(0., length - drop);
  return vec3(side * (uHalf - .05 - out_ * .82), uHigh - down + .035 * sin(out_ * 11.) * step(.001, out_), .05 + .16 * sin(out_ * 5.5 + side) + .05 * sin(down * 6.));
}
void main() {
  float side = along.y, s = along.x;
  // The end is free first, and is down first.
  float t = uCut < 0. ? 0. : clamp((uCut - (1. - s) * .18) / .95, 0., 1.);
  float fall = t * t * (3. - 2. * t);
  vec3 at = mix(hung(s, side), fallen(s, side), fall);
  at.y += .22 * sin(t * 3.14) * s * s;
  // Hanging, its width is up; down its post it is across, and on the floor it lies.
  float lies = fall * smoothstep(uHigh - .25, uHigh + .15, s * uHalf);
  vec3 across = normalize(mix(vec3(0., 1., 0.), mix(vec3(side, .05, .2), vec3(.2 * side, .05, 1.), lies), fall));
  float crease = sin(s * 15. + side * 2. + uTime * .9 * uSway) * .75;
  vec3 n = normalize(mix(vec3(crease, .12, 1.), vec3(crease * .4, 1., .2), lies));
  if (along.w > .5) {
    at += bow * (1. - .35 * fall);
    at.y = max(at.y, .03);
    n = normalize(vec3(bow.x * 2.5, bow.y * 1.5 + .15, .35));
  } else at += across * along.z;
  vec3 p = turnedBy(at, uTurn) + uMiddle3;
  n = turnedBy(n, uTurn);
  if (dot(n, cameraPosition - p) < 0.) n = -n;
  vec3 hue = mix(uCloth, uEdge, step(.78, abs(along.z) / uWide) * (1. - along.w));
  show(hue, n, p, 0.);
}`;

/** Light that nobody stands in the way of: halos about flames, and sparks that rise about whoever is praised. */
export const sparkVertex = /* glsl */ `
${lightGlsl}
attribute vec4 place, tint;
varying vec2 vAcross;
varying vec3 vShine;
void main() {
  vAcross = uv * 2. - 1.;
  vec3 at = place.xyz;
  float life = 1.;
  if (tint.w > .5) {
    float own = fract(tint.w * 7.31), risen = uSway > .5 ? fract(own + uTime * .17) : own;
    at += vec3(sin(own * 40. + risen * 3.), 0., cos(own * 57. + risen * 2.)) * (.42 + .2 * own);
    at.y += .2 + risen * 1.9;
    life = smoothstep(0., .18, risen) * smoothstep(1., .6, risen);
  } else life = 1. + uSway * (.06 * sin(uTime * 5.3 + place.x * 9.) + .05 * sin(uTime * 8.1 + place.z * 7.));
  vShine = tint.rgb * life;
  vec4 seen = viewMatrix * vec4(at, 1.);
  seen.xy += vAcross * place.w;
  seen.z += .12;
  gl_Position = projectionMatrix * seen;
}`;

export const sparkFragment = /* glsl */ `
varying vec2 vAcross;
varying vec3 vShine;
void main() {
  float r = length(vAcross);
  if (r > 1.) discard;
  gl_FragColor = vec4(vShine * pow(1. - r, 2.2), 1.);
  #include <colorspace_fragment>
}`;

/** A shaft of light from above, and where it falls. \`uFull\` comes and goes slowly. */
export const beamVertex = /* glsl */ `
${lightGlsl}
attribute float onFloor;
uniform vec3 uAt, uTone;
uniform float uFull;
varying vec3 vShine;
varying float vUp;
varying vec2 vFloor;
void main() {
  vec3 p = position + uAt;
  vFloor = onFloor > .5 ? position.xz / 1.25 : vec2(2.);
  vUp = position.y / 5.5;
  vec3 n = normalize(normal + vec3(0., .001, 0.));
  float facing = abs(dot(n, normalize(cameraPosition - p)));
  // Whoever stands in it themselves looks out of it, not through it.
  float away = smoothstep(4.5, 9., distance(cameraPosition, uAt));
  vShine = uTone * uFull * (onFloor > .5 ? mix(.6, 1., away) : facing * facing * away);
  gl_Position = projectionMatrix * viewMatrix * vec4(p, 1.);
}`;

export const beamFragment = /* glsl */ `
varying vec3 vShine;
varying float vUp;
varying vec2 vFloor;
void main() {
  float onFloor = step(vFloor.x, 1.5);
  // Whoever stands in it is not bleached by it: it is strongest over their head.
  float shaft = .13 * smoothstep(.06, .42, vUp) * (1. - smoothstep(.45, 1., vUp));
  float pool = pow(max(0., 1. - length(vFloor)), .8) * .5;
  gl_FragColor = vec4(vShine * mix(shaft, pool, onFloor), 1.);
  #include <colorspace_fragment>
}`;
