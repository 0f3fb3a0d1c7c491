import { about, lateHelpOf, lateReasons, platforms, troubleWords, type PlatformId } from '@linkage/platform-guide';
import type { PlatformTrouble } from '../errors';
import type { RecordedCall } from './recorded-platform';

/** What an answer does to an account. */
export type Effect =
  | 'none'
  | 'costs its own data points'
  | 'renews the access first'
  | 'fails the refresh'
  | 'ends the connection'
  | 'fails the connecting'
  | 'leaves the access where it is';

/** Whether a call takes back what a creator gave. */
export const givesBack = (call: string): boolean => call.includes('revoke') || call.startsWith('DELETE ');

/** What an answer that fails a whole call does, and what users see of it. `refreshes`: it gives further tokens. */
export function failureOf(id: PlatformId, call: RecordedCall, trouble: PlatformTrouble, refreshes: boolean) {
  const { outcome } = trouble;
  return { outcome, effect: effectOf(call, trouble, refreshes), words: wordsOf(id, call, trouble) } as const;
}

function effectOf(call: RecordedCall, trouble: PlatformTrouble, refreshes: boolean): Effect {
  if (givesBack(call.call)) return 'leaves the access where it is';
  if (trouble.outcome === 'refresh-token') return 'renews the access first';
  if (call.call.includes('validate')) return 'none';
  const isExchange = call.for.includes('accounts') || (call.for.includes('access') && !refreshes);
  if (isExchange || trouble.outcome === 'not-eligible') return 'fails the connecting';
  const ends = trouble.outcome === 'needs-reauthorization' || (trouble.outcome === 'gone' && !trouble.surmised);
  return ends ? 'ends the connection' : 'fails the refresh';
}

function wordsOf(id: PlatformId, { call }: RecordedCall, trouble: PlatformTrouble): string[] {
  const { name, spoken } = platforms[id];
  if (trouble.outcome === 'refresh-token')
    return [
      `${name} no longer takes the access token.`,
      `It is renewed, and the call made once more. Only if ${spoken} refuses that as well does the connection end.`,
    ];
  if (trouble.outcome === 'gone' && trouble.surmised === true)
    return [`${about(name, lateReasons.gone)}.`, `${lateHelpOf('gone')} Figures are those of the last refresh.`];
  const [first, ...rest] = troubleWords(id, trouble);
  return first === undefined || givesBack(call) ? [first ?? ''] : [first, ...rest];
}
