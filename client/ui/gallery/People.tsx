import { drawnSlots, garments, hairs, headwears, lookSlots, lowers, type Choice, type Look, type LookSlot } from '#shared/people/look.options.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { slotWords } from '#client/join/look.words.ts';
import { Figure } from '#client/people/figure.tsx';
import { Portrait } from '#client/people/portrait.tsx';
import { PersonName } from '#client/ui/PersonName.tsx';
import styles from './gallery.module.css';
import { sample, strangers } from './samples.ts';

const onHead: readonly LookSlot[] = ['skin', 'hair', 'hairColour', 'beard', 'headwear', 'accent', 'glasses', 'hearing', 'hearingSide', 'aidColour', 'garment', 'top'];
const names = ['Ana', 'Nguyễn Thị Hoa', 'Łukasz', 'Ольга', 'Kwame', 'Zoë', 'Tāne', 'Ελένη'];

/** What a slot shows itself on. */
const worn: Partial<Readonly<Record<LookSlot, Partial<Look>>>> = {
  accent: { headwear: 'turban' }, hearingSide: { hearing: 'implants', hair: 'short' }, aidColour: { hearing: 'aids', hair: 'short' }, beard: { hair: 'short', glasses: 'none' },
};
const withOption = (slot: LookSlot, id: string): Look =>
  ({ ...sample, ...(worn[slot] ?? {}), [slot]: id }) as Look;

function Row({ slot, full }: { readonly slot: LookSlot; readonly full: boolean }) {
  const words = useWords();
  const choices: readonly Choice[] = lookSlots[slot];
  return (
    <section>
      <h2>{words(slotWords[slot])}</h2>
      <ul className={styles.row} role="list">
        {choices.map((choice) => {
          const look = withOption(slot, choice.id);
          return (
            <li key={choice.id}>
              {full ? <Figure look={look} height={10} /> : <span className={styles.pair}><Portrait look={look} size={4.5} /><Portrait look={look} size={1.75} /></span>}
              <small>{words(choice.word)}</small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function Portraits() {
  return (
    <main className={styles.page}>
      <h1 data-sample="">Portraits</h1>
      <ul className={styles.row} role="list">
        {strangers.map((look, at) => (
          <li key={at}>
            <Portrait look={look} size={4} ring={at === 0 ? 'you' : at === 1 ? 'speaking' : at === 2 ? 'turn' : undefined} />
            <small><PersonName name={names[at % names.length] ?? ''} /></small>
          </li>
        ))}
      </ul>
      <h2 data-sample="">Hair under headwear</h2>
      {headwears.filter(({ id }) => id !== 'none').map(({ id: headwear }) => (
        <ul key={headwear} className={styles.row} role="list">
          {hairs.map(({ id: hair }) => <li key={hair}><Portrait look={{ ...sample, glasses: 'none', hairColour: 'brown', headwear, hair }} size={3.5} /></li>)}
        </ul>
      ))}
      {onHead.map((slot) => <Row key={slot} slot={slot} full={false} />)}
    </main>
  );
}

export function Figures() {
  return (
    <main className={styles.page}>
      <h1 data-sample="">Figures</h1>
      <ul className={styles.row} role="list">
        {strangers.map((look, at) => <li key={at}><Figure look={look} height={11} waves={at === 0} /></li>)}
      </ul>
      {drawnSlots.filter((slot) => !onHead.includes(slot)).map((slot) => <Row key={slot} slot={slot} full />)}
      <Row slot="garment" full />
      <Row slot="headwear" full />
      <h2 data-sample="">Each garment over each lower part, standing and seated</h2>
      <ul className={styles.row} role="list">
        {garments.flatMap(({ id: garment }) => lowers.flatMap(({ id: lower }) => (['none', 'wheelchair'] as const).map((moving) => (
          <li key={garment + lower + moving}><Figure look={{ ...sample, garment, lower, moving, hair: 'cropped' }} height={9} /></li>
        ))))}
      </ul>
    </main>
  );
}
