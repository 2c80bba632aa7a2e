import { outputGlsl } from '../shaders/light.shader.ts';

/** Faces are signed distances about (0, 1.285), sharp at any size. */
const faceGlsl = /* glsl */ `
float oval(vec2 p, vec2 r) { return (length(p / r) - 1.) * min(r.x, r.y); }
float slab(vec2 p, vec2 r) { vec2 d = abs(p) - r; return length(max(d, 0.)) + min(max(d.x, d.y), 0.); }
float inked(float distance, float blur) { return smoothstep(blur, -blur, distance); }

// 1 stubble, 2 moustache, 3 short, 4 full. Lips stay free.
vec3 withBeard(vec3 colour, vec2 at, float smile, float beard, float blur) {
  float across = abs(at.x);
  vec2 lips = vec2(at.x, at.y + .098 - 3. * smile * at.x * at.x);
  float moustache = oval(vec2(across - .034, at.y + .070 + across * .16), vec2(.045, .0165));
  float edge = mix(-.070, .035, smoothstep(.07, .20, across)) - .02 * smoothstep(.09, .03, abs(across - .105));
  float whole = min(max(at.y - edge, -oval(lips, vec2(.056, .021))), moustache);
  float shape = beard < 2.5 && beard > 1.5 ? moustache : whole;
  vec3 tone = beard < 1.5 ? mix(colour, vHair, .38) : vHair * .92;
  return mix(colour, tone, inked(shape, beard < 1.5 ? blur + .012 : blur + .002));
}

// 1 round and 2 square rims for those whose glasses are too far to be a mesh; 3 dark lenses for everyone.
vec3 withGlasses(vec3 colour, vec2 at, float kind, float bright, float blur, float far) {
  vec2 eye = vec2(abs(at.x) - .082, at.y);
  float lens = kind > 1.5 && kind < 2.5 ? slab(eye, vec2(.050, .038)) - .010 : length(eye) - .058;
  float bridge = slab(vec2(at.x, at.y - .008), vec2(.030, .005));
  float rim = min(abs(lens) - .0085 - .005 * far, bridge);
  vec3 frame = bright < .14 ? vec3(.62, .42, .14) : vec3(.035, .022, .028);
  if (kind > 2.5) colour = mix(colour, vec3(.022, .016, .024) + .10 * smoothstep(.03, .0, length(eye - vec2(-.02, .022))), inked(lens, blur));
  return mix(colour, frame, inked(rim, blur) * smoothstep(2.5, 4.5, vAway));
}

// Teeth above, tongue below; a laughing mouth is wide, and flat on top.
vec3 withOpenMouth(vec3 colour, vec2 lips, float smile, vec3 lip, float blur, float grow) {
  float open = vWorn.w, wide = .022 + .034 * smoothstep(.7, 1.4, smile) + .008 * open;
  vec2 at = lips + vec2(0., .014 * open);
  float mouth = oval(at, vec2(wide, .005 + .036 * open) * grow);
  mouth = max(mouth, lips.y - mix(.06, .008, smoothstep(.7, 1.1, smile)));
  colour = mix(colour, lip, inked(mouth - .006, blur));
  vec3 within = mix(vec3(.085, .012, .016), vec3(.52, .12, .12), inked(oval(at + vec2(0., .030 * open), vec2(wide * .72, .022 * open + .002)), blur + .002));
  within = mix(within, vec3(.90, .86, .80), step(.004, lips.y + .004) * smoothstep(.35, .6, open));
  return mix(colour, within, inked(mouth, blur));
}

vec3 withFace(vec3 colour, vec2 at, float smile, float glance, float shut) {
  float blur = max(fwidth(at.x), fwidth(at.y)) * .75 + .0005;
  float far = smoothstep(5., 20., vAway), grow = 1. + far * .55;
  float happy = clamp(shut - 1., 0., 1.), closed = smoothstep(.75, 1., shut), lid = mix(1., .08, min(shut, 1.)), side = sign(at.x);
  float bright = dot(vSkin, vec3(.3, .6, .1));

  float cheek = length(vec2(abs(at.x) - .125, at.y + .052) / vec2(.052, .036));
  colour = mix(colour, colour * vec3(1.12, .74, .70), .38 * smoothstep(1.1, .2, cheek));
  if (vWorn.y > .5) colour = withBeard(colour, at, smile, vWorn.y, blur);

  float white = oval(vec2(abs(at.x) - .082, at.y - .006), vec2(.0355, .0425 * lid) * grow);
  colour = mix(colour, vec3(.93, .88, .82), inked(white, blur) * (1. - far * .35) * (1. - closed));
  vec2 eye = vec2(at.x - side * .082 - glance * .0135, at.y - .006);
  vec3 dark = mix(vec3(.035, .018, .016), vSkin * .18, .25);
  colour = mix(colour, dark, inked(oval(eye, vec2(.0275, .036 * lid) * grow), blur) * (1. - closed));
  float glint = length(eye - vec2(-.009, .015)) - .0095;
  colour = mix(colour, vec3(1.), inked(glint, blur) * (1. - min(shut, 1.)) * (1. - far));
  // A shut lid hangs; laughing cheeks push it up.
  vec2 arc = vec2(abs(at.x) - .082, at.y + mix(.012, -.014, happy));
  colour = mix(colour, dark, inked(max(abs(arc.y + arc.x * arc.x * mix(-9., 16., happy)) - .0078 * grow, abs(arc.x) - .036), blur) * closed);

  vec3 brow = mix(vHair * .55, vSkin * .22, step(.55, dot(vHair, vec3(.33))));
  brow = bright < .12 ? mix(brow, vec3(.012, .008, .007), .6) : brow;
  vec2 b = vec2(abs(at.x) - .084, at.y - .080 - .0084 * smile);
  colour = mix(colour, brow, inked(max(abs(b.y + b.x * b.x * 7.) - .0095 * grow, abs(b.x) - .042), blur));

  vec2 lips = vec2(at.x, at.y + .098 - 4.5 * smile * at.x * at.x + .010 * smile);
  float line = max(abs(lips.y) - .0078 * grow, abs(lips.x) - (.044 + .012 * max(0., smile)));
  vec3 lip = vWorn.y > 2.5 ? vec3(.56, .22, .19) : mix(vec3(.16, .028, .03), vSkin * vec3(.35, .18, .17), .5);
  colour = mix(colour, lip, inked(line, blur));
  if (vWorn.w > .02) colour = withOpenMouth(colour, lips, smile, lip, blur, grow);
  return vWorn.z > .5 ? withGlasses(colour, at, vWorn.z, bright, blur, far) : colour;
}
`;

/** Hair falls in strands, as far as they can be told apart. */
const hairGlsl = /* glsl */ `
vec3 withStrands(vec3 colour, vec3 at) {
  float around = atan(at.x, at.z + .02), lies = smoothstep(1.54, 1.44, at.y);
  float strand = sin(around * 34. + sin(at.y * 21. + around * 3.) * 1.1) * .6 + sin(around * 71. + at.y * 9.) * .4;
  return colour * (1. + (.16 * strand + .05) * lies * smoothstep(8., 3., vAway));
}
`;

/** What tells garments apart: 0 jumper, 1 hoodie, 2 shirt, 3 blazer, 4 tunic, 5 dress. From the body's own place at rest. */
const garmentGlsl = /* glsl */ `
vec3 withGarment(vec3 colour, vec3 at, float garment) {
  float blur = max(fwidth(at.x), fwidth(at.y)) * .75 + .0005;
  float across = abs(at.x), front = step(0., at.z);
  vec3 shade = colour * .58, linen = vec3(.86, .82, .75);
  float collar = 1.005 - at.y;
  if (garment < .5) return mix(colour, shade, inked(min(collar, abs(at.y - .568) - .024), blur));
  if (garment < 1.5) {
    float pocket = max(abs(at.y - .665) - .06, across - .125 + (at.y - .605) * .35);
    float cords = max(abs(across - .038) - .0065, abs(at.y - .93) - .075);
    colour = mix(colour, shade, inked(min(min(collar, abs(at.y - .565) - .02), front > .5 ? pocket : 1.), blur));
    return mix(colour, linen, inked(cords, blur) * front);
  }
  if (garment < 2.5) {
    // Two wings that part in the middle, and a row of buttons.
    float wings = max(max(.955 + across * .12 - at.y, .012 - across + (1.0 - at.y) * .25), across - .14);
    float placket = max(across - .0055, at.y - .99);
    colour = mix(colour, shade, inked(min(min(wings, placket), max(collar, -front)), blur));
    float button = length(vec2(at.x - .017, mod(at.y, .085) - .0425)) - .0105;
    return mix(colour, linen, inked(button, blur) * front * step(at.y, .95));
  }
  if (garment < 3.5) {
    float vee = across - (at.y - .77) * .36, lapel = across - (at.y - .735) * .54 + .02 * smoothstep(.90, .93, at.y);
    float opening = max(across - .005, at.y - .77);
    float pockets = max(abs(at.y - .655) - .008, abs(across - .105) - .045);
    colour = mix(colour, shade, inked(min(min(max(lapel, .75 - at.y), opening), pockets), blur) * front);
    colour = mix(colour, shade, inked(collar, blur) * (1. - front));
    colour = mix(colour, linen, inked(vee, blur) * front);
    return mix(colour, shade, inked(length(at.xy - vec2(.02, .725)) - .014, blur) * front);
  }
  if (garment < 4.5) {
    float placket = max(across - .02, abs(at.y - .94) - .115);
    return mix(colour, shade, inked(min(collar, front > .5 ? placket : 1.), blur));
  }
  float neck = oval(vec2(at.x, at.y - 1.05), vec2(.115, .12));
  colour = mix(colour, shade, inked(min(abs(at.y - .655) - .022, abs(neck) - .012), blur));
  return mix(colour, vSkin, inked(neck, blur) * front);
}
`;

/** Paints one person's part: face and garment by distances, all else in its own colour. */
export const personFragment = /* glsl */ `
uniform float uEvening;
varying vec3 vAlbedo, vHead, vLight, vRimLight, vSkin, vHair;
varying vec4 vFace, vFog, vWorn;
varying float vAway, vMark;
${faceGlsl}
${hairGlsl}
${garmentGlsl}
void main() {
  #ifdef OUTLINE
  vec3 ink = mix(vec3(.022, .011, .016), vec3(.46, .33, .25), step(.75, uEvening));
  gl_FragColor = vec4(mix(ink, vFog.rgb, (1. - vFog.a) * .5), vMark);
  #include <colorspace_fragment>
  #else
  vec3 colour = vAlbedo;
  vec2 face = vHead.xy - vec2(0., 1.285);
  if (vFace.x > 3.5) colour = withStrands(colour, vHead);
  else if (vFace.x > 2.5) colour = vWorn.x < 1.5 && vHead.y < .63 ? colour * .58 : colour;
  else if (vFace.x > 1.5) colour = withGarment(colour, vHead, vWorn.x);
  else if (vFace.x > .5 && vHead.z > .04) colour = withFace(colour, face, vFace.y, vFace.z, vFace.w);
  else if (vFace.x > .5 && vHead.z > -.045 && vWorn.y > .5) colour = withBeard(colour, face, vFace.y, vWorn.y, .004);
  vec3 lit = colour * vLight + vRimLight;
  gl_FragColor = vec4(lit * vFog.a + vFog.rgb, vMark);
  ${outputGlsl}
  #endif
}`;
