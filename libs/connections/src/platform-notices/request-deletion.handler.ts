import type { DeletionRequested } from '@linkage/contracts';
import { Installation } from '@linkage/http';
import { Logger } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
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
    private readonly requests: DeletionRequests,
    private readonly installation: Installation,
  ) {}

  async execute({ platform, form }: RequestDeletion): Promise<DeletionRequested> {
    const notice = this.notices.read(platform, form);
    const accounts = await this.access.end(notice.platform, notice);
    const code = await this.requests.add(notice.platform, accounts.length);
    this.logger.warn({ msg: 'a person asks to have what was read deleted: erase them', platform, code, accounts });
    return {
      url: `${this.installation.publicUrl}/api/oauth/${notice.platform}/deletions/${code}`,
      confirmation_code: code,
    };
  }
}
