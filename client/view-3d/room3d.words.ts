import { message } from '#shared/kernel/message.ts';

/** The words of the 3D page that the 2D page has no use for. */
export const room3d = {
  panels: message('room3d.panels', 'People, chat and places'),
  peopleNote: message('room3d.peopleNote', '{count}{hands, plural, =0 {} one {, # hand} other {, # hands}}'),
  places: message('room3d.places', 'Places'),
  circleSized: message('room3d.circleSized', '{name}, {people}'),
  goToPerson: message('room3d.goToPerson', 'Go to {name}{metres, plural, =0 {} one {, # metre away} other {, # metres away}}'),
  plate: message('room3d.plate', '{name} {caption}'),
  captionToYou: message('room3d.captionToYou', 'To you: {text}'),
  captionToCircle: message('room3d.captionToCircle', 'To the circle: {text}'),
  lookNow: message('room3d.lookNow', 'You look {direction, select, n {north} ne {north-east} e {east} se {south-east} s {south} sw {south-west} w {west} other {north-west}}.'),
  wide: message('room3d.wide', 'From near or from above'),
  wideOn: message('room3d.wideOn', 'You see the room from above.'),
  wideOff: message('room3d.wideOff', 'You see the room from near.'),
  simpler: message('room3d.simpler', 'The picture is simpler now, so that it stays smooth.'),
  slowTitle: message('room3d.slowTitle', 'Slow picture'),
  slow: message('room3d.slow', 'Even so the 3D picture is not smooth on this device. The 2D view has everything, and is quick.'),
  slowSwitch: message('room3d.slowSwitch', 'Switch to the 2D view'),
  slowStay: message('room3d.slowStay', 'Stay in 3D'),
  lookedBack: message('room3d.lookedBack', 'The view is back where it was.'),
  laying: message('room3d.laying', 'Laying out {room}…'),
  layingLong: message('room3d.layingLong', 'It takes this computer a while. The 2D view has everything meanwhile, and you can come back.'),
} as const;
