import type { SavedViewList } from '@linkage/contracts';
import { CommandHandling } from '@linkage/event-sourcing';
import { factContextOf } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { savedViews, viewsInOrder, viewsStream } from '../workspace/saved-views';
import { DeleteView } from './delete-view.command';
import { deleteView } from './delete-view';

@CommandHandler(DeleteView)
export class DeleteViewHandler implements ICommandHandler<DeleteView> {
  constructor(private readonly commands: CommandHandling) {}

  async execute({ member, viewId }: DeleteView): Promise<SavedViewList> {
    const { state } = await this.commands.handle({
      stream: viewsStream(member.memberId),
      decider: savedViews,
      context: factContextOf(member),
      decide: (current) => deleteView(member.memberId, viewId, current),
    });
    return viewsInOrder(state);
  }
}
