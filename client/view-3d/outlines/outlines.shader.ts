/** Covers the picture. */
export const wholeVertex = /* glsl */ `
void main() { gl_Position = vec4(position.xy, 0., 1.); }`;

/** Takes the marks back out of the picture's alpha, when they were copied. */
export const unmarkFragment = /* glsl */ `
void main() { gl_FragColor = vec4(1.); }`;

/**
 * Two lines about whatever is nearer: dark beside it, light about that. A pixel looks for smaller marks on two circles; how
 * many places of a circle have one tells how far within the line it lies, which softens the edges. Where the lines of two
 * people meet, those of the nearer one win.
 */
export const linesFragment = /* glsl */ `
uniform sampler2D uMarked;
uniform float uWide;
uniform vec3 uDark, uLight;

float markAt(vec2 away) { return texelFetch(uMarked, clamp(ivec2(gl_FragCoord.xy + away), ivec2(0), textureSize(uMarked, 0) - 1), 0).a; }

/** How much of a line there is for marks up to limit on a circle, and the least mark on it. */
vec2 onCircle(float radius, int places, float limit) {
  float turn = 6.2831853 / float(places), c = cos(turn), s = sin(turn), count = 0., least = limit;
  vec2 way = vec2(cos(turn * .5), sin(turn * .5)) * radius;
  for (int i = 0; i < places; i++) {
    float mark = markAt(way);
    count += step(mark, limit);
    least = min(least, mark);
    way = vec2(way.x * c - way.y * s, way.x * s + way.y * c);
  }
  return vec2(min(1., count * .55), least);
}

void main() {
  vec2 light = onCircle(uWide * 2., 16, markAt(vec2(0.)) - .5 / 255.);
  float dark = onCircle(uWide, 12, light.y).x;
  if (max(light.x, dark) < .01) discard;
  gl_FragColor = vec4(mix(uLight, uDark, dark), max(light.x, dark));
}`;
