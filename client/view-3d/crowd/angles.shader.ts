/**
 * How far (radians) limbs turn. Only floats, one expression or `float` line at a time: so it is JavaScript too but for its types,
 * and tests reckon with the very formulas that are drawn.
 *
 * `side` is 1 left and -1 right; a person faces +z. Of `m`, `alive` is 0 where nothing moves by itself, `beat` is seconds for
 * what is played and `time` the person's own clock.
 */
export const anglesGlsl = /* glsl */ `
float playing(Pose m, float often) { return m.alive * sin(m.beat * often + m.seed * 6.); }

float holds(Pose m, float side) { return (m.aid == 3 || (side < 0. && (m.aid == 2 || m.aid == 4))) ? 1. - m.sit : 0.; }
// One hand is enough for these: the right, or the left of whoever leans on a cane. Then that hand alone does what both would.
float leans(Pose m) { return (m.aid == 2 || m.aid == 4) ? 1. - m.sit : 0.; }
float oneHand(Pose m, float side) { return side < 0. ? 1. - leans(m) : leans(m); }
float bothHands(Pose m, float side) { return side < 0. ? 1. - leans(m) : 1.; }
// What the arms are not needed for, they do as always.
float idleArm(Pose m, float side) {
  return 1. - clamp(bothHands(m, side) * (m.clap + m.thanks) + oneHand(m, side) * (m.wave + m.hand + m.heart), 0., 1.);
}
// Crutches go together, a cane with the opposite foot.
float stickSwing(Pose m) { return m.step * (m.aid == 3 ? .34 * sin(m.stride) : m.aid == 2 ? max(-.12, .30 * sin(m.stride)) : 0.); }
// A crutch that its hand lets go of, to clap or to wave, stands on its foot and leans against the body.
float stickLean(Pose m, float side) { return m.aid == 3 ? (1. - idleArm(m, side)) * (1. - m.sit) : 0.; }
// A white cane feels the ground before the foot that comes next.
float sweep(Pose m) { return m.aid == 4 ? -.32 * m.step * sin(m.stride) : 0.; }
float pushing(Pose m) { return m.chair * m.walk * (.10 + .38 * sin(m.stride)); }

float talkFlex(Pose m, float side) { return m.talk * (side < 0. ? .42 + .16 * playing(m, 2.3) : .16 + .12 * playing(m, 1.9)); }
float talkBend(Pose m, float side) { return m.talk * (side < 0. ? .72 + .32 * playing(m, 3.1) : .30 + .20 * playing(m, 2.6)); }

float armFlex(Pose m, float side) {
  float held = holds(m, side), ahead = m.aid == 4 ? held : 0.;
  float swung = mix(-side * m.step * .62 * sin(m.stride), stickSwing(m) + ahead * .3, held);
  float free = swung + m.sit * .42 + pushing(m) + (1. - held) * (talkFlex(m, side) - m.laugh * .1);
  return idleArm(m, side) * free + bothHands(m, side) * (m.clap * .95 + m.thanks * .62) + oneHand(m, side) * (m.hand * 2.85 + m.wave * .25 + m.heart * .42);
}
float armAbduct(Pose m, float side) {
  float held = holds(m, side), ahead = m.aid == 4 ? held : 0.;
  float rest = .13 + .02 * sin(m.time * 1.6) + m.sit * .06 + (m.aid == 3 ? held * .07 : 0.) - ahead * .1 + m.chair * .10;
  return idleArm(m, side) * rest + oneHand(m, side) * (m.wave * 2.3 - m.hand * .34 + m.heart * .12) + bothHands(m, side) * (m.clap + m.thanks) * .05;
}
float armBend(Pose m, float side) {
  float held = holds(m, side), ahead = m.aid == 4 ? held : 0.;
  float walked = mix(m.step * .35 + (1. - held) * talkBend(m, side), m.aid == 3 ? .16 : .42 + ahead * .2, held);
  float laughed = m.laugh * (1. - held) * (.55 + .10 * playing(m, 26.));
  return idleArm(m, side) * (.18 + walked + m.sit * .75 - m.chair * .20 + laughed) + bothHands(m, side) * (m.clap * 1.05 + m.thanks * 1.45) + oneHand(m, side) * (m.hand * .06 + m.heart * 1.75);
}
// The forearm, outwards.
float armSideways(Pose m, float side) { return oneHand(m, side) * m.wave * (.35 + .42 * playing(m, 13.)); }
float armInward(Pose m, float side) { return bothHands(m, side) * (m.clap * (.42 + .16 * playing(m, 17.)) + m.thanks * .58) + oneHand(m, side) * m.heart * .80; }

// A long hem shortens the step; on crutches both legs swing after the arms.
float pace(Pose m) { return m.hem > .01 && m.hem < .15 ? .55 : 1.; }
float legFlex(Pose m, float side) {
  float walked = m.aid == 3 ? -.40 * sin(m.stride) + .07 * side : .62 * sin(m.stride) * side;
  return m.step * pace(m) * walked + m.sit * 1.42;
}
float legBend(Pose m, float side) {
  float walked = m.aid == 3 ? .50 * clamp(.25 + cos(m.stride) * .8, 0., 1.) : .75 * clamp(.35 - cos(m.stride) * side * .8, 0., 1.);
  return m.step * pace(m) * walked + m.sit * 1.42;
}

// Now and then one looks about, each in their own time; not while there is somebody to look at.
float aside(Pose m) {
  float turn = m.time * .13 + m.seed * 9.;
  float at = fract(turn), way = sin(floor(turn) * 12.9 + m.seed * 40.);
  return m.alive * (1. - m.watching) * (1. - m.walk) * way * smoothstep(0., .05, at) * (1. - smoothstep(.22, .29, at));
}
float headYaw(Pose m) { return clamp(m.headTurn + .34 * aside(m), -1.22, 1.22); }
// A nod without motion is a bowed head. Laughing, the head goes back.
float headPitch(Pose m) {
  float nod = m.nod * .2 * (.6 + mix(1., sin(m.beat * 10.), m.alive)) + m.thanks * .34 + m.heart * .04;
  float spoken = m.talk * (.05 * playing(m, 3.7) + .02 * playing(m, 8.3));
  return clamp(m.look + nod + spoken - m.laugh * (.20 + .06 * playing(m, 26.)) + .03 * sin(m.time * .9), -.5, .6);
}
float headRoll(Pose m) { return .05 * sin(m.time * .6) + m.step * .03 * sin(m.stride) - m.hand * .10 + m.talk * .05 * playing(m, 1.4) + m.laugh * .06 + m.heart * .10; }
float eyesAside(Pose m) { return clamp(m.eyes + 1.4 * aside(m), -1., 1.); }

// Lids: 0 open, 1 shut, 2 shut and raised by laughing cheeks. Once in four to six seconds, a tenth of a second long.
float lids(Pose m) {
  float at = fract((m.time + m.seed * 13.) * (.16 + .08 * m.seed));
  float blink = smoothstep(.972, .982, at) * (1. - smoothstep(.988, .998, at));
  return max(m.alive * blink, m.laugh * 2.);
}
// Lips: 0 shut, 1 wide open. Syllables are not even.
float lips(Pose m) {
  float spoken = .5 + .5 * playing(m, 9.) * (.6 + .4 * sin(m.beat * 2.7 + m.seed * 6.) * m.alive);
  return max(m.talk * mix(.45, .12 + .75 * spoken, m.alive), m.laugh * (.88 + .12 * playing(m, 26.)));
}
float smiling(Pose m) { return m.smile + .5 * m.laugh + .25 * m.heart + .15 * m.wave; }
// Laughing shakes shoulders and belly.
float shake(Pose m) { return m.laugh * .011 * playing(m, 26.); }
float leaning(Pose m) { return m.step * .07 - m.sit * .03 + m.clap * .03 + m.thanks * .10 - m.laugh * .07 + m.talk * .03; }
`;
