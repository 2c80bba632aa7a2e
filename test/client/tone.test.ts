import { expect, it } from 'vitest';
import { refusalKinds } from '#shared/registry.ts';
import { allMessages } from '#test/support/messages.ts';

/** Words that Hearth does not say (CONTRIBUTING.md, Words). */
const unsaid = /\b(please|sorry|oops|just|simply|users?|channels?|enabled?|disabled?|invalid|illegal|error)\b|!/i;

it('no message pleads, apologises, exclaims or speaks as machines do', async () => {
  const said = [...(await allMessages())].filter(([, text]) => unsaid.test(text.replaceAll(/\{\w+(, \w+)?\}/g, '')));
  expect(said).toEqual([]);
  expect('Sorry, an error!').toMatch(unsaid);
});

it('a refusal is one or more whole sentences, and blames nobody', () => {
  for (const { code, words: { defaultMessage } } of refusalKinds.values()) {
    expect({ code, ends: /[.}]$/.test(defaultMessage), blames: /\byou (failed|forgot|must|should|did not)\b/i.test(defaultMessage) }).toEqual({ code, ends: true, blames: false });
  }
});
