import { message, type MessageValues, type MessageWithValues } from '../kernel/message.ts';
import { lookSlots, type Choice, type Look, type LookSlot } from './look.options.ts';

const hair = [
  'none {no hair} cropped {cropped {hairColour} hair} short {short {hairColour} hair} sideParting {short {hairColour} hair with a side parting}',
  'curly {curly {hairColour} hair} afro {{hairColour} afro} puffs {{hairColour} hair in puffs} bob {{hairColour} bob} bun {{hairColour} hair in a bun}',
  'longStraight {long straight {hairColour} hair} longWavy {long wavy {hairColour} hair} braids {{hairColour} braids} other {{hairColour} locs}',
].join(' ');
const side = (word: string): string => `left {, {aidColour} ${word} on the left} right {, {aidColour} ${word} on the right} other {, {aidColour} ${word}s}`;

const description = message(
  'look.description',
  [
    '{skin} skin, ',
    '{headwear, select, hijab {{accent} hijab} headscarf {{accent} tied headscarf} turban {{accent} turban}',
    ` other {{hair, select, ${hair}}}}`,
    '{headwear, select, cap {, {accent} cap} sunHat {, {accent} sun hat} kippah {, {accent} kippah} beanie {, {accent} beanie} headband {, {accent} headband} other {}}',
    '{beard, select, stubble {, stubble} moustache {, {hairColour} moustache} short {, short {hairColour} beard} full {, full {hairColour} beard} other {}}',
    '{glasses, select, round {, round glasses} square {, square glasses} dark {, dark glasses} other {}}',
    `{hearing, select, aids {{hearingSide, select, ${side('hearing aid')}}} implants {{hearingSide, select, ${side('cochlear implant')}}} other {}}`,
    ', {garment, select, dress {{lower, select, longSkirt {long {top} dress} other {{top} dress}}} other {{top} {garmentWord}}}',
    '{sleeves, select, short { with short sleeves} other {}}',
    '{garment, select, dress {{lower, select, trousers { over {lowerColour} trousers} skirt {, {lowerColour} tights} other {}}} other {, {lowerColour} {lowerWord}}}',
    '{moving, select, wheelchair {, uses a wheelchair} cane {, walks with a cane} crutches {, walks with crutches} whiteCane {, walks with a white cane} other {}}',
  ].join(''),
);

/** The spoken description; its order is fixed so that people can skim by ear. Height and build are seen and not told. */
export const describeLook = (look: Look): MessageWithValues => {
  const word = (slot: LookSlot) => {
    const choices: readonly Choice[] = lookSlots[slot];
    return (choices.find((choice) => choice.id === look[slot]) ?? choices[0])?.word ?? { id: '', defaultMessage: '' };
  };
  const values: MessageValues = {
    skin: word('skin'),
    hair: look.hair,
    hairColour: word('hairColour'),
    headwear: look.headwear,
    accent: word('accent'),
    beard: look.beard,
    glasses: look.glasses,
    hearing: look.hearing,
    hearingSide: look.hearingSide,
    aidColour: word('aidColour'),
    garment: look.garment,
    garmentWord: word('garment'),
    top: word('top'),
    sleeves: look.sleeves,
    lower: look.lower,
    lowerWord: word('lower'),
    lowerColour: word('lowerColour'),
    moving: look.moving,
  };
  return { message: description, values };
};
