/** Every table as SQL sees it. Times are milliseconds since 1970; JSON is text; there are no booleans. */
export interface Tables {
  setting: { key: string; value: string };
  person: {
    id: string;
    name: string;
    call_me: string;
    pronouns: string;
    standing: string;
    look: string;
    changed_at: number;
    duties: string;
    came_by: string | null;
    venue: string;
    settings: string;
    held_by: string;
  };
  /** `audience`: room, circle or person; `target`: which circle or person. */
  line: { id: string; room: string; at: number; author: string; name: string; text: string; audience: string; target: string | null; edited_at: number | null; removed_by: string | null };
  /** Who may read a line that is not for the whole room. */
  line_reader: { line: string; person: string; at: number };
  activity: { at: number; actor: string | null; capability: string; object: string | null; room: string; key: string | null };
  snapshot: { room: string; at: number; state: string; journal: number };
  journal: { room: string; number: number; at: number; actor: string | null; capability: string; payload: string; key: string; chance: string; version: number };
  audit: { id: string; at: number; actor: string | null; act: string; object: string | null; reason: string; scope: string };
  invitation: {
    id: string;
    code: string;
    standing: string;
    duties: string;
    uses_left: number | null;
    expires_at: number | null;
    revoked_at: number | null;
    made_by: string | null;
    made_at: number;
    label: string;
    venue: string;
  };
  ban: { id: string; person: string | null; invitation: string | null; until: number | null; reason: string; by: string | null; at: number; lifted_at: number | null };
  block: { blocker: string; blocked: string; kind: string; at: number };
  board: { id: string; at: number; state: string };
  board_element: { board: string; id: string; state: string };
  board_copy: { id: string; board: string; at: number; name: string; by: string | null; state: string };
  /** `id`: the SHA-256 of what is in it; `bytes`: a WebP file, as base64; `by`: who brought it, empty where nobody knows; `guest`: 1 where they were one. */
  board_image: { board: string; id: string; at: number; width: number; height: number; size: number; bytes: string; by: string; guest: number };
  ritual_script: { id: string; at: number; state: string };
  ritual_plan: { id: string; at: number; state: string };
  ritual_wish: { plan: string; person: string };
  /** `state`: the record; `notes`: of those who run rituals. */
  run_record: { id: string; room: string; title: string; ended_at: number; state: string; notes: string };
  run_person: { run: string; person: string };
  charter: { id: string; state: string; signed_at: number };
  charter_signature: { charter: string; person: string; name: string; run: string };
}

export type TableName = keyof Tables;

/** The same at run time: what a backup holds, and what a restored row may consist of. */
export const columnsOf: { readonly [T in TableName]: readonly (keyof Tables[T] & string)[] } = {
  setting: ['key', 'value'],
  person: ['id', 'name', 'call_me', 'pronouns', 'standing', 'look', 'changed_at', 'duties', 'came_by', 'venue', 'settings', 'held_by'],
  line: ['id', 'room', 'at', 'author', 'name', 'text', 'audience', 'target', 'edited_at', 'removed_by'],
  line_reader: ['line', 'person', 'at'],
  activity: ['at', 'actor', 'capability', 'object', 'room', 'key'],
  snapshot: ['room', 'at', 'state', 'journal'],
  journal: ['room', 'number', 'at', 'actor', 'capability', 'payload', 'key', 'chance', 'version'],
  audit: ['id', 'at', 'actor', 'act', 'object', 'reason', 'scope'],
  invitation: ['id', 'code', 'standing', 'duties', 'uses_left', 'expires_at', 'revoked_at', 'made_by', 'made_at', 'label', 'venue'],
  ban: ['id', 'person', 'invitation', 'until', 'reason', 'by', 'at', 'lifted_at'],
  block: ['blocker', 'blocked', 'kind', 'at'],
  board: ['id', 'at', 'state'],
  board_element: ['board', 'id', 'state'],
  board_copy: ['id', 'board', 'at', 'name', 'by', 'state'],
  board_image: ['board', 'id', 'at', 'width', 'height', 'size', 'bytes', 'by', 'guest'],
  ritual_script: ['id', 'at', 'state'],
  ritual_plan: ['id', 'at', 'state'],
  ritual_wish: ['plan', 'person'],
  run_record: ['id', 'room', 'title', 'ended_at', 'state', 'notes'],
  run_person: ['run', 'person'],
  charter: ['id', 'state', 'signed_at'],
  charter_signature: ['charter', 'person', 'name', 'run'],
};

export const tableNames = Object.keys(columnsOf) as readonly TableName[];
/** Tables in which the database itself refuses to change or remove a row. */
export const appendOnlyTables = ['activity', 'audit'] as const satisfies readonly TableName[];
