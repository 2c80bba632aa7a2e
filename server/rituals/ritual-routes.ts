/** What is asked of rituals over HTTP: what is to come, and its file for a calendar. */
import type { Express } from 'express';
import { KEPT_AFTER, type Calendar } from '#shared/rituals/calendar.ts';
import type { Coming } from '#shared/rituals/coming.ts';
import { ritualRefusals } from '#shared/rituals/rituals.refusals.ts';
import { refused } from '../host/refused.ts';
import type { Visitors } from '../people/visitors.ts';
import { calendarFile } from './calendar-file.ts';

export interface RitualRouteServices {
  readonly now: () => number;
  readonly calendar: Calendar;
  readonly community: string;
  /** Where Hearth is reached. */
  readonly base: string;
}

const MOST_TOLD = 10;

/** RI30. What is to come, the next first. */
export const comingIn = ({ plans, layoutOf }: Calendar, now: number): readonly Coming[] =>
  [...plans.values()]
    .filter(({ at }) => at >= now - KEPT_AFTER)
    .toSorted((a, b) => a.at - b.at)
    .slice(0, MOST_TOLD)
    .map(({ id, room, at, script: { title, language } }) => ({ id, room, roomName: layoutOf(room)?.name ?? room, title, language, at }));

export const addRituals = (app: Express, visitors: Visitors, { calendar, now, community, base }: RitualRouteServices): void => {
  app.get('/api/rituals', async (request, response) => {
    const visitor = await visitors.admit(request, 'look');
    if (!('profile' in visitor)) return refused(response, visitor.status, visitor.refusal);
    response.set('Cache-Control', 'no-store').json({ rituals: comingIn(calendar, now()) });
  });

  // RI32.
  app.get('/api/rituals/:plan/event.ics', async (request, response) => {
    const visitor = await visitors.admit(request, 'look');
    if (!('profile' in visitor)) return refused(response, visitor.status, visitor.refusal);
    const plan = calendar.plans.get(request.params.plan);
    if (!plan) return refused(response, 404, ritualRefusals.noPlan);
    const file = calendarFile(plan, { community, base, room: calendar.layoutOf(plan.room)?.name ?? plan.room });
    response.type('text/calendar; charset=utf-8').set({ 'Cache-Control': 'no-store', 'Content-Disposition': 'attachment; filename="ritual.ics"' }).send(file);
  });
};
