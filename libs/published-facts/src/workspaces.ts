import type { Fact, FactCatalog } from '@linkage/event-sourcing';

/** Stream: `workspace-<workspaceId>`. Passwords are never in a fact; they live, hashed, in the vault. */
export type WorkspaceRegistered = Fact<'WorkspaceRegistered', { workspaceId: string; name: string }>;
/** `role` is what the member may do; a registration makes an owner. */
export type MemberJoined = Fact<
  'MemberJoined',
  { workspaceId: string; memberId: string; name: string; email: string; role: 'owner' | 'member' }
>;

/** The member asks for another mail with a link that confirms the e-mail. The first one follows from `MemberJoined`. */
export type EmailConfirmationRequested = Fact<'EmailConfirmationRequested', { workspaceId: string; memberId: string }>;
/** The member has opened a link that only the reader of that e-mail can have. */
export type EmailConfirmed = Fact<'EmailConfirmed', { workspaceId: string; memberId: string }>;

/**
 * A mail with a link to choose another password is asked for. The asker may be a stranger: only the reader of the mail
 * gets further.
 */
export type PasswordResetRequested = Fact<'PasswordResetRequested', { workspaceId: string; memberId: string }>;
/** The operator has a link with which the member chooses another password. Its token is in no fact. */
export type PasswordLinkMade = Fact<'PasswordLinkMade', { workspaceId: string; memberId: string }>;
/**
 * `by`: through the link in an e-mail or from the operator, or by a member who was signed in and gave the former one.
 * All other sessions of the member have ended.
 */
export type PasswordChanged = Fact<
  'PasswordChanged',
  { workspaceId: string; memberId: string; by: 'mail' | 'member' | 'operator' }
>;

/**
 * The member is called `name` from now on, and no longer `former`. What was said in the former name stays as it was
 * said.
 */
export type MemberRenamed = Fact<
  'MemberRenamed',
  { workspaceId: string; memberId: string; name: string; former: string }
>;

/**
 * A member asks to sign in with another e-mail. `confirmsFormer`: whether the reader of the former one has to confirm,
 * too; not where that address was never confirmed. Without that reader the member may finish from `aloneFrom` on. At
 * `until` the change is given up. ISO UTC. A newer one replaces it.
 */
export type EmailChangeRequested = Fact<
  'EmailChangeRequested',
  {
    workspaceId: string;
    memberId: string;
    changeId: string;
    email: string;
    confirmsFormer: boolean;
    aloneFrom: string;
    until: string;
  }
>;
/** The mails of the change that have not been answered are asked for once more. */
export type EmailChangeMailRequested = Fact<
  'EmailChangeMailRequested',
  { workspaceId: string; memberId: string; changeId: string }
>;
/**
 * `side`: the reader of that address has opened the link that only this reader can have. `member`: the reader of the
 * former one kept silent for a week, and the member who is signed in finishes without.
 */
export type EmailChangeConfirmed = Fact<
  'EmailChangeConfirmed',
  { workspaceId: string; memberId: string; changeId: string; side: 'former' | 'new' | 'member' }
>;
/**
 * `by`: the member who was signed in, or the reader of the former address through the link in the mail. `taken`: the
 * new one has got an account meanwhile.
 */
export type EmailChangeStopped = Fact<
  'EmailChangeStopped',
  { workspaceId: string; memberId: string; changeId: string; by: 'member' | 'mail' | 'taken' }
>;
/** The member signs in with `email` and no longer with `former`. All other sessions of the member end. */
export type EmailChanged = Fact<
  'EmailChanged',
  { workspaceId: string; memberId: string; changeId: string; email: string; former: string }
>;

/** From now on neither the number of accounts nor the time is limited. */
export type ProductionGranted = Fact<'ProductionGranted', { workspaceId: string }>;
/** Staging access ends at `until` (ISO UTC) instead. */
export type StagingProlonged = Fact<'StagingProlonged', { workspaceId: string; until: string }>;

export type PlanFact = WorkspaceRegistered | ProductionGranted | StagingProlonged;
export type EmailChangeFact =
  EmailChangeRequested | EmailChangeMailRequested | EmailChangeConfirmed | EmailChangeStopped | EmailChanged;
export type WorkspaceFact =
  | PlanFact
  | MemberJoined
  | MemberRenamed
  | EmailConfirmationRequested
  | EmailConfirmed
  | EmailChangeFact
  | PasswordResetRequested
  | PasswordLinkMade
  | PasswordChanged;

export const workspaceFacts: FactCatalog<WorkspaceFact> = {
  WorkspaceRegistered: { version: 1 },
  ProductionGranted: { version: 1 },
  StagingProlonged: { version: 1 },
  MemberJoined: { version: 1, personal: { subject: (data) => data.memberId, fields: ['name', 'email'] } },
  EmailConfirmationRequested: { version: 1 },
  EmailConfirmed: { version: 1 },
  MemberRenamed: { version: 1, personal: { subject: (data) => data.memberId, fields: ['name', 'former'] } },
  EmailChangeRequested: { version: 1, personal: { subject: (data) => data.memberId, fields: ['email'] } },
  EmailChangeMailRequested: { version: 1 },
  EmailChangeConfirmed: { version: 1 },
  EmailChangeStopped: { version: 1 },
  EmailChanged: { version: 1, personal: { subject: (data) => data.memberId, fields: ['email', 'former'] } },
  PasswordResetRequested: { version: 1 },
  PasswordLinkMade: { version: 1 },
  PasswordChanged: { version: 1 },
};
