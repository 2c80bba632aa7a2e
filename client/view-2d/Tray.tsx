import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { capabilityIds, capabilityOf, type CapabilityId } from '#shared/registry.ts';
import { changePage, useHearth, useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { permitNow, refusalWords } from '#client/app/offers.ts';
import { useRoom } from '#client/app/useRoom.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { ReactMenu } from './ReactMenu.tsx';
import { WalkButton } from '#client/movement/WalkButton.tsx';
import { Boundary } from '#client/ui/Boundary.tsx';
import { Button } from '#client/ui/Button.tsx';
import { useNarrow } from '#client/ui/Frame.tsx';
import { Toolbar } from '#client/ui/Toolbar.tsx';
import { useBlockSize } from '#client/ui/useBlockSize.ts';
import { controls2d, type Control } from './controls.ts';
import styles from './Tray.module.css';

const controlOf = (id: CapabilityId): Control => controls2d[id];
type TrayEntry = { readonly id: CapabilityId; readonly other: CapabilityId | undefined };
const partnerOf = (id: CapabilityId): CapabilityId | undefined =>
  capabilityIds.find((candidate) => {
    const control = controlOf(candidate);
    return control.at === 'tray' && control.insteadOf === id;
  });
const entries: readonly TrayEntry[] = capabilityIds.flatMap((id) => {
  const control = controlOf(id);
  return control.at === 'tray' && control.insteadOf === undefined ? [{ id, other: partnerOf(id) }] : [];
});

const isLesser = ({ id }: TrayEntry): boolean => {
  const control = controlOf(id);
  return control.at === 'tray' && control.lesser === true;
};
const [first, ...rest] = entries.filter((entry) => !isLesser(entry));
const lesser = entries.filter(isLesser);

// Where no voice is carried, nothing of it is fetched.
const Microphone = lazy(() => import('#client/voice/Microphone.tsx'));

/** The toolbar that both views share: one tab stop, moved through by arrows. What is wanted less often comes after *More*, on a phone walking by keys, too: one row is what there is room for. */
export function Tray({ before }: { readonly before?: ReactNode }) {
  const words = useWords();
  const [more, setMore] = useState(false);
  const narrow = useNarrow();
  const hasVoice = useHearth(({ facts }) => facts.voice !== '');
  // The microphone takes the room of one more.
  const kept = narrow && hasVoice ? rest.length - 1 : rest.length;
  const [shown, moved] = [rest.slice(0, kept), rest.slice(kept)];
  const dock = useRef<HTMLElement>(null);
  useBlockSize(dock, 'tray');
  return (
    <section ref={dock} id="controls" tabIndex={-1} aria-label={words(page.controls)} className={styles.dock}>
      <Toolbar label={words(page.controls)} className={styles.tray}>
        {before}
        {hasVoice && <Boundary fallback={null}><Suspense>{<Microphone />}</Suspense></Boundary>}
        {first && <TrayButton key={first.id} {...first} />}
        <span className={styles.item}><ReactMenu /></span>
        {shown.map((entry) => <TrayButton key={entry.id} {...entry} />)}
        {!narrow && <WalkButton />}
        <span className={styles.item} data-focus-key="more">
          <Button icon="dots-three" aria-expanded={more} onPress={() => setMore(!more)}>{words(page.more)}</Button>
        </span>
        {more && narrow && <WalkButton />}
        {more && moved.map((entry) => <TrayButton key={entry.id} {...entry} />)}
        {more && lesser.map((entry) => <TrayButton key={entry.id} {...entry} />)}
      </Toolbar>
    </section>
  );
}

/** One control. Raise and Lower hand are one button, so that focus stays while its meaning turns. */
function TrayButton({ id, other }: TrayEntry) {
  const words = useWords();
  const visit = useVisit();
  const { shown, refusal, may } = useRoom((room) => {
    const { actor } = visit.hearth;
    const now = other !== undefined && actor && permitNow(room, actor, other).granted ? other : id;
    const permit = permitNow(room, actor, now);
    // What one's standing never allows, or what is not to be had here, is not in the way.
    return { shown: now, may: actor !== undefined && (permit.granted || permit.by !== 'standing'), refusal: permit.granted ? undefined : refusalWords(words, permit.refusal) };
  }, { shown: id, may: true, refusal: undefined });
  if (!may) return null;
  const control = controlOf(shown);
  const label = words(capabilityOf(shown).label);
  const asks = control.at === 'tray' && control.asks === true;
  const press = (): void => (asks ? changePage(visit, { overlay: { kind: 'palette', search: label } }) : void visit.perform(shown, {} as never));
  return (
    <span className={shown === id ? styles.item : `${styles.item} ${styles.on}`} data-focus-key={id} data-capability={shown}>
      <Button
        {...(control.at === 'tray' ? { icon: control.icon } : {})}
        {...(asks ? { 'aria-haspopup': 'dialog' } : {})}
        refusal={refusal}
        onRefused={(reason) => visit.tell(reason)}
        onPress={press}
      >
        {asks ? words(page.asks, { label }) : label}
      </Button>
    </span>
  );
}
