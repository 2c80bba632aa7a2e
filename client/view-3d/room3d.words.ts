import { message } from '#shared/kernel/message.ts';

/** The words of the 3D page that the 2D page has no use for. */
export const room3d = {
  panels: message('room3d.panels', 'People, chat and places'),
  peopleNote: message('room3d.peopleNote', '{count}{hands, plural, =0 {} one {, # hand} other {, # hands}}'),
  places: message('room3d.places', 'Places'),
  circleSized: message('room3d.circleSized', '{name}, {people}'),
  goToPerson: message('room3d.goToPerson', 'Go to {name}{metres, plural, =0 {} one {, # metre away} other {, # metres away}}'),
  plate: message('room3d.plate', '{name} {caption}'),
  lookNow: message('room3d.lookNow', 'You look {direction, select, n {north} ne {north-east} e {east} se {south-east} s {south} sw {south-west} w {west} other {north-west}}.'),
  lookedBack: message('room3d.lookedBack', 'The view is back where it was.'),
  laying: message('room3d.laying', 'Laying out {room}…'),
  layingLong: message('room3d.layingLong', 'It takes this computer a while. The 2D view has everything meanwhile, and you can come back.'),
} as const;
