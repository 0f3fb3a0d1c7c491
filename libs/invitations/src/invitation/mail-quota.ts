import type { MailQuotas } from '@linkage/contracts';
import { emailNotConfirmed, noMailServer, mailAskedRecently, tooManyMails } from './invitation.errors';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** When mails were asked for: how many in which minute since 1970, and the newest in ms. */
export interface Asked {
  readonly minutes: Readonly<Record<string, number>>;
  readonly last: number;
  /** The one before the newest: it is the newest once that is undone. */
  readonly before: number;
}

export const nothingAsked: Asked = {
  minutes: {},
  last: Number.NEGATIVE_INFINITY,
  before: Number.NEGATIVE_INFINITY,
};

/** With `count` more at `at`; what is older than `keepMs` is forgotten. */
export const askedAt = (asked: Asked, at: number, keepMs: number, count = 1): Asked => {
  const minute = String(Math.floor(at / MINUTE_MS));
  const minutes = { ...asked.minutes, [minute]: (asked.minutes[minute] ?? 0) + count };
  const kept = Object.entries(minutes).filter(([one]) => Number(one) * MINUTE_MS > at - keepMs - MINUTE_MS);
  const [before, last] = at >= asked.last ? [asked.last, at] : [Math.max(asked.before, at), asked.last];
  return { minutes: Object.fromEntries(kept), last, before };
};

/** Without one that was asked for at `at` and undone. */
export const takenBack = (asked: Asked, at: number): Asked => {
  const minute = String(Math.floor(at / MINUTE_MS));
  const left = (asked.minutes[minute] ?? 0) - 1;
  const { [minute]: _, ...others } = asked.minutes;
  return {
    minutes: left > 0 ? { ...others, [minute]: left } : others,
    last: asked.last === at ? asked.before : asked.last,
    before: asked.before,
  };
};

/** All of them together. */
export const askedInAll = (several: readonly Asked[]): Asked =>
  several.reduce<Asked>((all, { minutes, last }) => {
    const sum = { ...all.minutes };
    for (const [minute, count] of Object.entries(minutes)) sum[minute] = (sum[minute] ?? 0) + count;
    return { minutes: sum, last: Math.max(all.last, last), before: Math.min(all.last, last) };
  }, nothingAsked);

/**
 * ms until one more is within `most` in `windowMs`; 0: it is now. What lies in the future was asked for by a clock that
 * was put back since.
 */
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

/** How many more may be asked for now. */
const roomFor = ({ minutes }: Asked, most: number, windowMs: number, now: number): number => {
  const counts = Object.entries(minutes)
    .map(([minute, count]) => ({ from: Number(minute) * MINUTE_MS, count }))
    .filter(({ from }) => from <= now && from + MINUTE_MS + windowMs > now);
  return Math.max(0, most - counts.reduce((sum, { count }) => sum + count, 0));
};

/** How many first mails a workspace may ask for now, all of them to different creators. */
export const roomForMails = (
  { workspace, installation }: Pick<Usage, 'workspace' | 'installation'>,
  quotas: MailQuotas,
  now: number,
): number =>
  Math.min(
    roomFor(workspace, quotas.workspaceHour, HOUR_MS, now),
    roomFor(workspace, quotas.workspaceDay, DAY_MS, now),
    roomFor(installation, quotas.installationHour, HOUR_MS, now),
  );

/** Whether one more mail may be asked for to this address. */
export const roomForRecipient = (recipient: Asked, quotas: MailQuotas, now: number): boolean =>
  roomFor(recipient, quotas.invitationDay, DAY_MS, now) > 0;

export interface Usage {
  readonly invitation: Asked;
  /** All invitations to one address. */
  readonly recipient: Asked;
  readonly workspace: Asked;
  readonly installation: Asked;
}

export interface QuotaRefusal {
  readonly code: 'mail-asked-recently' | 'mail-quota-exceeded';
  readonly sentence: string;
  readonly retryAfterSeconds: number;
}

/** `again`: the same mail once more, or one that is held until it can be undone no more. */
export type MailKind = 'invite' | 'again';

const USUAL_PAUSE_SECONDS = 60;

/** Two clicks are one mail, also where there are no quotas. */
const pauseRefusal = ({ last }: Asked, quotas: MailQuotas | null, now: number): QuotaRefusal | null => {
  const pause = (quotas?.invitationPauseSeconds ?? USUAL_PAUSE_SECONDS) * 1_000;
  const sinceLast = now - last;
  if (sinceLast < 0 || sinceLast >= pause) return null;
  const sentence = 'An e-mail to this creator was asked for a moment ago.';
  return { code: 'mail-asked-recently', sentence, retryAfterSeconds: Math.ceil((pause - sinceLast) / 1_000) };
};

const limitsOf = (
  { recipient, workspace, installation }: Usage,
  quotas: MailQuotas,
  now: number,
): readonly (readonly [number, string])[] => [
  [
    waitFor(recipient, quotas.invitationDay, DAY_MS, now),
    `One creator is sent at most ${quotas.invitationDay} mails within a day, from all workspaces together.`,
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

/**
 * null: one more mail may be asked for. Of several limits that are reached the one that lasts longest is told. An
 * invite has a new link where its old one was withdrawn, so that it need not wait. Without quotas only the pause is
 * kept.
 */
export const quotaRefusal = (
  usage: Usage,
  quotas: MailQuotas | null,
  now: number,
  kind: MailKind = 'again',
): QuotaRefusal | null => {
  const limits = quotas === null ? [] : limitsOf(usage, quotas, now);
  const [wait, sentence] = limits.reduce((longest, limit) => (limit[0] > longest[0] ? limit : longest), [0, '']);
  const pause = kind === 'again' ? pauseRefusal(usage.invitation, quotas, now) : null;
  if (wait === 0 || (pause !== null && pause.retryAfterSeconds * 1_000 >= wait)) return pause;
  return { code: 'mail-quota-exceeded', sentence, retryAfterSeconds: Math.ceil(wait / 1_000) };
};

/** Why no mail may be asked for. */
export type MailRefusal = QuotaRefusal | 'email-not-confirmed' | 'no-mail-server';

/** @throws email-not-confirmed, no-mail-server, mail-asked-recently, mail-quota-exceeded */
export const expectMailAllowed = (refusal: MailRefusal | null): void => {
  if (refusal === 'email-not-confirmed') throw emailNotConfirmed();
  if (refusal === 'no-mail-server') throw noMailServer();
  if (refusal?.code === 'mail-asked-recently') throw mailAskedRecently(refusal.retryAfterSeconds);
  if (refusal !== null) throw tooManyMails(refusal.sentence, refusal.retryAfterSeconds);
};
