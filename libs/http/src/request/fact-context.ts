import { newId, type FactContext, type Recording } from '@linkage/event-sourcing';
import { requestScope } from './request-scope';
import type { SignedInMember } from './signed-in-member';

type Cause = Pick<Recording, 'id' | 'correlationId'>;

const correlationId = (): string => requestScope()?.correlationId ?? newId();

/** For facts that a member makes happen. */
export const factContextOf = (member: Pick<SignedInMember, 'workspaceId' | 'memberId'>): FactContext => ({
  workspaceId: member.workspaceId,
  actor: { kind: 'member', id: member.memberId },
  correlationId: correlationId(),
  causationId: null,
});

/** For facts that the operator of the installation makes happen. */
export const operatorContext = (workspaceId: string): FactContext => ({
  workspaceId,
  actor: { kind: 'operator', id: 'operator' },
  correlationId: correlationId(),
  causationId: null,
});

/** For facts that a creator makes happen on the microsite. */
export const creatorContext = (workspaceId: string, invitationId: string): FactContext => ({
  workspaceId,
  actor: { kind: 'creator', id: invitationId },
  correlationId: correlationId(),
  causationId: null,
});

/**
 * For facts that a part of the system makes happen: by itself, or because of the fact `causedBy`. `part` is the name of
 * a reactor or schedule.
 */
export const systemContext = (workspaceId: string, part: string, causedBy?: Cause): FactContext => ({
  workspaceId,
  actor: { kind: 'system', id: part },
  correlationId: causedBy?.correlationId ?? correlationId(),
  causationId: causedBy?.id ?? null,
});
