import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeInvitation } from '#shared/invitations/invitations.capabilities.ts';
import { drawCode, readCode, showCode, whyClosed } from '#shared/invitations/invitation.ts';
import { outranks, standings } from '#shared/people/standing.ts';
import { actorOf, makeRoom, momentAt } from '#test/support/room.ts';

describe('invitations', () => {
  it('IN1 a link makes people less than its maker is', () => {
    const room = makeRoom();
    const id = room.add('Ana');
    for (const mine of standings) {
      for (const standing of ['guest', 'member', 'steward'] as const) {
        const permit = makeInvitation.accepts?.(room, { ...actorOf(id), standing: mine }, { label: '', venue: '', standing, duties: [], uses: null, lasts: null });
        expect(permit?.granted, `${mine} makes ${standing}`).toBe(outranks(mine, standing));
      }
    }
  });

  it('IN2 a code is eight signs that cannot be taken for each other, however it is typed', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 8, maxLength: 8 }), (chances) => {
      let at = 0;
      const code = drawCode(() => chances[at++] ?? 0);
      expect(code).toMatch(/^[A-HJKMNP-Z2-9]{8}$/);
      for (const typed of [showCode(code), showCode(code).toLowerCase(), ` ${code.slice(0, 3)} ${code.slice(3)} `]) expect(readCode(typed)).toBe(code);
    }));
  });

  it('IN3 a link that was closed, has expired or is used up says which', () => {
    const open = { usesLeft: undefined, expiresAt: undefined, revokedAt: undefined };
    expect(whyClosed(open, 5)).toBeUndefined();
    expect(whyClosed({ ...open, revokedAt: 1 }, 5)).toBe('revoked');
    expect([4, 5, 6].map((now) => whyClosed({ ...open, expiresAt: 5 }, now))).toEqual([undefined, 'expired', 'expired']);
    expect([1, 0].map((usesLeft) => whyClosed({ ...open, usesLeft }, 5))).toEqual([undefined, 'used']);
    const made = makeInvitation.apply(makeRoom(), actorOf(makeRoom().add('Ana')), { label: 'x', venue: 'Library Hall', standing: 'guest', duties: [], uses: 3, lasts: 60_000 }, momentAt(1_000));
    expect(made).toMatchObject({ usesLeft: 3, expiresAt: 61_000 });
  });

  it('IN6 a link may name a venue; one made before there were any, or by whoever names none, has none', () => {
    const asked = { label: '', standing: 'guest', duties: [], uses: null, lasts: null } as const;
    expect(makeInvitation.payload.parse(asked).venue).toBe('');
    expect(makeInvitation.payload.parse({ ...asked, venue: ' Library\u200b  Hall ' }).venue).toBe('Library Hall');
  });
});
