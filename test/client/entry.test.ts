import { describe, expect, it } from 'vitest';
import { firstView, tidy } from '#client/join/entry.ts';

describe('coming in', () => {
  it('offers the last view, else 2D on a narrow frame and 3D above', () => {
    expect(firstView(undefined, true, 47)).toBe('2d');
    expect(firstView(undefined, true, 48)).toBe('3d');
    expect(firstView('2d', true, 80)).toBe('2d');
    expect(firstView('3d', true, 20)).toBe('3d');
  });

  it('offers 2D where WebGL is missing, whatever was used last', () => {
    expect(firstView('3d', false, 80)).toBe('2d');
  });

  it('tidies names', () => {
    expect(tidy('  Nguyễn  Thị\tHoa ')).toBe('Nguyễn Thị Hoa');
  });
});
