import type { Html } from '../http/html';
import type { Parameters } from '../http/parameters';
import type { Person } from '../world/person';
import type { PlatformId } from '@linkage/platform-guide';

/** A mistake in the app's request. */
export interface Problem {
  /** As the platform names it, `redirect_uri_mismatch`. */
  readonly code: string;
  readonly text: string;
}

export interface ScopeRow {
  readonly scope: string;
  /** What a creator reads. */
  readonly label: string;
  /** Cannot be unticked. */
  readonly fixed: boolean;
}

/** One of a person's accounts, to be given or kept. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly pictureUrl: string;
}

/** What differs between the platforms' dialogs. `query` is that of the authorize page throughout. */
export interface Dialog {
  readonly platform: PlatformId;
  /** The site that people believe to be on. */
  readonly site: string;
  /** The authorize page, from the root. */
  readonly path: string;
  /**
   * What is wrong with a request, for a page that leads nowhere: a platform does not redirect to an address it does not
   * trust.
   */
  check(query: Parameters): Problem | undefined;
  scopes(query: Parameters): readonly ScopeRow[];
  /** What else a person chooses from: Pages, channels. Absent: an account is all there is. */
  accounts?(person: Person): readonly AccountRow[];
  /** As whom a log-in can go on: its own channel first, then brand accounts. One, or absent: it is not asked. */
  identities?(person: Person): readonly Person[];
  /** The person already chosen, by id. */
  chosen(query: Parameters): string | undefined;
  /** Why this person cannot go on. */
  refuses(person: Person): Html | undefined;
  /** Where to go at once, without asking. */
  skips(query: Parameters, person: Person): string | undefined;
  allow(query: Parameters, person: Person, scopes: readonly string[], accounts: readonly string[]): string;
  deny(query: Parameters): string;
}

const search = (query: Parameters, changes: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(
    Object.entries({ ...query, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();

/** Below the authorize page, whose path may end in a slash. */
export const consentPath = (path: string): string => `${path.replace(/\/$/, '')}/consent`;

export const authorizeUrl = (dialog: Dialog, query: Parameters): string =>
  `${dialog.path}?${search(query, { account: undefined, login_hint: undefined, identity: undefined })}`;
/** The consent page of a log-in that has said as whom it goes on. */
export const identityUrl = (dialog: Dialog, query: Parameters, person: string): string =>
  `${consentPath(dialog.path)}?${search(query, { account: person, identity: 'chosen' })}`;
export const consentUrl = (dialog: Dialog, query: Parameters, person: string): string =>
  `${consentPath(dialog.path)}?${search(query, { account: person })}`;
