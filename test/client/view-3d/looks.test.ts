import { describe, expect, it } from 'vitest';
import { encodeLook, heightOf, lookTexels, partsOf } from '#client/view-3d/crowd/crowd.looks.ts';
import { kindForms } from '#client/view-3d/crowd/kinds.ts';
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
