import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { cameraHeading } from './camera.ts';
import styles from './WalkButton.module.css';

/** Keys, as a direction to the right and forwards. */
const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, 1], KeyW: [0, 1],
  ArrowDown: [0, -1], KeyS: [0, -1],
  ArrowLeft: [-1, 0], KeyA: [-1, 0],
  ArrowRight: [1, 0], KeyD: [1, 0],
};
const SIGN_OF_LIFE = 500;

/**
 * Walk mode: while this button is held by focus and pressed, arrows and W A S D walk; nowhere else do they. In 3D forward
 * is where the camera looks, in 2D it is north, up on the plan.
 */
export function WalkButton() {
  const words = useWords();
  const { hearth, view, tell, announcer } = useVisit();
  const [active, setActive] = useState(false);
  const held = useRef(new Set<string>());
  const explained = useRef(false);

  const send = () => {
    let [right, forward] = [0, 0];
    for (const code of held.current) {
      const [x, z] = directions[code] ?? [0, 0];
      right += x;
      forward += z;
    }
    if (right === 0 && forward === 0) return hearth.steer(undefined);
    // A layout's heading grows towards +x, so that "right" of a camera that looks along it is a quarter turn less.
    const looks = view === '3d' ? cameraHeading() : Math.PI;
    hearth.steer({ heading: looks - Math.atan2(right, forward), pace: 1 });
  };
  const end = (spoken: boolean) => {
    if (!active) return;
    held.current.clear();
    hearth.steer(undefined);
    setActive(false);
    if (spoken) tell(words(page.walkingEnded));
  };

  useEffect(() => {
    if (!active) return;
    // The server stops whoever it has not heard of for two seconds.
    const timer = setInterval(() => {
      if (held.current.size > 0) send();
    }, SIGN_OF_LIFE);
    return () => clearInterval(timer);
  });

  const down = (event: KeyboardEvent) => {
    if (!active || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      end(true);
    } else if (directions[event.code]) {
      event.preventDefault();
      event.stopPropagation();
      if (held.current.has(event.code)) return;
      held.current.add(event.code);
      send();
    }
  };
  const up = (event: KeyboardEvent) => {
    if (held.current.delete(event.code)) send();
  };

  return (
    <span className={styles.item} data-focus-key="walk">
      <button
        type="button"
        id="walk"
        className={active ? `${styles.walk} ${styles.active}` : styles.walk}
        aria-pressed={active}
        aria-describedby="walk-how"
        onClick={() => {
          if (active) end(true);
          else {
            setActive(true);
            // Shown the first time; heard each time.
            if (explained.current) announcer.say(words(page.walking), Date.now());
            else tell(words(page.walking));
            explained.current = true;
          }
        }}
        onKeyDown={down}
        onKeyUp={up}
        onBlur={() => end(false)}
      >
        <Icon name="person-simple-walk" weight={active ? 'fill' : 'regular'} />
        {words(page.walk)}
      </button>
      <span id="walk-how" hidden>{words(page.walkHow)}</span>
    </span>
  );
}
