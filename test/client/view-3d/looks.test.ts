import { describe, expect, it } from 'vitest';
import { encodeLook, heightOf, lookTexels, partsOf } from '#client/view-3d/crowd/crowd.looks.ts';
import { kindForms } from '#client/view-3d/crowd/kinds.ts';
import { paintSlot } from '#client/view-3d/crowd/parts.ts';
import { lookBag } from '#shared/people/look.chance.ts';
import { defaultLook } from '#shared/people/look.ts';
import { drawnSlots, lookSlots, type Look } from '#shared/people/look.options.ts';

/** All that the 3D view draws of a look. */
const drawn = (look: Look): string => JSON.stringify([encodeLook(look, 0.4), partsOf(look)]);
/** Looks in which a slot can show: an accent needs something in that colour. */
const showing: Look = { ...defaultLook, hair: 'short', headwear: 'cap', hearing: 'aids' };

describe('the option table, drawn', () => {
  it.each(drawnSlots)('shows every value of %s differently', (slot) => {
    const base = slot === 'hair' ? { ...defaultLook } : showing;
    const seen = lookSlots[slot].map(({ id }) => drawn({ ...base, [slot]: id } as Look));
    expect(new Set(seen).size).toBe(lookSlots[slot].length);
  });

  it('hides hair under a hijab, a turban and a headscarf, and keeps it below caps and hats', () => {
    for (const { id: headwear } of lookSlots.headwear) {
      const forms = lookSlots.hair.map(({ id: hair }) => JSON.stringify(partsOf({ ...defaultLook, hair, headwear })));
      expect(new Set(forms).size, headwear).toBe(['hijab', 'turban', 'headscarf'].includes(headwear) ? 1 : forms.length);
    }
  });

  it('has a mesh for every part that a look may wear', () => {
    const forms = kindForms();
    for (const slot of drawnSlots) for (const { id } of lookSlots[slot]) {
      for (const { kind } of partsOf({ ...showing, [slot]: id } as Look)) expect(forms[kind].near.index.length).toBeGreaterThan(0);
    }
  });

  it('draws a crowd from few kinds of part, and each stranger far away from few triangles', () => {
    const forms = kindForms();
    expect(Object.keys(forms).length).toBeLessThanOrEqual(15);
    let seed = 7;
    const draw = lookBag(() => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32);
    const farTriangles = (look: Look): number =>
      partsOf(look).reduce((sum, { kind, only }) => sum + (only === 'near' ? 0 : (forms[kind].far?.index.length ?? 0) / 3), 0);
    const crowd = Array.from({ length: 300 }, () => farTriangles(draw()));
    expect(crowd.reduce((sum, count) => sum + count) / crowd.length).toBeLessThan(460);
    // With every aid and the fullest hair, too.
    for (const { id: hair } of lookSlots.hair) for (const { id: headwear } of lookSlots.headwear) {
      expect(farTriangles({ ...defaultLook, hair, headwear, moving: 'crutches', garment: 'tunic', lower: 'longSkirt', beard: 'full' })).toBeLessThan(1000);
    }
  });

  it('lays cloth over the legs of every skirt, tunic and dress, in its own colour', () => {
    const cloth = (look: Partial<Look>) => partsOf({ ...defaultLook, ...look }).filter(({ kind }) => kind === 'skirt').map(({ slot }) => slot);
    expect(cloth({ lower: 'trousers' })).toEqual([]);
    expect(cloth({ lower: 'skirt' })).toEqual([paintSlot.lower]);
    expect(cloth({ garment: 'dress', lower: 'longSkirt' })).toEqual([paintSlot.top]);
    expect(cloth({ garment: 'tunic', lower: 'skirt' })).toEqual([paintSlot.lower, paintSlot.top]);
  });

  it('wears hearing aids on the side that was chosen: the left is +x', () => {
    const sides = (hearingSide: Look['hearingSide']) => partsOf({ ...defaultLook, hearing: 'aids', hearingSide }).filter(({ kind }) => kind === 'hearingAid').map(({ at }) => Math.sign(at[0]));
    expect([sides('left'), sides('right'), sides('both')]).toEqual([[1], [-1], [1, -1]]);
  });

  it('writes linear colours and one measure in each texel', () => {
    const texels = encodeLook({ ...defaultLook, skin: 'veryLight', height: 'taller', moving: 'wheelchair' }, 0.25);
    expect(texels).toHaveLength(lookTexels * 4);
    // #F8 in sRGB is .939 in light.
    expect(texels[0]).toBeCloseTo(0.939, 2);
    expect(texels[3]).toBe(heightOf({ ...defaultLook, height: 'taller' }));
    expect(texels[3]).toBeGreaterThan(1);
    expect(texels[19]).toBe(0.25);
    expect(texels[20]).toBe(1);
  });
});
