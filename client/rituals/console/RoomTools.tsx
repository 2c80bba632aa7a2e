import { useState } from 'react';
import { ritualCapabilityOf } from '#shared/rituals/ritual.registry.ts';
import { MINUTE, openPart, participant } from '#shared/rituals/run.ts';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { Verb } from '#client/app/Verb.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { sameContent } from '#client/net/store.ts';
import { Asking } from '../Asking.tsx';
import { RitualVerb } from '../RitualVerb.tsx';
import { useRitualActs, type Rite } from '../useRitual.ts';
import styles from './Console.module.css';
import { desk as say } from './console.words.ts';

/** The room, as whoever runs a ritual needs it: bring everyone here, quiet, the spotlight, and whose hands are up. */
export function RoomTools({ rite: { run, setting } }: { readonly rite: Rite }) {
  const words = useWords();
  const { perform } = useRitualActs();
  const [isChoosing, choose] = useState(false);
  const elsewhere = useHearth(({ facts }) => [...facts.elsewhere.values()].reduce((sum, { count }) => sum + count, 0));
  const hasVoice = useHearth(({ facts }) => facts.voice !== '');
  const others = setting.here.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div role="group" aria-labelledby="ritual-room" className={styles.box}>
      <h3 id="ritual-room">{words(say.room)}</h3>
      {run.spotlight && <p>{words(say.inLight, { name: participant(run, run.spotlight)?.name ?? '' })}</p>}
      <div className={styles.stack}>
        <RitualVerb id="ritual.gather" payload={{}} icon="users" />
        <p className={styles.small}>{words(say.elsewhere, { count: elsewhere })}</p>
        {hasVoice && <><Verb id="voice.muteAll" payload={{}} icon="microphone-slash" /><p className={styles.small}>{words(say.mayUnmute)}</p></>}
        {run.spotlight ? <RitualVerb id="ritual.unspotlight" payload={{}} icon="sun" /> : <RitualVerb id="ritual.spotlight" payload={{ person: setting.by.id }} icon="sun" opens={() => choose(true)}>{words(say.spotlight)}</RitualVerb>}
      </div>
      <Hands rite={{ run, setting }} />
      {isChoosing && <Asking title={words(ritualCapabilityOf('ritual.spotlight').label)} act={words(ritualCapabilityOf('ritual.spotlight').label)} people={others} onClose={() => choose(false)} onSubmit={(_text, person) => perform('ritual.spotlight', { person })} />}
    </div>
  );
}

/** Whose hands are up, in their order, and since when. */
function Hands({ rite: { run, setting } }: { readonly rite: Rite }) {
  const words = useWords();
  const { hearth } = useVisit();
  const since = useHearth(({ facts }) => Object.fromEntries([...facts.hands].map(([id, { raisedAt }]) => [id, raisedAt])), sameContent);
  if (setting.hands.length === 0) return null;
  const isRound = openPart(run, 'round') !== undefined;
  return (
    <>
      <h3 id="ritual-hands">{words(say.hands)} <span className={styles.small}>{setting.hands.length}</span></h3>
      <ol aria-labelledby="ritual-hands" className={styles.hands}>
        {setting.hands.map((person) => {
          const name = setting.here.find(({ id }) => id === person)?.name ?? '';
          const minutes = Math.floor(Math.max(0, hearth.now - (since[person] ?? hearth.now)) / MINUTE);
          return (
            <li key={person}>
              <span>{words(say.hand, { name, minutes })}</span>
              {isRound
                ? <RitualVerb id="ritual.invite" payload={{ person }} aria-label={words(say.inviteOne, { name })}>{words(say.inviteHand)}</RitualVerb>
                : <RitualVerb id="ritual.spotlight" payload={{ person }} aria-label={words(say.lightOne, { name })}>{words(say.light)}</RitualVerb>}
            </li>
          );
        })}
      </ol>
    </>
  );
}
