import type { Person } from '../people/person.state.ts';
import type { View } from '../kernel/view.ts';

/** What one does with one's microphone: it is off, or on, or there is none and one only listens. */
export const microphones = ['off', 'on', 'listening'] as const;
export type Microphone = (typeof microphones)[number];

export const microphoneOf = (person: View<Person> | undefined): Microphone => microphones.find((one) => one === person?.microphone) ?? 'off';

/** VO15. Turns a microphone off, if it was on; whether it was. */
export const turnOff = (person: Person | undefined): boolean => {
  if (person?.microphone !== 'on') return false;
  person.microphone = 'off';
  return true;
};
