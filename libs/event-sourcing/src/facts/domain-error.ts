/** `http` maps each to one status. `too-often` has `details.retryAfterSeconds`. */
export type DomainErrorKind = 'invalid' | 'not-found' | 'conflict' | 'rule-broken' | 'forbidden' | 'too-often';

/** `code` is stable (kebab-case, in `@linkage/contracts`), `message` for a person; `details` may name the `field`. */
export class DomainError extends Error {
  constructor(
    readonly kind: DomainErrorKind,
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}
