import { useRef, type RefObject } from 'react';
import { useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import type { IconName } from '#client/ui/icons.tsx';
import { Toolbar } from '#client/ui/Toolbar.tsx';
import type { Message } from '#shared/kernel/message.ts';
import styles from './Floating.module.css';
import { room3d } from './room3d.words.ts';
import type { LookDirection, SceneControls } from './Scene.tsx';

const looks: readonly { readonly direction: LookDirection; readonly icon: IconName; readonly label: Message; /** Radians. */ readonly turn: number }[] = [
  { direction: 'left', icon: 'caret-left', label: page.lookLeft, turn: Math.PI / 4 },
  { direction: 'right', icon: 'caret-right', label: page.lookRight, turn: -Math.PI / 4 },
  { direction: 'behind', icon: 'arrow-u-up-left', label: page.lookBehind, turn: Math.PI },
  { direction: 'reset', icon: 'crosshair', label: page.lookReset, turn: 0 },
];
/** From heading 0, south, by eighths of a turn towards the east. */
const compass = ['s', 'se', 'e', 'ne', 'n', 'nw', 'w', 'sw'] as const;
/** While the camera still turns, the next press counts from where it will be. */
const TURNS_FOR = 900;

/** What dragging the picture does, by buttons. */
export function LookButtons({ scene }: { readonly scene: RefObject<SceneControls | null> }) {
  const words = useWords();
  const { announcer } = useVisit();
  const goal = useRef({ heading: 0, at: -Infinity });
  const look = (direction: LookDirection, turn: number) => {
    if (!scene.current) return;
    scene.current.look(direction);
    if (direction === 'reset') {
      goal.current.at = -Infinity;
      return announcer.say(words(room3d.lookedBack), Date.now());
    }
    const now = performance.now();
    const from = now - goal.current.at < TURNS_FOR ? goal.current.heading : scene.current.heading();
    goal.current = { heading: from + turn, at: now };
    const eighth = ((Math.round((from + turn) / (Math.PI / 4)) % 8) + 8) % 8;
    announcer.say(words(room3d.lookNow, { direction: compass[eighth] ?? 'n' }), Date.now());
  };
  return (
    <section aria-label={words(page.camera)} className={styles.look}>
      <Toolbar label={words(page.camera)} className={styles.lookButtons}>
        {looks.map(({ direction, icon, label, turn }) => (
          <span key={direction} data-focus-key={`look:${direction}`} title={words(label)}>
            <Button icon={icon} iconOnly aria-label={words(label)} onPress={() => look(direction, turn)} />
          </span>
        ))}
      </Toolbar>
    </section>
  );
}
