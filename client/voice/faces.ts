/** What the microphone's button says in each of its states (reference/interface.md §4): what is so, and who hears one or the way on. */
import type { VoicePage } from '#client/app/context.tsx';
import type { IconName } from '#client/ui/icons.tsx';
import type { Message, MessageValues } from '#shared/kernel/message.ts';
import type { Microphone } from '#shared/voice/microphone.ts';
import { voice as say } from './voice.words.ts';

export interface Face {
  readonly first: readonly [Message, MessageValues?];
  readonly second: readonly [Message, MessageValues?];
  readonly icon: IconName;
  readonly look: 'on' | 'turn' | 'talking' | 'held' | 'lost' | 'calm' | 'off';
  /** A press opens microphone and speakers, where the way on is; else it turns the microphone on or off. */
  readonly opens: boolean;
}

export interface MicrophoneState extends Pick<VoicePage, 'link' | 'device' | 'isTalking'> {
  readonly microphone: Microphone;
  /** By whom one is held muted; empty for nobody. */
  readonly by: string;
  readonly venue: string;
  /** How many hear one, or would. */
  readonly count: number;
  /** A ritual has given the floor to others. */
  readonly isQuiet: boolean;
  /** It is one's turn to speak. */
  readonly isMyTurn: boolean;
}

const wayOn = { blocked: say.seeHow, missing: say.noneFound, busy: say.isBusy, gone: say.isGone, insecure: say.seeWhy, unable: say.seeWhy } as const;

export const faceOf = ({ microphone, by, venue, count, isQuiet, isMyTurn, link, device, isTalking }: MicrophoneState): Face => {
  const isOn = microphone === 'on';
  const face = (first: Face['first'], second: Face['second'], icon: IconName, look: Face['look'], opens = false): Face => ({ first, second, icon, look, opens });
  if (by !== '') return face([say.held, { by }], [say.askToSpeak], 'lock-simple', 'held');
  if (venue !== '') return face([say.off], [say.atVenue, { venue }], 'microphone-slash', 'calm');
  if (device === 'unable') return face([say.lost], [say.seeWhy], 'speaker-slash', 'calm', true);
  if (link === 'lost') return face([say.lost], [say.returns], 'wifi-slash', 'lost');
  if (link === 'elsewhere') return face([say.lost], [say.elsewhere], 'speaker-slash', 'calm');
  if (device !== 'unasked' && device !== 'ready') return face([say.blocked], [wayOn[device]], 'warning', 'held', true);
  if (link !== 'here') return face([say.connecting], [isOn ? say.on : say.off], isOn ? 'microphone' : 'microphone-slash', 'calm');
  if (isOn) return face([say.on], isQuiet ? [say.notNow] : [say.canHear, { count }], 'microphone', 'on');
  if (microphone === 'listening') return face([say.listening], [say.setUp], 'headphones', 'calm', true);
  if (isTalking) return face([say.talking], [say.turnOn], 'microphone-slash', 'talking');
  if (isMyTurn && !isQuiet) return face([say.off], [say.whenReady], 'microphone-slash', 'turn');
  return face([say.off], isQuiet ? [say.notNow] : [say.wouldHear, { count }], 'microphone-slash', 'off');
};
