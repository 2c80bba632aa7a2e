import type { ReactNode } from 'react';
import { useWords } from '#client/app/WordsProvider.tsx';
import { useSelected } from '#client/net/store.ts';
import { captionings, fieldsOfView, outlinings, pictureQualities, settings, turnings, type Settings } from '#client/settings/settings.ts';
import { viewSettings as say } from './viewSettings.words.ts';

export interface ViewSettingsProps {
  /** Draws one of a few: its name, and a word for each. */
  choice<T extends string>(name: string, values: readonly T[], value: T, word: (one: T) => string, to: (one: T) => Partial<Settings>, means?: string): ReactNode;
}

/** How the 3D view looks and how its camera moves, on this device. */
export default function ViewSettings({ choice }: ViewSettingsProps) {
  const words = useWords();
  const quality = useSelected(settings, (set) => set.quality);
  const fieldOfView = useSelected(settings, (set) => set.fieldOfView);
  const turning = useSelected(settings, (set) => set.turning);
  const outlines = useSelected(settings, (set) => set.outlines);
  const captions = useSelected(settings, (set) => set.captions);
  return (
    <>
      {choice(words(say.quality), pictureQualities, quality, (one) => words(say[`quality_${one}`]), (one) => ({ quality: one }), words(say.qualityMeans))}
      {choice(words(say.outlines), outlinings, outlines, (one) => words(say[`outlines_${one}`]), (one) => ({ outlines: one }), words(say.outlinesMeans))}
      {choice(words(say.captions), captionings, captions, (one) => words(say[`captions_${one}`]), (one) => ({ captions: one }), words(say.captionsMeans))}
      {choice(words(say.fieldOfView), fieldsOfView, fieldOfView, (one) => words(say[`fieldOfView_${one}`]), (one) => ({ fieldOfView: one }), words(say.fieldOfViewMeans))}
      {choice(words(say.turning), turnings, turning, (one) => words(say[`turning_${one}`]), (one) => ({ turning: one }), words(say.turningMeans))}
    </>
  );
}
