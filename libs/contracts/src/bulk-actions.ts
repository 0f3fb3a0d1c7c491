import type { Accepted } from './paging';
import type { InvitationStatus } from './invitations';

export type BulkActionName = 'resend' | 'withdraw';
export const bulkActionNames: readonly BulkActionName[] = ['resend', 'withdraw'];

/** So many invitations can be picked by hand, and left out of all that match. */
export const MOST_PICKED = 1_000;
/** So many can be chosen by a filter. */
export const MOST_SELECTED = 50_000;

/** All that a list shows, without a few of them. */
export interface MatchingInvitations {
  status?: InvitationStatus;
  withdrawn?: boolean;
  waiting?: boolean;
  search?: string;
  except?: string[];
}

/**
 * POST /api/invitations/bulk with `StartBulkActionRequest` → 202. Which invitations are meant is fixed then, and each
 * gets its own decision and fact, even if nothing asks again. Started again under the same id, it answers as the first
 * time.
 */
export interface BulkActionAccepted extends Accepted {
  rows: number;
}

/** Why invitations were passed over, by the code of the refusal. */
export interface PassedOverCount {
  reason: string;
  count: number;
}

/** How far it is. */
export interface BulkActionProgress {
  bulkId: string;
  action: BulkActionName;
  /** Asked for by this member of the workspace. */
  mine: boolean;
  /** ISO UTC. */
  startedAt: string;
  /** When the newest batch was worked through; null: none was. */
  lastAt: string | null;
  rows: number;
  done: number;
  passedOver: PassedOverCount[];
  /** `undone`: what was done is as before, except what `notUndone` counts. */
  state: 'running' | 'finished' | 'undoing' | 'undone';
  undone: number;
  notUndone: PassedOverCount[];
  /** ISO UTC: until then it can be undone; null: not any more. */
  undoUntil: string | null;
}

/** GET /api/invitations/bulk: the newest ones, newest first. */
export interface BulkActionList {
  actions: BulkActionProgress[];
}

/** One invitation that was passed over. */
export interface PassedOverItem {
  invitationId: string;
  /** Empty where the creator is not known any more. */
  name: string;
  email: string;
  /** What stood in the way: the code of the refusal. */
  reason: string;
}

/** GET /api/invitations/bulk/:id/passed-over: the first 1,000. */
export interface PassedOverList {
  items: PassedOverItem[];
  total: number;
}
// POST /api/invitations/bulk/:id/undo → 202 Accepted; 409 `undo-over`

/**
 * POST /api/invitations/links with `SelectedInvitationsRequest` → 200: links of at most 1,000 invitations, those that
 * are open, in the order asked for. Not logged, not stored.
 */
export interface InvitationLinks {
  links: { invitationId: string; name: string; url: string }[];
}
