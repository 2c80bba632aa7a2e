import { useEffect, useId, useLayoutEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { LONGEST_LINE } from '#shared/chat/chat.ts';
import { circleOf } from '#shared/circles/circles.rules.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
import { changePage, useHearth, usePage, useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { sameContent } from '#client/net/store.ts';
import styles from './Chat.module.css';
import { chat as say } from './chat.words.ts';
import { ChatLine } from './ChatLine.tsx';
import { partnersOf, talkOf, unread, type Talk } from './talks.ts';
import { useReading } from './useReading.ts';
import { showEarlier } from './write.ts';

/** How many people's talks are offered beside the room's and the circle's. */
const PARTNERS = 4;

/** What is said to the room, to one's circle and to single people: kept, with time and sender. It is read here; that something came is said by the announcer. */
export function Chat({ heading = 'h2' }: { readonly heading?: 'h2' | 'h3' }) {
  const words = useWords();
  const visit = useVisit();
  const talk = usePage((state) => state.talk);
  const reading = useReading();
  const talks = useTalks(talk);
  const Heading = heading;
  const fresh = unread(reading).length;
  const read = () => {
    const last = reading.lines.findLast((line) => talkOf(line, reading.you) === talk)?.at;
    if (last !== undefined && last > (visit.page.current.readAt[talk] ?? reading.linesSince)) changePage(visit, { readAt: { ...visit.page.current.readAt, [talk]: last } });
  };
  return (
    <section id="chat" tabIndex={-1} aria-labelledby="chat-title" className={styles.chat} onFocus={read}>
      <div className={styles.head}>
        <Heading id="chat-title">
          {words(page.chat)}
          {fresh > 0 && <span className={styles.new}> {words(page.chatNew, { count: fresh })}</span>}
        </Heading>
        {talks.length > 1 && (
          <Segmented
            label={words(say.talks)}
            value={talk}
            options={talks.map(({ id, label }) => {
              const count = unread(reading, id).length;
              return { id, label, note: count > 0 ? words(page.chatNew, { count }) : undefined };
            })}
            onChange={(chosen) => changePage(visit, { talk: chosen })}
          />
        )}
      </div>
      <Lines key={talk} talk={talk} read={read} />
      <ChatField key={`field ${talk}`} talk={talk} />
    </section>
  );
}

/** The talks that one can choose from, each with what it is called. */
const useTalks = (talk: Talk): readonly { readonly id: Talk; readonly label: string }[] => {
  const words = useWords();
  const { hearth } = useVisit();
  return useHearth(({ lines, you, facts }) => {
    const inCircle = you !== undefined && circleOf(hearth.view, you) !== undefined;
    const circle = inCircle || talk === 'circle' || lines.some(({ to }) => to?.kind === 'circle');
    const partners = new Set(partnersOf(lines, you).slice(0, PARTNERS));
    if (talk !== 'room' && talk !== 'circle') partners.add(talk);
    const nameOf = (id: Talk): string => callNameOf({ ...hearth.view, facts }, id as never) || (lines.findLast(({ by }) => by === id)?.name ?? '…');
    return [
      { id: 'room' as const, label: words(say.room) },
      ...(circle ? [{ id: 'circle' as const, label: words(say.circle) }] : []),
      ...[...partners].map((id) => ({ id, label: nameOf(id) })),
    ];
  }, sameContent);
};

const useNameOf = (talk: Talk): string => {
  const { hearth } = useVisit();
  return useHearth(({ lines }) => (talk === 'room' || talk === 'circle' ? '' : callNameOf(hearth.view, talk) || (lines.findLast(({ by }) => by === talk)?.name ?? '')));
};

function Lines({ talk, read }: { readonly talk: Talk; readonly read: () => void }) {
  const words = useWords();
  const visit = useVisit();
  const reading = useReading();
  const hasEarlier = useHearth((state) => state.hasEarlier);
  const name = useNameOf(talk);
  const list = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  // Where one left off when this was opened; it stays there while one reads.
  const [left] = useState(() => unread(reading, talk)[0]?.id);
  const lines = reading.lines.filter((line) => talkOf(line, reading.you) === talk);
  const last = lines.at(-1)?.id;

  // New lines scroll into sight only for someone who is at the end: nobody is torn from what they read.
  useLayoutEffect(() => {
    if (atEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [last]);
  useEffect(() => {
    if (atEnd.current && document.visibilityState === 'visible' && list.current?.closest('section')?.contains(document.activeElement)) read();
  }, [last]);

  const earlier = hasEarlier && <Button variant="quiet" icon="arrow-up" onPress={() => void showEarlier(visit, words)}>{words(say.earlier)}</Button>;
  if (lines.length === 0) return <><p className={styles.empty}>{words({ room: page.chatEmpty, circle: say.emptyCircle }[talk as string] ?? say.emptyOne, { name })}</p>{earlier}</>;
  return (
    <>
      {earlier && <span className={styles.earlier} data-capability="chat.earlier">{earlier}</span>}
      <ol
        ref={list}
        className={styles.lines}
        // A list that scrolls must be reachable by keys.
        tabIndex={0}
        aria-labelledby="chat-title"
        onScroll={({ currentTarget: it }) => {
          atEnd.current = it.scrollHeight - it.scrollTop - it.clientHeight < 40;
        }}
      >
        {lines.flatMap((line) => [
          ...(line.id === left ? [<li key="new" className={styles.mark}>{words(say.new)}</li>] : []),
          <ChatLine key={line.id} line={line} />,
        ])}
      </ol>
    </>
  );
}

function ChatField({ talk }: { readonly talk: Talk }) {
  const words = useWords();
  const visit = useVisit();
  const draft = usePage((state) => state.drafts[talk] ?? '');
  const name = useNameOf(talk);
  const id = useId();
  const sending = useRef(false);
  const label = talk === 'room' ? words(say.toRoom) : talk === 'circle' ? words(say.toCircle) : words(say.toOne, { name });
  const write = (text: string) => changePage(visit, { drafts: { ...visit.page.current.drafts, [talk]: text } });

  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    const text = visit.page.current.drafts[talk] ?? '';
    if (text.trim() === '' || sending.current) return;
    sending.current = true;
    const done = await visit.perform('chat.say', { text, ...(talk === 'circle' ? { to: { kind: 'circle' } } : talk === 'room' ? {} : { to: { kind: 'person', person: talk } }) });
    sending.current = false;
    // What was typed meanwhile is not this message's.
    if (done && visit.page.current.drafts[talk] === text) write('');
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void send();
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)} data-capability="chat.say">
      <label htmlFor={id} className="visually-hidden">{label}</label>
      <textarea
        id={id}
        data-focus-key="chat"
        className={styles.field}
        rows={Math.min(5, draft.split('\n').length)}
        placeholder={label}
        maxLength={LONGEST_LINE}
        value={draft}
        onChange={(event) => write(event.target.value)}
        onKeyDown={keys}
      />
      <Button variant="primary" type="submit" icon="paper-plane-right" iconFlips iconOnly aria-label={words(page.send)} />
    </form>
  );
}
