import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { CardBody, CardHead } from '#client/people/CardBody.tsx';
import { usePerson } from '#client/people/usePerson.ts';
import { Button } from '#client/ui/Button.tsx';
import { PersonName } from '#client/ui/PersonName.tsx';
import type { PersonId } from '#shared/kernel/ids.ts';
import styles from './PersonCard.module.css';
import type { SceneControls } from './Scene.tsx';

/** Where on a person the card is laid beside (metres above the floor). */
const SHOULDER = 1.2;

/** Someone who was pressed in the picture: their card, beside them. It stays where it opened, for a card that walks is hard to press. */
export function PersonCard({ id, scene, onClose }: { readonly id: PersonId; readonly scene: RefObject<SceneControls | null>; readonly onClose: () => void }) {
  const words = useWords();
  const { hearth } = useVisit();
  const card = useRef<HTMLElement>(null);
  const person = usePerson(id);
  useLayoutEffect(() => {
    const pose = hearth.view.poseOf(id);
    const at = pose && scene.current?.project(pose.x, SHOULDER, pose.z);
    card.current?.style.setProperty('--x', `${at?.x.toFixed() ?? 0}px`);
    card.current?.style.setProperty('--y', `${at?.y.toFixed() ?? 0}px`);
  }, [hearth, id, scene]);
  useEffect(() => card.current?.focus({ preventScroll: true }), []);
  const close = () => {
    onClose();
    document.getElementById('walk')?.focus({ preventScroll: true });
  };
  if (!person) return null;
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-label={person.name}
      className={styles.card}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
      // Buttons keep their clicks to themselves, so that it is seen on the way down. On the way to someone the card would stand beside nobody.
      onClickCapture={({ target }) => {
        if (target instanceof Element && target.closest('[data-capability="move.goTo"]')) setTimeout(close);
      }}
    >
      <CardHead
        person={person}
        name={<h2><PersonName name={person.name} /></h2>}
        close={<Button variant="quiet" icon="x" iconOnly aria-label={words(page.close)} onPress={close} />}
      />
      <CardBody id={id} person={person} onLeft={close} />
    </section>
  );
}
