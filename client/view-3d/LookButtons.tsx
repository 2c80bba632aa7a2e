import type { RefObject } from 'react';
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

const looks: readonly { readonly direction: LookDirection; readonly icon: IconName; readonly label: Message }[] = [
  { direction: 'left', icon: 'caret-left', label: page.lookLeft },
  { direction: 'right', icon: 'caret-right', label: page.lookRight },
  { direction: 'behind', icon: 'arrow-u-up-left', label: page.lookBehind },
  { direction: 'reset', icon: 'crosshair', label: page.lookReset },
];
/** From heading 0, south, by eighths of a turn towards the east. */
const compass = ['s', 'se', 'e', 'ne', 'n', 'nw', 'w', 'sw'] as const;

/** What dragging the picture does, by buttons. */
export function LookButtons({ scene }: { readonly scene: RefObject<SceneControls | null> }) {
  const words = useWords();
  const { announcer } = useVisit();
  const look = (direction: LookDirection) => {
    if (!scene.current) return;
    const heading = scene.current.look(direction);
    if (direction === 'reset') return announcer.say(words(room3d.lookedBack), Date.now());
    const eighth = ((Math.round(heading / (Math.PI / 4)) % 8) + 8) % 8;
    announcer.say(words(room3d.lookNow, { direction: compass[eighth] ?? 'n' }), Date.now());
  };
  return (
    <section aria-label={words(page.camera)} className={styles.look}>
      <Toolbar label={words(page.camera)} className={styles.lookButtons}>
        {looks.map(({ direction, icon, label }) => (
          <span key={direction} data-focus-key={`look:${direction}`} title={words(label)}>
            <Button icon={icon} iconOnly aria-label={words(label)} onPress={() => look(direction)} />
          </span>
        ))}
        <span data-focus-key="look:wide" title={words(room3d.wide)}>
          <Button icon="users" iconOnly aria-label={words(room3d.wide)} onPress={() => scene.current && announcer.say(words(scene.current.toggleOverview() ? room3d.wideOn : room3d.wideOff), Date.now())} />
        </span>
      </Toolbar>
    </section>
  );
}
