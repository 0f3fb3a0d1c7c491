/** GET /api/session → 200, or 401 `not-signed-in`. */
export interface Session {
  member: { memberId: string; name: string; email: string; role: 'owner' | 'member' };
  workspace: { workspaceId: string; name: string };
}

/** Who may register a workspace: everybody, those with a link of the operator, or only the operator. */
export const registrationModes = ['open', 'invite', 'closed'] as const;
export type RegistrationMode = (typeof registrationModes)[number];

/** A link that opens once. `url` is a secret: whoever has it may use it. */
export interface OneTimeLink {
  url: string;
  /** ISO UTC */
  expiresAt: string;
}

/** POST /api/operator/workspaces → 201. */
export interface WorkspaceCreated {
  workspaceId: string;
  memberId: string;
  /** For the first member to choose a password; null when one was given. */
  passwordLink: OneTimeLink | null;
}

/** GET /api/about → what the browser must know of this installation; public. */
export interface About {
  /** `demo`: platform sandbox, embedded mailbox, movable clock. */
  mode: 'demo' | 'production';
  registration: RegistrationMode;
  /** The server's time, ISO; follows the sandbox's clock in demo mode. */
  now: string;
  /** How far the clock was moved by hand, in ms; 0 when it runs true. The banner says so. */
  clockMovedBy: number;
  /** Address of the mailbox page; null when real SMTP is set. */
  mailboxUrl: string | null;
  /** Address of the platform sandbox's control page; null in production. */
  sandboxUrl: string | null;
}
