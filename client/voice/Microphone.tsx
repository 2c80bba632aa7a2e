import { useEffect, useRef } from 'react';
import { refusalWords, permitNow } from '#client/app/offers.ts';
import { openMicrophoneDialog, useHearth, usePage, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { readFloor, reachOf } from '#shared/voice/floor.ts';
import { microphoneOf } from '#shared/voice/microphone.ts';
import { faceOf } from './faces.ts';
import { fullness } from './loudness.ts';
import { ownLevel } from './ownLevel.ts';
import styles from './Microphone.module.css';

/** The widest button of the tray: whether one is heard, and by how many. One button turns the microphone on and off, so that focus stays. */
export default function Microphone() {
  const words = useWords();
  const visit = useVisit();
  const { perform, hearth } = visit;
  const me = useHearth(({ facts, you, hearing }) => {
    const person = you === undefined ? undefined : facts.people.get(you);
    return { microphone: microphoneOf(person), by: person?.heldBy ?? '', venue: person?.venue ?? '', count: hearing.heardBy.size, isQuiet: facts.floor !== '' && hearing.heardBy.size === 0 && reachOf(readFloor(facts.floor), you ?? '') !== 'room' };
  }, (a, b) => a.microphone === b.microphone && a.by === b.by && a.venue === b.venue && a.count === b.count && a.isQuiet === b.isQuiet);
  const voice = usePage((state) => state.voice);
  const isMyTurn = usePage((state) => state.isMyTurn === true);
  const { first, second, icon, look, opens } = faceOf({ ...me, ...voice, isMyTurn, count: Math.max(0, me.count - voice.apart) });
  const id = me.microphone === 'on' ? 'voice.off' : 'voice.on';
  const permit = permitNow(hearth.view, hearth.actor, id);
  const press = (): void => (opens ? openMicrophoneDialog(visit) : void perform(id, {}));
  return (
    <span className={`${styles.item} ${styles[look]}`} data-focus-key="voice.on" data-capability={id}>
      <Button
        variant={look === 'off' ? 'primary' : 'plain'}
        refusal={permit.granted || opens ? undefined : refusalWords(words, permit.refusal)}
        onRefused={(reason) => visit.tell(reason)}
        onPress={press}
        {...(opens ? { 'aria-haspopup': 'dialog' as const } : {})}
      >
        {look === 'on' ? <Level /> : <Icon name={icon} />}
        <span className={styles.lines}>
          <span>{words(...first)}</span>{' '}
          <span className={styles.second}>{words(...second)}</span>
        </span>
      </Button>
    </span>
  );
}

/** The open microphone, in a ring as wide as one is loud. It is drawn without a render, ten times a second. */
function Level() {
  const ring = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const draw = () => ring.current?.style.setProperty('--level', fullness(ownLevel.current.level).toFixed(1));
    draw();
    return ownLevel.subscribe(draw);
  }, []);
  return <span ref={ring} className={styles.level}><Icon name="microphone" weight="fill" /></span>;
}
