import { useEffect, type ReactNode } from 'react';
import { acts } from '#client/app/pageActs.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { Announcements } from './Announcements.tsx';
import { Switch } from './Choice.tsx';
import { Hearing } from './Hearing.tsx';
import { KeySettings } from './KeySettings.tsx';
import { Look, Privacy } from './Mine.tsx';
import { Language, Moving, Seeing, View3d } from './Seeing.tsx';
import { sectionId, sections, type Section } from './sections.ts';
import styles from './Settings.module.css';
import { settings as say } from './settings.words.ts';
import { useChanges, type Changes } from './useChanges.ts';

export interface SectionProps {
  readonly changes: Changes;
  readonly onClose: () => void;
}

const partOf: Readonly<Record<Section, (props: SectionProps) => ReactNode>> = {
  seeing: Seeing, hearing: Hearing, announcements: Announcements, keys: KeySettings, moving: Moving, view3d: View3d, look: Look, language: Language, privacy: Privacy,
};

const goTo = (section: Section): void => {
  const heading = document.getElementById(sectionId(section));
  heading?.focus();
  heading?.scrollIntoView({ block: 'start' });
};

/** Everything about how one sees, hears and presses. Each change acts at once, is said, and can be taken back. */
export default function SettingsDialog({ section, onClose }: { /** The part that one has asked for. */ readonly section?: Section | undefined; readonly onClose: () => void }) {
  const words = useWords();
  const changes = useChanges();
  useEffect(() => {
    if (section) goTo(section);
  }, []);
  return (
    <Dialog title={words(say.title)} size="wide" onClose={onClose}>
      <div className={styles.frame}>
        <nav className={styles.nav} aria-label={words(say.sections)}>
          <ul>
            {sections.map(({ id, title, icon }) => (
              <li key={id}><Button variant="quiet" icon={icon} onPress={() => goTo(id)}>{words(title)}</Button></li>
            ))}
          </ul>
        </nav>
        <div className={styles.settings} tabIndex={0} role="region" aria-label={words(say.title)}>
          <div className={styles.head}>
            <p>{words(say.intro)}</p>
            <Button icon="arrow-counter-clockwise" refusal={changes.canUndo ? undefined : words(say.nothingToUndo)} onPress={changes.undo}>{words(say.undo)}</Button>
          </div>
          <div className={styles.quiet}>
            <Switch changes={changes} name={words(acts.quiet)} means={words(say.quietMeans)} level="h3" here value={changes.now.quiet} to={(quiet) => ({ quiet })} />
          </div>
          {sections.map(({ id, title, icon }) => {
            const Part = partOf[id];
            return (
              <section key={id} data-section={id} aria-labelledby={sectionId(id)}>
                <h3 id={sectionId(id)} tabIndex={-1}><Icon name={icon} />{words(title)}</h3>
                <Part changes={changes} onClose={onClose} />
              </section>
            );
          })}
        </div>
      </div>
    </Dialog>
  );
}
