import type { Line } from '../chat/chat.ts';
import type { Invitation } from '../invitations/invitation.ts';
import type { PersonalSettings } from '../people/settings.ts';
import type { Duty } from '../people/standing.ts';
import type { Plan, SavedScript } from '../rituals/calendar.ts';
import type { KeptRun } from '../rituals/kept.ts';
import type { Standing } from './capability.ts';
import type { LineId, PersonId } from './ids.ts';

/** What a command leaves behind for good. All effects of a command are stored in one transaction, before it is answered. */
export type Effect =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'lineEdited'; readonly line: LineId; readonly text: string; readonly at: number }
  | { readonly kind: 'lineRemoved'; readonly line: LineId; readonly by: PersonId }
  | { readonly kind: 'relation'; readonly from: PersonId; readonly to: PersonId; readonly relation: 'mute' | 'block'; readonly on: boolean; readonly at: number }
  | { readonly kind: 'ban'; readonly id: string; readonly person: PersonId; readonly by: PersonId; readonly at: number; /** ms since 1970; null for good. */ readonly until: number | null; readonly reason: string }
  | { readonly kind: 'banLifted'; readonly id: string; readonly at: number }
  | { readonly kind: 'invitation'; readonly invitation: Invitation }
  | { readonly kind: 'invitationRevoked'; readonly id: string; readonly at: number }
  | { readonly kind: 'linkOf'; readonly person: PersonId; readonly at: number }
  | { readonly kind: 'standing'; readonly person: PersonId; readonly standing: Standing; readonly duties: readonly Duty[] }
  | { readonly kind: 'venue'; readonly person: PersonId; readonly venue: string }
  /** VO17. Whoever holds them muted, by name; empty for nobody. */
  | { readonly kind: 'held'; readonly person: PersonId; readonly by: string; readonly before: string }
  | { readonly kind: 'look'; readonly person: PersonId; readonly look: string; readonly pronouns: string }
  | { readonly kind: 'settings'; readonly person: PersonId; readonly settings: PersonalSettings }
  | { readonly kind: 'script'; readonly script: SavedScript; readonly before: SavedScript | undefined }
  | { readonly kind: 'scriptRemoved'; readonly script: SavedScript }
  | { readonly kind: 'plan'; readonly plan: Plan; readonly before: Plan | undefined }
  /** Called off, or begun. */
  | { readonly kind: 'planRemoved'; readonly plan: Plan }
  | { readonly kind: 'wish'; readonly plan: string; readonly person: PersonId; readonly on: boolean }
  /** RI24. A ritual has ended. */
  | { readonly kind: 'run'; readonly run: KeptRun };
