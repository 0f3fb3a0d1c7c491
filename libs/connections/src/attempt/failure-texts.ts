import type { FailureReason, PlatformId } from '@linkage/contracts';
import { ineligibility, platforms, type IneligibleReason } from '@linkage/platform-guide';

/** Who failed on what. Permissions are labels that a person reads. */
export interface FailureCase {
  readonly creatorName: string;
  readonly platform: PlatformId;
  readonly missing: readonly string[];
  readonly report: string | null;
  /** Username of the account that belongs to another invite, and the e-mail of that invite. */
  readonly otherAccount: string | null;
  readonly otherEmail: string | null;
}

interface FailureText {
  /** To the brand: what happened, one line. */
  what(failed: FailureCase): string;
  /** To the brand: how to help the creator. */
  help(failed: FailureCase): string;
  /** To the creator: what happened and what to do. */
  message(failed: FailureCase): string;
}

const spoken = ({ platform }: FailureCase): string => platforms[platform].spoken;
const quoted = (labels: readonly string[]): string => labels.map((label) => `“${label}”`).join(' and ');
const unticked = ({ missing }: FailureCase): string =>
  missing.length > 1 ? `${missing.length} permissions were left unticked` : 'One permission was left unticked';

type OwnReason = Exclude<FailureReason, IneligibleReason>;

/** What can fail while connecting, whatever the platform. A reason without a text does not compile. */
const ownTexts: Readonly<Record<OwnReason, FailureText>> = {
  'consent-denied': {
    what: (failed) => `${failed.creatorName} pressed “Cancel” on ${spoken(failed)}’s page`,
    help: (failed) =>
      `Usually a worry about posting rights. Tell ${failed.creatorName} that only figures are read and nothing is ever posted; the same link works.`,
    message: (failed) => `You pressed “Cancel” on ${spoken(failed)}’s page. Nothing was stored.`,
  },
  'permission-unticked': {
    what: unticked,
    help: (failed) =>
      `Without ${quoted(failed.missing) || 'it'} ${spoken(failed)} gives no figures. Ask ${failed.creatorName} to try again and leave every box ticked.`,
    message: (failed) =>
      `${unticked(failed)}. Without ${quoted(failed.missing) || 'it'} ${spoken(failed)} gives no figures. Try again and leave every box ticked.`,
  },
  'account-linked-elsewhere': {
    what: () => 'This account already belongs to another invite',
    help: ({ otherAccount, otherEmail }) =>
      `${otherAccount ? `@${otherAccount.replace(/^@/, '')}` : 'It'} is connected through ${otherEmail ?? 'another invite of yours'}. Decide which invite keeps it.`,
    message: ({ otherAccount }) =>
      `${otherAccount ? `@${otherAccount.replace(/^@/, '')}` : 'This account'} is already connected through another invite of the same brand. Ask who invited you which link to use.`,
  },
  'already-used': {
    what: (failed) => `The way back from ${spoken(failed)} was opened twice`,
    help: (failed) =>
      `Nothing was stored. Ask ${failed.creatorName} to open the link again and press Connect once more.`,
    message: (failed) => `The way back from ${spoken(failed)} works only once. Nothing was stored. Try again.`,
  },
  expired: {
    what: (failed) => `${failed.creatorName} came back from ${spoken(failed)} too late`,
    help: (failed) =>
      `It has to be finished within 30 minutes. The same link works: ask ${failed.creatorName} to start again.`,
    message: (failed) =>
      `More than 30 minutes have passed since you went over to ${spoken(failed)}. Nothing was stored. Try again.`,
  },
  'other-browser': {
    what: (failed) => `${failed.creatorName} came back from ${spoken(failed)} in another browser`,
    help: (failed) =>
      `Often the link was opened inside another app. Ask ${failed.creatorName} to open it in the phone’s own browser, such as Safari or Chrome, and to stay there.`,
    message: (failed) =>
      `You came back from ${spoken(failed)} in another browser. Nothing was stored. Open your link in this browser and try again.`,
  },
  'platform-down': {
    what: (failed) => `${spoken(failed)} did not answer in time`,
    help: (failed) =>
      `Nothing ${failed.creatorName} did wrong. The same link works; ask ${failed.creatorName} to try again in a while.`,
    message: (failed) => `${spoken(failed)} did not answer in time. It is nothing you did. Try again in a few minutes.`,
  },
  'platform-refused': {
    what: (failed) => `${spoken(failed)} refused the connection`,
    help: (failed) =>
      `Nothing was stored. Ask ${failed.creatorName} to try again. If all creators see this, have the credentials for ${spoken(failed)} checked.`,
    message: (failed) =>
      `${spoken(failed)} refused the connection. Nothing was stored. Try again; if it stays like this, tell who invited you.`,
  },
  'invitation-withdrawn': {
    what: (failed) => `The invitation was withdrawn before ${failed.creatorName} had finished`,
    help: (failed) =>
      `Nothing was stored. Invite ${failed.creatorName} again if the account should still be connected.`,
    message: () => 'The invitation was withdrawn meanwhile. Nothing was stored. Ask who invited you for a new link.',
  },
  'not-finished': {
    what: (failed) => `${failed.creatorName} went to ${spoken(failed)} and did not come back`,
    help: (failed) =>
      `Perhaps ${spoken(failed)} could not sign in inside another app’s browser. Ask ${failed.creatorName} to open the link in the phone’s own browser.`,
    message: (failed) =>
      `You went to ${spoken(failed)} and did not come back within 30 minutes. Nothing was stored. Try again.`,
  },
  unexpected: {
    what: (failed) => `Linkage could not finish connecting ${spoken(failed)}`,
    help: (failed) =>
      `Nothing ${failed.creatorName} did wrong; the same link works.${failed.report ? ` If it happens again, pass on this reference: ${failed.report}.` : ''}`,
    message: (failed) =>
      `Linkage could not finish connecting ${spoken(failed)}. It is nothing you did. Try again; if it stays like this, tell who invited you.`,
  },
};

const isOwn = (reason: FailureReason): reason is OwnReason => Object.hasOwn(ownTexts, reason);

/**
 * The sentences about one failure. Accounts that cannot be watched are explained by their platform's manifest; a reason that it does not
 * have (any more) is told as the platform's refusal.
 */
export const failureTextOf = (reason: FailureReason, failed: FailureCase): Record<keyof FailureText, string> => {
  const ineligible = ineligibility(failed.platform, reason);
  if (ineligible !== undefined) {
    const { what, help, message } = ineligible;
    return { what, help: help.replaceAll('{creator}', failed.creatorName), message };
  }
  const text = ownTexts[isOwn(reason) ? reason : 'platform-refused'];
  return { what: text.what(failed), help: text.help(failed), message: text.message(failed) };
};
