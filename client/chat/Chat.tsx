import { useEffect, useId, useLayoutEffect, useRef, type FormEvent, type KeyboardEvent } from 'react';
import { LONGEST_LINE, type Line } from '#shared/chat/chat.ts';
import { lookOf } from '#shared/people/look.ts';
import { changePage, useHearth, usePage, useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Portrait } from '#client/people/portrait.tsx';
import { Button } from '#client/ui/Button.tsx';
import { PersonName } from '#client/ui/PersonName.tsx';
import styles from './Chat.module.css';

const clock = (at: number, locale: string): string => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);

/** The room's chat: kept, with time and sender. It is read here; that something came is said by the announcer. */
export function Chat({ heading = 'h2' }: { readonly heading?: 'h2' | 'h3' }) {
  const words = useWords();
  const visit = useVisit();
  const lines = useHearth((state) => state.lines);
  const readUpTo = usePage((state) => state.readUpTo);
  const list = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  const Heading = heading;
  const read = lines.findIndex((line) => line.id === readUpTo);
  const unread = readUpTo === undefined ? 0 : lines.length - 1 - read;

  // New lines scroll into sight only for someone who is at the end: nobody is torn from what they read.
  useLayoutEffect(() => {
    if (atEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [lines]);
  useEffect(() => {
    const last = lines.at(-1)?.id;
    const reading = atEnd.current && document.visibilityState === 'visible' && list.current?.closest('section')?.contains(document.activeElement);
    if (last && (reading || visit.page.current.readUpTo === undefined)) changePage(visit, { readUpTo: last });
  }, [lines, visit]);

  return (
    <section id="chat" tabIndex={-1} aria-labelledby="chat-title" className={styles.chat} onFocus={() => {
      const last = lines.at(-1)?.id;
      if (last && last !== readUpTo) changePage(visit, { readUpTo: last });
    }}>
      <Heading id="chat-title">
        {words(page.chat)}
        {unread > 0 && <span className={styles.new}> {words(page.chatNew, { count: unread })}</span>}
      </Heading>
      {lines.length === 0 ? <p className={styles.empty}>{words(page.chatEmpty)}</p> : (
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
          {lines.map((line) => <ChatLine key={line.id} line={line} />)}
        </ol>
      )}
      <ChatField />
    </section>
  );
}

function ChatLine({ line }: { readonly line: Line }) {
  const words = useWords();
  const look = useHearth((state) => state.facts.people.get(line.by)?.look ?? '');
  const own = useHearth((state) => state.you === line.by);
  return (
    <li className={own ? `${styles.line} ${styles.own}` : styles.line}>
      <Portrait look={lookOf(look)} size={2} />
      <div>
        <p className={styles.who}>
          <strong><PersonName name={line.name} /></strong> <time dateTime={new Date(line.at).toISOString()}>{clock(line.at, words.intl.locale)}</time>
        </p>
        <p className={styles.text} dir="auto">{line.text}</p>
      </div>
    </li>
  );
}

function ChatField() {
  const words = useWords();
  const visit = useVisit();
  const draft = usePage((state) => state.draft);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);

  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    const text = visit.page.current.draft;
    if (text.trim() === '' || sending.current) return;
    sending.current = true;
    const done = await visit.perform('chat.say', { text });
    sending.current = false;
    // What was typed meanwhile is not this message's.
    if (done && visit.page.current.draft === text) changePage(visit, { draft: '' });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void send();
    }
  };
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void send(event)} data-capability="chat.say">
      <label htmlFor={id} className="visually-hidden">{words(page.chatField)}</label>
      <textarea
        id={id}
        data-focus-key="chat"
        className={styles.field}
        rows={Math.min(5, draft.split('\n').length)}
        placeholder={words(page.chatField)}
        maxLength={LONGEST_LINE}
        value={draft}
        onChange={(event) => changePage(visit, { draft: event.target.value })}
        onKeyDown={keys}
      />
      <Button variant="primary" type="submit" icon="paper-plane-right" iconFlips iconOnly aria-label={words(page.send)} />
    </form>
  );
}
