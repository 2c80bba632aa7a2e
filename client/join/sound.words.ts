import { message } from '#shared/kernel/message.ts';

/** How one meets voices. */
export const sound = {
  question: message('join.sound', 'How would you like to meet voices?'),
  hint: message('join.sound.hint', 'Nobody hears you when you come in: your microphone is off until you turn it on. You can change this at any time.'),
  speak: message('join.sound.speak', 'Speak and listen'),
  speakText: message('join.sound.speakText', 'You hear those near you, and they hear you once you turn your microphone on.'),
  listen: message('join.sound.listen', 'Listen only'),
  listenText: message('join.sound.listenText', 'You hear those near you. No microphone is asked for.'),
  text: message('join.sound.text', 'Text only'),
  textText: message('join.sound.textText', 'No voices at all. You read and write.'),
  room: message('join.sound.room', 'I am in the room'),
  roomAt: message('join.sound.roomAt', 'I am in the room at {venue}'),
  roomText: message('join.sound.roomText', 'You sit with others in one place and hear each other there. Microphone, voices and the room’s own sounds stay off, so that nothing howls.'),
  where: message('join.sound.where', 'Where is that?'),
  whereHint: message('join.sound.whereHint', 'As the others there call it, such as Library Hall: you are shown together.'),
  whereNeeded: message('join.sound.whereNeeded', 'The place needs a name, so that you are shown with the others there.'),
  check: message('join.sound.check', 'Check microphone and speakers'),
  failed: message('join.sound.failed', 'The check could not be fetched. You can do it inside, too.'),
} as const;
