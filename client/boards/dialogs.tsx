import { lazy, Suspense, type ReactNode } from 'react';
import type { Board } from '#shared/boards/board.state.ts';
import type { Outline, OutlineNote } from '#shared/boards/outline.ts';
import type { View } from '#shared/kernel/view.ts';
import { CopiesDialog } from './CopiesDialog.tsx';
import { ColourDialog, ConnectDialog, TiesDialog } from './ConnectDialogs.tsx';
import { MarkdownDialog, TemplatesDialog } from './DraftDialogs.tsx';
import { FilesDialog } from './FilesDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import type { BoardPaletteProps } from './Palette.tsx';
import { DescribeDialog, PictureDialog } from './PictureDialogs.tsx';
import { RulesDialog, VotesDialog } from './RulesDialogs.tsx';
import { NameDialog, NewNoteDialog, WriteDialog } from './WriteDialogs.tsx';

/** The dialog that lies over the board. */
export type BoardDialog =
  | { readonly kind: 'note'; readonly group: string | null; /** What was written already. */ readonly text?: string }
  | { readonly kind: 'palette' | 'group' | 'picture' | 'templates' | 'copies' | 'rules' | 'votes' }
  | { readonly kind: 'markdown'; /** What is to be taken in. */ readonly text?: string }
  | { readonly kind: 'write'; readonly id: string; readonly text: string; /** What it says now, where somebody was quicker. */ readonly stale?: string }
  | { readonly kind: 'files'; /** What is to be taken in. */ readonly files?: readonly File[] }
  | { readonly kind: 'name'; readonly id: string; readonly name: string }
  | { readonly kind: 'describe'; readonly ids: readonly string[] }
  | { readonly kind: 'move' | 'connect' | 'ties' | 'colour'; readonly note: OutlineNote };

/** What every dialog of the board gets. */
export interface OverBoard {
  readonly outline: Outline;
  readonly board: View<Board>;
  readonly close: () => void;
}

const Palette = lazy(() => import('./Palette.tsx'));

export const dialogOf = (dialog: BoardDialog, { draws, open, ...over }: BoardPaletteProps): ReactNode => {
  switch (dialog.kind) {
    case 'palette': return <Suspense><Palette draws={draws} open={open} {...over} /></Suspense>;
    case 'note': return <NewNoteDialog {...dialog} {...over} />;
    case 'group': return <NameDialog {...over} />;
    case 'name': return <NameDialog id={dialog.id} now={dialog.name} {...over} />;
    case 'picture': return <PictureDialog {...over} />;
    case 'describe': return <DescribeDialog ids={dialog.ids} {...over} />;
    case 'write': return <WriteDialog {...dialog} {...over} />;
    case 'files': return <FilesDialog {...(dialog.files && { files: dialog.files })} {...over} />;
    case 'move': return <MoveDialog note={dialog.note} {...over} />;
    case 'connect': return <ConnectDialog note={dialog.note} {...over} />;
    case 'ties': return <TiesDialog note={dialog.note} {...over} />;
    case 'colour': return <ColourDialog note={dialog.note} {...over} />;
    case 'markdown': return <MarkdownDialog {...dialog} {...over} />;
    case 'templates': return <TemplatesDialog {...over} />;
    case 'copies': return <CopiesDialog {...over} />;
    case 'rules': return <RulesDialog {...over} />;
    case 'votes': return <VotesDialog {...over} />;
  }
};
