export type Schema = Readonly<Record<string, unknown>>;

/** What the API answers, by operation id (`IssueInvitationController_issue`). */
export interface Shapes {
  /** null: no body. */
  readonly answers: Readonly<Record<string, Schema | null>>;
  /** Operations that send the browser elsewhere, with their status. */
  readonly redirects: Readonly<Record<string, number>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}
