/**
 * Nameplates and captions: one square each, of a size in pixels, above a head and inside the screen's edges. `box` is the
 * width and height, how far its middle is above the head and below the top of what stands there, in units of the atlas;
 * `anchor.w` and `state.z` are how many pixels it moves up and aside.
 */
export const plateVertex = /* glsl */ `
uniform vec2 uScreen;
uniform float uText;
attribute vec4 anchor, area, box;
attribute vec3 state;
varying vec2 vAt;
varying float vShown;
void main() {
  vAt = area.xy + uv * area.zw;
  vec4 head = projectionMatrix * viewMatrix * vec4(anchor.xyz, 1.);
  float away = max(head.w, .001);
  float unit = clamp(190. / away + 12., 29., 34.) / 48. * uText;
  vShown = smoothstep(34., 26., away) * state.x;
  vec2 size = box.xy * unit / uScreen * 2.;
  vec2 at = head.xy / away;
  float halfWidth = size.x * .5 + .012;
  // Words are read or not there; names come and go softly at the screen's edge.
  vShown *= max(state.y, smoothstep(1.15, 1.05, abs(at.x))) * step(-1., at.y);
  at.x = clamp(at.x + state.z / uScreen.x * 2., -1. + halfWidth, max(1. - halfWidth, -1. + halfWidth));
  at.y += (box.z * unit + anchor.w) / uScreen.y * 2.;
  at.y = min(at.y, 1. - box.w * unit / uScreen.y * 2.);
  gl_Position = head.w < .2 || vShown < .01 ? vec4(2., 2., 2., 1.) : vec4((at + position.xy * .5 * size) * away, 0., away);
}`;

export const plateFragment = /* glsl */ `
uniform sampler2D uAtlas;
varying vec2 vAt;
varying float vShown;
void main() {
  vec4 plate = texture2D(uAtlas, vAt, -.6);
  if (plate.a < .02) discard;
  gl_FragColor = vec4(plate.rgb, plate.a * vShown);
  #include <colorspace_fragment>
}`;
