/**
 * What an invite goes through: asked for, taken by the mail server, its page opened, a connection begun, a first
 * account connected.
 */
export type InvitationStep = 'queued' | 'accepted' | 'opened' | 'started' | 'connected';

/** What the newest mail met with. */
export interface InvitationTrouble {
  readonly kind: 'delayed' | 'bounced' | 'not-sent';
  /** ISO UTC. */
  readonly at: string;
  readonly reason: string;
  /** What the mail server said. */
  readonly words: string | null;
}

/** GET /api/invitations/:id/progress. Every step in order; `at`: when it was reached first, ISO UTC; null: not yet. */
export interface InvitationProgress {
  steps: { step: InvitationStep; at: string | null }[];
  trouble: InvitationTrouble | null;
}

/**
 * GET /api/invitations/funnel. Every step in order, with how many invites reached it or a later one; `bounced`: got no
 * further than that.
 */
export interface InvitationFunnel {
  steps: { step: InvitationStep; count: number }[];
  bounced: number;
}
