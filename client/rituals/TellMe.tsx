import { ritualCapabilityOf } from '#shared/rituals/ritual.registry.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { planned as say } from './planned.words.ts';
import { RitualVerb, type RitualVerbProps } from './RitualVerb.tsx';
import type { Sign } from './usePlans.ts';

interface TellMeProps extends Pick<RitualVerbProps<'ritual.tellMe'>, 'variant' | 'onDone'> {
  readonly plan: Pick<Sign, 'id' | 'title'>;
  readonly isAsked: boolean;
}

/** RI33. Asks to be told of a planned ritual, or not any more; it is one button, which keeps focus. */
export function TellMe({ plan: { id: plan, title }, isAsked, ...verb }: TellMeProps) {
  const words = useWords();
  const id = isAsked ? 'ritual.tellMeNot' : 'ritual.tellMe';
  return <RitualVerb {...verb} id={id} payload={{ plan }} icon="bell" aria-label={words(say.of, { act: ritualCapabilityOf(id).label, title })} />;
}
