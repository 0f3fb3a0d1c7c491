/** GET /api/session → 200, or 401 `not-signed-in`. */
export interface Session {
  member: {
    memberId: string;
    name: string;
    email: string;
    role: 'owner' | 'member';
    /**
     * Invites are refused with `email-not-confirmed` until the member has opened the link of the confirmation mail.
     * Never in the demo.
     */
    mustConfirmEmail: boolean;
  };
  workspace: { workspaceId: string; name: string };
}

/** Workspaces are registered by every visitor, by those with a link of the operator, or by the operator only. */
export const registrationModes = ['open', 'invite', 'closed'] as const;
export type RegistrationMode = (typeof registrationModes)[number];

/** A link that opens once. `url` is a secret: its holder may use it. */
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
  /** false: there is no mail server. Invites are made all the same, and their links are copied. */
  sendsMail: boolean;
  /** Address of the mailbox page; null when real SMTP is set. */
  mailboxUrl: string | null;
  /** Address of the platform sandbox's control page; null in production. */
  sandboxUrl: string | null;
}

/** GET /api/account/sessions: where the member is signed in, the one that was used last first. */
export interface MemberSessionList {
  sessions: MemberSession[];
}

export interface MemberSession {
  sessionId: string;
  /** "Firefox on Windows"; empty: not known. */
  browser: string;
  /** ISO UTC */
  startedAt: string;
  /** ISO UTC; exact to some hours. */
  usedAt: string;
  /** The one that asks. */
  current: boolean;
}

/** GET /api/account/email */
export interface MemberEmail {
  email: string;
  /** null: none is open. */
  change: EmailChangeStatus | null;
  /** ISO UTC: by which `aloneFrom` and `until` are read. */
  now: string;
}

/** A change of e-mail that is open: the readers of both addresses confirm it. */
export interface EmailChangeStatus {
  /** The new one. */
  email: string;
  new: 'waits' | 'confirmed';
  /** `not-asked`: that address was never confirmed. Its reader is told, and may stop the change. */
  former: 'waits' | 'confirmed' | 'not-asked';
  /** ISO UTC: from then on the member may finish without the reader of the former address. */
  aloneFrom: string;
  /** ISO UTC: afterwards the change is given up. */
  until: string;
}

/** POST /api/email-change → 200. */
export interface EmailChangeConfirmation {
  /** null: the e-mail has changed. */
  waitsFor: 'new' | 'former' | null;
}
