import { useState } from 'react';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { sameContent, useSelected } from '#client/net/store.ts';
import { changeSettings, settings, type Settings } from './settings.ts';
import { settings as say } from './settings.words.ts';

interface Step {
  readonly name: string;
  undo(): void;
}

export interface Changes {
  /** As they are now. */
  readonly now: Settings;
  readonly canUndo: boolean;
  /** Changes something at once, and says it: its name and value, or `said`. */
  change(to: Partial<Settings>, name: string, value: string, said?: string): void;
  /** Notes something that was changed elsewhere, so that it can be taken back. */
  did(step: Step): void;
  undo(): void;
}

/** Every change since the dialog was opened, the newest taken back first. */
export const useChanges = (): Changes => {
  const words = useWords();
  const { announcer } = useVisit();
  const now = useSelected<Settings, Settings>(settings, (current) => ({ ...current }), sameContent);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const tell = (text: string) => announcer.say(text, Date.now());
  const did = (step: Step) => setSteps((before) => [...before, step]);
  return {
    now,
    canUndo: steps.length > 0,
    did,
    change: (to, name, value, said) => {
      const before = changeSettings(to);
      did({ name, undo: () => void changeSettings(before) });
      tell(said ?? words(say.changed, { name, value }));
    },
    undo: () => {
      const last = steps.at(-1);
      if (!last) return;
      last.undo();
      setSteps(steps.slice(0, -1));
      tell(words(say.undone, { name: last.name }));
    },
  };
};
