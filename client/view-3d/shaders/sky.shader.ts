import { lightGlsl, outputGlsl, valueNoiseGlsl } from './light.shader.ts';

/** The sky at the far end of everything: gradient, sun's glow, drifting clouds, stars in the evening. */
export const skyVertex = /* glsl */ `
varying vec3 vWay;
void main() {
  vWay = position;
  gl_Position = (projectionMatrix * mat4(mat3(viewMatrix)) * vec4(position, 1.)).xyww;
}`;

export const skyFragment = /* glsl */ `
${lightGlsl}
${valueNoiseGlsl}
uniform float uClouds;
varying vec3 vWay;
void main() {
  vec3 way = normalize(vWay);
  vec3 colour = skyColour(way);
  if (way.y > 0. && uClouds > 0.) {
    vec2 at = way.xz / (way.y + .18) * 1.6 + vec2(uTime * .003 * uSway, 0.);
    float thick = valueNoise(at) * .55 + valueNoise(at * 2.1) * .3 + valueNoise(at * 4.3) * .15;
    float cover = smoothstep(.52, .72, thick) * smoothstep(.02, .2, way.y) * smoothstep(.9, .4, way.y);
    vec3 cloud = mix(uHorizon * 1.05 + uSunGlow * .25, uMiddle, .35 * valueNoise(at + uSun.xz * .35));
    colour = mix(colour, cloud, cover * .75);
  }
  if (uStars > 0. && way.y > .05) {
    vec2 grid = vec2(atan(way.z, way.x) * 60., way.y * 70.), cell = floor(grid);
    vec2 off = fract(grid) - .5 - (vec2(hash(cell + 3.), hash(cell + 7.)) - .5) * .7;
    float star = step(.93, hash(cell)) * smoothstep(.16, .02, length(off));
    colour += vec3(1., .95, .85) * star * uStars * smoothstep(.05, .3, way.y) * (.5 + .5 * hash(cell + 9.));
  }
  gl_FragColor = vec4(colour, 1.);
  ${outputGlsl}
}`;
