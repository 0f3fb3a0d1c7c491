import type { Parameters } from '../http/parameters';
import type { Sandbox } from '../sandbox';
import type { InstagramAccount } from './population';

/** One call to the Graph host whose token was accepted. */
export interface GraphCall {
  readonly sandbox: Sandbox;
  readonly account: InstagramAccount;
  readonly scopes: readonly string[];
  readonly query: Parameters;
  readonly now: number;
  /** `http://…/instagram/graph/v26.0`, for links back. */
  readonly base: string;
  readonly token: string;
}

/** `2023-06-12T19:20:02+0000` */
export const graphTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, '+0000');
