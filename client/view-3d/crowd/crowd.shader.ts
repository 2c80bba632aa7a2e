import { lightGlsl } from '../shaders/light.shader.ts';
import { anglesGlsl } from './angles.shader.ts';

const turnsGlsl = /* glsl */ `
mat2 turnOf(float a) { float c = cos(a), s = sin(a); return mat2(c, s, -s, c); }
void aboutX(inout vec3 p, inout vec3 n, vec3 o, float a) { mat2 m = turnOf(a); p -= o; p.yz = m * p.yz; n.yz = m * n.yz; p += o; }
void aboutY(inout vec3 p, inout vec3 n, vec3 o, float a) { mat2 m = turnOf(-a); p -= o; p.xz = m * p.xz; n.xz = m * n.xz; p += o; }
void aboutZ(inout vec3 p, inout vec3 n, vec3 o, float a) { mat2 m = turnOf(a); p -= o; p.xy = m * p.xy; n.xy = m * n.xy; p += o; }
`;

export const personGlsl = /* glsl */ `
uniform highp sampler2D uPoses, uLooks, uPersonMarks;
uniform float uMarks;
vec4 poseAt(int texel, int row) { return texelFetch(uPoses, ivec2(texel, row), 0); }
vec4 lookAt(int texel, int row) { return texelFetch(uLooks, ivec2(texel, row), 0); }
`;

/**
 * Limbs: 0 torso, 1 head, 2 left arm, 3 right arm, 4 left leg, 5 right leg, 6 cloth over the legs, 7 wheels, 8 chair, 9 what is
 * held to walk with. `aid` is the place of that in the option table: 1 wheelchair, 2 cane, 3 crutches, 4 white cane.
 */
const movesGlsl = /* glsl */ `
struct Pose {
  float stride, walk, step, sit, wheel, chair, seed, time, beat, alive, hem, width;
  float wave, hand, clap, nod, laugh, thanks, heart, talk;
  float headTurn, look, eyes, watching, smile;
  int aid;
};
${anglesGlsl}
const vec3 HAND_AHEAD = vec3(-.25, .64, .28);

void moveArm(inout vec3 p, inout vec3 n, Pose m, float side) {
  vec3 shoulder = vec3(.205 * side, .945, 0.), elbow = vec3(.212 * side, .755, 0.);
  p.y = shoulder.y + (p.y - shoulder.y) * (1. + oneHand(m, side) * (.42 * m.hand + .16 * m.wave));
  float below = 1. - smoothstep(.70, .80, p.y);
  aboutX(p, n, elbow, -armBend(m, side) * below);
  aboutZ(p, n, elbow, side * armSideways(m, side) * below);
  aboutX(p, n, shoulder, -armFlex(m, side));
  aboutY(p, n, shoulder, -armInward(m, side) * side);
  aboutZ(p, n, shoulder, side * armAbduct(m, side));
  p.x += side * (m.width - 1.) * .09;
}

void moveLeg(inout vec3 p, inout vec3 n, Pose m, float side, bool cloth) {
  vec3 hip = vec3(.098 * side, .57, 0.), knee = vec3(.098 * side, .36, 0.);
  // Under cloth, legs keep out of its way.
  if (m.hem > .01 && cloth) p.xz = mix(p.xz, (p.xz - hip.xz) * .86 + hip.xz * .9, smoothstep(m.hem - .04, m.hem + .04, p.y));
  aboutX(p, n, knee, legBend(m, side) * smoothstep(.41, .31, p.y));
  aboutX(p, n, hip, -legFlex(m, side));
}

// Cloth over both legs: seated it lies over the thighs and falls from the knees, as far as it reaches.
void moveCloth(inout vec3 p, inout vec3 n, Pose m) {
  float down = .553 - p.y, hang = smoothstep(0., .32, down);
  p.z *= 1. + m.step * .25 * hang;
  p.x *= 1. + .03 * sin(m.time) * hang * (1. - m.sit);
  vec2 fold = mix(vec2(1.), mix(vec2(1.12, .72), vec2(.84, .52), hang), m.sit);
  p.xz *= fold;
  n.xz /= fold;
  aboutX(p, n, vec3(0., .36, 0.), m.sit * 1.42 * smoothstep(.42, .3, p.y));
  aboutX(p, n, vec3(0., .57, 0.), -m.sit * 1.42);
}

// Crutches swing with both arms, a cane with the right one; a white cane sweeps from the hand. Beside a seat they stand.
const vec3 CRUTCH_FOOT = vec3(.3, 0., .1);
void moveStick(inout vec3 p, inout vec3 n, Pose m) {
  float side = sign(p.x);
  if (m.aid == 4) {
    aboutX(p, n, vec3(0., 0., .86), m.sit * .62);
    p += m.sit * vec3(-.12, 0., -.42);
    aboutY(p, n, HAND_AHEAD, sweep(m));
    p.x -= (m.width - 1.) * .09;
    return;
  }
  float lean = stickLean(m, side);
  aboutZ(p, n, CRUTCH_FOOT * vec3(side, 1., 1.), side * .13 * lean);
  aboutX(p, n, CRUTCH_FOOT, -.08 * lean);
  aboutX(p, n, vec3(0., .945, 0.), -stickSwing(m) * (1. - lean));
  p.x += side * ((m.width - 1.) * .09 + m.sit * .08 + .015);
  p.z += m.sit * .12;
}

void movePerson(inout vec3 p, inout vec3 n, int limb, bool cloth, Pose m) {
  float breath = sin(m.time * 1.7) * .5 + .5;
  if (limb == 2 || limb == 3) moveArm(p, n, m, limb == 2 ? 1. : -1.);
  if (limb == 4 || limb == 5) moveLeg(p, n, m, limb == 4 ? 1. : -1., cloth);
  if (limb == 6) moveCloth(p, n, m);
  if (limb == 9) moveStick(p, n, m);
  if (limb == 7) aboutX(p, n, vec3(0., .296, -.06), m.wheel);
  if (limb == 0) {
    float up = clamp((p.y - .5) / .55, 0., 1.);
    p.xz *= (1. + .014 * breath * up) * mix(m.width, 1., up * .6);
    aboutY(p, n, vec3(0.), m.step * .10 * sin(m.stride) * up);
  }
  if (limb == 1) {
    vec3 neck = vec3(0., 1.08, 0.);
    aboutX(p, n, neck, headPitch(m));
    aboutY(p, n, neck, headYaw(m));
    aboutZ(p, n, neck, headRoll(m));
  }
  if (limb < 7) {
    if (limb < 4) {
      aboutX(p, n, vec3(0., .55, 0.), leaning(m));
      p.y += .008 * breath + shake(m);
      p.x += .012 * sin(m.time * .5) * (1. - m.walk) * (1. - m.sit);
    }
    p.y += m.step * .035 * abs(sin(m.stride + .4)) - m.sit * .165;
    p.z -= m.chair * .02;
  }
}
`;

/** One person's part, posed from two texel rows and lit where it stands. */
export const personVertex = /* glsl */ `
${lightGlsl}
${turnsGlsl}
${personGlsl}
${movesGlsl}
attribute float row;
attribute vec2 kind;
attribute vec4 offset, size;
varying vec3 vAlbedo, vHead, vLight, vRimLight, vSkin, vHair;
varying vec4 vFace, vFog, vWorn;
varying float vAway, vMark;

float closedness(int limb, int slot, vec3 rest, float height) {
  float ao = 1.;
  if (limb == 4 || limb == 5) ao = mix(.72, 1., smoothstep(.6, .1, rest.y));
  if (limb == 0) ao = mix(.82, 1., smoothstep(.45, .7, rest.y)) * mix(1., .72, smoothstep(.98, 1.06, rest.y));
  if (limb == 1 && slot == 0) ao = mix(.70, 1., smoothstep(1.06, 1.2, rest.y));
  return ao * mix(.86, 1.04, clamp(height / 1.6, 0., 1.));
}

/** Dark frames, except on skin where they would vanish. */
vec3 frameColour(vec3 skin) { return dot(skin, vec3(.3, .6, .1)) < .14 ? vec3(.62, .42, .14) : vec3(.035, .022, .028); }

void main() {
  int person = int(row + .5), limb = int(kind.x + .5), slot = int(kind.y + .5);
  vec4 stand = poseAt(0, person), moves = poseAt(1, person), acts = poseAt(2, person), face = poseAt(3, person), plays = poseAt(4, person), looks = poseAt(5, person);
  vec4 skin = lookAt(0, person), top = lookAt(1, person), lower = lookAt(2, person), hair = lookAt(3, person), accent = lookAt(4, person), rest = lookAt(5, person), worn = lookAt(6, person);

  vec3 p = position * size.xyz, n = normalize(normal / size.xyz);
  if (size.w != 0.) aboutX(p, n, vec3(0.), size.w);
  p += offset.xyz;
  if (offset.w > .5) slot = int(offset.w + .5);
  vHead = p;
  vec3 restPlace = p;

  Pose m;
  m.stride = moves.x; m.walk = moves.y; m.sit = moves.z; m.wheel = moves.w;
  m.wave = acts.x; m.hand = acts.y; m.clap = acts.z;
  m.nod = plays.x; m.laugh = plays.y; m.thanks = plays.z; m.heart = plays.w; m.talk = face.y;
  m.headTurn = looks.x; m.look = looks.y; m.eyes = looks.z; m.watching = looks.w; m.smile = face.x;
  m.aid = int(rest.x + .5);
  m.chair = m.aid == 1 ? 1. : 0.; m.step = m.walk * (1. - m.chair);
  m.alive = uSway * acts.w; m.beat = uTime; m.seed = accent.w; m.time = uTime * m.alive + m.seed * 17.;
  m.hem = fract(lower.w); m.width = top.w;
  float garment = floor(lower.w);
  movePerson(p, n, limb, slot == 2, m);

  p *= skin.w;
  mat2 heading = turnOf(-stand.w);
  p.xz = heading * p.xz;
  n.xz = heading * n.xz;
  n = normalize(n);
  vec3 place = p + stand.xyz;

  // A tunic and a dress go on below the waist.
  if (limb == 0 && restPlace.y < .545 && garment < 3.5) slot = 2;
  vec3 albedo = slot == 0 ? skin.rgb : slot == 1 ? top.rgb : slot == 2 ? lower.rgb : slot == 3 ? rest.yzw : slot == 4 ? hair.rgb : slot == 5 ? accent.rgb
    : slot == 6 ? frameColour(skin.rgb) : slot == 7 ? worn.rgb : slot == 8 ? vec3(.93, .91, .86) : slot == 9 ? vec3(.56, .03, .03) : slot == 10 ? mix(hair.rgb, skin.rgb, .16) : slot == 11 ? top.rgb * .58 : vec3(.03, .026, .034);
  bool arm = limb == 2 || limb == 3;
  if (slot == 1 && arm && (.985 - restPlace.y) / .42 > hair.w) albedo = skin.rgb;
  // Below a skirt, legs are in its shade.
  if (slot == 2 && (limb == 4 || limb == 5) && m.hem > .01 && m.hem < .3 && garment < 4.5) albedo *= .38;

  vec4 field = textureLod(uField, place.xz / (2. * uRadius) + .5, 0.);
  float sun = textureLod(uSunShadow, (place.xz - uSun.xz * (p.y / uSun.y)) / (2. * uRadius) + .5, 2.5).r;
  vec3 toFire = normalize(uHearthAt - place);
  float open = closedness(limb, slot, restPlace, p.y) * mix(.7, 1., field.z);
  vec4 light = vec4(open, field.x * BAKED_SCALE * max(dot(n, toFire) * .6 + .4, 0.) * 1.6, field.y * BAKED_SCALE * (.75 + .35 * n.y), sun);
  vec3 soft, key, rim;
  lightAt(n, place, light, .45, soft, key, rim);
  float towards = max(dot(n, normalize(cameraPosition - place)), 0.), edge = 1. - towards;
  vLight = soft + key * light.w + (uAbove * .20 + uKey * .07 + uLamp * .03) * towards + rim * .6;
  vRimLight = rim * .12 + uRim * edge * edge * sqrt(edge) * .22 * (.4 + .6 * clamp(n.y + .3, 0., 1.));
  // Over knees, cloth has no edge for light to catch.
  if (limb == 6) vRimLight *= 1. - .7 * m.sit;
  vAlbedo = albedo;
  vSkin = skin.rgb;
  vHair = hair.rgb;
  // 1 face, 2 body of a garment, 3 its long sleeve, 4 hair.
  float zone = limb == 1 && slot == 0 ? 1. : limb == 0 && slot == 1 ? 2. : arm && slot == 1 && hair.w > 1. ? 3. : slot == 4 ? 4. : 0.;
  vFace = vec4(zone, smiling(m), eyesAside(m), lids(m));
  vWorn = vec4(garment, mod(worn.w, 8.), floor(worn.w / 8.), lips(m));
  vAway = distance(cameraPosition, place);
  vFog = fogAt(place);
  vMark = uMarks > .5 ? texelFetch(uPersonMarks, ivec2(0, person), 0).r : 1.;
  #ifdef OUTLINE
  place += n * (.002 + .001 * vAway) * mix(1., .7, uEvening);
  #endif
  gl_Position = projectionMatrix * viewMatrix * vec4(place, 1.);
}`;

/** Shadows that ground people: stretched away from the sun, round in shade. */
export const groundShadowVertex = /* glsl */ `
${lightGlsl}
${personGlsl}
attribute float row;
varying vec2 vAcross;
varying float vDark;
void main() {
  vec4 stand = poseAt(0, int(row + .5));
  vAcross = position.xy;
  float sun = textureLod(uSunShadow, stand.xz / (2. * uRadius) + .5, 2.).r;
  vec2 away = -uSun.xz / max(.25, uSun.y);
  float low = length(away);
  vec2 axis = low > .01 ? away / low : vec2(1., 0.);
  float reach = sun * min(low, 1.6);
  vec2 at = position.xy * .36;
  at += axis * dot(at, axis) * reach * .9 + axis * reach * .30;
  vDark = .5 + .12 * sun;
  gl_Position = projectionMatrix * viewMatrix * vec4(stand.x + at.x, stand.y + .035, stand.z + at.y, 1.);
}`;

export const groundShadowFragment = /* glsl */ `
uniform vec3 uShadowTint;
varying vec2 vAcross;
varying float vDark;
void main() {
  gl_FragColor = vec4(uShadowTint * .10, smoothstep(1., .15, length(vAcross)) * vDark);
  #include <colorspace_fragment>
}`;
