/** What a page fetches when it first hears of a ritual: the words of what is heard there. */
export { ritualCueKinds } from '#shared/rituals/ritual.registry.ts';
