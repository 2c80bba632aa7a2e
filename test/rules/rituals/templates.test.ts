import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { estimate, stepKinds, type Script } from '#shared/rituals/script.ts';
import { parseScript } from '#shared/rituals/script.faults.ts';

const folder = join(import.meta.dirname, '../../../assets/rituals');
const languages = ['en', 'es'] as const;
const names = (language: string): readonly string[] => readdirSync(join(folder, language)).toSorted();
const read = (language: string, name: string): Script => {
  const { script, faults } = parseScript(readFileSync(join(folder, language, name), 'utf8'));
  expect({ name, faults }).toEqual({ name, faults: undefined });
  if (!script) throw new Error(name);
  return script;
};
/** All of a template but its words. */
const shape = ({ steps }: Script): unknown =>
  steps.map(({ name: _name, prompt: _prompt, ...step }) => (step.kind === 'pledge' ? { ...step, charter: { version: step.charter.version, sections: step.charter.sections.length } } : step));
const texts = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => (['title', 'purpose', 'name', 'prompt', 'heading', 'text', 'steps', 'charter', 'sections'].includes(key) || /^\d+$/.test(key) ? texts(one) : [])) : []);

describe('the templates', () => {
  it('RI21 are scripts that can be run as they are, and are the same in every language but for their words', () => {
    expect(names('en')).toEqual(['check-in.json', 'launch.json', 'recognition.json', 'welcome.json']);
    for (const language of languages) expect(names(language)).toEqual(names('en'));
    for (const name of names('en')) {
      const [english, ...others] = languages.map((language) => read(language, name));
      for (const other of others) {
        expect(shape(other)).toEqual(english && shape(english));
        const [ours, theirs] = [new Set(english && texts(english)), texts(other)];
        expect(theirs.length).toBe(english && texts(english).length);
        expect(theirs.filter((text) => ours.has(text))).toEqual([]);
      }
      for (const [at, language] of languages.entries()) expect([english, ...others][at]?.language).toBe(language);
    }
  });

  it('RI21 have all kinds of step among them, an arrival and a close each, and an hour at most for twelve', () => {
    const scripts = names('en').map((name) => read('en', name));
    expect(new Set(scripts.flatMap(({ steps }) => steps.map(({ kind }) => kind)))).toEqual(new Set(stepKinds));
    for (const script of scripts) {
      expect([script.steps[0]?.kind, script.steps.at(-1)?.kind]).toEqual(['arrival', 'close']);
      expect(estimate(script, 12)).toBeLessThanOrEqual(60);
    }
  });

  it('speak in second person, without exclamation marks or pleas', () => {
    for (const language of languages) for (const name of names(language)) for (const text of texts(read(language, name))) expect(text).not.toMatch(/[!¡]|\b(?:please|sorry|just|simply|por favor|lo siento)\b/i);
  });
});
