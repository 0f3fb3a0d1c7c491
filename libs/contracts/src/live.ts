/**
 * GET /api/live: server-sent events of the session's workspace. Each has the log position as its id; a browser that
 * comes back with `Last-Event-ID` gets what it missed, or `reset` when that is too long ago. A comment line every 15 s
 * keeps proxies awake.
 */
export type LiveEvent =
  /**
   * Rows of a list have changed and can be read. `ids` are invitation, account, attempt or fact ids; of `pictures`,
   * accounts that have new ones.
   */
  | { event: 'changed'; data: { list: LiveList; ids: string[] } }
  /** Read everything again. */
  | { event: 'reset'; data: Record<string, never> }
  /** The demo clock was moved. */
  | { event: 'clock'; data: { now: string; movedBy: number } };

export type LiveList =
  | 'invitations'
  | 'accounts'
  | 'attempts'
  | 'profile'
  | 'audience'
  | 'content'
  | 'history'
  | 'people'
  | 'plan'
  | 'pictures';
