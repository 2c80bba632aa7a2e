import { lazy } from 'react';
import { contrasts, densities, motions, textSizes, themes } from '#shared/people/settings.ts';
import { useVisit, type View } from '#client/app/context.tsx';
import { languages } from '#client/app/locales/load.ts';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { Choice, Row } from './Choice.tsx';
import { languageChanged } from './language.ts';
import { changeSettings } from './settings.ts';
import { settings as say } from './settings.words.ts';
import type { SectionProps } from './SettingsDialog.tsx';

const ViewSettings = lazy(() => import('#client/view-3d/ViewSettings.tsx'));

export function Seeing({ changes }: SectionProps) {
  const words = useWords();
  const { view, setView } = useVisit();
  const { theme, textSize, density, contrast } = changes.now;
  const show = (next: View) => {
    changes.did({ name: words(page.view), undo: () => setView(view) });
    setView(next);
  };
  return (
    <>
      <Row name={words(page.view)} means={words(say.viewMeans)} here>
        <div data-focus-key="settings-view">
          <Segmented label={words(page.view)} options={[{ id: '2d', label: words(page.view2d), icon: 'list-bullets' }, { id: '3d', label: words(page.view3d), icon: 'cube' }]} value={view} onChange={show} />
        </div>
      </Row>
      <Choice changes={changes} name={words(say.theme)} means={words(say.themeMeans)} values={themes} value={theme} word={(one) => words(say[`theme_${one}`])} to={(one) => ({ theme: one })} />
      <Choice changes={changes} name={words(say.textSize)} means={words(say.textSizeMeans)} values={textSizes} value={textSize} word={(size) => words(say.percent, { size })} to={(one) => ({ textSize: one })} />
      <Choice changes={changes} name={words(say.density)} means={words(say.densityMeans)} values={densities} value={density} word={(one) => words(say[`density_${one}`])} to={(one) => ({ density: one })} />
      <Choice changes={changes} name={words(say.contrast)} means={words(say.contrastMeans)} values={contrasts} value={contrast} word={(one) => words(say[`contrast_${one}`])} to={(one) => ({ contrast: one })} />
    </>
  );
}

export function Moving({ changes }: SectionProps) {
  const words = useWords();
  const { motion, quiet } = changes.now;
  return <Choice changes={changes} name={words(say.motion)} means={words(quiet ? say.motionQuiet : say.motionMeans)} values={motions} value={motion} word={(one) => words(say[`motion_${one}`])} to={(one) => ({ motion: one })} />;
}

/** What the picture alone has; its own part says what. The dialog waits for it: rows that came in later would be missed by ear. */
export function View3d({ changes }: SectionProps) {
  return <ViewSettings choice={(name, values, value, word, to, means) => <Choice changes={changes} name={name} means={means} here values={values} value={value} word={word} to={to} />} />;
}

/** A language in its own words: whoever looks for it may read no other. */
const nameOf = (tag: string): string => {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.slice(0, 1).toLocaleUpperCase(tag) + name.slice(1);
};

export function Language() {
  const words = useWords();
  return (
    <Row name={words(say.language)} means={words(say.languageMeans)}>
      <Segmented
        label={words(say.language)}
        options={languages.map((id) => ({ id, label: nameOf(id), lang: id }))}
        value={languages.includes(words.locale) ? words.locale : 'en'}
        onChange={(language) => {
          changeSettings({ language });
          languageChanged(words.locale);
        }}
      />
    </Row>
  );
}
