import { CLOCK, type Clock } from '@linkage/event-sourcing';
import type { WebhookMessage } from '@linkage/platforms';
import type { PlatformId } from '@linkage/published-facts';
import { SecretStore } from '@linkage/vault';
import { Inject, Logger } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { HearMessage } from './hear-message.command';
import { PlatformNotices } from './platform-notices.service';
import { WebhookRounds } from './webhook-rounds.service';
import { WithdrawnAccess } from './withdrawn-access.service';

const HEARD_MESSAGE = 'heard-message';
/** Longer than a message is young enough to be heard. */
const rememberedForMs = 30 * 60_000;

@CommandHandler(HearMessage)
export class HearMessageHandler implements ICommandHandler<HearMessage> {
  private readonly logger = new Logger('connections');

  constructor(
    private readonly notices: PlatformNotices,
    private readonly access: WithdrawnAccess,
    private readonly rounds: WebhookRounds,
    private readonly secrets: SecretStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ platform, delivery }: HearMessage): Promise<string> {
    const message = this.notices.readMessage(platform, delivery);
    if (message.is === 'challenge') return message.answer;
    await this.once(message.platform, message.id, () => this.hear(message.platform, message));
    return '';
  }

  /** Platforms say a thing again until it was heard. */
  private async once(platform: PlatformId, messageId: string, work: () => Promise<void>): Promise<void> {
    const id = `${platform}:${messageId}`;
    const expiresAt = new Date(this.clock.now().getTime() + rememberedForMs);
    if (!(await this.secrets.putNew(HEARD_MESSAGE, id, {}, { expiresAt }))) return;
    try {
      await work();
    } catch (error) {
      await this.secrets.remove(HEARD_MESSAGE, id);
      throw error;
    }
  }

  private async hear(platform: PlatformId, message: Exclude<WebhookMessage, { is: 'challenge' }>): Promise<void> {
    if (message.is === 'withdrawal') await this.access.end(platform, message.notice);
    if (message.is === 'other')
      this.logger.log({ msg: 'a message that was not asked for', platform, what: message.what });
    if (message.is !== 'ended') return;
    this.logger.warn({ msg: 'a platform posts no more; it is asked again', platform, why: message.why });
    this.rounds.lookAgain(platform);
  }
}
