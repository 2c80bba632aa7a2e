import { useEffect, useMemo, useRef, useState } from 'react';
import { circleName } from '#shared/circles/circles.rules.ts';
import { boardsOf } from '#shared/boards/where.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useVisit } from '#client/app/context.tsx';
import { Toast } from '#client/app/Toast.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { setCameraHeading } from '#client/movement/camera.ts';
import { Requests } from '#client/circles/Requests.tsx';
import { moderation } from '#client/moderation/moderation.words.ts';
import { around } from '#client/people/around.words.ts';
import { openBoard } from '#client/place/openBoard.ts';
import { WhereLine } from '#client/place/WhereLine.tsx';
import { Ritual } from '#client/rituals/Ritual.tsx';
import { Tray } from '#client/view-2d/Tray.tsx';
import { Welcome } from '#client/welcome/Welcome.tsx';
import { Laying } from './Laying.tsx';
import { LookButtons } from './LookButtons.tsx';
import { Mirror, type MirrorHandle } from './Mirror.tsx';
import { PersonCard } from './PersonCard.tsx';
import { useClarity, useComfort, useMood, useQuality, useStill } from './preferences.ts';
import { holdForWalking, press } from './pressed.ts';
import { Rail } from './Rail.tsx';
import styles from './Room3d.module.css';
import { room3d } from './room3d.words.ts';
import Scene, { type LostReason, type SceneControls, type SceneProps } from './Scene.tsx';
import { SaidOnce, type SlowNews } from './slowNews.ts';
import { SlowOffer } from './SlowOffer.tsx';
import { HearthSource } from './source.ts';
import { Tools } from './Tools.tsx';
import { useCovered } from './useCovered.ts';
import { useShape } from './useShape.ts';

const said = new SaidOnce();

/** The boards on the walls and the scenery of a ritual, fetched once the room stands: without them one already sees where one is. */
const useHangings = (isLaid: boolean) => {
  const words = useWords();
  const { hearth } = useVisit();
  const [hangings, setHangings] = useState<SceneProps['hangings']>();
  useEffect(() => {
    if (!isLaid) return;
    let ended = false;
    import('./hung.ts').then(({ hang }) => ended || setHangings(() => hang(hearth, words)), () => undefined);
    return () => void (ended = true);
  }, [isLaid, hearth, words]);
  return hangings;
};

/** The room as a picture that one walks in, with the parts of the 2D page laid over it. */
export default function Room3d() {
  const words = useWords();
  const visit = useVisit();
  const { hearth, page: pageStore } = visit;
  const { name, purpose } = hearth.layout;
  const source = useMemo(() => new HearthSource(hearth, pageStore, (called, caption) => words(room3d.plate, { name: called, caption }), (circle) => words.sentence(words(circleName(circle))), words.named,
    (text, to) => (to === undefined ? text : words(to === 'you' ? room3d.captionToYou : room3d.captionToCircle, { text })), words(around.speaking), (venue) => words(moderation.atVenue, { venue })), [hearth, pageStore, words]);
  const root = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const chrome = useRef<HTMLDivElement>(null);
  const scene = useRef<SceneControls>(null);
  const mirror = useRef<MirrorHandle>(null);
  const { narrow, short } = useShape(root);
  const covered = useCovered(picture, chrome);
  const [isLaid, setIsLaid] = useState(false);
  const [slow, setSlow] = useState(false);
  const [met, setMet] = useState<PersonId>();

  const lost = (reason: LostReason) => {
    visit.setView('2d');
    visit.tell(words(reason === 'missing' ? page.noWebgl : page.lostWebgl));
  };
  const tellSlow = (news: SlowNews) => {
    if (!said.take(news)) return;
    if (news === 'simpler') visit.tell(words(room3d.simpler));
    else setSlow(true);
  };
  const drawn = () => {
    if (scene.current) setCameraHeading(scene.current.heading());
    mirror.current?.follow();
  };
  useEffect(() => scene.current?.heed(met), [met]);
  // Before the first picture, forward is north.
  useEffect(() => () => setCameraHeading(Math.PI), []);

  return (
    <div ref={root} className={styles.room}>
      {/* A press must not take focus from the Walk button before it is told what was pressed. */}
      <div ref={picture} className={styles.scene} onMouseDown={(event) => event.preventDefault()}>
        <Scene
          source={source}
          still={useStill()}
          mood={useMood()}
          quality={useQuality()}
          comfort={useComfort()}
          clarity={useClarity()}
          covered={covered}
          onSlow={tellSlow}
          controls={scene}
          onPick={(pick) => {
            setMet(pick.kind === 'person' ? pick.id : undefined);
            if (pick.kind === 'person') return;
            if (pick.kind === 'object' && boardsOf(hearth.layout).some(({ id }) => id === pick.id)) return openBoard(visit, pick.id);
            holdForWalking();
            press(visit, pick);
          }}
          onLost={lost}
          onProject={drawn}
          onFurnished={() => setIsLaid(true)}
          hangings={useHangings(isLaid)}
        />
      </div>
      <div ref={chrome} className={styles.chrome}>
        <main id="room" tabIndex={-1} aria-labelledby="room-title" className={styles.card}>
          <h1 id="room-title" tabIndex={-1}>{words.named(name)}</h1>
          <p className={styles.purpose}>{words.named(purpose)}</p>
          <WhereLine />
          <Requests heading="h2" />
          {slow && <SlowOffer onClose={() => setSlow(false)} />}
        </main>
        <Laying isDone={isLaid} />
        <div className={styles.welcome}><Welcome /><Ritual /></div>
        <Tools narrow={narrow} />
        <Mirror scene={scene} ref={mirror} />
        {met && <PersonCard key={met} id={met} scene={scene} onClose={() => setMet(undefined)} />}
        <LookButtons scene={scene} />
        <Rail narrow={narrow} short={short} />
        <div className={styles.toast}><Toast /></div>
        <div className={styles.tray}><Tray /></div>
      </div>
    </div>
  );
}
