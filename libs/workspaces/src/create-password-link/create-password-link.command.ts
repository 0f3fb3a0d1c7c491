import type { OneTimeLink } from '@linkage/contracts';
import { Command } from '@nestjs/cqrs';

/** The operator helps a member who has forgotten the password, where no mail can. */
export class CreatePasswordLink extends Command<OneTimeLink> {
  constructor(readonly email: string) {
    super();
  }
}
