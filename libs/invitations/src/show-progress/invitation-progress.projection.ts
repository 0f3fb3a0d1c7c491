import type { InvitationStep, InvitationTrouble } from '@linkage/contracts';
import { projection, type Recorded } from '@linkage/event-sourcing';
import type {
  AttemptFact,
  InvitationFact,
  InvitationIssued,
  MicrositeOpened,
  SocialAccountConnected,
} from '@linkage/published-facts';

/** How far an invite got; its furthest step counts. */
export interface InvitationProgressRow {
  readonly workspaceId: string;
  /** 0: it is withdrawn. */
  readonly listed: 0 | 1;
  /** When it was issued: `2026-11`. */
  readonly month: string;
  readonly reached: InvitationStep | 'bounced';
  /** When each step was reached first. */
  readonly steps: Readonly<Partial<Record<InvitationStep, string>>>;
  readonly trouble: InvitationTrouble | null;
}

export const stepsInOrder: readonly InvitationStep[] = ['queued', 'accepted', 'opened', 'started', 'connected'];

type Told =
  InvitationFact | MicrositeOpened | Extract<AttemptFact, { type: 'AuthorizationStarted' }> | SocialAccountConnected;

const reachedBy = ({ steps, trouble }: InvitationProgressRow): InvitationProgressRow['reached'] => {
  const furthest = stepsInOrder.findLast((step) => steps[step] !== undefined) ?? 'queued';
  const isStuck = furthest === 'queued' || furthest === 'accepted';
  return isStuck && trouble?.kind === 'bounced' ? 'bounced' : furthest;
};

const withSteps = (
  row: InvitationProgressRow,
  at: string,
  ...steps: readonly InvitationStep[]
): InvitationProgressRow => {
  const missing = steps.filter((step) => row.steps[step] === undefined);
  const now = { ...row, steps: { ...row.steps, ...Object.fromEntries(missing.map((step) => [step, at])) } };
  return { ...now, reached: reachedBy(now) };
};

const withTrouble = (row: InvitationProgressRow, trouble: InvitationTrouble | null): InvitationProgressRow => {
  const now = { ...row, trouble };
  return { ...now, reached: reachedBy(now) };
};

const issued = ({ workspaceId, at }: Recorded<InvitationIssued>): InvitationProgressRow => ({
  workspaceId,
  listed: 1,
  month: at.slice(0, 7),
  reached: 'queued',
  steps: { queued: at },
  trouble: null,
});

const said = (
  kind: InvitationTrouble['kind'],
  at: string,
  { reason, words = null }: { readonly reason: string; readonly words?: string | null },
): InvitationTrouble => ({ kind, at, reason, words });

const afterMail = (row: InvitationProgressRow, fact: Recorded<InvitationFact>): InvitationProgressRow => {
  switch (fact.type) {
    case 'InvitationEmailed':
      return withSteps(withTrouble(row, null), fact.at, 'accepted');
    case 'InvitationEmailFailed':
      return withTrouble(row, said(fact.data.final ? 'bounced' : 'delayed', fact.at, fact.data));
    case 'InvitationEmailDelayed':
      return withTrouble(row, said('delayed', fact.at, fact.data));
    case 'InvitationEmailBounced':
      return withTrouble(row, said('bounced', fact.at, fact.data));
    case 'InvitationEmailNotSent':
      if (fact.data.reason !== 'waited-too-long') return row;
      return withTrouble(row, said('not-sent', fact.at, { reason: 'It waited for too long.' }));
    default:
      return row;
  }
};

/** For the funnel of one invite and that of a workspace. */
export const invitationProgress = projection<InvitationProgressRow, Told>({
  name: 'invitation-progress',
  version: 1,
  streams: ['invitation-', 'visit-', 'attempt-', 'account-'],
  on: [
    'InvitationIssued',
    'InvitationEmailed',
    'InvitationEmailFailed',
    'InvitationEmailDelayed',
    'InvitationEmailBounced',
    'InvitationEmailNotSent',
    'InvitationWithdrawn',
    'InvitationWithdrawalUndone',
    'MicrositeOpened',
    'AuthorizationStarted',
    'SocialAccountConnected',
  ],
  fields: { workspaceId: 'text', listed: 'number', month: 'text', reached: 'text' },
  counts: [
    ['workspaceId', 'listed', 'reached'],
    ['workspaceId', 'listed', 'month', 'reached'],
  ],
  key: ({ data }) => data.invitationId,
  project: (row, fact) => {
    if (fact.type === 'InvitationIssued') return issued(fact);
    if (row === undefined) return undefined;
    switch (fact.type) {
      case 'InvitationWithdrawn':
        return { ...row, listed: 0 };
      case 'InvitationWithdrawalUndone':
        return { ...row, listed: 1 };
      case 'MicrositeOpened':
        return withSteps(row, fact.at, 'opened');
      // What comes later tells what came before, also where that was not told.
      case 'AuthorizationStarted':
        return withSteps(row, fact.at, 'opened', 'started');
      case 'SocialAccountConnected':
        return withSteps(row, fact.at, 'opened', 'started', 'connected');
      default:
        return afterMail(row, fact);
    }
  },
});
