import { useEffect, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { Look, LookSlot } from '#shared/people/look.options.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import type { Words } from '#client/app/words.ts';
import { coversHair } from '#client/people/colours.ts';
import { useDescription } from '#client/people/description.ts';
import { Tick } from '#client/ui/Tick.tsx';
import { Choices } from './Choices.tsx';
import styles from './StepLook.module.css';
import { slotWords, say } from './look.words.ts';
import { choicesOf, isAsked, isColours, lookTabs, pictureOf } from './lookGroups.tsx';
import type { LookDraft } from './useLookDraft.ts';

const settleAfter = 600;

/** The text once it has not changed for a while, so that arrowing through choices is not talked over. */
const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settleAfter);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};

const noteOf = (slot: LookSlot, look: Look, words: Words): string | undefined => {
  const headwear = choicesOf('headwear').find((choice) => choice.id === look.headwear);
  if ((slot === 'hair' || (slot === 'hairColour' && look.beard === 'none')) && coversHair(look) && headwear) return words(say.hairCovered, { headwear: headwear.word });
  if (slot === 'lower' && look.garment === 'dress') return words(say.underDress);
  if (slot === 'lowerColour' && look.garment === 'dress' && look.lower === 'longSkirt') return words(say.lowerCovered);
  if (slot === 'hearing' && look.headwear === 'hijab') return words(say.aidsCovered);
  return undefined;
};

/** The look's editor: what others will hear, and every slot of the option table. */
export default function StepLook({ draft }: { readonly draft: LookDraft }) {
  const words = useWords();
  const description = useSettled(useDescription(draft.look));
  const told = draft.look.heard === 'yes';
  return (
    <>
      <div className={styles.heard}>
        <p role="status">
          {told ? <><span className={styles.aside}>{words(say.othersHear)}</span> {words(say.quoted, { description })}</> : words(say.onlyPlace)}
        </p>
        <Tick label={words(say.letAsk)} checked={told} onChange={(yes) => draft.choose('heard', yes ? 'yes' : 'no')} />
      </div>
      <Tabs className={styles.tabs ?? ''} keyboardActivation="automatic">
        <TabList aria-label={words(say.parts)} className={styles.tabList ?? ''}>
          {lookTabs.map((tab) => <Tab key={tab.id} id={tab.id} className={styles.tab ?? ''}>{words(tab.label)}</Tab>)}
        </TabList>
        {lookTabs.map((tab) => (
          <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ''}>
            {tab.slots.filter((slot) => isAsked(slot, draft.look)).map((slot) => (
              <Choices
                key={slot}
                legend={words(slotWords[slot])}
                note={noteOf(slot, draft.look, words)}
                choices={choicesOf(slot)}
                value={draft.look[slot]}
                onChoose={(id) => draft.choose(slot, id)}
                picture={(choice) => pictureOf(slot, draft.look, choice)}
                framed={!isColours(slot)}
              />
            ))}
          </TabPanel>
        ))}
      </Tabs>
    </>
  );
}
