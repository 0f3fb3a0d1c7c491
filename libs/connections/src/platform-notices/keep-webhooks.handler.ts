import { Installation } from '@linkage/http';
import { PlatformRegistry, type PlatformConnector, type Webhook } from '@linkage/platforms';
import { Logger } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { KeepWebhooks } from './keep-webhooks.command';
import { WebhookRounds } from './webhook-rounds.service';

type Posting = PlatformConnector & { readonly webhook: Webhook };

@CommandHandler(KeepWebhooks)
export class KeepWebhooksHandler implements ICommandHandler<KeepWebhooks> {
  private readonly logger = new Logger('connections');

  constructor(
    private readonly platforms: PlatformRegistry,
    private readonly rounds: WebhookRounds,
    private readonly installation: Installation,
  ) {}

  async execute(): Promise<void> {
    const due = this.platforms.available
      .map((platform) => this.platforms.find(platform))
      .filter((connector): connector is Posting => connector?.webhook !== undefined)
      .filter(({ platform }) => this.rounds.isDue(platform));
    for (const connector of due) await this.keep(connector);
  }

  /** Without it access that has ended is known later, and nothing else is lost. */
  private async keep({ platform, webhook }: Posting): Promise<void> {
    const address = `${this.installation.publicUrl}/api/oauth/${platform}/messages`;
    try {
      const state = await webhook.subscribe(address);
      if (state === 'stands') return this.rounds.stands(platform);
      this.logger.log({ msg: 'a platform was asked to post to its webhook', platform, address });
    } catch (error) {
      this.logger.warn({ msg: 'a platform cannot be asked to post to its webhook', platform, address, err: error });
    }
    this.rounds.waits(platform);
  }
}
