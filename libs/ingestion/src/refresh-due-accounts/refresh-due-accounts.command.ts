import { Command } from '@nestjs/cqrs';

/** Refresh every account that is due. Gives how many were taken; ends when they are through. */
export class RefreshDueAccounts extends Command<number> {}
