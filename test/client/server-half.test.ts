import { describe, expect, it } from 'vitest';
import { withoutServerHalf } from '#client/build/server-half.ts';

describe('what a build of the client leaves out', () => {
  it('is the server’s half of each capability, and nothing else', () => {
    const declared = "const bow = defineCapability({ ...common, id: 'gesture.bow', permit: () => grant, apply(room) { return { apply: room }; }, cues: () => [cue('a, b')] });\nexport const apply = (one) => one.apply;";
    expect(withoutServerHalf(declared)).toBe("const bow = defineCapability({ ...common, id: 'gesture.bow', permit: () => grant,   });\nexport const apply = (one) => one.apply;");
    expect(withoutServerHalf("other({ apply: 1 });")).toBe("other({ apply: 1 });");
  });
});
