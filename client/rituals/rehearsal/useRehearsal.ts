import { useEffect, useMemo, useRef, useState } from 'react';
import type { Cue } from '#shared/kernel/cue.ts';
import { comerOf } from '#shared/rituals/held.ts';
import { companionAct, COMPANION_PACE, inRehearsal, rehearse, settingAt, type Rehearsal } from '#shared/rituals/rehearsal.ts';
import { ritualCueKinds } from '#shared/rituals/ritual.registry.ts';
import type { Script } from '#shared/rituals/script.ts';
import { toldOf } from '#shared/rituals/told.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import type { Words } from '#client/app/words.ts';
import { permitWords, type Rite } from '../useRitual.ts';
import type { RitualActs } from './context.ts';
import { rehearsal as say } from './rehearsal.words.ts';
import { eventOf } from './rehearsed.ts';

const COMPANIONS = 4;

/** What whoever rehearses hears of it, as they would of a ritual. */
const heardOf = (cues: readonly Cue[], me: PersonId, words: Words): string =>
  cues.flatMap(({ kind, by, to, values }) => {
    const declared = ritualCueKinds.get(kind);
    const text = by === me ? declared?.own : declared?.others;
    const reaches = to === 'room' || (to === 'self' ? by === me : to === 'others' ? by !== me : Array.isArray(to) && to.includes(me));
    return text && reaches ? [words(text, values)] : [];
  }).join(' ');

/** A rehearsal in this page: the run as it stands, and what can be done in it. Companions act by themselves, one thing at a time. */
export const useRehearsal = (script: Script): { readonly rite: Rite; readonly acts: RitualActs; readonly again: () => void } => {
  const words = useWords();
  const { hearth, tell } = useVisit();
  const { actor } = hearth;
  const me = useMemo(() => ({ ...comerOf(hearth.view, actor?.id ?? ('' as PersonId)), rank: 'runs' as const }), [hearth, actor?.id]);
  const begin = (): Rehearsal => rehearse(script, me, Array.from({ length: COMPANIONS }, (_, at) => words(say.company, { number: at + 1 })), hearth.now, Math.random);
  const [rehearsal, setRehearsal] = useState(begin);
  const now = useRef(rehearsal);
  now.current = rehearsal;
  const act = (given: Parameters<typeof inRehearsal>[1]): string | undefined => {
    const before = now.current;
    const done = inRehearsal(before, given, hearth.now, Math.random);
    if (!('rehearsal' in done)) return permitWords(words, done);
    now.current = done.rehearsal;
    setRehearsal(done.rehearsal);
    const text = heardOf(toldOf(before.run, done.rehearsal.run, done.news, done.setting), me.id, words);
    if (text !== '') tell(text);
    return undefined;
  };
  useEffect(() => {
    const timer = setInterval(() => {
      const next = companionAct(now.current, hearth.now, Math.random);
      if (next) act(next);
    }, COMPANION_PACE);
    return () => clearInterval(timer);
  });
  const refusalOf: RitualActs['refusalOf'] = (id, payload) => {
    const event = eventOf(id, payload);
    if (!event) return words(say.notHere);
    const asked = inRehearsal(now.current, { by: me, event }, hearth.now, Math.random);
    return 'rehearsal' in asked ? undefined : permitWords(words, asked);
  };
  return {
    rite: { run: rehearsal.run, setting: settingAt(rehearsal, me, hearth.now, Math.random) },
    again: () => setRehearsal(begin()),
    acts: {
      refusalOf,
      permitOf: () => undefined,
      perform: async (id, payload) => {
        const event = eventOf(id, payload);
        const refused = event ? act({ by: me, event }) : words(say.notHere);
        if (refused !== undefined) tell(refused);
        return refused === undefined;
      },
    },
  };
};
