import { Command } from '@nestjs/cqrs';

/**
 * Refresh every account that is due. Gives how many were taken; ends when they are through. Of a platform whose
 * accounts are being gone through already, one more round follows.
 */
export class RefreshDueAccounts extends Command<number> {}
