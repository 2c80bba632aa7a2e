import type { OpenVisit } from '#client/app/visit.ts';
import { comeToVenue } from '#client/people/comeToVenue.ts';
import { changeSettings, settings } from '#client/settings/settings.ts';
import { entranceOf, type Sound } from '#shared/voice/entrance.ts';

/** VO15 VO27. As one has chosen on the way in, once one is in the room. */
export const meetVoices = async (visit: OpenVisit, sound: Sound, where: string): Promise<void> => {
  const isSilent = settings.current.voices === 'off';
  if (isSilent !== (sound === 'text')) changeSettings({ voices: isSilent ? 'normal' : 'off' });
  const { facts, you } = visit.hearth.store.current;
  const { venue, listens } = entranceOf(sound, where);
  if (venue !== '' || (you !== undefined && facts.people.get(you)?.venue !== '')) await comeToVenue(visit, venue);
  if (listens && facts.voice !== '') await visit.perform('voice.listen', {});
};
