import type { CSSProperties } from 'react';
import { sameContent } from '#client/net/store.ts';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { Verb } from '#client/app/Verb.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import styles from './Exits.module.css';
import { place as say } from './place.words.ts';
import { sideOf } from './side.ts';

/** The ways out, each an arch in its room's colour as one sees it in the picture, where it is as one comes in, and how many are behind it. */
export function Exits() {
  const words = useWords();
  const { hearth } = useVisit();
  const rooms = useHearth(({ facts }) => Object.fromEntries([...facts.elsewhere].map(([id, { name, count }]) => [id, { name, count }])), sameContent);
  const { portals } = hearth.layout;
  if (portals.length === 0) return null;
  return (
    <div className={styles.exits}>
      <h2 id="exits-title">{words(say.exits)}</h2>
      <ul aria-labelledby="exits-title">
        {portals.map(({ id, to, name: called, x, z }) => {
          const { name = called, count = 0 } = rooms[to] ?? {};
          const there = words(say.thereCount, { count });
          const side = words(say[sideOf({ x, z })]);
          return (
            <li key={id} style={{ '--arch': `var(--room-${to}, var(--ink-2))` } as CSSProperties}>
              <Verb id="portal.enter" payload={{ portal: id }} target={id} aria-label={[words(page.goThrough, { room: name }), side, count > 0 ? there : ''].filter(Boolean).join(', ')}>
                <Arch /> {words.named(name)} <span className={styles.side}>{side}</span>{count > 0 && <> <span className={styles.count}>{count}</span></>}
              </Verb>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Arch() {
  return (
    <svg className={styles.arch} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M2 19V9.5a8 8 0 0 1 16 0V19Z" fill="var(--arch)" />
      <path d="M6 19v-8.5a4 4 0 0 1 8 0V19Z" fill="var(--surface)" />
    </svg>
  );
}
