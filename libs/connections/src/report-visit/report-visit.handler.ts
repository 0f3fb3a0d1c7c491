import type { Accepted } from '@linkage/contracts';
import { CommandHandling } from '@linkage/event-sourcing';
import { creatorContext } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CreatorOfLink } from '../invited-creator/creator-of-link.service';
import { ReportVisit } from './report-visit.command';
import { reportVisit } from './report-visit';
import { visits, visitStream } from './visit';

@CommandHandler(ReportVisit)
export class ReportVisitHandler implements ICommandHandler<ReportVisit> {
  constructor(
    private readonly creators: CreatorOfLink,
    private readonly commands: CommandHandling,
  ) {}

  async execute({ link }: ReportVisit): Promise<Accepted> {
    const { invitationId, linkVersion, workspaceId } = await this.creators.find(link);
    const { position } = await this.commands.handle({
      stream: visitStream(invitationId),
      decider: visits,
      context: creatorContext(workspaceId, invitationId),
      decide: (last, now) => reportVisit({ invitationId, linkVersion }, last, now),
    });
    return { position: position ?? '' };
  }
}
