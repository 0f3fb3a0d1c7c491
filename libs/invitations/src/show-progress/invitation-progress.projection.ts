import type { InvitationStep, InvitationTrouble } from '@linkage/contracts';
import { projection, type Recorded } from '@linkage/event-sourcing';
import type {
  AttemptFact,
  InvitationEmailNotSent,
  InvitationFact,
  InvitationIssued,
  MicrositeOpened,
  SocialAccountConnected,
} from '@linkage/published-facts';
import { type AskedMail, withMailOutcome, withoutMail, withoutPendingMails } from '../invitation/asked-mail';
import { isMailAsking, mailAskingTypes } from '../invitation/mail-asking';

/** What it met with; asked for again, what the one before met with until it has an outcome. */
interface TroubledMail extends AskedMail<TroubledMail> {
  readonly trouble: InvitationTrouble | null;
}

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
  /** The newest; what becomes of an older one is no trouble any more. */
  readonly mail: TroubledMail;
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

const withMail = (row: InvitationProgressRow, mail: TroubledMail): InvitationProgressRow => {
  const now = { ...row, mail, trouble: mail.trouble };
  return { ...now, reached: reachedBy(now) };
};

const issued = ({ workspaceId, at, id }: Recorded<InvitationIssued>): InvitationProgressRow => ({
  workspaceId,
  listed: 1,
  month: at.slice(0, 7),
  reached: 'queued',
  steps: { queued: at },
  trouble: null,
  mail: { trouble: null, askedBy: id, before: null },
});

const said = (
  kind: InvitationTrouble['kind'],
  at: string,
  { reason, words = null }: { readonly reason: string; readonly words?: string | null },
): InvitationTrouble => ({ kind, at, reason, words });

const notSent = (
  row: InvitationProgressRow,
  { data: { causedBy, reason }, at }: Recorded<InvitationEmailNotSent>,
): InvitationProgressRow => {
  if (reason === 'not-needed') return withMail(row, withoutMail(row.mail, causedBy));
  const trouble =
    reason === 'opted-out' ? {} : { trouble: said('not-sent', at, { reason: 'It waited for too long.' }) };
  return withMail(
    row,
    withMailOutcome(row.mail, causedBy, (mail) => ({ ...mail, ...trouble, before: null })),
  );
};

const afterMail = (row: InvitationProgressRow, fact: Recorded<InvitationFact>): InvitationProgressRow => {
  const { mail } = row;
  const met = (causedBy: string, change: Partial<TroubledMail>): InvitationProgressRow =>
    withMail(
      row,
      withMailOutcome(mail, causedBy, (one) => ({ ...one, ...change })),
    );
  if (isMailAsking(fact)) {
    const before = fact.type === 'InvitationMailReleased' ? null : mail;
    return withMail(row, { trouble: mail.trouble, askedBy: fact.id, before });
  }
  switch (fact.type) {
    case 'MailRequestUndone':
      return withMail(row, withoutMail(mail, fact.data.undone));
    case 'InvitationEmailed':
      return withSteps(met(fact.data.causedBy, { trouble: null, before: null }), fact.at, 'accepted');
    case 'InvitationEmailFailed': {
      const { causedBy, final } = fact.data;
      const trouble = said(final ? 'bounced' : 'delayed', fact.at, fact.data);
      return met(causedBy, { trouble, ...(final && { before: null }) });
    }
    case 'InvitationEmailDelayed':
      return met(fact.data.causedBy, { trouble: said('delayed', fact.at, fact.data) });
    case 'InvitationEmailBounced':
      return met(fact.data.causedBy, { trouble: said('bounced', fact.at, fact.data) });
    case 'InvitationEmailNotSent':
      return notSent(row, fact);
    default:
      return row;
  }
};

/** For the funnel of one invite and that of a workspace. */
export const invitationProgress = projection<InvitationProgressRow, Told>({
  name: 'invitation-progress',
  version: 2,
  streams: ['invitation-', 'visit-', 'attempt-', 'account-'],
  on: [
    ...mailAskingTypes,
    'MailRequestUndone',
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
        return { ...withMail(row, withoutPendingMails(row.mail)), listed: 0 };
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
