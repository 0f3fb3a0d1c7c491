import { Command } from '@nestjs/cqrs';

/** Close the attempts from which nobody came back. Gives how many. */
export class AbandonAttempts extends Command<number> {}
