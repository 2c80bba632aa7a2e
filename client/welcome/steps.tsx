import type { ReactNode } from 'react';
import { callNameOf, othersByNearness } from '#shared/people/people.rules.ts';
import { capabilityOf } from '#shared/registry.ts';
import { changePage, useVisit, type Visit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { Verb } from '#client/app/Verb.tsx';
import type { Words } from '#client/app/words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { writeTo } from '#client/chat/write.ts';
import { Availability } from '#client/circles/Availability.tsx';
import { Button } from '#client/ui/Button.tsx';
import type { Message } from '#shared/kernel/message.ts';
import { welcome as say } from './welcome.words.ts';

export interface Step {
  readonly title: (visit: Visit, words: Words) => string;
  readonly text: (visit: Visit, words: Words) => string;
  /** What one can do there and then, rather than read about it. */
  readonly Acts: () => ReactNode;
}

const NAMED = 3;
const titled = (title: Message) => (_visit: Visit, words: Words): string => words(title);

/** Four things to know, each with something to do. */
export const steps: readonly Step[] = [
  {
    title: ({ hearth }, words) => words(say.place, { room: hearth.layout.name }),
    text: ({ hearth }, words) => {
      const { view, actor, layout } = hearth;
      const others = actor ? othersByNearness(view, actor.id) : [];
      const names = others.slice(0, NAMED).map((id) => callNameOf(view, id));
      const more = others.length - names.length;
      return words(say.placeText, { purpose: layout.purpose, count: others.length, names: words.list(more > 0 ? [...names, words(page.others, { count: more })] : names) });
    },
    Acts: () => <Verb id="gesture.wave" payload={{}} icon="hand-waving" />,
  },
  {
    title: titled(say.move),
    text: ({ view }, words) => words(view === '2d' ? say.move2d : say.move3d, { walk: page.walk, find: page.find }),
    Acts: MoveActs,
  },
  {
    title: titled(say.speak),
    text: (_visit, words) => words(say.speakText, { react: page.react }),
    Acts: SpeakActs,
  },
  {
    title: titled(say.calm),
    text: (_visit, words) => words(say.calmText, { safe: capabilityOf('place.safe').label }),
    Acts: CalmActs,
  },
];

function MoveActs() {
  const words = useWords();
  const visit = useVisit();
  const fire = visit.hearth.layout.objects.find(({ destination }) => destination);
  return (
    <>
      {fire && <Verb id="move.goTo" payload={{ to: 'object', id: fire.id }} icon="footprints">{words(page.goToName, { name: fire.name })}</Verb>}
      <Button icon="magnifying-glass" aria-haspopup="dialog" onPress={() => changePage(visit, { overlay: { kind: 'palette', search: '' } })}>{words(page.find)}</Button>
    </>
  );
}

function SpeakActs() {
  const words = useWords();
  const visit = useVisit();
  return (
    <>
      <Verb id="hand.raise" other="hand.lower" payload={{}} icon="hand-palm" />
      <Button icon="chat-circle" onPress={() => writeTo(visit)}>{words(say.write)}</Button>
    </>
  );
}

function CalmActs() {
  const words = useWords();
  const visit = useVisit();
  return (
    <>
      <Availability />
      <Button icon="question" aria-haspopup="dialog" onPress={() => changePage(visit, { overlay: { kind: 'help' } })}>{words(page.help)}</Button>
    </>
  );
}
