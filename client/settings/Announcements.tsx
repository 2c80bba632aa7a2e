import { details, firsts, manners, reaches } from '#shared/people/settings.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { Choice, Row } from './Choice.tsx';
import { categories, mannerIn, presetNames, presetOf, presets } from './presets.ts';
import styles from './Settings.module.css';
import { settings as say } from './settings.words.ts';
import type { SectionProps } from './SettingsDialog.tsx';

export function Announcements({ changes }: SectionProps) {
  const words = useWords();
  const { reach, first, detail } = changes.now;
  const preset = presetOf(changes.now);
  const shown = preset === 'own' ? [...presetNames, preset] : presetNames;
  // All that is told of places is of the rest of the room.
  const heard = categories.filter((category) => category !== 'place' || reach === 'room');
  return (
    <>
      <p className={styles.lead}>{words(say.announcementsMean)}</p>
      <Row name={words(say.preset)} means={words(say[`${preset}Means`])}>
        <Segmented
          label={words(say.preset)}
          options={shown.map((id) => ({ id, label: words(say[`preset_${id}`]) }))}
          value={preset}
          onChange={(id) => id !== 'own' && changes.change(presets[id], words(say.preset), words(say[`preset_${id}`]))}
        />
      </Row>
      <Choice changes={changes} name={words(say.reach)} means={words(say.reachMeans)} values={reaches} value={reach} word={(one) => words(say[`reach_${one}`])} to={(one) => ({ reach: one })} />
      {heard.map((category) => (
        <Choice
          key={category}
          changes={changes}
          name={words(say[category])}
          means={words(say[`${category}Means`])}
          values={manners}
          value={mannerIn(changes.now, category)}
          word={(one) => words(say[`manner_${one}`])}
          to={(one) => ({ manners: { ...changes.now.manners, [category]: one } })}
        />
      ))}
      <Choice changes={changes} name={words(say.first)} means={words(say.firstMeans)} values={firsts} value={first} word={(one) => words(say[`first_${one}`])} to={(one) => ({ first: one })} />
      <Choice changes={changes} name={words(say.detail)} means={words(say.detailMeans)} values={details} value={detail} word={(one) => words(say[`detail_${one}`])} to={(one) => ({ detail: one })} />
    </>
  );
}
