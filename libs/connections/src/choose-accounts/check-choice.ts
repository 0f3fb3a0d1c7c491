import { DomainError } from '@linkage/event-sourcing';
import type { PendingChoice } from '../attempt/pending-choices.service';

export const choiceOver = (): DomainError =>
  new DomainError(
    'rule-broken',
    'choice-over',
    'It is too late to choose now, and nothing was stored. Press Connect once more and choose within a day.',
  );

/** @throws invalid, of the field `accounts`, for none, or for one that was not offered */
export function checkChoice({ offered }: Pick<PendingChoice, 'offered'>, accounts: readonly string[]): void {
  const known = new Set(offered.map(({ identity }) => identity.platformAccountId));
  const invalid = (message: string): DomainError =>
    new DomainError('invalid', 'invalid-request', message, { field: 'accounts' });
  if (accounts.length === 0) throw invalid('Choose at least one account.');
  if (!accounts.every((id) => known.has(id)))
    throw invalid('One of these accounts was not offered. Load the page again.');
}
