import type { MessageFault } from '@linkage/contracts';
import { DomainError } from '@linkage/event-sourcing';

const names = { subject: 'messageSubject', text: 'messageText' } as const;

/** Names the fields of a request and what helps. */
export const messageRefused = (faults: readonly MessageFault[]): DomainError =>
  new DomainError('invalid', 'invalid-request', faults[0]?.message ?? 'Mend the message.', {
    errors: faults.map(({ field, message }) => ({ field: names[field], message })),
  });

export const halfAMessage = (missing: MessageFault['field']): DomainError =>
  new DomainError('invalid', 'invalid-request', 'Give subject and text of the message, or neither.', {
    field: names[missing],
  });

export const testedTooOften = (most: number, retryAfterSeconds: number): DomainError =>
  new DomainError(
    'too-often',
    'mail-quota-exceeded',
    retryAfterSeconds < 90
      ? `A test was sent a moment ago. Try again in ${retryAfterSeconds} seconds.`
      : `At most ${most} tests are sent within an hour. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
    { retryAfterSeconds },
  );

export const testNotSent = (reason: string): DomainError =>
  new DomainError('rule-broken', 'test-not-sent', `The test was not sent: ${reason}`);
