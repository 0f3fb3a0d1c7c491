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

/** What differs between the platforms' dialogs. `query` is that of the authorize page throughout. */
export interface Dialog {
  readonly platform: PlatformId;
  /** The site that people believe to be on. */
  readonly site: string;
  /** The authorize page, from the root. */
  readonly path: string;
  /** What is wrong with a request, for a page that leads nowhere: a platform does not redirect to an address it does not trust. */
  check(query: Parameters): Problem | undefined;
  scopes(query: Parameters): readonly ScopeRow[];
  /** Who is already chosen, by id. */
  chosen(query: Parameters): string | undefined;
  /** Why this person cannot go on. */
  refuses(person: Person): Html | undefined;
  /** Where to go at once, without asking. */
  skips(query: Parameters, person: Person): string | undefined;
  allow(query: Parameters, person: Person, scopes: readonly string[]): string;
  deny(query: Parameters): string;
}

const search = (query: Parameters, changes: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(
    Object.entries({ ...query, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();

export const authorizeUrl = (dialog: Dialog, query: Parameters): string =>
  `${dialog.path}?${search(query, { account: undefined, login_hint: undefined })}`;
export const consentUrl = (dialog: Dialog, query: Parameters, person: string): string =>
  `${dialog.path}/consent?${search(query, { account: person })}`;
