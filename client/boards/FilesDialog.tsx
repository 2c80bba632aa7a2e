import { use, useEffect, useRef, useState } from 'react';
import { fromExcalidraw, imagesIn, type Loss } from '#shared/boards/excalidraw.ts';
import type { KeptImage } from '#shared/boards/images.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { addElements } from './acts.ts';
import { boards as say } from './boards.words.ts';
import type { OverBoard } from './dialogs.tsx';
import { download, excalidrawFile, fileName } from './files.ts';
import { fileIn } from './images.ts';
import { Bringing } from './Bringing.tsx';
import { newId } from '#client/net/newId.ts';
import { PicturesContext, useBoard, type BoardVisit } from './visit.ts';

/** A file may be as large as this (bytes): some twenty times what a full board is. */
const LARGEST_FILE = 64_000_000;

interface Tally {
  readonly loss: Loss;
  readonly count: number;
}
/** The pictures of a file, each as the board keeps it; what is refused is left out. */
const bringAll = async (visit: BoardVisit, images: ReadonlyMap<string, string>, name: string): Promise<ReadonlyMap<string, KeptImage>> => {
  const kept = new Map<string, KeptImage>();
  for (const [id, address] of images) {
    const answer = await visit.bring(fileIn(address), name);
    if (!('code' in answer)) kept.set(id, answer);
  }
  return kept;
};

const talliesOf = (lost: readonly Loss[]): readonly Tally[] =>
  [...Map.groupBy(lost, (loss) => JSON.stringify(loss)).values()].flatMap((same) => (same[0] ? [{ loss: same[0], count: same.length }] : []));

/** BO17. The board as a file, and a file onto the board: what of it no board takes is said. */
export function FilesDialog({ files, board, close }: OverBoard & { readonly files?: readonly File[] }) {
  const words = useWords();
  const visit = useBoard();
  const pictures = use(PicturesContext).current;
  const chooser = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<readonly string[]>([]);
  const [lost, setLost] = useState<readonly Tally[]>([]);
  const takeIn = async (chosen: readonly File[]): Promise<void> => {
    setTold([]);
    setLost([]);
    for (const file of chosen) {
      const written = file.size > LARGEST_FILE ? undefined : await file.text().then((text) => JSON.parse(text) as unknown).catch(() => undefined);
      const taken = fromExcalidraw(written, newId, await bringAll(visit, imagesIn(written), words(say.pastedPicture)));
      if (!taken) {
        setTold((before) => [...before, words(say.noDrawing, { name: file.name })]);
        continue;
      }
      setLost((before) => [...before, ...talliesOf(taken.lost)]);
      const answer = await visit.perform(addElements(visit.link.store.current.board, taken.elements), () => words(say.tookIn, { count: taken.elements.length }));
      if (answer.accepted) setTold((before) => [...before, words(say.tookIn, { count: taken.elements.length })]);
    }
  };
  useEffect(() => {
    if (files) void takeIn(files);
  }, [files]);
  const takeOut = (ending: 'excalidraw' | 'png' | 'svg', make: () => Promise<Blob>): void => {
    const name = fileName(board.title, ending);
    void make().then((blob) => {
      download(blob, name);
      visit.say(words(say.takenOut, { name }));
    });
  };
  return (
    <Dialog title={words(say.files)} onClose={close}>
      <div className={forms.form}>
        <h3>{words(say.takeOutFile)}</h3>
        <div className={forms.foot}>
          <Button onPress={() => takeOut('excalidraw', () => excalidrawFile(board, visit.images))}>{words(say.asExcalidraw)}</Button>
          {pictures && <Button onPress={() => takeOut('png', pictures.png)}>{words(say.asPng)}</Button>}
          {pictures && <Button onPress={() => takeOut('svg', pictures.svg)}>{words(say.asSvg)}</Button>}
        </div>
        {!pictures && <p>{words(say.picturesInDrawing)}</p>}
        <h3>{words(say.takeInFile)}</h3>
        <p>{words(say.fileHint)}</p>
        <input ref={chooser} type="file" hidden accept=".excalidraw,.json,application/json" onChange={({ target }) => { void takeIn([...(target.files ?? [])]); target.value = ''; }} />
        <Button refusal={visit.refusalOf('board.add')} onRefused={visit.say} onPress={() => chooser.current?.click()}>{words(say.chooseFile)}</Button>
        <Bringing />
        <div role="status">{told.map((text) => <p key={text}>{text}</p>)}</div>
        {lost.length > 0 && (
          <>
            <p>{words(say.notKept)}</p>
            <ul className={forms.list}>
              {lost.map(({ loss, count }) => (
                <li key={JSON.stringify(loss)}>
                  {loss.what === 'image' ? words(say.lostImage, { count }) : loss.what === 'field' ? words(say.lostField, { count, type: loss.type, field: loss.field }) : words(loss.what === 'kind' ? say.lostKind : say.lostBroken, { count, type: loss.type })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}
