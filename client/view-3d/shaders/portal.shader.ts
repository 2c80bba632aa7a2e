import { lightGlsl, outputGlsl, valueNoiseGlsl } from './light.shader.ts';

/** A clear sheet with a place behind it: sky, hills and ground in the other room's colour, that shift as one walks past. */
export const portalVertex = /* glsl */ `
${lightGlsl}
attribute vec4 sheet;
attribute vec3 hue;
varying vec2 vAt;
varying vec3 vToEye, vHue;
varying vec4 vFog;
void main() {
  // sheet: place across and up (m), and the sine and cosine of where it leads.
  vAt = sheet.xy;
  vHue = hue;
  vec3 eye = cameraPosition - position;
  vToEye = vec3(dot(eye, vec3(sheet.w, 0., -sheet.z)), eye.y, -dot(eye, vec3(sheet.z, 0., sheet.w)));
  vFog = fogAt(position);
  gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.);
}`;

export const portalFragment = /* glsl */ `
${lightGlsl}
${valueNoiseGlsl}
varying vec2 vAt;
varying vec3 vToEye, vHue;
varying vec4 vFog;
vec2 behind(float depth) { return vAt - vToEye.xy / max(.35, vToEye.z) * depth; }
void main() {
  vec3 cream = vec3(1., .93, .78);
  float lit = mix(1., .62, uEvening);
  vec2 far = behind(2.2), middle = behind(1.3), near = behind(.6);
  // Above the horizon the other room's sky, palest where it meets the hills.
  float rise = clamp((far.y - 1.05) / 1.6, 0., 1.);
  vec3 colour = mix(mix(vHue, cream, .58), vHue * .92, smoothstep(0., .85, rise));
  float glow = exp(-dot(far - vec2(.15, 1.2), far - vec2(.15, 1.2)) * 2.2);
  colour += mix(vHue, cream, .7) * glow * .22;
  float ridge = 1.05 + .16 * sin(far.x * 1.7 + vHue.r * 9.) + .06 * sin(far.x * 4.1);
  colour = mix(colour, mix(vHue, cream, .24), smoothstep(.03, -.03, far.y - ridge));
  float hill = .74 + .13 * sin(middle.x * 2.3 + vHue.g * 7.) + .05 * sin(middle.x * 5.3 + 1.);
  colour = mix(colour, vHue * .78, smoothstep(.03, -.03, middle.y - hill));
  float ground = .34 + .05 * sin(near.x * 2.6 + vHue.b * 8.);
  colour = mix(colour, vHue * .46, smoothstep(.06, -.06, near.y - ground));
  // Soft upright streaks say that it is a sheet and not a hole; they drift slowly.
  float drift = uTime * uSway * .05;
  float streak = valueNoise(vec2(vAt.x * 3.4 + drift, vAt.y * .35 - drift)) * valueNoise(vec2(vAt.x * 7. - drift * 1.6, 4. + vAt.y * .2));
  colour += mix(vHue, cream, .5) * smoothstep(.28, .62, streak) * .17;
  // Deeper towards its rim, as glass is.
  float out1 = abs(vAt.x), up = max(0., vAt.y - 1.55);
  float rim = vAt.y > 1.55 ? length(vec2(out1, up)) : out1;
  colour = mix(colour, vHue * .5, smoothstep(.62, 1.02, rim) * .85);
  colour *= lit + .1 * uLantern;
  gl_FragColor = vec4(colour * vFog.a + vFog.rgb, 1.);
  ${outputGlsl}
}`;
