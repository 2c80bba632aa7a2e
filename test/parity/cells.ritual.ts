/** How each act of a ritual is done: by the controls of its panel, which both views show, and in the dialogs that start and plan one. */
import type { RitualCapabilityId } from '#shared/rituals/ritual.registry.ts';
import { inRoom } from '#test/support/page.ts';
import type { Act } from './acts.ts';
import { button, field, opened, type Asked } from './asked.ts';
import { QUESTION } from './effects.ritual.ts';
import { byAllMeans, control, found, unfolded, written } from './means.ts';
import type { Column } from './matrix.ts';

export type Acts<Id extends string> = Readonly<Record<Id, Readonly<Record<Column, Act>>>>;

/** What stands in the panel, and what its dialog then asks. */
const inPanel = (id: RitualCapabilityId, name?: string, ...asked: readonly Asked[]) => byAllMeans(control(id, name), ...(asked.length > 0 ? [opened] : []), ...asked);
/** What whoever runs a ritual does about somebody's turn, behind that one's row. */
const ofHerTurn = (id: RitualCapabilityId) => byAllMeans(unfolded(/^More: Turn of Wanda$/, `[role="group"][aria-label="Turn of Wanda"] [data-capability="${id}"]`), control(id));
const inStart = (...then: readonly Asked[]) => byAllMeans(found('Start a ritual'), opened, ...then);
const inPlanned = (...then: readonly Asked[]) => byAllMeans(found('What is planned'), opened, ...then);
const notes = unfolded(/^My notes/, '[data-capability="ritual.note"]');

/** Nobody presses anything to read what was written: whoever comes to the page has it. */
const comeAgain: Act = async ({ page }) => {
  await page.reload();
  await inRoom(page);
};
const reading: Asked = {
  pointer: comeAgain,
  keys: comeAgain,
  spoken: async (stage) => {
    await comeAgain(stage);
    await stage.page.locator('#ritual').getByText(QUESTION).waitFor();
    // The page that it read is gone.
    await stage.reader.start();
  },
};

export const ritualActs: Acts<RitualCapabilityId> = {
  'ritual.start': inStart(button('Start Weekly check-in')),
  'ritual.take': inPanel('ritual.take'),
  'ritual.done': inPanel('ritual.done'),
  'ritual.pass': inPanel('ritual.pass'),
  'ritual.later': inPanel('ritual.later'),
  'ritual.write': inPanel('ritual.write', undefined, field('What you want to say', 'A second pair of eyes.'), button('Send')),
  'ritual.read': byAllMeans(reading),
  'ritual.moreTime': inPanel('ritual.moreTime'),
  'ritual.come': inPanel('ritual.come'),
  'ritual.act': inPanel('ritual.act', 'Light a candle'),
  'ritual.sign': inPanel('ritual.sign'),
  'ritual.ask': inPanel('ritual.ask', undefined, field('What is not clear?', 'Until when?'), button('Send')),
  'ritual.recognise': inPanel('ritual.recognise', undefined, field('What for?', 'She listened.'), button('Send')),
  'ritual.respond': inPanel('ritual.respond', 'Respond to Wanda, about Nell'),
  'ritual.next': inPanel('ritual.next', 'Next: The silence, 5 minutes'),
  'ritual.back': inPanel('ritual.back'),
  'ritual.pause': inPanel('ritual.pause'),
  'ritual.resume': inPanel('ritual.resume'),
  'ritual.extend': inPanel('ritual.extend', '5 minutes more'),
  'ritual.skip': inPanel('ritual.skip'),
  'ritual.end': inPanel('ritual.end', undefined, button('End the ritual')),
  'ritual.handOver': inPanel('ritual.handOver', 'Hand over to Olga'),
  'ritual.takeOver': inPanel('ritual.takeOver'),
  'ritual.invite': ofHerTurn('ritual.invite'),
  'ritual.defer': ofHerTurn('ritual.defer'),
  'ritual.mark': ofHerTurn('ritual.mark'),
  'ritual.excuse': ofHerTurn('ritual.excuse'),
  'ritual.spotlight': inPanel('ritual.spotlight', 'Spotlight…', button('Put in the spotlight')),
  'ritual.unspotlight': inPanel('ritual.unspotlight'),
  'ritual.gather': inPanel('ritual.gather'),
  'ritual.note': byAllMeans(notes, written('A note', 'Ask Nell.'), control('ritual.note')),
  'ritual.unnote': byAllMeans(notes, control('ritual.unnote', 'Remove the note: Ask Wanda.')),
  'ritual.schedule': inStart(button('Set a time for Recognition circle'), opened, button('Set the time')),
  'ritual.reschedule': inPlanned(button('Change the time: Recognition circle'), opened, button('Set the time')),
  'ritual.callOff': inPlanned(button('Call it off: Recognition circle'), opened, button('Call it off')),
  'ritual.tellMe': inPlanned(button('Tell me when it starts: Recognition circle')),
  'ritual.tellMeNot': inPlanned(button('Do not tell me: Recognition circle')),
  'ritual.save': inStart(button('Change Weekly check-in first'), opened, button('Save')),
  'ritual.discard': inStart(button('Remove Ours'), opened, button('Remove')),
  'ritual.shelf': inPlanned(),
};
