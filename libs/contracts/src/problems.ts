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
  'forbidden',
  'email-already-invited',
  'email-already-registered',
  'registration-closed',
  'link-invalid',
  'mail-quota-exceeded',
  'invitation-withdrawn',
  'platform-not-available',
  'account-not-connected',
  'folded-elsewhere',
  'idempotency-key-reused',
  'conflict',
  'unavailable',
  'internal-error',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
