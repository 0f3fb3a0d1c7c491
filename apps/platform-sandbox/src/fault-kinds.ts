/** What happens to the line or the server: the same on every platform. */
const lineFaults = ['timeout', 'drip', 'cut', 'html'] as const;
/** A right answer, made strange. */
export const strangeFaults = [
  'malformed',
  'empty-list',
  'wrong-type',
  'unknown-enum',
  'duplicate-page',
  'shifted-page',
] as const;
/**
 * What became of a person's account, access or figures, as the platform says it; where it has no words for it, it
 * refuses the token.
 */
const stateFaults = [
  'token-expired',
  'refresh-spent',
  'scope-taken',
  'account-deleted',
  'restricted',
  'personal',
  'under-threshold',
  'metric-retired',
] as const;
/** Only platforms have them that bill apps: the monthly cap, and no credits left. */
export const appFaults = ['cap', 'credits'] as const;

/** What a platform answers instead of the truth. `429-bare`: without a word of how long to wait. `elsewhere`: a
 * picture that leads into the network of its visitor. docs/sandbox.md says what each is. */
export const faultKinds = [
  '500',
  '429',
  '429-bare',
  ...lineFaults,
  ...strangeFaults,
  'empty',
  'refused',
  ...stateFaults,
  'quota',
  ...appFaults,
  'elsewhere',
] as const;
export type FaultKind = (typeof faultKinds)[number];
/** What each platform says in its own way. */
export type SpokenFault = '500' | '429' | 'refused' | 'quota';
export type StrangeFault = (typeof strangeFaults)[number];
export type StateFault = (typeof stateFaults)[number];
export type AppFault = (typeof appFaults)[number];

const isOneOf =
  <Kind extends FaultKind>(kinds: readonly Kind[]) =>
  (kind: FaultKind): kind is Kind =>
    kinds.some((one) => one === kind);
export const isAppFault = isOneOf(appFaults);
export const isStateFault = isOneOf(stateFaults);
export const isStrangeFault = isOneOf(strangeFaults);
