import { causeOf, failureTextOf, platformFailure } from '@linkage/connections/testing';
import { refresh, refreshCompleted, refreshFailed } from '@linkage/ingestion/testing';
import { sentenceOf } from '@linkage/history/testing';
import {
  about,
  causeHelp,
  causeLabels,
  lateHelpOf,
  lateReasons,
  missingBecause,
  partLabel,
  platforms,
  stoppedBecause,
  type PlatformId,
  type Section,
} from '@linkage/platform-guide';
import type { PlatformTrouble } from '@linkage/platforms';

/** What people see of a failure, place by place. */
export interface ShownFailure {
  readonly account: string;
  readonly list: string;
  readonly microsite: string;
  readonly attempts: string;
  readonly history: string;
}

const creator = 'Noa';
const now = new Date('2026-11-29T12:00:00Z');
const run = { accountId: 'a', invitationId: 'i', refreshId: 'r', because: 'due' } as const;
const report = '…';

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A fact as the history tells it. */
function told(type: Parameters<typeof sentenceOf>[0], data: object, platform: PlatformId): string {
  const { compose, gist } = sentenceOf(type);
  const names = {
    actor: { text: 'Linkage' },
    person: { text: creator },
    account: { text: '@noa' },
    platform: platforms[platform].spoken,
    platformId: platform,
  };
  const { sentence, detail } = compose(gist(data), names);
  return `“${capital(sentence.map(({ text }) => text).join(''))}.${detail ? ` ${detail}` : ''}”`;
}

/** While a creator connects: what their page says, and Failed Connections. */
function whileConnecting(platform: PlatformId, trouble: PlatformTrouble): Pick<ShownFailure, 'microsite' | 'attempts'> {
  const { reason } = platformFailure(trouble, 4);
  const { what, help, message } = failureTextOf(reason, {
    platform,
    creatorName: creator,
    missing: [],
    report: reason === 'unexpected' ? report : null,
    otherAccount: null,
    otherEmail: null,
    otherEnded: false,
  });
  return { microsite: `While connecting: “${message}”`, attempts: `“${what}” ${help}` };
}

/** The call that names the account fails: while connecting, and at a refresh. */
export function shownOfAccount(platform: PlatformId, trouble: PlatformTrouble): ShownFailure {
  const { name } = platforms[platform];
  const connecting = whileConnecting(platform, trouble);
  const { data } = refreshFailed({ ...run, platform }, refresh.initial, trouble, now);
  const failed = told('RefreshFailed', data, platform);
  const cause = causeOf(data);
  if (cause === null) {
    const late = about(name, lateReasons[data.outcome]);
    return {
      account: `“${late}. ${about(name, lateHelpOf(data.outcome))} Figures are from …”`,
      list: `“Late”, “${late}”`,
      microsite: `${connecting.microsite} Afterwards: nothing, the account works`,
      attempts: connecting.attempts,
      history: failed,
    };
  }
  const stopped = capital(about(name, stoppedBecause[cause]));
  const asks = cause === 'account-gone' ? '' : ` Ask ${creator} to reconnect with the same link.`;
  return {
    account: `“${causeLabels[cause]}, noticed … ${about(name, causeHelp[cause])}${asks} Figures are from …”`,
    list: `“${causeLabels[cause]}”, and since when`,
    microsite: `${connecting.microsite} Afterwards: “Your ${name} @noa has stopped. ${stopped} …”, with Reconnect`,
    attempts: connecting.attempts,
    history: `${failed} ${told('SocialAccountAccessLost', { ...run, platform, cause }, platform)}`,
  };
}

const sections: Readonly<Record<string, Section>> = { profile: 'profile', audience: 'audience', post: 'content' };

/** `profile.reach28d`, `post.figures.shares`, `posts`: as the contract names what a call costs. */
function partOf(point: string): { readonly section: Section; readonly part: string } {
  const [head = '', ...rest] = point.split('.');
  return { section: sections[head] ?? 'content', part: rest.at(-1) ?? head };
}

/** The answer says that there is nothing of the kind, which is none. */
const nothing: ShownFailure = {
  account: 'Nothing',
  list: 'Nothing',
  microsite: 'Nothing',
  attempts: 'Nothing',
  history: 'Nothing',
};

/** Any other call fails: the account works, and is without what the call is for. */
export function shownOfPoints(platform: PlatformId, points: readonly string[], reason: string): ShownFailure {
  if (points.length === 0) return nothing;
  const parts = points.map(partOf);
  const without = `Without ${parts.map(({ section, part }) => partLabel(platform, section, part)).join(', ')}`;
  const missing = parts.map((part) => ({ ...part, reason, reportId: report, retryAt: null }));
  const { data } = refreshCompleted({ ...run, platform }, refresh.initial, missing as never, now);
  return {
    account: `“The last refresh is not complete. ${without}: ${missingBecause(platform, reason)}. Report ${report}. What was known before stays on the page, with its date.”`,
    list: `As before; after three refreshes in a row “In part”, “${without}”`,
    microsite: 'Nothing, the account works',
    attempts: 'Nothing, this call is not made while connecting',
    history: told('RefreshCompleted', data, platform),
  };
}
