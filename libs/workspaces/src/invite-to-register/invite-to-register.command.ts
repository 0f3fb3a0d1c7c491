import type { OneTimeLink } from '@linkage/contracts';
import { Command } from '@nestjs/cqrs';

/** The operator makes a link with which one workspace can be registered. */
export class InviteToRegister extends Command<OneTimeLink> {
  constructor(readonly days: number) {
    super();
  }
}
