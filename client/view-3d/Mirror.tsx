import { memo, useEffect, useImperativeHandle, useRef, useState, type Ref, type RefObject } from 'react';
import { useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useRoom } from '#client/app/useRoom.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { openBoard } from '#client/place/openBoard.ts';
import { useHeldOrder } from '#client/people/useHeldOrder.ts';
import { faceOf } from '#client/ui/PersonName.tsx';
import type { PersonId } from '#shared/kernel/ids.ts';
import { peopleRefusals } from '#shared/people/people.capabilities.ts';
import { mirrorEntries, type MirrorEntry } from './mirror.entries.ts';
import { MirrorPlaces, type Marked } from './mirror.places.ts';
import styles from './Mirror.module.css';
import { press } from './pressed.ts';
import type { SceneControls } from './Scene.tsx';

export interface MirrorHandle {
  /** Lays the buttons over the frame that was just drawn. */
  follow(): void;
}

const none: readonly MirrorEntry[] = [];

/** The picture as a list of buttons: people, seats and objects by name, nearest first, each where its thing is seen. */
export function Mirror({ scene, ref }: { readonly scene: RefObject<SceneControls | null>; readonly ref: Ref<MirrorHandle> }) {
  const words = useWords();
  const { hearth } = useVisit();
  const marked = useRef(new Map<string, Marked>());
  const places = useRef(new MirrorPlaces());
  const seen = useRef(new Map<string, MirrorEntry>());

  const entries = useRoom((room) => (hearth.actor ? mirrorEntries(room, hearth.actor, words) : none), none);
  const now = new Map(entries.map((entry) => [entry.key, entry]));
  for (const entry of entries) seen.current.set(entry.key, entry);
  const { shown, hold } = useHeldOrder(entries.map(({ key }) => key));
  // Who comes while focus is inside stands at the end; who goes keeps a button until focus has left.
  const order = [...new Set([...shown, ...now.keys()])];

  const follow = () => {
    const { you } = hearth.store.current;
    const { view } = hearth;
    if (scene.current) places.current.place(marked.current.values(), { scene: scene.current, room: view, me: you && view.poseOf(you) }, performance.now(), follow);
  };
  useImperativeHandle(ref, () => ({ follow }));
  // Those that are new wait for no frame.
  useEffect(follow, [order.length]);
  useEffect(() => {
    const it = places.current;
    return () => it.stop();
  }, []);

  return (
    <section aria-label={words(page.inTheScene)} className={styles.mirror} data-through="">
      <ul className={styles.list} onFocus={hold.onFocus} onBlur={hold.onBlur}>
        {order.map((key) => {
          const known = seen.current.get(key);
          if (!known) return null;
          const entry = now.get(key) ?? { ...known, refusal: words(peopleRefusals.notHere.words) };
          return <MirrorButton key={key} id={key} label={entry.label} refusal={entry.refusal} entry={known} marked={marked.current} onFocus={follow} heed={(id) => scene.current?.heed(id)} />;
        })}
      </ul>
    </section>
  );
}

interface MirrorButtonProps {
  readonly id: string;
  readonly label: string;
  readonly refusal: string | undefined;
  readonly entry: MirrorEntry;
  readonly marked: Map<string, Marked>;
  readonly onFocus: () => void;
  /** Its name stands over somebody who is looked for. */
  readonly heed: (id: PersonId | undefined) => void;
}

const MirrorButton = memo(function MirrorButton({ id, label, refusal, entry: { thing, capability }, marked, onFocus, heed }: MirrorButtonProps) {
  const visit = useVisit();
  // A name that counts metres down would be spoken anew at each.
  const [held, setHeld] = useState<string | undefined>(undefined);
  const reasonId = `mirror-${id}`;
  return (
    <li>
      <button
        ref={(button) => {
          if (button) marked.set(id, { thing, button });
          return () => void marked.delete(id);
        }}
        type="button"
        className={[styles.button, faceOf(label)].filter(Boolean).join(' ')}
        data-capability={capability}
        data-target={thing.id}
        data-focus-key={capability === undefined ? id : `${{ seat: 'sit', portal: 'enter', circle: capability, person: 'goTo', object: 'goTo' }[thing.kind]}:${thing.id}`}
        aria-disabled={refusal !== undefined || undefined}
        aria-describedby={refusal === undefined ? undefined : reasonId}
        onFocus={() => {
          setHeld(label);
          onFocus();
          if (thing.kind === 'person') heed(thing.id);
        }}
        onBlur={() => {
          setHeld(undefined);
          heed(undefined);
        }}
        onClick={() => (refusal !== undefined ? visit.tell(refusal) : capability === undefined ? openBoard(visit, thing.id) : press(visit, thing))}
      >
        {held ?? label}
        {refusal !== undefined && <span className={styles.reason} aria-hidden="true">{refusal}</span>}
      </button>
      {refusal !== undefined && <span id={reasonId} hidden>{refusal}</span>}
    </li>
  );
}, (before, after) => before.id === after.id && before.label === after.label && before.refusal === after.refusal);
