import { Command } from '@nestjs/cqrs';

/** Close the attempts that the creator left. Gives how many. */
export class AbandonAttempts extends Command<number> {}
