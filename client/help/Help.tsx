import { useState } from 'react';
import { useFilter } from 'react-aria-components/Autocomplete';
import { useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { nameOf } from '#client/app/pageActs.ts';
import { acts as pageActs } from '#client/app/pageActs.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { LeaderKeys } from '#client/palette/LeaderKeys.tsx';
import { actIds, keyOf, type ActId } from '#client/settings/keys.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { openWelcome } from '#client/welcome/openWelcome.ts';
import { boardCapabilityIds, boardCapabilityOf } from '#shared/boards/board.registry.ts';
import { mayBy } from '#shared/people/standing.ts';
import { capabilityOf, type CapabilityId } from '#shared/registry.ts';
import type { Message } from '#shared/kernel/message.ts';
import { groups } from './groups.ts';
import styles from './Help.module.css';
import { help as say } from './help.words.ts';

/** The page's own keys; `spoken` where screen readers leave a sign out. */
const pageKeys: readonly { readonly keys: Message; readonly spoken?: Message; readonly meaning: Message }[] = [
  { keys: say.ctrlK, meaning: page.keyPalette },
  { keys: say.ctrlStop, spoken: say.ctrlStopSpoken, meaning: say.leader },
  { keys: say.f2, meaning: page.keyControls },
  { keys: say.ctrlF6, meaning: page.keyRegions },
  { keys: say.shiftCtrlF6, meaning: say.regionsBack },
  { keys: say.ctrlSlash, spoken: say.ctrlSlashSpoken, meaning: page.keyHelp },
  { keys: say.escape, meaning: say.escapeMeans },
];
const tour = [
  [say.view2d, say.view2dText],
  [say.view3d, say.view3dText],
  [say.walking, say.walkingText],
] as const;

/** What one can do, by which keys, and how the views work: read from the registry, and found by a word. */
export default function Help({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const visit = useVisit();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().split(/\s+/).filter(Boolean);
  const has = (...texts: readonly string[]): boolean => wanted.every((part) => texts.some((text) => contains(text, part)));
  const textsOf = (id: CapabilityId): readonly string[] => [words(capabilityOf(id).label), words(capabilityOf(id).help)];

  // VO19. Where nothing carries voice, nothing is said of it.
  const isPossibleHere = (id: ActId): boolean => !id.startsWith('voice.') || visit.hearth.view.facts.voice !== '';
  const acts = groups.map(({ title, ids }) => ({ title, ids: ids.filter((id) => isPossibleHere(id) && has(words(title), ...textsOf(id))) })).filter(({ ids }) => ids.length > 0);
  const boardActs = boardCapabilityIds.map(boardCapabilityOf).filter(({ label, help }) => has(words(say.groupBoard), words(label), words(help)));
  const keys = pageKeys.filter(({ keys: press, meaning }) => has(words(press), words(meaning)));
  const leaderKeys = actIds.filter((id) => isPossibleHere(id) && keyOf(id) !== undefined && has(words(nameOf(id)), keyOf(id) ?? ''));
  const views = tour.filter(([name, text]) => has(words(name), words(text, { walk: page.walk })));
  const count = acts.reduce((sum, { ids }) => sum + ids.length, 0) + boardActs.length + keys.length + leaderKeys.length + views.length;
  const again = () => {
    onClose();
    openWelcome(visit);
  };
  return (
    <Dialog title={words(page.helpTitle)} size="wide" onClose={onClose}>
      <div className={styles.top}>
        <TextField label={words(say.search)} value={typed} onChange={setTyped} autoComplete="off" />
        <Button icon="hand-waving" onPress={again}>{words(pageActs.welcome)}</Button>
        <p role="status" className={styles.count}>{wanted.length > 0 && words(say.found, { count, typed: typed.trim() })}</p>
      </div>
      <div className={styles.help} tabIndex={0} role="region" aria-label={words(page.helpTitle)}>
        {acts.length + boardActs.length > 0 && (
          <section>
            <h3>{words(page.helpDo)}</h3>
            {acts.map(({ title, ids }) => (
              <div key={title.id} className={styles.group}>
                <h4>{words(title)}</h4>
                <dl className={styles.acts}>{ids.map((id) => <Act key={id} id={id} />)}</dl>
              </div>
            ))}
            {boardActs.length > 0 && (
              <div className={styles.group}>
                <h4>{words(say.groupBoard)}</h4>
                <dl className={styles.acts}>{boardActs.map(({ id, label, help }) => <div key={id}><dt>{words(label)}</dt><dd>{words(help)}</dd></div>)}</dl>
              </div>
            )}
          </section>
        )}
        {keys.length + leaderKeys.length > 0 && (
          <section>
            <h3>{words(page.helpKeys)}</h3>
            <p>{words(page.helpLeader)}</p>
            <dl className={styles.keys}>
              {keys.map(({ keys: press, spoken, meaning }) => (
                <div key={press.id}>
                  <dt><kbd aria-hidden={spoken && true}>{words(press)}</kbd>{spoken && <span className="visually-hidden">{words(spoken)}</span>}</dt>
                  <dd>{words(meaning)}</dd>
                </div>
              ))}
              {leaderKeys.map((id) => <div key={id}><dt><LeaderKeys shortcut={keyOf(id) ?? ''} /></dt><dd>{words(nameOf(id))}</dd></div>)}
            </dl>
          </section>
        )}
        {views.length > 0 && (
          <section>
            <h3>{words(say.views)}</h3>
            <p>{words(say.viewsText)}</p>
            <dl className={styles.acts}>
              {views.map(([name, text]) => <div key={name.id}><dt>{words(name)}</dt><dd>{words(text, { walk: page.walk })}</dd></div>)}
            </dl>
          </section>
        )}
      </div>
    </Dialog>
  );
}

/** A capability: its name, its key, what it means, and who can do it where that is not oneself. */
function Act({ id }: { readonly id: CapabilityId }) {
  const words = useWords();
  const { hearth: { actor } } = useVisit();
  const { label, help } = capabilityOf(id);
  const key = keyOf(id);
  return (
    <div>
      <dt>{words(label)} {key !== undefined && <LeaderKeys shortcut={key} />}</dt>
      <dd>{words(help)}{actor && !mayBy(actor, id) && ` ${words(say.notYours)}`}</dd>
    </div>
  );
}
