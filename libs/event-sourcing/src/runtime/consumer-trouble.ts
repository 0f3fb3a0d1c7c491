import type { Position, Recorded } from '../facts/fact';
import type { StoredFact } from '../facts/stored-fact';

/** A fact that a consumer cannot take. It stands there until it is started again. */
export class PoisonFactError extends Error {
  constructor(
    readonly fact: StoredFact | Recorded,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'PoisonFactError';
  }
}

export interface ConsumerTrouble {
  readonly message: string;
  readonly at: string;
  readonly fact: {
    readonly id: string;
    readonly type: string;
    readonly stream: string;
    readonly position: Position;
  } | null;
}

const URL_TAIL = /\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/@]*@)?([^\s/?#"'<>)\]]+)[^\s"'<>)\]]*/gi;
const E_MAIL = /[^\s<>"'(),;:/?#=&]+@[^\s<>"'(),;:/?#=&]*[^\s<>"'(),;:/?#=&.]/g;

/** Looking for addresses takes quadratic time. */
const LONGEST_MESSAGE = 2_000;

/** For errors of drivers and servers: an e-mail address is personal, a URL's path may be a creator's secret link. */
export const withoutAddresses = (message: string): string =>
  message.slice(0, LONGEST_MESSAGE).replace(URL_TAIL, '$1$2').replace(E_MAIL, '[e-mail]');
