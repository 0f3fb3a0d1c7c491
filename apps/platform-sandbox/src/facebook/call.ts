import type { Parameters } from '../http/parameters';
import type { TokenContent } from '../oauth/tokens';
import type { Sandbox } from '../sandbox';
import type { FacebookAccount } from './population';

/** One call to the Graph host whose token was accepted. */
export interface GraphCall {
  readonly sandbox: Sandbox;
  /** The log-in that the token came from. */
  readonly login: FacebookAccount;
  readonly token: TokenContent;
  readonly query: Parameters;
  readonly now: number;
  /** `http://…/facebook/graph/v26.0`, for links back. */
  readonly base: string;
}

/** A call about one Page, with that Page's token. */
export interface PageCall extends GraphCall {
  readonly page: FacebookAccount;
}

/** `2023-06-12T19:20:02+0000` */
export const graphTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, '+0000');
