import type { MailQuotas } from '@linkage/contracts';
import { tooManyMails } from './invitation.errors';

const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** When mails were asked for: how many in which minute since 1970, and the newest in ms. */
export interface Asked {
  readonly minutes: Readonly<Record<string, number>>;
  readonly last: number;
}

export const nothingAsked: Asked = { minutes: {}, last: Number.NEGATIVE_INFINITY };

/** With one more at `at`; what is older than `keepMs` is forgotten. */
export const askedAt = (asked: Asked, at: number, keepMs: number): Asked => {
  const minute = String(Math.floor(at / MINUTE_MS));
  const minutes = { ...asked.minutes, [minute]: (asked.minutes[minute] ?? 0) + 1 };
  const kept = Object.entries(minutes).filter(([one]) => Number(one) * MINUTE_MS > at - keepMs - MINUTE_MS);
  return { minutes: Object.fromEntries(kept), last: Math.max(asked.last, at) };
};

/** ms until one more is within `most` in `windowMs`; 0: it is now. What lies in the future was asked for by a clock that was put back since. */
const waitFor = ({ minutes }: Asked, most: number, windowMs: number, now: number): number => {
  const within = Object.entries(minutes)
    .map(([minute, count]) => ({
      ends: (Number(minute) + 1) * MINUTE_MS + windowMs,
      from: Number(minute) * MINUTE_MS,
      count,
    }))
    .filter(({ ends, from }) => ends > now && from <= now)
    .sort((a, b) => a.ends - b.ends);
  let left = within.reduce((sum, { count }) => sum + count, 0);
  let wait = 0;
  for (const { ends, count } of within) {
    if (left < most) break;
    left -= count;
    wait = ends - now;
  }
  return wait;
};

export interface Usage {
  readonly invitation: Asked;
  readonly workspace: Asked;
  readonly installation: Asked;
}

export interface QuotaRefusal {
  readonly sentence: string;
  readonly retryAfterSeconds: number;
}

/** null: one more mail may be asked for. Of several limits that are reached the one that lasts longest is told. */
export const quotaRefusal = (usage: Usage, quotas: MailQuotas, now: number): QuotaRefusal | null => {
  const { invitation, workspace, installation } = usage;
  const sinceLast = now - invitation.last;
  const pause = quotas.invitationPauseSeconds * 1_000;
  const limits: readonly (readonly [number, string])[] = [
    [sinceLast >= 0 && sinceLast < pause ? pause - sinceLast : 0, 'A mail to this creator was asked for a moment ago.'],
    [
      waitFor(invitation, quotas.invitationDay, DAY_MS, now),
      `This creator has been sent ${quotas.invitationDay} mails within a day, which is the most.`,
    ],
    [
      waitFor(workspace, quotas.workspaceHour, HOUR_MS, now),
      `This workspace has asked for ${quotas.workspaceHour} invitation mails within an hour, which is the most.`,
    ],
    [
      waitFor(workspace, quotas.workspaceDay, DAY_MS, now),
      `This workspace has asked for ${quotas.workspaceDay} invitation mails within a day, which is the most.`,
    ],
    [
      waitFor(installation, quotas.installationHour, HOUR_MS, now),
      'This installation has sent as many invitation mails within an hour as it may.',
    ],
  ];
  const [wait, sentence] = limits.reduce((longest, limit) => (limit[0] > longest[0] ? limit : longest));
  return wait === 0 ? null : { sentence, retryAfterSeconds: Math.ceil(wait / 1_000) };
};

/** @throws mail-quota-exceeded */
export const expectWithinQuota = (refusal: QuotaRefusal | null): void => {
  if (refusal !== null) throw tooManyMails(refusal.sentence, refusal.retryAfterSeconds);
};
