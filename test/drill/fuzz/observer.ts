/** Two people who go about their business while others attack, and must notice nothing of it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { HeardCue } from '#shared/kernel/cue.ts';
import { cueKinds } from '#shared/registry.ts';
import type { Drilled } from '../people.ts';

/** An answer takes a patch (100 ms) and what a busy machine adds; above this (ms) someone would notice. */
const NOTICEABLE = 1_500;
const MOST_FAULTS = 20;

export interface Observation {
  readonly faults: readonly string[];
  /** How long answers took (ms). */
  readonly took: readonly number[];
}

/** Waves and asks where one is, until `isOver`; each must be answered, the wave seen by the other, and nothing strange be heard. */
export const noticeNothing = async (ana: Drilled, ben: Drilled, isOver: () => boolean): Promise<Observation> => {
  const faults: string[] = [];
  const took: number[] = [];
  const note = (fault: string): void => {
    if (faults.length < MOST_FAULTS) faults.push(fault);
  };
  let waves = 0;
  const hear = (me: Drilled) => (heard: HeardCue): void => {
    if (me === ben && heard.kind === 'gesture.waved' && heard.by === ana.id) waves++;
    if (!cueKinds.has(heard.kind)) note(`${me.name} heard something that is no cue: ${JSON.stringify(heard).slice(0, 200)}`);
  };
  const leave = [ana, ben].map((me) => me.visit.onCue(hear(me)));
  const asIBegan = JSON.stringify(ana.visit.store.current.facts.people.get(ana.id));
  while (!isOver()) {
    for (const id of ['place.where', 'gesture.wave'] as const) {
      const [before, began] = [waves, performance.now()];
      const result = await ana.visit.perform(id, {});
      const ms = performance.now() - began;
      took.push(ms);
      if (!result.accepted) note(`Ana asked for ${id} and was told ${result.refusal.code}`);
      else if (ms > NOTICEABLE) note(`Ana waited ${Math.round(ms)} ms for ${id}`);
      if (id !== 'gesture.wave' || !result.accepted) continue;
      for (const end = performance.now() + NOTICEABLE; waves === before && performance.now() < end; await wait(10));
      if (waves === before) note('Ben did not see Ana wave');
    }
    noteStrange(ana, asIBegan, note);
    await wait(150);
  }
  for (const end of leave) end();
  return { faults, took };
};

/** The room as it is told to Ana: she is as she was, and the others can be people. */
const noteStrange = ({ visit, id }: Drilled, asIBegan: string, note: (fault: string) => void): void => {
  const { facts, connection } = visit.store.current;
  if (connection.status !== 'here') note(`Ana was cut off: ${connection.status}`);
  if (JSON.stringify(facts.people.get(id)) !== asIBegan) note(`Ana is not who she was: ${JSON.stringify(facts.people.get(id))}`);
  for (const [key, person] of facts.people) {
    const isPerson = person.name !== '' && person.name.length <= 60 && person.standing === 'guest' && person.duties === '' && person.venue.length <= 40;
    if (!isPerson) note(`Someone is strange: ${key} ${JSON.stringify(person)}`);
  }
  for (const holder of [...facts.seats.values(), ...facts.hands.keys()]) if (!facts.people.has(holder)) note(`A seat or a hand is nobody’s: ${holder}`);
};
