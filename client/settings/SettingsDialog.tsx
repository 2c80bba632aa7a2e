import { lazy, Suspense, useEffect, useState } from 'react';
import { changePage, usePage, useVisit } from '#client/app/context.tsx';
import { languages } from '#client/app/locales/load.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { useSelected } from '#client/net/store.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { KeySettings } from './KeySettings.tsx';
import { sectionId, type Section } from './sections.ts';
import styles from './Settings.module.css';
import { ambiences, categories, changeSettings, contrasts, densities, depths, manners, motions, settings, textSizes, themes, undoSettings, volumes, type Settings } from './settings.ts';
import { settings as say } from './settings.words.ts';

const ViewSettings = lazy(() => import('#client/view-3d/ViewSettings.tsx'));

/** A language in its own words: whoever looks for it may read no other. */
const nameOf = (tag: string): string => {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.slice(0, 1).toLocaleUpperCase(tag) + name.slice(1);
};

/** Everything about how one sees, hears and presses. Each change acts at once, is said, and can be taken back. */
export default function SettingsDialog({ section, onClose }: { /** The part that one has asked for. */ readonly section?: Section | undefined; readonly onClose: () => void }) {
  const words = useWords();
  const visit = useVisit();
  const set = useSelected(settings, (current) => JSON.stringify(current));
  const { theme, textSize, density, contrast, motion, volume, ambience, depth, manners: chosen, shortcuts } = JSON.parse(set) as Settings;
  const sounds = usePage((state) => state.sounds);
  const [hasChanged, setHasChanged] = useState(false);
  useEffect(() => {
    const heading = section && document.getElementById(sectionId(section));
    heading?.focus();
    heading?.scrollIntoView({ block: 'start' });
  }, []);
  const tell = (text: string) => visit.announcer.say(text, Date.now());
  const change = (to: Partial<Settings>, name: string, value: string) => {
    changeSettings(to);
    setHasChanged(true);
    tell(words(say.changed, { name, value }));
  };
  /** One of a few: its name, and a word for each. */
  const choice = <T extends string>(name: string, values: readonly T[], value: T, word: (one: T) => string, to: (one: T) => Partial<Settings>, means?: string) => (
    <div className={styles.choice}>
      <h4>{name}</h4>
      <Segmented label={name} options={values.map((id) => ({ id, label: word(id) }))} value={value} onChange={(id) => change(to(id), name, word(id))} />
      {means !== undefined && <p>{means}</p>}
    </div>
  );
  const volumeWord = (one: Settings['volume'] | 'off') => words(one === 'off' ? say.soundsOff : say[`volume_${one}`]);
  return (
    <Dialog title={words(say.title)} size="wide" onClose={onClose}>
      <div className={styles.settings} tabIndex={0} role="region" aria-label={words(say.title)}>
        <div className={styles.head}>
          <p>{words(say.intro)}</p>
          {hasChanged && <Button variant="quiet" icon="arrow-counter-clockwise" onPress={() => undoSettings() && tell(words(say.undone))}>{words(say.undo)}</Button>}
        </div>
        <section>
          <h3 id={sectionId('seeing')} tabIndex={-1}>{words(say.seeing)}</h3>
          {choice(words(say.theme), themes, theme, (one) => words(say[`theme_${one}`]), (one) => ({ theme: one }))}
          {choice(words(say.textSize), textSizes, textSize, (size) => words(say.percent, { size }), (one) => ({ textSize: one }))}
          {choice(words(say.density), densities, density, (one) => words(say[`density_${one}`]), (one) => ({ density: one }), words(say.densityMeans))}
          {choice(words(say.contrast), contrasts, contrast, (one) => words(say[`contrast_${one}`]), (one) => ({ contrast: one }))}
          {choice(words(say.motion), motions, motion, (one) => words(say[`motion_${one}`]), (one) => ({ motion: one }), words(say.motionMeans))}
        </section>
        <section>
          <h3 id={sectionId('view3d')} tabIndex={-1}>{words(say.view3d)}</h3>
          <Suspense><ViewSettings choice={choice} /></Suspense>
        </section>
        <section>
          <h3 id={sectionId('language')} tabIndex={-1}>{words(say.language)}</h3>
          <div className={styles.choice}>
            <h4>{words(say.language)}</h4>
            <Segmented
              label={words(say.language)}
              options={languages.map((id) => ({ id, label: nameOf(id), lang: id }))}
              value={languages.includes(words.locale) ? words.locale : 'en'}
              onChange={(language) => {
                changeSettings({ language });
                location.reload();
              }}
            />
            <p>{words(say.languageMeans)}</p>
          </div>
        </section>
        <section>
          <h3 id={sectionId('hearing')} tabIndex={-1}>{words(say.hearing)}</h3>
          <div className={styles.choice}>
            <h4>{words(say.sounds)}</h4>
            <Segmented
              label={words(say.sounds)}
              options={(['off', ...volumes] as const).map((id) => ({ id, label: volumeWord(id) }))}
              value={sounds ? volume : 'off'}
              onChange={(id) => {
                changePage(visit, { sounds: id !== 'off' });
                if (id === 'off') tell(words(say.changed, { name: words(say.sounds), value: volumeWord(id) }));
                else change({ volume: id }, words(say.sounds), volumeWord(id));
              }}
            />
            <p>{words(say.soundsMean)}</p>
          </div>
          {choice(words(say.ambience), ambiences, ambience, volumeWord, (one) => ({ ambience: one }), words(say.ambienceMeans))}
        </section>
        <section>
          <h3 id={sectionId('announcements')} tabIndex={-1}>{words(say.announcements)}</h3>
          <p>{words(say.announcementsMean)}</p>
          {choice(words(say.depth), depths, depth, (one) => words(say[`depth_${one}`]), (one) => ({ depth: one }))}
          {categories.map((category) => (
            <div key={category}>{choice(words(say[category]), manners, chosen[category] ?? 'both', (one) => words(say[`manner_${one}`]), (one) => ({ manners: { ...chosen, [category]: one } }))}</div>
          ))}
        </section>
        <section>
          <h3 id={sectionId('keys')} tabIndex={-1}>{words(say.keys)}</h3>
          {choice(words(say.shortcuts), ['on', 'off'] as const, shortcuts ? 'on' : 'off', (one) => words(say[one]), (one) => ({ shortcuts: one === 'on' }), words(say.shortcutsMean))}
          <KeySettings onChange={(to, said) => {
            changeSettings(to);
            setHasChanged(true);
            tell(said);
          }} />
        </section>
      </div>
    </Dialog>
  );
}
