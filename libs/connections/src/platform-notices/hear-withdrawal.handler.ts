import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { HearWithdrawal } from './hear-withdrawal.command';
import { PlatformNotices } from './platform-notices.service';
import { WithdrawnAccess } from './withdrawn-access.service';

@CommandHandler(HearWithdrawal)
export class HearWithdrawalHandler implements ICommandHandler<HearWithdrawal> {
  constructor(
    private readonly notices: PlatformNotices,
    private readonly access: WithdrawnAccess,
  ) {}

  async execute({ platform, form }: HearWithdrawal): Promise<void> {
    const notice = this.notices.read(platform, form);
    await this.access.end(notice.platform, notice);
  }
}
