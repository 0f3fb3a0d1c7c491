/** The ways to refuse a command; `http` maps each to one status. `too-often`: `details.retryAfterSeconds` says when it may be tried again. */
export type DomainErrorKind = 'invalid' | 'not-found' | 'conflict' | 'rule-broken' | 'forbidden' | 'too-often';

/**
 * A refusal that the caller can do something about, thrown by decisions. `code` is stable (kebab-case, listed in
 * `@linkage/contracts`), `message` a sentence for a person; `details` may name the field (`{ field: 'email' }`).
 */
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
