import type { InvitationFunnel, InvitationProgress } from '@linkage/contracts';
import { ReadModels } from '@linkage/event-sourcing';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { invitationNotFound } from '../invitation/invitation.errors';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { invitationProgress, stepsInOrder } from './invitation-progress.projection';

/** How far one invite got, with times. */
export class ShowProgress extends Query<InvitationProgress> {
  constructor(
    readonly workspaceId: string,
    readonly invitationId: string,
  ) {
    super();
  }
}

/** How many invites of a workspace got how far. `month`: of those issued in it; undefined: of all. */
export class ShowFunnel extends Query<InvitationFunnel> {
  constructor(
    readonly workspaceId: string,
    readonly month: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(ShowProgress)
export class ShowProgressHandler implements IQueryHandler<ShowProgress> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly invitations: InvitationFinder,
  ) {}

  async execute({ workspaceId, invitationId }: ShowProgress): Promise<InvitationProgress> {
    await this.invitations.find(workspaceId, invitationId);
    const row = await this.readModels.get(invitationProgress, invitationId);
    if (row === undefined) throw invitationNotFound();
    return { steps: stepsInOrder.map((step) => ({ step, at: row.steps[step] ?? null })), trouble: row.trouble };
  }
}

@QueryHandler(ShowFunnel)
export class ShowFunnelHandler implements IQueryHandler<ShowFunnel> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ workspaceId, month }: ShowFunnel): Promise<InvitationFunnel> {
    const ends = await this.readModels.countEach(invitationProgress, [...stepsInOrder, 'bounced'], (reached) => ({
      workspaceId,
      listed: 1,
      ...(month !== undefined && { month }),
      reached,
    }));
    const { bounced } = ends;
    const atLeast = (place: number): number => stepsInOrder.slice(place).reduce((sum, step) => sum + ends[step], 0);
    return {
      steps: stepsInOrder.map((step, place) => ({ step, count: atLeast(place) + (place === 0 ? bounced : 0) })),
      bounced,
    };
  }
}
