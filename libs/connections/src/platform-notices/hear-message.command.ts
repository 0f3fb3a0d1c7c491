import type { WebhookDelivery } from '@linkage/platforms';
import { Command } from '@nestjs/cqrs';

/**
 * A platform posted to its webhook. Refused unless the platform has signed it. Gives the text that it wants for an
 * answer.
 */
export class HearMessage extends Command<string> {
  constructor(
    readonly platform: string,
    readonly delivery: WebhookDelivery,
  ) {
    super();
  }
}
