import { message } from '#shared/kernel/message.ts';

export const welcome = {
  heard: message('welcome.heard', 'New here? A short welcome is above the room. Ctrl+F6 leads to it, and Skip closes it.'),
  step: message('welcome.step', 'Welcome, {step} of {steps}'),
  skip: message('welcome.skip', 'Skip'),
  back: message('welcome.back', 'Back'),
  next: message('welcome.next', 'Next'),
  done: message('welcome.done', 'Done'),
  closed: message('welcome.closed', 'The welcome is closed. Help has it at any time.'),
  place: message('welcome.place', 'You are in {room}'),
  placeText: message('welcome.placeText', '{purpose} {count, plural, =0 {Nobody else is here yet.} one {{names} is here.} other {{names} are here.}} Everyone meets in the same place, in 2D or in 3D, and nobody sees which of them you use.'),
  move: message('welcome.move', 'Move, and find people'),
  move2d: message('welcome.move2d', '“Go to”, beside a name or a place, walks you there. “{find}” (Ctrl+K) has every person, place and act.'),
  move3d: message('welcome.move3d', 'Press the ground, a seat or a person to go there; drag to look around. “{walk}” uses the arrow keys. “{find}” (Ctrl+K) has every person, place and act.'),
  speak: message('welcome.speak', 'Speak, and answer'),
  speakText: message('welcome.speakText', 'You write to the room, to your circle or to one person. Whoever sits down beside others is in their circle. A raised hand asks to speak, and “{react}” waves, nods or claps.'),
  calm: message('welcome.calm', 'Quiet, and help'),
  calmText: message('welcome.calmText', 'Focused: others see it, and only what is said to you is spoken. “{safe}” brings you at once to where newcomers stand. Help (Ctrl+/) has every act and key, and this welcome again.'),
  write: message('welcome.write', 'Write a message'),
} as const;
