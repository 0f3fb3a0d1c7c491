import type { OneTimeLink } from '@linkage/contracts';
import { Installation } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { OneTimeLinks } from '../workspace/one-time-links.service';
import { linkOfNoUse } from '../workspace/workspace.errors';
import { InviteToRegister } from './invite-to-register.command';

@CommandHandler(InviteToRegister)
export class InviteToRegisterHandler implements ICommandHandler<InviteToRegister> {
  constructor(
    private readonly installation: Installation,
    private readonly links: OneTimeLinks,
  ) {}

  async execute({ days }: InviteToRegister): Promise<OneTimeLink> {
    const { registration } = this.installation;
    if (registration !== 'invite') throw linkOfNoUse(registration);
    return this.links.make('register', { days });
  }
}
