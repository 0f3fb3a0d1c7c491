import type { FailureReason, PlatformId } from '@linkage/contracts';
import { ERASED } from '@linkage/event-sourcing';
import { ineligibility, platforms, type IneligibleReason } from '@linkage/platform-guide';

/** Party and cause of a failure. Permissions are labels that a person reads. */
export interface FailureCase {
  readonly creatorName: string;
  readonly platform: PlatformId;
  readonly missing: readonly string[];
  readonly report: string | null;
  /** Username of the account that belongs to another invite, and the e-mail of that invite. */
  readonly otherAccount: string | null;
  readonly otherEmail: string | null;
  /** It is disconnected there. */
  readonly otherEnded: boolean;
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
const list = new Intl.ListFormat('en');
const quoted = (labels: readonly string[]): string => list.format(labels.map((label) => `“${label}”`));
const unticked = ({ missing }: FailureCase): string =>
  missing.length > 1 ? `${missing.length} permissions were left unticked` : 'One permission was left unticked';

const isKnown = (name: string | null): name is string => name !== null && name !== ERASED;
/** With one @; null: it is not known (any more). */
const accountIn = ({ otherAccount }: FailureCase): string | null =>
  isKnown(otherAccount) ? `@${otherAccount.replace(/^@/, '')}` : null;

type OwnReason = Exclude<FailureReason, IneligibleReason>;

/** What can fail while connecting, whatever the platform. A reason without a text does not compile. */
const ownTexts: Readonly<Record<OwnReason, FailureText>> = {
  'consent-denied': {
    what: (failed) => `${failed.creatorName} pressed “Cancel” on ${spoken(failed)}’s page`,
    help: (failed) => {
      const usual = `People often worry that the app could post for them. Tell ${failed.creatorName} that only figures are read and nothing is ever posted; the same link works.`;
      const { onlyCancel } = platforms[failed.platform];
      return onlyCancel === null ? usual : `${usual} ${onlyCancel.help}`;
    },
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
    help: (failed) => {
      const [account, other] = [accountIn(failed), isKnown(failed.otherEmail) ? failed.otherEmail : null];
      if (failed.otherEmail === ERASED)
        return `${account ?? 'It'} belonged to a creator who was erased. It can be connected now: ask ${failed.creatorName} to try again.`;
      if (!failed.otherEnded)
        return `${account ?? 'It'} is connected through ${other ?? 'another invite of yours'}. Decide which invite keeps it.`;
      return `${account ?? 'It'} was connected through ${other ?? 'another invite of yours'}, is disconnected, and comes back only through that invite. Copy its link for ${failed.creatorName}; if that invite was withdrawn, invite it again first.`;
    },
    message: (failed) =>
      `${accountIn(failed) ?? 'This account'} ${failed.otherEnded ? 'was connected' : 'is already connected'} through another invite of the same brand. Ask the sender of your invite which link to use.`,
  },
  'account-not-meant': {
    what: (failed) => `${failed.creatorName} signed in with another account than the one that is meant`,
    help: (failed) =>
      `Nothing was stored. ${failed.creatorName} was sent back to ${spoken(failed)} to change the account; the same link works.`,
    message: (failed) =>
      `The account that ${spoken(failed)} came back with was not the one you meant. It was forgotten, and nothing was stored.`,
  },
  'already-used': {
    what: (failed) => `The return link from ${spoken(failed)} was used twice`,
    help: (failed) =>
      `Nothing was stored. Ask ${failed.creatorName} to open the link again and press Connect once more.`,
    message: (failed) => `The return link from ${spoken(failed)} works only once. Nothing was stored. Try again.`,
  },
  expired: {
    what: (failed) => `${failed.creatorName} came back from ${spoken(failed)} too late`,
    help: (failed) =>
      `It has to be finished within 30 minutes. The same link works: ask ${failed.creatorName} to start again.`,
    message: (failed) =>
      `More than 30 minutes have passed since you left for ${spoken(failed)}. Nothing was stored. Try again.`,
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
      `${failed.creatorName} did nothing wrong. The same link works; ask ${failed.creatorName} to try again in a while.`,
    message: (failed) => `${spoken(failed)} did not answer in time. It is nothing you did. Try again in a few minutes.`,
  },
  'platform-busy': {
    what: (failed) => `${spoken(failed)} asked to slow down`,
    help: (failed) =>
      `${failed.creatorName} did nothing wrong: too much was asked of ${spoken(failed)} at the time. The same link works; ask ${failed.creatorName} to try again in a while.`,
    message: (failed) =>
      `${spoken(failed)} is asked too much at the moment. It is nothing you did. Try again in a quarter of an hour.`,
  },
  'platform-refused': {
    what: (failed) => `${spoken(failed)} refused the connection`,
    help: (failed) =>
      `Nothing was stored. Ask ${failed.creatorName} to try again. If all creators see this, have the credentials for ${spoken(failed)} checked.`,
    message: (failed) =>
      `${spoken(failed)} refused the connection. Nothing was stored. Try again; if it stays like this, tell the sender of your invite.`,
  },
  'app-refused': {
    what: (failed) => `${spoken(failed)} refused the app of this installation`,
    help: (failed) =>
      `${failed.creatorName} did nothing wrong. The operator of Linkage has to see to its credentials, credits, limits, plan or review in ${spoken(failed)}’s developer console; then the same link works.`,
    message: (failed) =>
      `${spoken(failed)} does not let this page read accounts at the moment. It is nothing you did. Tell the sender of your invite, and try again later.`,
  },
  'account-locked': {
    what: (failed) => `${spoken(failed)} has locked the account for a time`,
    help: (failed) =>
      `Nothing was stored. Ask ${failed.creatorName} to log in to ${spoken(failed)}, unlock the account and try again with the same link.`,
    message: (failed) =>
      `${spoken(failed)} has locked your account for a time. Nothing was stored. Log in to ${spoken(failed)}, unlock it and try again.`,
  },
  'invitation-withdrawn': {
    what: (failed) => `The invite was withdrawn before ${failed.creatorName} had finished`,
    help: (failed) =>
      `Nothing was stored. Invite ${failed.creatorName} again if the account should still be connected.`,
    message: () =>
      'The invite was withdrawn meanwhile. Nothing was stored. Ask the sender of your invite for a new link.',
  },
  'staging-limit-reached': {
    what: () => 'All accounts of staging access are in use',
    help: (failed) =>
      `Nothing was stored. Contact sales for production access, or disconnect an account that is no longer needed; then ask ${failed.creatorName} to open the same link again.`,
    message: () =>
      'The brand has connected as many accounts as its plan allows. You did nothing wrong, and nothing was stored. Tell the sender of your invite; your link keeps working.',
  },
  'not-chosen': {
    what: (failed) => `${failed.creatorName} signed in on ${spoken(failed)} and did not say which account is meant`,
    help: (failed) =>
      `Nothing was stored. Ask ${failed.creatorName} to open the link once more, sign in and press the button with the account’s name.`,
    message: (failed) =>
      `You signed in on ${spoken(failed)}, but did not say within a day which account is meant. The access was forgotten, and nothing was stored. Try again.`,
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
      `${failed.creatorName} did nothing wrong; the same link works.${failed.report ? ` If it happens again, pass on this reference: ${failed.report}.` : ''}`,
    message: (failed) =>
      `Linkage could not finish connecting ${spoken(failed)}. It is nothing you did. Try again; if it stays like this, tell the sender of your invite.`,
  },
};

const isOwn = (reason: FailureReason): reason is OwnReason => Object.hasOwn(ownTexts, reason);

/**
 * The sentences about one failure. Accounts that cannot be watched are explained by their platform's manifest; a reason
 * that it does not have (any more) is told as the platform's refusal.
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

/** Of an attempt that waits for the creator to say which account is meant: nothing has failed. */
export const choiceText = (asked: FailureCase): { what: string; help: string } => ({
  what: `Waiting for a choice: ${asked.creatorName} signed in on ${spoken(asked)} and has yet to say which account is meant`,
  help: `Nothing is stored until then. The link of the invite leads back to the question for a day; remind ${asked.creatorName} if it stays open.`,
});
