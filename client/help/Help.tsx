import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { palette } from '#client/palette/palette.words.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { capabilityIds, capabilityOf } from '#shared/registry.ts';
import styles from './Help.module.css';
import { help as say } from './help.words.ts';

const pageKeys = [
  [say.ctrlK, page.keyPalette],
  [say.f2, page.keyControls],
  [say.ctrlF6, page.keyRegions],
  [say.ctrlSlash, page.keyHelp],
] as const;

/** What one can do and by which keys, read from the registry. */
export default function Help({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog title={words(page.helpTitle)} size="wide" onClose={onClose}>
      <div className={styles.help} tabIndex={0} role="region" aria-label={words(page.helpTitle)}>
        <section>
          <h3>{words(say.views)}</h3>
          <p>{words(say.viewsText)}</p>
        </section>
        <section>
          <h3>{words(page.helpKeys)}</h3>
          <p>{words(page.helpLeader)}</p>
          <dl className={styles.keys}>
            {pageKeys.map(([keys, meaning]) => (
              <div key={keys.id}><dt><kbd>{words(keys)}</kbd></dt><dd>{words(meaning)}</dd></div>
            ))}
          </dl>
        </section>
        <section>
          <h3>{words(page.helpDo)}</h3>
          <dl className={styles.acts}>
            {capabilityIds.map(capabilityOf).map(({ id, label, help, shortcut }) => (
              <div key={id}>
                <dt>{words(label)} {shortcut !== undefined && <kbd>{words(palette.keys, { key: shortcut })}</kbd>}</dt>
                <dd>{words(help)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
