import type { DeletionRequested } from '@linkage/contracts';
import { Installation } from '@linkage/http';
import { Logger } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LoginAccounts } from '../social-account/login-accounts.service';
import { DeletionRequests } from './deletion-requests.service';
import { PlatformNotices } from './platform-notices.service';
import { RequestDeletion } from './request-deletion.command';
import { WithdrawnAccess } from './withdrawn-access.service';

/**
 * Ends the access at once. Figures are the brand's until the operator erases the person: the log says which accounts it
 * is about.
 */
@CommandHandler(RequestDeletion)
export class RequestDeletionHandler implements ICommandHandler<RequestDeletion> {
  private readonly logger = new Logger('connections');

  constructor(
    private readonly notices: PlatformNotices,
    private readonly access: WithdrawnAccess,
    private readonly logins: LoginAccounts,
    private readonly requests: DeletionRequests,
    private readonly installation: Installation,
  ) {}

  async execute({ platform, form }: RequestDeletion): Promise<DeletionRequested> {
    const notice = this.notices.read(platform, form);
    const ended = await this.access.end(notice.platform, notice);
    // Platforms let a person ask for it after the app was removed: the access has ended by then.
    const accounts = await this.logins.everOf(notice.platform, notice.loginId);
    const code = await this.requests.add(notice.platform, ended.length);
    this.logger.warn({ msg: 'a person asks to have what was read deleted: erase them', platform, code, accounts });
    return {
      url: `${this.installation.publicUrl}/api/oauth/${notice.platform}/deletions/${code}`,
      confirmation_code: code,
    };
  }
}
