import { lightGlsl, outputGlsl, valueNoiseGlsl } from './light.shader.ts';

/** How many crowns a pond can mirror. */
export const MIRRORED = 6;

/** A pond: deep where one looks down, the sky and the nearest crowns where one looks across. */
export const waterVertex = /* glsl */ `
attribute vec2 across;
varying vec2 vAcross;
varying vec3 vPlace;
void main() {
  vAcross = across;
  vPlace = position;
  gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.);
}`;

export const waterFragment = /* glsl */ `
${lightGlsl}
${valueNoiseGlsl}
uniform float uRipples;
uniform vec4 uMirrored[${MIRRORED}];
uniform vec3 uMirroredColour[${MIRRORED}];
varying vec2 vAcross;
varying vec3 vPlace;
float ripple(vec2 p) {
  float t = uTime * uSway * uRipples;
  return valueNoise(p * 1.7 + vec2(t * .22, t * .13)) + .5 * valueNoise(p * 4.1 - vec2(t * .17, t * .26));
}
void main() {
  vec2 p = vPlace.xz;
  float here = ripple(p);
  vec3 normal = normalize(vec3((here - ripple(p + vec2(.08, 0.))) * .2, 1., (here - ripple(p + vec2(0., .08))) * .2));
  vec3 toEye = normalize(cameraPosition - vPlace);
  vec3 way = reflect(-toEye, normal);
  way.y = abs(way.y);
  vec3 mirrored = skyColour(way);
  // Far trees stand all around the horizon.
  mirrored = mix(mirrored, vec3(.10, .19, .09) * (uAbove + uKey * .4), smoothstep(.30, .10, way.y) * .8);
  for (int i = 0; i < ${MIRRORED}; i++) {
    vec3 off = uMirrored[i].xyz - vPlace;
    float along = dot(off, way);
    // Clouds of leaves, frayed by the water.
    float miss = length(off - way * along) / max(.01, uMirrored[i].w) + (here - .75) * .3;
    float lit = .45 + .55 * clamp((off.y - along * way.y) * -.3 + .6, 0., 1.);
    if (along > 0.) mirrored = mix(mirrored, uMirroredColour[i] * lit * (uAbove * 1.15 + uKey * .72 + uLamp * .14), smoothstep(1.12, .5, miss) * .82);
  }
  vec3 deep = vec3(.016, .105, .115) * (uAbove * 1.3 + uKey * .5) + uLamp * .004;
  float glance = pow(1. - max(dot(normal, toEye), 0.), 2.5);
  vec3 colour = mix(deep, mirrored, .46 + .5 * glance);
  colour += uKey * pow(max(dot(way, uSun), 0.), 90.) * .6 + uLamp * .05 * smoothstep(1.0, 1.25, here);
  // Shallow at the rim, where the bank shows through.
  float rim = smoothstep(.80, 1., length(vAcross));
  colour = mix(colour, vec3(.30, .33, .22) * (uAbove + uKey * .55), rim * .5);
  vec4 fog = fogAt(vPlace);
  gl_FragColor = vec4(colour * fog.a + fog.rgb, 1.);
  ${outputGlsl}
}`;

/** Shafts of sunlight in a room: sheets of added light that fade towards their ends and sides. */
export const shaftVertex = /* glsl */ `
varying vec2 vAlong;
void main() {
  vAlong = uv;
  gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.);
}`;

export const shaftFragment = /* glsl */ `
uniform vec3 uKey;
uniform float uTime, uSway, uEvening;
varying vec2 vAlong;
void main() {
  float sides = smoothstep(0., .35, vAlong.x) * smoothstep(1., .65, vAlong.x);
  float length1 = smoothstep(0., .08, vAlong.y) * pow(1. - vAlong.y, 1.4);
  float dust = 1. + .12 * sin(uTime * uSway * .6 + vAlong.x * 9. + vAlong.y * 4.);
  gl_FragColor = vec4(uKey * sides * length1 * dust * .06 * (1. - .6 * uEvening), 1.);
  #include <colorspace_fragment>
}`;
