import { Command } from '@nestjs/cqrs';

/** Let go out what waits and may; the oldest first. Gives how many. */
export class ReleaseWaitingMails extends Command<number> {}
