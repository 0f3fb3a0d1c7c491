import type { Accepted } from '@linkage/contracts';
import { CommandHandling, FactLog } from '@linkage/event-sourcing';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { bulkAction } from '../bulk-action/bulk-action';
import type { BulkActionFact } from '../bulk-action/bulk-action.events';
import { bulkStream } from '../bulk-action/bulk-address';
import { UndoBulkAction } from './undo-bulk-action.command';
import { undoBulkAction } from './undo-bulk-action';

@CommandHandler(UndoBulkAction)
export class UndoBulkActionHandler implements ICommandHandler<UndoBulkAction> {
  constructor(
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
  ) {}

  async execute({ bulkId, context }: UndoBulkAction): Promise<Accepted> {
    const stream = bulkStream({ workspaceId: context.workspaceId, bulkId });
    const lastAt = (await this.log.readStream<BulkActionFact>(stream)).at(-1)?.at;
    const { position } = await this.commands.handle({
      stream,
      decider: bulkAction,
      context,
      decide: (state, now) => undoBulkAction(bulkId, state, lastAt, now),
    });
    return { position: position ?? '' };
  }
}
