import { lightGlsl, outputGlsl } from './light.shader.ts';

/** The merged room: vertex light, floor shadow from a texture, lantern paper that glows in its middle. */
export const roomVertex = /* glsl */ `
${lightGlsl}
attribute vec4 colour, baked, traits;
varying vec3 vLit, vSunlit, vPlace;
varying float vSun, vFloor;
varying vec4 vFog;
void main() {
  vec4 light = bakedLight(baked, traits.z);
  vec3 soft, key, rim;
  lightAt(normal, position, light, .25, soft, key, rim);
  vLit = colour.rgb * soft + rim * (colour.rgb * .6 + .12);
  vSunlit = colour.rgb * key;
  if (colour.a > .01) {
    // Its own baked lantern light would clip the paper to lemon.
    float own = 1. - .85 * min(colour.a, 1.);
    float facing = clamp(dot(normal, normalize(cameraPosition - position)), 0., 1.);
    vLit = vLit * own + colour.rgb * colour.a * (.32 + uLantern) * mix(vec3(.82, .32, .09), vec3(1.02, .80, .58), facing * sqrt(facing));
    vSunlit *= own;
  }
  vSun = light.w;
  vPlace = position;
  vFloor = traits.x * step(.5, normal.y);
  vFog = fogAt(position);
  gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.);
}`;

export const roomFragment = /* glsl */ `
uniform vec3 uSun;
uniform float uRadius;
uniform sampler2D uSunShadow;
varying vec3 vLit, vSunlit, vPlace;
varying float vSun, vFloor;
varying vec4 vFog;
void main() {
  float sun = vSun;
  if (vFloor > .5) {
    vec2 at = (vPlace.xz - uSun.xz * (vPlace.y / uSun.y)) / (2. * uRadius) + .5;
    if (all(lessThan(abs(at - .5), vec2(.5)))) sun = texture2D(uSunShadow, at, .6).r;
  }
  gl_FragColor = vec4((vLit + vSunlit * sun) * vFog.a + vFog.rgb, 1.);
  ${outputGlsl}
}`;
