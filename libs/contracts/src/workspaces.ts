/** GET /api/session → 200, or 401 `not-signed-in`. */
export interface Session {
  member: { memberId: string; name: string; email: string; role: 'owner' | 'member' };
  workspace: { workspaceId: string; name: string };
}

/** GET /api/about → what the browser must know of this installation; public. */
export interface About {
  /** `demo`: platform sandbox, embedded mailbox, movable clock. */
  mode: 'demo' | 'production';
  /** The server's time, ISO; follows the sandbox's clock in demo mode. */
  now: string;
  /** How far the clock was moved by hand, in ms; 0 when it runs true. The banner says so. */
  clockMovedBy: number;
  /** Address of the mailbox page; null when real SMTP is set. */
  mailboxUrl: string | null;
  /** Address of the platform sandbox's control page; null in production. */
  sandboxUrl: string | null;
}
