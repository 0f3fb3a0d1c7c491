import { Command } from '@nestjs/cqrs';

/**
 * Ask the platforms again about accounts whose access was lost: the loss may have been a slip, or have passed. Gives
 * how many accounts were asked about.
 */
export class ProbeLostAccounts extends Command<number> {}
