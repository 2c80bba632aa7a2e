/** Nameplates: one square a plate, of a size in pixels, above a head and inside the screen's edges. */
export const plateVertex = /* glsl */ `
uniform vec2 uScreen, uCell;
attribute vec4 anchor, cell;
varying vec2 vAt;
varying float vShown;
void main() {
  vAt = cell.xy + uv * uCell;
  vec4 head = projectionMatrix * viewMatrix * vec4(anchor.xyz, 1.);
  float away = max(head.w, .001);
  float height = clamp(190. / away + 12., 29., 34.);
  vShown = smoothstep(34., 26., away) * cell.w;
  vec2 size = vec2(256. / 48., 1.) * height / uScreen * 2.;
  vec2 at = head.xy / away;
  float halfWidth = size.x * .5 * cell.z + .012;
  vShown *= smoothstep(1.2, 1.1, abs(at.x)) * step(-1., at.y);
  at.x = clamp(at.x, -1. + halfWidth, 1. - halfWidth);
  at.y += (height + anchor.w * 2.) / uScreen.y;
  at.y = min(at.y, 1. - size.y * .5);
  gl_Position = head.w < .2 || vShown < .01 ? vec4(2., 2., 2., 1.) : vec4((at + position.xy * .5 * size) * away, head.z - .0008 * away, away);
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
