import { describe, expect, it } from 'vitest';
import { dispatch } from '#server/host/dispatch.ts';
import { Rates } from '#server/host/rates.ts';
import type { Actor, Standing } from '#shared/kernel/capability.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { remove } from '#shared/moderation/moderation.capabilities.ts';
import { goTo } from '#shared/movement/movement.capabilities.ts';
import { mayBy, outranks, standings, standingTable, type Duty } from '#shared/people/standing.ts';
import { capabilityIds, permitOf } from '#shared/registry.ts';
import { actorOf, factsOf, makeRoom, momentAt, type TestRoom } from '#test/support/room.ts';

const as = (id: PersonId, standing: Standing, duties: readonly Duty[] = []): Actor => ({ ...actorOf(id), standing, duties });
const put = (room: TestRoom, name: string, standing: Standing, duties: readonly Duty[] = []): Actor => {
  const id = room.add(name);
  const person = room.facts.people.get(id);
  if (person) person.standing = standing;
  return as(id, standing, duties);
};
const out = (person: PersonId, more: object = {}) => ({ person, for: 'now' as const, reason: '', link: false, ...more });

describe('standing', () => {
  it('ST1 each cell of the table is what dispatch does: refused by standing, or judged further', () => {
    let cells = 0;
    for (const id of capabilityIds) {
      for (const standing of standings) {
        for (const duties of [[], ['facilitator']] as const) {
          const room = makeRoom();
          room.facts.voice = 'livekit';
          const actor = put(room, 'Ana', standing, duties);
          const before = factsOf(room);
          const may = standingTable[id][standing];
          const allowed = may === 'yes' || (may === 'facilitator' && duties.length > 0);
          const permit = permitOf(room, actor, id);
          expect(!permit.granted && permit.by === 'standing', `${standing} ${id}`).toBe(!allowed);
          expect(mayBy(actor, id)).toBe(allowed);
          if (!allowed) {
            const result = dispatch(room, actor, { id, key: 'a-key-of-one', payload: payloads[id] ?? {} }, momentAt(1), new Rates());
            expect(result).toMatchObject({ refused: { refusal: { code: 'dispatch.standing' } } });
            expect(factsOf(room)).toBe(before);
          }
          cells++;
        }
      }
    }
    expect(cells).toBe(capabilityIds.length * standings.length * 2);
  });

  it('ST2 nobody removes themselves, their equal or their better', () => {
    for (const mine of standings) {
      for (const theirs of standings) {
        const room = makeRoom();
        const [me, them] = [put(room, 'Me', mine), put(room, 'Them', theirs)];
        const permit = remove.accepts?.(room, me, out(them.id));
        expect(permit?.granted, `${mine} over ${theirs}`).toBe(outranks(mine, theirs));
        expect(remove.accepts?.(room, me, out(me.id))).toMatchObject({ granted: false, refusal: { code: 'moderation.yourself' } });
      }
    }
  });

  it('RE3 a facilitator who is no steward removes guests and members, for now only, and closes no link', () => {
    const room = makeRoom();
    const [me, guest, member, steward] = [put(room, 'Me', 'guest', ['facilitator']), put(room, 'Gus', 'guest'), put(room, 'Mo', 'member'), put(room, 'Sue', 'steward')];
    expect([guest, member, steward].map(({ id }) => remove.accepts?.(room, me, out(id)).granted)).toEqual([true, true, false]);
    for (const more of [{ for: 'hour' }, { link: true }]) {
      expect(remove.accepts?.(room, me, out(guest.id, more) as Parameters<NonNullable<typeof remove.accepts>>[2])).toMatchObject({ granted: false, refusal: { code: 'moderation.onlyForNow' } });
    }
  });

  it('RE2 RE4 a removal leaves a ban with its end, or none for now, and closes the link when asked', () => {
    const room = makeRoom();
    const [me, guest] = [put(room, 'Me', 'steward'), put(room, 'Gus', 'guest')];
    const effects = (more: object) => remove.effects?.(remove.apply(room, me, out(guest.id, more), momentAt(1_000)), me) ?? [];
    expect(effects({})).toEqual([]);
    expect(effects({ for: 'hour', reason: 'noise' })).toMatchObject([{ kind: 'ban', person: guest.id, until: 3_601_000, reason: 'noise' }]);
    expect(effects({ for: 'good', link: true })).toMatchObject([{ kind: 'ban', until: null }, { kind: 'linkOf', person: guest.id }]);
  });
});

/** A well-formed payload of those that need one. */
const payloads: Readonly<Record<string, unknown>> = {
  'people.remove': out('ben' as PersonId),
  'voice.mute': { person: 'ben' },
  'voice.hold': { person: 'ben' },
  'voice.release': { person: 'ben' },
  'people.letBack': { ban: 'x' },
  'chat.takeDown': { line: 'x' },
  'people.standing': { person: 'ben', standing: 'guest', duties: [] },
  'invitation.make': { label: '', standing: 'guest', duties: [], uses: null, lasts: null },
  'invitation.revoke': { id: 'x' },
};

describe('blocks', () => {
  it('BL2 nobody walks up to someone across a block, whoever set it', () => {
    const room = makeRoom();
    const [ana, ben] = [room.add('Ana'), room.add('Ben', { x: 3, z: 6 })];
    expect(goTo.guard?.(room, actorOf(ana), { to: 'person', id: ben }, 1).granted).toBe(true);
    room.relations.set('block', ben, ana, true);
    for (const [from, to] of [[ana, ben], [ben, ana]] as const) expect(goTo.guard?.(room, actorOf(from), { to: 'person', id: to }, 1)).toMatchObject({ granted: false, refusal: { code: 'move.parted' } });
  });
});
