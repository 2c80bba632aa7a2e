import { useId } from 'react';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { sameContent, useSelected } from '#client/net/store.ts';
import { changeSettings, settings, volumes } from '#client/settings/settings.ts';
import { settings as settingsWords } from '#client/settings/settings.words.ts';
import { Segmented } from '#client/ui/Segmented.tsx';
import type { PersonId } from '#shared/kernel/ids.ts';
import styles from './VoiceOf.module.css';
import { voiceOf as say } from './voiceOf.words.ts';

/** How loud one person's voice is for oneself, in this browser. Nobody else knows. */
export default function VoiceOf({ id, name }: { readonly id: PersonId; readonly name: string }) {
  const words = useWords();
  const { announcer } = useVisit();
  const titleId = useId();
  const hasVoice = useHearth(({ facts }) => facts.voice !== '');
  const kept = useSelected(settings, (all) => all.voiceOf, sameContent);
  if (!hasVoice) return null;
  const title = words(say.title, { name });
  return (
    <div className={styles.voice}>
      <span id={titleId}>{title}</span>
      <Segmented
        label={title}
        options={volumes.map((one) => ({ id: one, label: words(settingsWords[`volume_${one}`]) }))}
        value={kept[id] ?? 'normal'}
        onChange={(volume) => {
          const { [id]: _before, ...others } = kept;
          changeSettings({ voiceOf: volume === 'normal' ? others : { ...others, [id]: volume } });
          announcer.say(words(settingsWords.changed, { name: title, value: words(settingsWords[`volume_${volume}`]) }), Date.now());
        }}
      />
    </div>
  );
}
