import type { Accepted } from './paging';

/**
 * How the rows of a file are uploaded: in pieces, each of which may be sent again, under an id that the browser makes
 * (a UUID).
 */
export const MOST_ROWS_IN_PART = 1_000;
export const MOST_PARTS = 50;

// PUT /api/invitations/imports/:id/parts/:part with `UploadRowsRequest` → 204; `part` counts from 0. Kept for some
// days, encrypted, until the import is started.

/**
 * POST /api/invitations/imports/:id/start with `StartImportRequest` → 202. The rows are safe then: each becomes an
 * invitation, and a mail, even if nothing asks again. Started again, it answers as the first time. 422 `rows-refused`
 * names the rows that cannot be sent (`rows.<index>.<field>`), and nothing was done; 422 `rows-missing`: a part has not
 * arrived.
 */
export interface ImportAccepted extends Accepted {
  /** Rows that become invitations. */
  rows: number;
  /** Rows that were left out. */
  skipped: number;
}

/**
 * What became of the rows of a file. `waiting`: the mail waits for the hour's or the day's limit, and goes out by
 * itself; `by-hand`: there was no mail server.
 */
export type ImportedState = 'waiting' | 'sending' | 'sent' | 'failed' | 'by-hand' | 'withdrawn';

export interface ImportProgress {
  importId: string;
  fileName: string;
  /** ISO UTC. */
  startedAt: string;
  /** null: rows are still being made invitations. */
  finishedAt: string | null;
  rows: number;
  skipped: number;
  /** Rows whose e-mail was invited in another way after the import was started. */
  already: number;
  /** Of those that are invitations by now. */
  states: Record<ImportedState, number>;
}

/** GET /api/invitations/imports: the newest ones, newest first. */
export interface ImportList {
  imports: ImportProgress[];
}

/** POST /api/invitations/invited-before with `InvitedBeforeRequest` → 200. */
export interface InvitedBeforeAnswer {
  /** Places, from 0, of those e-mails in the request that were invited before. */
  invited: number[];
  /** And of those whose creators want no more e-mails from this workspace. */
  optedOut: number[];
}
