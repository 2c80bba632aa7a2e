import { lightGlsl, outputGlsl } from '../shaders/light.shader.ts';

const turnsGlsl = /* glsl */ `
mat2 turnOf(float a) { float c = cos(a), s = sin(a); return mat2(c, s, -s, c); }
void aboutX(inout vec3 p, inout vec3 n, vec3 o, float a) { mat2 m = turnOf(a); p -= o; p.yz = m * p.yz; n.yz = m * n.yz; p += o; }
void aboutY(inout vec3 p, inout vec3 n, vec3 o, float a) { mat2 m = turnOf(-a); p -= o; p.xz = m * p.xz; n.xz = m * n.xz; p += o; }
void aboutZ(inout vec3 p, inout vec3 n, vec3 o, float a) { mat2 m = turnOf(a); p -= o; p.xy = m * p.xy; n.xy = m * n.xy; p += o; }
`;

export const personGlsl = /* glsl */ `
uniform highp sampler2D uPoses, uLooks;
vec4 poseAt(int texel, int row) { return texelFetch(uPoses, ivec2(texel, row), 0); }
vec4 lookAt(int texel, int row) { return texelFetch(uLooks, ivec2(texel, row), 0); }
`;

/** Limbs: 0 torso, 1 head, 2 left arm, 3 right arm, 4 left leg, 5 right leg, 6 skirt, 7 wheels, 8 chair, 9 cane. */
const movesGlsl = /* glsl */ `
struct Pose {
  float stride, walk, step, sit, headTurn, wave, hand, clap, pitch, wheel, chair, seed, time, skirt, width;
};

void moveArm(inout vec3 p, inout vec3 n, Pose m, bool left) {
  float side = left ? 1. : -1.;
  float wave = left ? 0. : m.wave, hand = left ? 0. : m.hand;
  float base = 1. - clamp(wave + hand + m.clap, 0., 1.);
  vec3 shoulder = vec3(.205 * side, .945, 0.), elbow = vec3(.212 * side, .755, 0.);
  float flex = base * (m.step * .62 * sin(m.stride) * -side + m.sit * .42 + m.chair * m.walk * (.25 + .35 * sin(m.stride))) + m.clap * .95 + hand * 2.85 + wave * .25;
  float abduct = base * (.13 + .02 * sin(m.time * 1.6) + m.sit * .06) - hand * .34 + wave * 2.3 + m.clap * .05;
  float sideways = wave * (.35 + .42 * sin(uTime * uSway * 13. + m.seed * 6.));
  float bend = base * (.18 + m.step * .35 + m.sit * .75) + m.clap * 1.05 + hand * .06;
  float inward = m.clap * (.42 + .16 * sin(uTime * uSway * 17. + m.seed * 6.));
  p.y = shoulder.y + (p.y - shoulder.y) * (1. + .42 * hand + .16 * wave);
  float below = 1. - smoothstep(.70, .80, p.y);
  aboutX(p, n, elbow, -bend * below);
  aboutZ(p, n, elbow, side * sideways * below);
  aboutX(p, n, shoulder, -flex);
  aboutY(p, n, shoulder, -inward * side);
  aboutZ(p, n, shoulder, side * abduct);
  p.x += side * (m.width - 1.) * .09;
}

void moveLeg(inout vec3 p, inout vec3 n, Pose m, bool left, bool cloth) {
  float side = left ? 1. : -1.;
  vec3 hip = vec3(.098 * side, .57, 0.), knee = vec3(.098 * side, .36, 0.);
  bool skirted = m.skirt > .5;
  // Seated, a skirt is drawn as wider legs in its colour.
  if (skirted && cloth) p.xz = m.sit > .5 ? (p.xz - hip.xz) * 1.28 + hip.xz : (p.y > .3 ? p.xz * .86 : p.xz);
  float flex = m.step * .62 * sin(m.stride) * side + m.sit * 1.42;
  float bend = m.step * .75 * clamp(.35 - cos(m.stride) * side * .8, 0., 1.) + m.sit * 1.42;
  aboutX(p, n, knee, bend * smoothstep(.41, .31, p.y));
  aboutX(p, n, hip, -flex);
}

void moveSkirt(inout vec3 p, Pose m) {
  float hem = smoothstep(.62, .3, p.y);
  bool longer = m.skirt > 1.5;
  p.z *= 1. + m.step * .25 * hem;
  p.x *= 1. + .03 * sin(m.time) * hem;
  if (longer) { p.y -= .2 * hem; p.xz *= 1. + .05 * hem; }
  p *= m.skirt < .5 ? 0. : 1. - smoothstep(.3, .6, m.sit);
}

void movePerson(inout vec3 p, inout vec3 n, int limb, bool cloth, Pose m) {
  float breath = sin(m.time * 1.7) * .5 + .5;
  if (limb == 2 || limb == 3) moveArm(p, n, m, limb == 2);
  if (limb == 4 || limb == 5) moveLeg(p, n, m, limb == 4, cloth);
  if (limb == 6) moveSkirt(p, m);
  if (limb == 9) { aboutX(p, n, vec3(-.2, .945, 0.), -m.step * .30 * max(0., sin(m.stride))); p.x -= .015; }
  if (limb == 7) aboutX(p, n, vec3(0., .296, -.06), m.wheel);
  if (limb == 0) {
    float up = clamp((p.y - .5) / .55, 0., 1.);
    p.xz *= (1. + .014 * breath * up) * mix(m.width, 1., up * .6);
    aboutY(p, n, vec3(0.), m.step * .10 * sin(m.stride) * up);
  }
  if (limb == 1) {
    vec3 neck = vec3(0., 1.08, 0.);
    aboutX(p, n, neck, m.pitch + .03 * sin(m.time * .9));
    aboutY(p, n, neck, m.headTurn);
    aboutZ(p, n, neck, .05 * sin(m.time * .6) + m.step * .03 * sin(m.stride) - m.hand * .10);
  }
  if (limb < 7 || limb == 9) {
    if (limb < 4) {
      aboutX(p, n, vec3(0., .55, 0.), m.step * .07 - m.sit * .03 + m.clap * .03);
      p.y += .008 * breath;
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
varying vec4 vFace, vFog;
varying float vAway;

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
  vec4 stand = poseAt(0, person), moves = poseAt(1, person), acts = poseAt(2, person), face = poseAt(3, person);
  vec4 skin = lookAt(0, person), top = lookAt(1, person), lower = lookAt(2, person), hair = lookAt(3, person), accent = lookAt(4, person), rest = lookAt(5, person);

  vec3 p = position * size.xyz, n = normalize(normal / size.xyz);
  if (size.w != 0.) aboutX(p, n, vec3(0.), size.w);
  p += offset.xyz;
  if (offset.w > .5) slot = int(offset.w + .5);
  vHead = p;
  vec3 restPlace = p;

  Pose m;
  m.stride = moves.x; m.walk = moves.y; m.sit = moves.z; m.headTurn = moves.w;
  m.wave = acts.x; m.hand = acts.y; m.clap = acts.z;
  m.pitch = face.z; m.wheel = face.w;
  m.chair = rest.x; m.step = m.walk * (1. - m.chair);
  m.seed = accent.w; m.time = uTime * uSway * acts.w + m.seed * 17.;
  m.skirt = lower.w; m.width = top.w;
  movePerson(p, n, limb, slot == 2, m);

  p *= skin.w;
  mat2 heading = turnOf(-stand.w);
  p.xz = heading * p.xz;
  n.xz = heading * n.xz;
  n = normalize(n);
  vec3 place = p + stand.xyz;

  if (limb == 0 && restPlace.y < .545) slot = 2;
  vec3 albedo = slot == 0 ? skin.rgb : slot == 1 ? top.rgb : slot == 2 ? lower.rgb : slot == 3 ? rest.yzw : slot == 4 ? hair.rgb : slot == 5 ? accent.rgb : frameColour(skin.rgb);
  if (slot == 1 && (limb == 2 || limb == 3) && (.985 - restPlace.y) / .42 > hair.w) albedo = skin.rgb;

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
  vAlbedo = albedo;
  vSkin = skin.rgb;
  vHair = hair.rgb;
  vFace = vec4(limb == 1 && slot == 0 ? 1. : 0., face.x, face.y, m.seed);
  vAway = distance(cameraPosition, place);
  vFog = fogAt(place);
  #ifdef OUTLINE
  place += n * (.002 + .001 * vAway) * mix(1., .7, uEvening);
  #endif
  gl_Position = projectionMatrix * viewMatrix * vec4(place, 1.);
}`;

/** Faces are signed distances about (0, 1.285), sharp at any size. */
const faceGlsl = /* glsl */ `
float oval(vec2 p, vec2 r) { return (length(p / r) - 1.) * min(r.x, r.y); }
vec3 withFace(vec3 colour, vec2 at, float smile, float glance, float seed) {
  float blur = max(fwidth(at.x), fwidth(at.y)) * .75 + .0005;
  float far = smoothstep(5., 20., vAway), grow = 1. + far * .55;
  float blinking = fract((uTime + seed * 13.) * (.16 + .08 * seed));
  float blink = uSway * smoothstep(.972, .982, blinking) * (1. - smoothstep(.988, .998, blinking));
  float lid = mix(1., .08, blink), side = sign(at.x);
  float bright = dot(vSkin, vec3(.3, .6, .1));

  float cheek = length(vec2(abs(at.x) - .125, at.y + .052) / vec2(.052, .036));
  colour = mix(colour, colour * vec3(1.12, .74, .70), .38 * smoothstep(1.1, .2, cheek));

  float white = oval(vec2(abs(at.x) - .082, at.y - .006), vec2(.0355, .0425 * lid) * grow);
  colour = mix(colour, vec3(.93, .88, .82), smoothstep(blur, -blur, white) * (1. - far * .35));
  vec2 eye = vec2(at.x - side * .082 - glance * .012, at.y - .006);
  vec3 dark = mix(vec3(.035, .018, .016), vSkin * .18, .25);
  colour = mix(colour, dark, smoothstep(blur, -blur, oval(eye, vec2(.0275, .036 * lid) * grow)));
  float glint = length(eye - vec2(-.009, .015)) - .0095;
  colour = mix(colour, vec3(1.), smoothstep(blur, -blur, glint) * (1. - blink) * (1. - far));

  vec3 brow = mix(vHair * .55, vSkin * .22, step(.55, dot(vHair, vec3(.33))));
  brow = bright < .12 ? mix(brow, vec3(.012, .008, .007), .6) : brow;
  vec2 b = vec2(abs(at.x) - .084, at.y - .080 - .0084 * smile);
  colour = mix(colour, brow, smoothstep(blur, -blur, max(abs(b.y + b.x * b.x * 7.) - .0095 * grow, abs(b.x) - .042)));

  vec2 lips = vec2(at.x, at.y + .098 - 4.5 * smile * at.x * at.x + .010 * smile);
  float line = max(abs(lips.y) - .0078 * grow, abs(lips.x) - (.044 + .012 * max(0., smile)));
  return mix(colour, mix(vec3(.16, .028, .03), vSkin * vec3(.35, .18, .17), .5), smoothstep(blur, -blur, line));
}
`;

export const personFragment = /* glsl */ `
uniform float uTime, uSway, uEvening;
varying vec3 vAlbedo, vHead, vLight, vRimLight, vSkin, vHair;
varying vec4 vFace, vFog;
varying float vAway;
${faceGlsl}
void main() {
  #ifdef OUTLINE
  vec3 ink = mix(vec3(.022, .011, .016), vec3(.46, .33, .25), step(.75, uEvening));
  gl_FragColor = vec4(mix(ink, vFog.rgb, (1. - vFog.a) * .5), 1.);
  #include <colorspace_fragment>
  #else
  vec3 colour = vAlbedo;
  if (vFace.x > .5 && vHead.z > .04) colour = withFace(colour, vHead.xy - vec2(0., 1.285), vFace.y, vFace.z, vFace.w);
  vec3 lit = colour * vLight + vRimLight;
  gl_FragColor = vec4(lit * vFog.a + vFog.rgb, 1.);
  ${outputGlsl}
  #endif
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
