/** What the bench asks of its load generators. */
export interface Expected {
  readonly name: string;
  readonly hand: boolean;
  readonly seat: string | undefined;
  readonly x: number;
  readonly z: number;
}

export type Order =
  /** `count` people come in, named from `first` on. */
  | { readonly act: 'enter'; readonly whom: 'hearth' | 'bare'; readonly url: string; readonly link: string; readonly first: number; readonly count: number }
  /** They raise hands, sit, walk and talk, and come to rest. */
  | { readonly act: 'live' }
  /** What must be theirs when they are back: by id, and lines for all. */
  | { readonly act: 'expect'; readonly people: Readonly<Record<string, Expected>>; readonly lines: readonly string[] }
  | { readonly act: 'report' };

export interface Reply {
  /** Everyone's way back: when (ms since 1970) they were back with all that is theirs, or why they are not. */
  readonly returns: readonly ({ readonly at: number } | { readonly missing: string })[];
  /** What was acknowledged. */
  readonly lines: readonly string[];
  readonly hands: number;
  readonly seats: number;
}
