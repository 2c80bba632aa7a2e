import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Coming } from '#shared/rituals/coming.ts';
import type { Look } from '#shared/people/look.options.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Figure } from '#client/people/figure.tsx';
import { Boundary } from '#client/ui/Boundary.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Flame } from '#client/ui/Flame.tsx';
import { soundOffered, type Sound } from '#shared/voice/entrance.ts';
import { firstView, tidy, type Entered, type Entry, type View } from './entry.ts';
import { Inside } from './Inside.tsx';
import styles from './Join.module.css';
import { say } from './join.words.ts';
import { JoinFrame, steps, type Step } from './JoinFrame.tsx';
import { KnownAs } from './KnownAs.tsx';
import { LookButtons } from './LookButtons.tsx';
import { StepView } from './StepView.tsx';
import { StepYou, type You } from './StepYou.tsx';
import type { Voices } from './StepSound.tsx';
import { useLookDraft } from './useLookDraft.ts';

export interface JoinProps {
  readonly community: string;
  readonly inside: { readonly count: number; readonly names: readonly string[] };
  /** Who this browser already is. */
  readonly knownAs?: { readonly name: string; readonly look?: Look; /** Where they were when they were last here, together with others; empty for nowhere. */ readonly venue?: string } | undefined;
  readonly webgl: boolean;
  readonly lastView?: View | undefined;
  /** How one met voices before in this browser; `undefined` where Hearth carries none. */
  readonly lastSound?: Sound | undefined;
  /** Where some of those meet who come by this link; empty where it does not say. */
  readonly venue?: string | undefined;
  /** RI30. What is planned inside, the next first. */
  readonly coming?: readonly Coming[] | undefined;
  /** In [0, 1): the first look and Surprise me. */
  readonly chance: () => number;
  readonly onEnter: (entry: Entry) => Promise<Entered>;
  readonly onContinue?: ((view: View, voices: Voices) => void) | undefined;
  /** Opens at a step; for the gallery and tests. */
  readonly startAt?: Step | undefined;
}

// The editor brings tabs with it, and sound a step's second half: they are fetched while the name is typed, so that neither comes in late.
const fetchLook = () => import('./StepLook.tsx');
const StepLook = lazy(fetchLook);
const ComingLine = lazy(() => import('#client/rituals/ComingLine.tsx').then((line) => ({ default: line.ComingLine })));
const fetchSound = () => import('./StepSound.tsx');
const StepSound = lazy(fetchSound);

const widthInRem = () => window.innerWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
const titles = { you: say.titleYou, look: say.titleLook, view: say.titleView } as const;

/** The way in: who you are, how you look, which view. Networking is the caller's. */
export function Join({ community, inside, knownAs, webgl, lastView, lastSound, venue = '', coming = [], chance, onEnter, onContinue, startAt }: JoinProps) {
  const words = useWords();
  const [step, setStep] = useState<Step | undefined>(startAt ?? (knownAs ? undefined : 'you'));
  const [you, setYou] = useState<You>({ name: '', callMe: '', pronouns: '' });
  const [view, setView] = useState<View>(() => firstView(lastView, webgl, widthInRem()));
  const [voices, setVoices] = useState<Voices>(() => soundOffered(lastSound ?? 'speak', knownAs?.venue ?? '', venue));
  const [wantsVenue, setWantsVenue] = useState(0);
  const [nameError, setNameError] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const [entering, setEntering] = useState(false);
  const draft = useLookDraft(chance);
  const nameField = useRef<HTMLInputElement>(null);
  // Set when an answer sends us back to the name: the field takes focus then, not the heading.
  const [wantsName, setWantsName] = useState(0);

  // Fetched early; a failure shows when the step is opened, where there is a boundary for it.
  useEffect(() => {
    for (const part of [fetchLook, ...(lastSound ? [fetchSound] : [])]) void part().catch(() => undefined);
  }, []);
  useEffect(() => {
    if (wantsName > 0) nameField.current?.focus();
  }, [wantsName]);

  const askForName = (reason: string) => {
    setNameError(reason);
    setStep('you');
    setWantsName((times) => times + 1);
  };
  const hasName = () => {
    if (tidy(you.name) !== '') return true;
    askForName(words(say.nameNeeded));
    return false;
  };
  const hasVenue = () => {
    if (voices.sound !== 'room' || tidy(voices.venue) !== '') return true;
    setWantsVenue((times) => times + 1);
    return false;
  };
  const enter = async () => {
    if (entering || !hasName()) return;
    setEntering(true);
    setTrouble(undefined);
    const answer = await onEnter({ name: tidy(you.name), callMe: tidy(you.callMe), pronouns: tidy(you.pronouns), look: draft.look, view, ...voices });
    setEntering(false);
    if (answer.ok) return;
    if (answer.field === 'name') askForName(answer.words);
    else setTrouble(answer.words);
  };
  const goTo = (next: Step) => {
    setTrouble(undefined);
    setStep(next);
  };
  const goOn = () => {
    if (step === undefined || step === 'view') {
      if (!hasVenue()) return;
      if (step === 'view') void enter();
      else onContinue?.(view, voices);
    }
    else if (step === 'look') goTo('view');
    else if (hasName()) goTo('look');
  };

  const busy = entering ? words(say.entering) : undefined;
  const previous = step === undefined ? undefined : steps[steps.indexOf(step) - 1];
  const look = step === undefined ? knownAs?.look : draft.look;
  // Whoever comes for one room's ritual learns of that one.
  const asked = new URLSearchParams(location.search).get('room');
  const next = coming.find(({ room }) => room === asked) ?? coming[0];
  const side = (
    <>
      <div className={styles.figure}>{look ? <Figure look={look} waves={step !== 'view'} /> : <Flame size={5} />}</div>
      {step === 'look' ? <LookButtons draft={draft} /> : <Inside {...inside} />}
      {next && step !== 'look' && <Boundary fallback={null}><Suspense><ComingLine {...next} now={Date.now} /></Suspense></Boundary>}
    </>
  );

  const sound = lastSound && <Boundary fallback={null}><Suspense><StepSound voices={voices} offered={venue} asked={wantsVenue} onChange={setVoices} /></Suspense></Boundary>;
  const foot = step !== undefined && (
    <>
      {previous && <Button icon="arrow-left" iconFlips onPress={() => goTo(previous)}>{words(say.back)}</Button>}
      <Button type="submit" variant="primary" busy={step === 'view' ? busy : undefined}>
        {words(step === 'you' ? say.toLook : step === 'look' ? say.toView : say.enter)}
      </Button>
    </>
  );

  return (
    <JoinFrame
      community={community}
      title={step === undefined ? say.titleKnown : step === 'view' && lastSound ? say.titleViewAndSound : titles[step]}
      {...(step ? { step } : {})}
      side={side}
      foot={foot}
      onSubmit={goOn}
      trouble={trouble}
    >
      {step === undefined && <KnownAs name={knownAs?.name ?? ''} sound={sound} isAsked={voices.venue !== ''} wantsVenue={wantsVenue} onSomeoneElse={() => goTo('you')} />}
      {step === 'you' && (
        <StepYou
          you={you}
          nameError={nameError}
          nameField={nameField}
          onChange={(next) => {
            if (tidy(next.name) !== tidy(you.name)) setNameError(undefined);
            setYou(next);
          }}
          skip={<Button variant="quiet" busy={busy} onPress={() => void enter()}>{words(say.skip)}</Button>}
        />
      )}
      {step === 'look' && <Suspense fallback={<div className={styles.waiting} />}><StepLook draft={draft} /></Suspense>}
      {step === 'view' && <StepView view={view} webgl={webgl} onChange={setView} />}
      {step === 'view' && sound}
    </JoinFrame>
  );
}
