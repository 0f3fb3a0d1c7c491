import type { PlatformRequest } from '../http';

/**
 * What a call is for. `access`: it gives tokens, or takes them back. `accounts`: it names what a consent gives access
 * to. `figures`: of content that another call lists.
 */
export type Purpose = 'access' | 'accounts' | 'identity' | 'profile' | 'audience' | 'content' | 'figures';

export interface RecordedCall {
  /** As the connector names it, which is as the documentation does. */
  readonly call: string;
  /** Other calls of the documentation whose answers are the same. */
  readonly also?: readonly string[];
  readonly for: readonly Purpose[];
  /** It gives single items of a list that Linkage asks for by another call. */
  readonly items?: ItemsOf;
}

interface ItemsOf {
  /** The call that gives the list. */
  readonly list: string;
  /** The same answer as that call gives it; whatever has no items stays as it is. */
  readonly asList: (body: Readonly<Record<string, unknown>>) => unknown;
}

/** What it takes to map a recorded answer of a platform without the platform. */
export interface RecordedPlatform {
  readonly calls: readonly RecordedCall[];
  /**
   * Whether the recorded body answers this request, and not another one of the same call, such as for another metric.
   * Absent: it does.
   */
  answers?(request: PlatformRequest, body: unknown): boolean;
  /** When it was recorded, where what it says is no longer shown after a while. Absent or undefined: now. */
  now?(body: unknown, call: string): Date | undefined;
  /** A later page of a list: the recorded one is the first. */
  isLaterPage?(request: PlatformRequest): boolean;
  /**
   * What all other calls answer: something good that has nothing in it but what the recorded answer needs around it.
   * `call`: the recorded one.
   */
  blank(request: PlatformRequest, body: unknown, call: string): unknown;
}
