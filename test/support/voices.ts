import { addressOf } from '#shared/voice/news.ts';
import { layoutNamed } from './room.ts';
import { setTable, type Guest } from './table.ts';

/** A room that carries voice, with people who stand where a test puts them. */
export const setVoices = (layout = layoutNamed('commons')) => {
  const table = setTable(undefined, 1, layout);
  table.host.facts.voice = 'livekit';
  return {
    ...table,
    get host() {
      return table.host;
    },
    come: async (name: string, x: number, z: number, isOn = true): Promise<Guest> => {
      const guest = await table.enter(name);
      table.host.room.walks.place(guest.id, { x, z, heading: 0 });
      table.host.voices.join(guest.id, addressOf(guest.id, 'lot'));
      if (isOn) await table.did(guest, 'voice.on');
      return guest;
    },
    move: (guest: Guest, x: number, z: number) => table.host.room.walks.place(guest.id, { x, z, heading: 0 }),
    /** Someone with a standing of their own. */
    raise: (guest: Guest, standing: string) => {
      const person = table.host.facts.people.get(guest.id);
      if (person) person.standing = standing;
    },
  };
};
