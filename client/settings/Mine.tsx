import { lookOf } from '#shared/people/look.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { changePage, useHearth, useVisit, type Overlay } from '#client/app/context.tsx';
import { Verb } from '#client/app/Verb.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { sameContent } from '#client/net/store.ts';
import { describe } from '#client/people/description.ts';
import { Figure } from '#client/people/figure.tsx';
import { afterFocusReturned } from '#client/ui/afterFocus.ts';
import { PersonName } from '#client/ui/PersonName.tsx';
import { Row } from './Choice.tsx';
import styles from './Settings.module.css';
import { settings as say } from './settings.words.ts';
import type { SectionProps } from './SettingsDialog.tsx';

/** Goes on to another dialog, once this one has given focus back. */
const useGoOn = (onClose: () => void) => {
  const visit = useVisit();
  return (overlay: Overlay) => {
    onClose();
    afterFocusReturned(() => changePage(visit, { overlay }));
  };
};

const useMe = <T,>(select: (me: { readonly look: string; readonly pronouns: string; readonly venue: string }) => T, none: T): T =>
  useHearth(({ you, facts }) => {
    const me = you && facts.people.get(you);
    return me ? select(me) : none;
  });

/** How others see and hear one. */
export function Look({ onClose }: SectionProps) {
  const words = useWords();
  const goOn = useGoOn(onClose);
  const look = lookOf(useMe((me) => me.look, ''));
  const pronouns = useMe((me) => me.pronouns, '');
  return (
    <div className={styles.look}>
      <div className={styles.figure}><Figure look={look} height={7} /></div>
      <div className={styles.what}>
        <p className={styles.heard}>{words(look.heard === 'no' ? say.lookUnheard : say.lookHeard, { description: describe(words, look) })}</p>
        {pronouns !== '' && <p>{words(say.lookPronouns, { pronouns })}</p>}
        <Verb id="people.look" payload={{ look: '0', pronouns: '' }} opens={() => goOn({ kind: 'look' })} />
      </div>
    </div>
  );
}

interface Parted {
  readonly id: PersonId;
  readonly name: string;
  readonly muted: boolean;
  readonly blocked: boolean;
}

/** What others know, and whom one does not hear. */
export function Privacy({ onClose }: SectionProps) {
  const words = useWords();
  const { hearth } = useVisit();
  const goOn = useGoOn(onClose);
  const venue = useMe((me) => me.venue, '');
  const parted = useHearth<readonly Parted[]>(({ own }) => {
    const ids = [...new Set([...own.muted, ...own.blocked])].map(personId);
    return ids.map((id) => ({ id, name: callNameOf(hearth.view, id), muted: own.muted.includes(id), blocked: own.blocked.includes(id) }));
  }, sameContent);
  return (
    <>
      <p className={styles.lead}>{words(say.privacyMeans)}</p>
      <Row name={words(say.venueHeading)} means={venue === '' ? words(say.venueNone) : words(say.venueAt, { venue })}>
        <Verb id="people.venue" payload={{ venue }} opens={() => goOn({ kind: 'venue' })} />
      </Row>
      <Row name={words(say.parted)} means={parted.length === 0 ? words(say.partedNone) : undefined}>
        <ul className={styles.parted}>
          {parted.map(({ id, name, muted, blocked }) => (
            <li key={id}>
              <span id={`parted-${id}`}>{name === '' ? words(say.someone) : <PersonName name={name} />}</span>
              {muted && <Verb id="people.unmute" payload={{ person: id }} target={id} aria-describedby={`parted-${id}`} />}
              {blocked && <Verb id="people.unblock" payload={{ person: id }} target={id} aria-describedby={`parted-${id}`} />}
            </li>
          ))}
        </ul>
      </Row>
    </>
  );
}
