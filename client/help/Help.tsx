import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { LeaderKeys } from '#client/palette/LeaderKeys.tsx';
import { keyOf } from '#client/settings/settings.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { capabilityIds, capabilityOf } from '#shared/registry.ts';
import type { Message } from '#shared/kernel/message.ts';
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

/** What one can do and by which keys, read from the registry. */
export default function Help({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const capabilities = capabilityIds.map((id) => ({ ...capabilityOf(id), id, shortcut: keyOf(id) }));
  return (
    <Dialog title={words(page.helpTitle)} size="wide" onClose={onClose}>
      <div className={styles.help} tabIndex={0} role="region" aria-label={words(page.helpTitle)}>
        <section>
          <h3>{words(say.views)}</h3>
          <p>{words(say.viewsText)}</p>
          <dl className={styles.acts}>
            {tour.map(([name, text]) => <div key={name.id}><dt>{words(name)}</dt><dd>{words(text, { walk: page.walk })}</dd></div>)}
          </dl>
        </section>
        <section>
          <h3>{words(page.helpKeys)}</h3>
          <p>{words(page.helpLeader)}</p>
          <dl className={styles.keys}>
            {pageKeys.map(({ keys, spoken, meaning }) => (
              <div key={keys.id}>
                <dt><kbd aria-hidden={spoken && true}>{words(keys)}</kbd>{spoken && <span className="visually-hidden">{words(spoken)}</span>}</dt>
                <dd>{words(meaning)}</dd>
              </div>
            ))}
            {capabilities.map(({ id, label, shortcut }) => shortcut !== undefined && (
              <div key={id}><dt><LeaderKeys shortcut={shortcut} /></dt><dd>{words(label)}</dd></div>
            ))}
          </dl>
        </section>
        <section>
          <h3>{words(page.helpDo)}</h3>
          <dl className={styles.acts}>
            {capabilities.map(({ id, label, help, shortcut }) => (
              <div key={id}>
                <dt>{words(label)} {shortcut !== undefined && <LeaderKeys shortcut={shortcut} />}</dt>
                <dd>{words(help)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
