/** A ritual that has a time, as it is told of over HTTP, to whoever is not in a room: on the way in, and at a board. */
export interface Coming {
  readonly id: string;
  readonly room: string;
  readonly roomName: string;
  readonly title: string;
  readonly language: string;
  /** ms since 1970. */
  readonly at: number;
}
