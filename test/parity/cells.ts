import type { CapabilityId } from '#shared/registry.ts';
import { keys2d, keys3d, pointer, spoken, type Act, type TextOf } from './acts.ts';
import { button, choice, field, opened, rewritten, steps, type Asked } from './asked.ts';
import { effects, faceTheHearth, VENUE } from './effects.ts';
import { first, others, SECOND } from './effects.chat.ts';
import { TOPIC } from './effects.circles.ts';
import { inRoom } from '#test/support/page.ts';
import { columns, type Cell, type Cells, type Column } from './matrix.ts';
import { boardActs } from './cells.board.ts';
import { ritualActs } from './cells.ritual.ts';
import { boardEffects } from './effects.board.ts';
import { ritualEffects } from './effects.ritual.ts';
import { labelOf } from './parts.ts';
import { rowOf, rowsOf } from './play.ts';
import type { Stage } from './stage.ts';

const inThePicture: ReadonlySet<CapabilityId> = new Set(['move.goTo', 'seat.sit', 'people.describe']);

/** For what is pressed in the picture: from where one sees it. */
const fromTheEntrance = (act: Act): Act => async (stage) => {
  await faceTheHearth(stage);
  await act(stage);
};

const row = (id: CapabilityId, acts: Readonly<Record<Column, Act>>): Readonly<Record<Column, Cell>> =>
  rowOf(effects[id], inThePicture.has(id) ? { ...acts, '3D pointer': fromTheEntrance(acts['3D pointer']) } : acts);

/** The next cell is played in the Commons again. */
const andBack = (there: Readonly<Record<Column, Cell>>): Readonly<Record<Column, Cell>> =>
  Object.fromEntries(columns.map((column) => [column, async (stage: Stage) => {
    await there[column](stage);
    stage.hearth.unfill();
    await stage.page.goto('/r/commons');
    await inRoom(stage.page);
  }])) as Record<Column, Cell>;

/** What is a button of the tray in both views, with a shortcut of its own. */
const inTray = (id: CapabilityId) =>
  row(id, { '3D pointer': pointer.tray(id), '3D keyboard': keys3d.leader(id), '2D keyboard': keys2d.tray(id), '2D screen reader': spoken.tray(id) });

/** What is behind the tray's *More*, and has no key of its own. */
const inLight = (id: CapabilityId) =>
  row(id, { '3D pointer': pointer.tray(id), '3D keyboard': keys3d.palette(labelOf(id)), '2D keyboard': keys2d.tray(id), '2D screen reader': spoken.tray(id) });

/** The microphone: one button of the tray, which says more than its name. */
const microphone = (id: 'voice.on' | 'voice.off') =>
  row(id, { '3D pointer': pointer.tray(id), '3D keyboard': keys3d.leader(id), '2D keyboard': keys2d.microphone, '2D screen reader': spoken.microphone });

/** What is in the tray's *React* menu, with a shortcut of its own. */
const reaction = (id: CapabilityId) =>
  row(id, { '3D pointer': pointer.reaction(id), '3D keyboard': keys3d.leader(id), '2D keyboard': keys2d.reaction(id), '2D screen reader': spoken.reaction(id) });

/** What is said about a person, behind *More* on their row, and what its dialog then asks. */
const about = (id: CapabilityId, name: string, ...asked: readonly Asked[]) =>
  row(id, {
    '3D pointer': steps(pointer.more(id, name), asked, 'pointer'),
    '3D keyboard': steps(keys3d.palette(`${labelOf(id)}: ${name}`), asked, 'keys'),
    '2D keyboard': steps(keys2d.more(id, name), asked, 'keys'),
    '2D screen reader': steps(spoken.more(id, name), asked, 'spoken'),
  });

/** What is a button beside one's circle, of that name. */
const around = (id: CapabilityId, name = labelOf(id)) =>
  row(id, { '3D pointer': pointer.people(name), '3D keyboard': keys3d.palette(name), '2D keyboard': keys2d.around(name), '2D screen reader': spoken.around(name) });

/** What stands under *Requests*, by that name; in the palette by its own. */
const request = (id: CapabilityId, name: string) =>
  row(id, { '3D pointer': pointer.request(name), '3D keyboard': keys3d.palette(labelOf(id)), '2D keyboard': keys2d.around(name), '2D screen reader': spoken.around(name) });

/** What is behind the button of a message, and what its dialog then asks. */
const ofMessage = (id: CapabilityId, verb: string, text: TextOf, ...asked: readonly Asked[]) =>
  row(id, {
    '3D pointer': steps(pointer.message(verb, text), asked, 'pointer'),
    '3D keyboard': steps(keys3d.message(id, verb, text), asked, 'keys'),
    '2D keyboard': steps(keys2d.message(verb, text), asked, 'keys'),
    '2D screen reader': steps(spoken.message(verb, text), asked, 'spoken'),
  });

/** What stands in a dialog that the palette opens, by a row of that name. */
const inDialog = (id: CapabilityId, opens: string, ...asked: readonly Asked[]) =>
  row(id, {
    '3D pointer': steps(pointer.palette(opens), asked, 'pointer'),
    '3D keyboard': steps(keys3d.palette(opens), asked, 'keys'),
    '2D keyboard': steps(keys3d.palette(opens), asked, 'keys'),
    '2D screen reader': steps(spoken.palette(opens), asked, 'spoken'),
  });

/** Every cell. One that is missing does not compile. */
export const cells: Cells = {
  'voice.on': microphone('voice.on'),
  'voice.off': microphone('voice.off'),
  'voice.listen': inLight('voice.listen'),
  'voice.who': inLight('voice.who'),
  'voice.mute': about('voice.mute', 'Wanda'),
  'voice.hold': about('voice.hold', 'Wanda'),
  'voice.release': about('voice.release', 'Wanda'),
  'voice.muteAll': inLight('voice.muteAll'),
  'hand.raise': inTray('hand.raise'),
  'hand.lower': inTray('hand.lower'),
  'gesture.wave': reaction('gesture.wave'),
  'gesture.nod': reaction('gesture.nod'),
  'gesture.clap': reaction('gesture.clap'),
  'gesture.heart': reaction('gesture.heart'),
  'gesture.laugh': reaction('gesture.laugh'),
  'gesture.thanks': reaction('gesture.thanks'),
  'move.goTo': row('move.goTo', {
    '3D pointer': pointer.person('Go to'),
    '3D keyboard': keys3d.palette('Wanda', keys3d.asks('move.goTo')),
    '2D keyboard': keys2d.button('Go to Wanda', 'Enter'),
    '2D screen reader': spoken.button('Go to Wanda'),
  }),
  'move.stop': inTray('move.stop'),
  'seat.sit': row('seat.sit', {
    '3D pointer': pointer.seat,
    '3D keyboard': keys3d.palette('nearest', keys3d.asks('seat.sit')),
    '2D keyboard': keys2d.tray('seat.sit'),
    '2D screen reader': spoken.button('Sit at the hearth'),
  }),
  'seat.stand': inTray('seat.stand'),
  'follow.start': about('follow.start', 'Wanda'),
  'follow.stop': row('follow.stop', {
    '3D pointer': pointer.more('follow.stop', 'Wanda'),
    '3D keyboard': keys3d.palette('Stop following'),
    '2D keyboard': keys2d.more('follow.stop', 'Wanda'),
    '2D screen reader': spoken.more('follow.stop', 'Wanda'),
  }),
  'follow.decline': about('follow.decline', 'Wanda'),
  'guide.offer': about('guide.offer', 'Wanda'),
  'guide.accept': request('guide.accept', 'Accept: Wanda guides you'),
  'guide.decline': request('guide.decline', 'Decline: Wanda would guide you'),
  'portal.enter': andBack(row('portal.enter', {
    '3D pointer': pointer.palette('Go to Library'),
    '3D keyboard': keys3d.palette('Go to Library'),
    '2D keyboard': keys2d.button('Go to Library', 'Enter'),
    '2D screen reader': spoken.button('Go to Library'),
  })),
  'portal.wait': row('portal.wait', {
    '3D pointer': pointer.palette('Tell me when there is a place in Garden'),
    '3D keyboard': keys3d.palette('Tell me when there is a place in Garden'),
    '2D keyboard': keys2d.button('Tell me when there is a place in Garden', 'Enter'),
    '2D screen reader': spoken.button('Tell me when there is a place in Garden'),
  }),
  'place.safe': inTray('place.safe'),
  'circle.start': around('circle.start'),
  'circle.join': around('circle.join', 'Join the circle at the east bench'),
  'circle.leave': around('circle.leave'),
  'circle.knock': around('circle.knock', 'Knock at the circle at the east bench'),
  'circle.admit': around('circle.admit', 'Let in Nell'),
  'circle.decline': around('circle.decline', 'Not now: Nell'),
  'circle.topic': inDialog('circle.topic', 'Name the circle', field('Topic', TOPIC), button('Change')),
  'circle.close': around('circle.close'),
  'circle.open': around('circle.open'),
  'chat.say': row('chat.say', { '3D pointer': pointer.say, '3D keyboard': keys3d.say, '2D keyboard': keys2d.say, '2D screen reader': spoken.say }),
  'chat.edit': ofMessage('chat.edit', 'Change', first, rewritten('Message', SECOND), button('Change')),
  'chat.remove': ofMessage('chat.remove', 'Remove', first),
  'chat.takeDown': ofMessage('chat.takeDown', 'Take down', others),
  'chat.earlier': andBack(row('chat.earlier', {
    '3D pointer': pointer.earlier,
    '3D keyboard': keys3d.palette(labelOf('chat.earlier')),
    '2D keyboard': keys2d.button('Show earlier messages', 'Enter'),
    '2D screen reader': spoken.button('Show earlier messages'),
  })),
  'mood.evening': inLight('mood.evening'),
  'mood.day': inLight('mood.day'),
  'place.where': inTray('place.where'),
  'place.who': inTray('place.who'),
  'place.link': inDialog('place.link', 'Share where you are', opened),
  'people.describe': row('people.describe', {
    '3D pointer': pointer.person('Describe'),
    '3D keyboard': keys3d.palette('Describe Wanda'),
    '2D keyboard': keys2d.more('people.describe', 'Wanda'),
    '2D screen reader': spoken.more('people.describe', 'Wanda'),
  }),
  'people.availability': row('people.availability', {
    '3D pointer': pointer.palette('Be focused'),
    '3D keyboard': keys3d.palette('Be focused'),
    '2D keyboard': keys2d.segment(/^(Open|Away)$/, 'Focused'),
    '2D screen reader': spoken.palette('Be focused'),
  }),
  'people.mute': about('people.mute', 'Wanda'),
  'people.unmute': about('people.unmute', 'Wanda'),
  'people.block': about('people.block', 'Wanda'),
  'people.unblock': about('people.unblock', 'Wanda'),
  'people.remove': about('people.remove', 'Rex', button('Remove Rex')),
  'people.letBack': inDialog('people.letBack', 'Read the audit list', button('End a ban: Tess')),
  'people.standing': about('people.standing', 'Wanda', choice('Member'), button('Change')),
  'people.venue': inDialog('people.venue', 'I am at a venue', field('Venue', VENUE), button('Change')),
  'people.look': inDialog('people.look', 'Change how you look', button('Surprise me'), button('Change how you look')),
  'people.settings': inDialog('people.settings', 'Settings', choice('Compact', /^(Comfortable|Compact)$/)),
  'invitation.make': inDialog('invitation.make', 'See links', button('Make a link')),
  'invitation.revoke': inDialog('invitation.revoke', 'See links', button('Close a link: Spring')),
  'invitation.list': inDialog('invitation.list', 'See links', opened),
  'audit.read': inDialog('audit.read', 'Read the audit list', opened),
  ...rowsOf(ritualEffects, ritualActs),
  ...rowsOf(boardEffects, boardActs),
};
