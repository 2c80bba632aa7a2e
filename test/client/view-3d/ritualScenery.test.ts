/** What a ritual puts up is seen beside what lies over the picture, and a room full of it stays within what a frame may draw. */
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import type { PlateBox } from '#client/view-3d/plates/overlap.ts';
import { Aside, asideOf } from '#client/view-3d/ritual/aside.ts';
import { Many, type ManyKind } from '#client/view-3d/ritual/things.ts';
import { qualities } from '#client/view-3d/stage/quality.ts';
import { createUniforms } from '#client/view-3d/stage/uniforms.ts';

const [width, height] = [1280, 800];
const card: PlateBox = { x: 196, y: 70, width: 360, height: 108 };
const panel: PlateBox = { x: 196, y: 420, width: 360, height: 570 };
const rail: PlateBox = { x: 1219, y: 420, width: 90, height: 265 };
const sheet: PlateBox = { x: 640, y: 600, width: 1280, height: 400 };

describe('the picture beside a panel', () => {
  it('has its middle in the middle of what is free', () => {
    expect(asideOf([card, panel, rail], width, height)).toBeCloseTo(376 / 2 / width);
    expect(asideOf([{ ...panel, x: width - 196 }], width, height)).toBeCloseTo(-376 / 2 / width);
  });

  it('stays where nothing lies along one edge alone, and goes no further than a fifth', () => {
    for (const none of [[], [card, rail], [sheet], [panel, { ...panel, x: width - 196 }]]) expect(asideOf(none, width, height)).toBe(0);
    expect(asideOf([{ ...panel, width: 360 }], 620, height)).toBe(0.2);
  });

  it('shows both ends of what is put up, beside a rail too, or hides as much of the one as of the other', () => {
    const free = { from: 376, to: 1174 };
    const moved = (from: number, to: number): { readonly from: number; readonly to: number } => {
      const by = asideOf([card, panel, rail], width, height, { from, to }) * width;
      return { from: from + by, to: to + by };
    };
    for (const [from, to] of [[402, 1049], [200, 760], [520, 1200], [640, 700]] as const) {
      const seen = moved(from, to);
      expect(seen.from).toBeGreaterThanOrEqual(free.from);
      expect(seen.to).toBeLessThanOrEqual(free.to);
    }
    const wide = moved(250, 1250);
    expect(free.from - wide.from).toBeCloseTo(wide.to - free.to);
    // What stands where it is seen anyway changes nothing.
    expect(asideOf([card, panel, rail], width, height, { from: 600, to: 700 })).toBeCloseTo(asideOf([card, panel, rail], width, height));
  });

  it('heeds the ends of what is put up only while one looks there', () => {
    const [camera, aside] = [new PerspectiveCamera(44, width / height, 0.1, 400), new Aside()];
    const still = { uniforms: createUniforms(), bodies: [], quality: qualities.E, now: 0, width, height, covered: [card, panel, rail], camera, seconds: 0, still: true };
    const ends = [new Vector3(-1.5, 0, -6), new Vector3(2.2, 0, -6)];
    const xOf = (end: Vector3 | undefined): number => (((end?.clone().project(camera).x ?? 0) + 1) / 2) * width;
    // Its own shift changes nothing of where it goes.
    for (let times = 0; times < 3; times++) aside.carry(still, true, ends);
    expect(xOf(ends[0])).toBeGreaterThan(376);
    expect(xOf(ends[1])).toBeLessThan(1174);
    aside.carry(still, true, [new Vector3(-2, 0, 6), new Vector3(3, 0, 6)]);
    expect(xOf(new Vector3(0, 0, -5)) - width / 2).toBeCloseTo(188);
  });

  const moment = { uniforms: createUniforms(), bodies: [], quality: qualities.E, now: 0, width, height, covered: [panel] };
  const middle = (camera: PerspectiveCamera): number => new Vector3(0, 0, -5).project(camera).x;

  it('goes there at once where nothing may move, and is back when it is over', () => {
    const [camera, aside] = [new PerspectiveCamera(44, width / height, 0.1, 400), new Aside()];
    expect(aside.carry({ ...moment, camera, seconds: 0, still: true }, true)).toBe(false);
    expect((middle(camera) / 2) * width).toBeCloseTo(188);
    // Nothing is wider for it.
    expect(new Vector3(1, 0, -5).project(camera).x - middle(camera)).toBeCloseTo(new Vector3(1, 0, -5).project(new PerspectiveCamera(44, width / height, 0.1, 400)).x);
    aside.carry({ ...moment, camera, seconds: 0, still: true }, false);
    expect(middle(camera)).toBeCloseTo(0);
  });

  it('glides else, and asks for no frame once it is there', () => {
    const [camera, aside] = [new PerspectiveCamera(44, width / height, 0.1, 400), new Aside()];
    let frames = 0;
    while (aside.carry({ ...moment, camera, seconds: 1 / 60, still: false }, true)) frames++;
    expect(frames).toBeGreaterThan(40);
    expect((middle(camera) / 2) * width).toBeCloseTo(188);
    aside.dispose();
    expect(middle(camera)).toBeCloseTo(0);
  });
});

it('a candle or a stone each leaves a room of 300, which draws 243,238 triangles, below its 250,000', () => {
  const trianglesOf = (kind: ManyKind): number => new Many(kind, 1, createUniforms()).mesh.geometry.getAttribute('position').count / 3;
  expect(trianglesOf('taper') * 300).toBeLessThan(6700);
  expect(trianglesOf('cobble') * 220).toBeLessThan(6700);
  // What few have is drawn with more.
  expect(trianglesOf('candle')).toBeGreaterThan(trianglesOf('taper'));
});
