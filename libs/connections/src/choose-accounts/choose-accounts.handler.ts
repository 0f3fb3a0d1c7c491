import type { Accepted } from '@linkage/contracts';
import { DomainError, FactLog, fold } from '@linkage/event-sourcing';
import { Locks } from '@linkage/vault';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { attempt, attemptLock, attemptStream } from '../attempt/attempt';
import type { AttemptFact } from '../attempt/attempt.events';
import { PendingChoices, type PendingChoice } from '../attempt/pending-choices.service';
import { ChosenAccounts } from './chosen-accounts.service';
import { CreatorOfLink } from '../invited-creator/creator-of-link.service';
import { ChooseAccounts } from './choose-accounts.command';
import { checkChoice, choiceOver } from './check-choice';

@CommandHandler(ChooseAccounts)
export class ChooseAccountsHandler implements ICommandHandler<ChooseAccounts> {
  constructor(
    private readonly creators: CreatorOfLink,
    private readonly choices: PendingChoices,
    private readonly chosen: ChosenAccounts,
    private readonly locks: Locks,
    private readonly log: FactLog,
  ) {}

  async execute({ link, attemptId, accounts }: ChooseAccounts): Promise<Accepted> {
    const creator = await this.creators.find(link);
    return this.locks.withLock(attemptLock(attemptId), async () => {
      const facts = await this.log.readStream<AttemptFact>(attemptStream(attemptId));
      const state = fold(attempt, facts);
      if (state === null || state.invitationId !== creator.invitationId)
        throw new DomainError('not-found', 'not-found', 'There is no such attempt.');
      // It was said before: the page shows what came of it.
      if (state.result === 'succeeded' || state.result === 'failed') return { position: facts.at(-1)?.position ?? '' };
      const position = await this.chosen.finish(await this.choose(attemptId, accounts), creator);
      return { position: position ?? facts.at(-1)?.position ?? '' };
    });
  }

  private async choose(attemptId: string, accounts: readonly string[]): Promise<PendingChoice> {
    const open = await this.choices.get(attemptId);
    if (open === undefined) throw choiceOver();
    checkChoice(open, accounts);
    return (await this.choices.choose(attemptId, accounts)) ?? open;
  }
}
