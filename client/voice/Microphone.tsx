import { refusalWords, permitNow } from '#client/app/offers.ts';
import { changePage, useHearth, usePage, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Icon, type IconName } from '#client/ui/icons.tsx';
import type { Message, MessageValues } from '#shared/kernel/message.ts';
import { microphoneOf } from '#shared/voice/microphone.ts';
import { voice as say } from './voice.words.ts';
import styles from './Microphone.module.css';

interface Face {
  readonly first: readonly [Message, MessageValues?];
  readonly second: readonly [Message, MessageValues?];
  readonly icon: IconName;
  readonly look: string | undefined;
}

/** The widest button of the tray: whether one is heard, and by how many. One button turns the microphone on and off, so that focus stays. */
export default function Microphone() {
  const words = useWords();
  const visit = useVisit();
  const { perform, hearth } = visit;
  const me = useHearth(({ facts, you, hearing }) => {
    const person = you === undefined ? undefined : facts.people.get(you);
    return { microphone: microphoneOf(person), by: person?.heldBy ?? '', venue: person?.venue ?? '', count: hearing.heardBy.size };
  }, (a, b) => a.microphone === b.microphone && a.by === b.by && a.venue === b.venue && a.count === b.count);
  const { link, device, isTalking } = usePage(({ voice }) => voice);
  const { microphone, by, venue, count } = me;
  const isOn = microphone === 'on';
  const isBlocked = device !== 'unasked' && device !== 'ready';

  const face = ((): Face => {
    if (by !== '') return { first: [say.held, { by }], second: [say.askToSpeak], icon: 'microphone-slash', look: styles.held };
    if (venue !== '') return { first: [say.off], second: [say.atVenue, { venue }], icon: 'microphone-slash', look: styles.calm };
    if (link === 'lost') return { first: [say.lost], second: [say.returns], icon: 'wifi-slash', look: styles.lost };
    if (link === 'elsewhere') return { first: [say.lost], second: [say.elsewhere], icon: 'speaker-slash', look: styles.calm };
    if (isBlocked) return { first: [say.blocked], second: [say.seeHow], icon: 'warning', look: styles.held };
    if (link !== 'here') return { first: [say.connecting], second: [isOn ? say.on : say.off], icon: isOn ? 'microphone' : 'microphone-slash', look: styles.calm };
    if (isOn) return { first: [say.on], second: [say.canHear, { count }], icon: 'microphone', look: styles.on };
    if (microphone === 'listening') return { first: [say.listening], second: [say.setUp], icon: 'headphones', look: styles.calm };
    if (isTalking) return { first: [say.talking], second: [say.turnOn], icon: 'microphone-slash', look: styles.talking };
    return { first: [say.off], second: [say.wouldHear, { count }], icon: 'microphone-slash', look: undefined };
  })();

  const id = isOn ? 'voice.off' : 'voice.on';
  const permit = permitNow(hearth.view, hearth.actor, id);
  const press = (): void => (isBlocked && !isOn ? changePage(visit, { overlay: { kind: 'microphone' } }) : void perform(id, {}));
  return (
    <span className={`${styles.item} ${face.look ?? ''}`} data-focus-key="voice.on" data-capability={id}>
      <Button variant={isOn || face.look !== undefined ? 'plain' : 'primary'} refusal={permit.granted ? undefined : refusalWords(words, permit.refusal)} onRefused={(reason) => visit.tell(reason)} onPress={press}>
        {face.look === styles.on ? <Icon name="microphone" weight="fill" /> : <Icon name={face.icon} />}
        <span className={styles.lines}>
          <span>{words(...face.first)}</span>{' '}
          <span className={styles.second}>{words(...face.second)}</span>
        </span>
      </Button>
    </span>
  );
}
