import { CLOCK, CommandHandling, ReadModels, type Clock } from '@linkage/event-sourcing';
import { systemContext } from '@linkage/http';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { abandon, attempt, attemptStream } from '../attempt/attempt';
import { AbandonAttempts } from './abandon-attempts.command';
import { abandonedAttempts, abandonedBefore } from './abandoned-attempts';
import { openAttempts } from '../attempt/open-attempts.projection';

@CommandHandler(AbandonAttempts)
export class AbandonAttemptsHandler implements ICommandHandler<AbandonAttempts> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly commands: CommandHandling,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ringing twice does no harm: the attempt's own facts decide. What is more than a page waits for the next ring. */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const overdue = await this.readModels.page(openAttempts, {
      where: { startedAt: { lt: abandonedBefore(now) } },
      sort: [{ field: 'startedAt', direction: 'asc' }],
      limit: 200,
    });
    let closed = 0;
    for (const { attemptId, workspaceId } of abandonedAttempts(overdue.rows, now)) {
      const { facts } = await this.commands.handle({
        stream: attemptStream(attemptId),
        decider: attempt,
        context: systemContext(workspaceId, 'connections'),
        decide: abandon,
      });
      closed += facts.length;
    }
    return closed;
  }
}
