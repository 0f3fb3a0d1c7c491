import type { SavedViewList } from '@linkage/contracts';
import { CommandHandling } from '@linkage/event-sourcing';
import { factContextOf } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RateLimits } from '../workspace/rate-limits.service';
import { savedViews, viewsInOrder, viewsStream } from '../workspace/saved-views';
import { SaveView } from './save-view.command';
import { saveView } from './save-view';

@CommandHandler(SaveView)
export class SaveViewHandler implements ICommandHandler<SaveView> {
  constructor(
    private readonly limits: RateLimits,
    private readonly commands: CommandHandling,
  ) {}

  async execute({ member, view }: SaveView): Promise<SavedViewList> {
    await this.limits.countPreferences(member.memberId);
    const { state } = await this.commands.handle({
      stream: viewsStream(member.memberId),
      decider: savedViews,
      context: factContextOf(member),
      decide: (current) => saveView(member.memberId, view, current),
    });
    return viewsInOrder(state);
  }
}
