import { Command } from '@nestjs/cqrs';

/**
 * Ask the platforms that want it whether access to each account still stands. Gives how many accounts were asked about.
 */
export class CheckAccess extends Command<number> {}
