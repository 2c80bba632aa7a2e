import { message, type Message } from '#shared/kernel/message.ts';
import type { LookSlot } from '#shared/people/look.options.ts';

/** The strings of the look's editor. */
export const say = {
  parts: message('join.look.parts', 'Parts of your look'),
  tabSkinAndHair: message('join.look.tab.skinAndHair', 'Skin and hair'),
  tabHead: message('join.look.tab.head', 'Head'),
  tabClothes: message('join.look.tab.clothes', 'Clothes and build'),
  tabAids: message('join.look.tab.aids', 'Glasses, hearing, moving'),
  othersHear: message('join.look.othersHear', 'Others will hear:'),
  quoted: message('join.look.quoted', '“{description}.”'),
  onlyPlace: message('join.look.onlyPlace', 'Others will hear only your name and where you are.'),
  letAsk: message('join.look.letAsk', 'Let others ask for this description'),
  surprise: message('join.look.surprise', 'Surprise me'),
  undo: message('join.look.undo', 'Undo'),
  nothingToUndo: message('join.look.nothingToUndo', 'Nothing has changed yet.'),
  hairCovered: message('join.look.hairCovered', 'Your {headwear} covers your hair. What you choose here is kept.'),
  lowerCovered: message('join.look.lowerCovered', 'A long dress covers them. What you choose here is kept.'),
  underDress: message('join.look.underDress', 'With a dress: trousers under it, or how long it is.'),
  aidsCovered: message('join.look.aidsCovered', 'Under a hijab they are not seen, and still told in the description.'),
} as const;

/** What a group of choices is called. */
export const slotWords: Readonly<Record<LookSlot, Message>> = {
  skin: message('join.look.slot.skin', 'Skin'),
  hair: message('join.look.slot.hair', 'Hair'),
  hairColour: message('join.look.slot.hairColour', 'Hair colour'),
  headwear: message('join.look.slot.headwear', 'On your head'),
  glasses: message('join.look.slot.glasses', 'Glasses'),
  hearing: message('join.look.slot.hearing', 'Hearing'),
  sleeves: message('join.look.slot.sleeves', 'Sleeves'),
  lower: message('join.look.slot.lower', 'Trousers or skirt'),
  top: message('join.look.slot.top', 'Colour of your top'),
  accent: message('join.look.slot.accent', 'Colour of headwear'),
  lowerColour: message('join.look.slot.lowerColour', 'Colour of trousers, skirt or tights'),
  moving: message('join.look.slot.moving', 'Moving'),
  height: message('join.look.slot.height', 'Height'),
  build: message('join.look.slot.build', 'Build'),
  beard: message('join.look.slot.beard', 'Beard'),
  garment: message('join.look.slot.garment', 'Clothes'),
  hearingSide: message('join.look.slot.hearingSide', 'Worn on'),
  aidColour: message('join.look.slot.aidColour', 'Colour of your aids'),
  heard: message('join.look.slot.heard', 'Description'),
};
