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
  const effect = effectOf(call, trouble, refreshes);
  return { outcome, effect, words: wordsOf(id, call, trouble, effect) } as const;
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

const innocent = 'The creator did nothing wrong';
const appRefused = [
  '{platform} refused the app of this installation.',
  `${innocent}. The operator of Linkage has to see to its credentials, credits, limits, plan or review; then the same link works.`,
];
const refused = [
  '{platform} refused the connection.',
  'Nothing was stored. Ask the creator to try again. If all creators see this, have the credentials checked.',
];

/** While connecting there are no figures yet, and nothing is tried again by itself. */
const connectingWords: Readonly<Record<Exclude<PlatformTrouble['outcome'], 'not-eligible'>, readonly string[]>> = {
  'rate-limited': ['{platform} asked to slow down.', `${innocent}. The same link works; try again in a while.`],
  'platform-down': ['{platform} did not answer in time.', `${innocent}. The same link works; try again in a while.`],
  'permission-missing': [
    'A permission for {platform} is missing.',
    'Nothing was stored. Ask the creator to try again with the same link and to leave every permission ticked.',
  ],
  'app-out-of-credits': appRefused,
  'app-over-cap': appRefused,
  'app-not-enrolled': appRefused,
  'refresh-token': refused,
  'needs-reauthorization': refused,
  gone: refused,
  'account-locked': [
    '{platform} has locked the account for a time.',
    'Nothing was stored. Ask the creator to log in to {platform}, unlock the account and try again with the same link.',
  ],
  unexpected: ['Linkage could not finish connecting {platform}.', `${innocent}; the same link works.`],
};

function wordsOf(id: PlatformId, { call }: RecordedCall, trouble: PlatformTrouble, effect: Effect): string[] {
  const { name, spoken } = platforms[id];
  if (effect === 'fails the connecting' && trouble.outcome !== 'not-eligible')
    return connectingWords[trouble.outcome].map((words) => about(spoken, words));
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
