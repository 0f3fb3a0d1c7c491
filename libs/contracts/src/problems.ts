/** RFC 9457 problem+json. `code` is stable and what programs look at; `detail` is a sentence for a person. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  /** Which fields and what would help; for `invalid` requests. */
  errors?: FieldError[];
  /** Finds the log line. */
  reference?: string;
}

export interface FieldError {
  field: string;
  message: string;
}

/** Every code the API answers with. */
export const problemCodes = [
  'invalid-request',
  'body-too-large',
  'headers-too-large',
  'request-too-slow',
  'unsupported-media-type',
  'not-found',
  'not-signed-in',
  'wrong-credentials',
  'too-many-attempts',
  'origin-refused',
  'other-workspace',
  'forbidden',
  'email-already-invited',
  'email-already-registered',
  'registration-closed',
  'link-invalid',
  'email-not-confirmed',
  'no-mail-server',
  'mail-quota-exceeded',
  'mail-asked-recently',
  'mail-already-sent',
  'test-not-sent',
  'nothing-to-reconnect',
  'creator-opted-out',
  'staging-limit-reached',
  'staging-expired',
  'choice-over',
  'undo-over',
  'too-many-selected',
  'invitation-withdrawn',
  'rows-refused',
  'rows-missing',
  'platform-not-available',
  'folded-elsewhere',
  'idempotency-key-reused',
  'conflict',
  'unavailable',
  'internal-error',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
