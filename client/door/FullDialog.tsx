import { useVisit, useHearth } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { Verb } from '#client/app/Verb.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { sameContent } from '#client/net/store.ts';
import { place } from '#client/place/place.words.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import type { RoomId } from '#shared/kernel/ids.ts';
import styles from './Door.module.css';
import { door as say } from './door.words.ts';
import { Rooms } from './Rooms.tsx';

/** Whoever would go to a room without a place stays where they are, and reads where there is one. */
export default function FullDialog({ room, onClose }: { readonly room: RoomId; readonly onClose: () => void }) {
  const words = useWords();
  const { hearth } = useVisit();
  const { layout } = hearth;
  const rooms = useHearth(({ facts }) => [...facts.elsewhere].map(([id, { name, count, cap }]) => ({ id: id as string, name, count, cap })), sameContent);
  const full = rooms.find(({ id }) => id === room);
  const reached = rooms.filter(({ id }) => id !== room && layout.portals.some(({ to }) => to === id));
  return (
    <Dialog title={words(say.full, { room: words.sentence(words.named(full?.name ?? '')) })} onClose={onClose}>
      <div className={styles.full}>
        <p>{words(say.fullStay, { cap: full?.cap ?? 0, here: layout.name })}</p>
        <Verb id="portal.wait" payload={{ room }} target={room} icon="bell" variant="primary" onDone={onClose}>{words(place.tellMe)}</Verb>
        <Rooms rooms={reached} heading="h3">
          {({ id, name }) => {
            const portal = layout.portals.find(({ to }) => to === id);
            return portal && <Verb id="portal.enter" payload={{ portal: portal.id }} target={portal.id} icon="footprints" onDone={onClose} aria-label={words(page.goThrough, { room: name })}>{words(place.goThere)}</Verb>;
          }}
        </Rooms>
      </div>
    </Dialog>
  );
}
