import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Figure } from '#client/people/figure.tsx';
import { Portrait } from '#client/people/portrait.tsx';
import { choicesOf as offered, isAsked, lookTabs } from '#client/join/lookGroups.tsx';
import { defaultLook } from '#shared/people/look.ts';
import { drawnSlots, lookSlots, type Choice, type Look, type LookSlot } from '#shared/people/look.options.ts';

/** Worn so that every slot has something to show on. */
const dressed: Look = { ...defaultLook, hair: 'bob', headwear: 'cap', hearing: 'aids' };
const belowTheHead: ReadonlySet<LookSlot> = new Set(['sleeves', 'lower', 'lowerColour', 'moving', 'height', 'build']);

const choicesOf = (slot: LookSlot): readonly Choice[] => lookSlots[slot];
const drawnWith = (slot: LookSlot, draw: (look: Look) => string) =>
  choicesOf(slot).map((choice) => draw({ ...dressed, [slot]: choice.id } as Look));
const portrait = (look: Look) => renderToStaticMarkup(<Portrait look={look} />);
const figure = (look: Look) => renderToStaticMarkup(<Figure look={look} />);

describe('every option of the table is drawn', () => {
  it.each(drawnSlots)('figure: each value of %s looks different', (slot) => {
    expect(new Set(drawnWith(slot, figure)).size).toBe(choicesOf(slot).length);
  });

  it.each(drawnSlots.filter((slot) => !belowTheHead.has(slot)))('portrait: each value of %s looks different', (slot) => {
    expect(new Set(drawnWith(slot, portrait)).size).toBe(choicesOf(slot).length);
  });

  it('someone seated keeps their height, build and clothes', () => {
    for (const slot of ['height', 'build', 'lower', 'sleeves', 'garment', 'aidColour'] as const) {
      expect(new Set(drawnWith(slot, (look) => figure({ ...look, moving: 'wheelchair' }))).size).toBe(choicesOf(slot).length);
    }
  });

  it('covered hair changes nothing', () => {
    for (const headwear of ['hijab', 'headscarf', 'turban'] as const) {
      expect(new Set(drawnWith('hair', (look) => portrait({ ...look, headwear }))).size).toBe(1);
    }
  });

  it('a portrait is hidden from assistive technology and holds nothing to focus', () => {
    for (const markup of [portrait(dressed), figure(dressed)]) {
      expect(markup).toContain('aria-hidden="true"');
      expect(markup).not.toMatch(/tabindex|<title|<style/);
    }
  });

  it('the editor offers every slot, and every choice of it', () => {
    expect(new Set(lookTabs.flatMap((tab) => tab.slots))).toEqual(new Set(drawnSlots));
    for (const slot of drawnSlots) expect(new Set(offered(slot))).toEqual(new Set(choicesOf(slot)));
    // One order for eyes and ears, whatever the order in which choices were added.
    expect(offered('hair').map(({ id }) => id).slice(0, 6)).toEqual(['none', 'cropped', 'short', 'sideParting', 'curly', 'afro']);
  });

  it('the editor asks for a colour or a side only of what is worn', () => {
    expect(['accent', 'hearingSide', 'aidColour'].map((slot) => isAsked(slot as LookSlot, defaultLook))).toEqual([false, false, false]);
    expect(isAsked('accent', { ...defaultLook, headwear: 'kippah' })).toBe(true);
    expect(isAsked('hearingSide', { ...defaultLook, hearing: 'implants' })).toBe(true);
    expect(isAsked('aidColour', { ...defaultLook, moving: 'crutches' })).toBe(true);
    expect(isAsked('aidColour', { ...defaultLook, moving: 'whiteCane' })).toBe(false);
  });

  it('what is worn on a side is drawn on that side', () => {
    const worn = (side: 'left' | 'right' | 'both') => portrait({ ...defaultLook, hearing: 'aids', hearingSide: side });
    expect(worn('right')).toContain('scale(-1 1)');
    expect(worn('left')).not.toContain('scale(-1 1)');
    expect(worn('both').length).toBeGreaterThan(worn('left').length);
  });
});
