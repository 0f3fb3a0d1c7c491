import { DomainError } from '@linkage/event-sourcing';
import { PlatformRegistry, type PlatformNotice, type WebhookDelivery, type WebhookMessage } from '@linkage/platforms';
import type { PlatformId } from '@linkage/published-facts';
import { Injectable } from '@nestjs/common';

export interface HeardNotice extends PlatformNotice {
  readonly platform: PlatformId;
}

/** What platforms say by themselves, once it is proved to come from them. */
@Injectable()
export class PlatformNotices {
  constructor(private readonly registry: PlatformRegistry) {}

  /** @throws not-found for a platform that says nothing by itself; invalid for what it has not signed */
  read(platform: string, form: Readonly<Record<string, string>>): HeardNotice {
    const connector = this.registry.find(platform);
    if (connector?.noticeOf === undefined) throw nothingHere();
    const notice = connector.noticeOf(form);
    if (notice === null)
      throw new DomainError('invalid', 'invalid-request', 'This was not signed with the secret of the app.', {
        field: 'signed_request',
      });
    return { ...notice, platform: connector.platform };
  }

  /** @throws not-found for a platform without a webhook; invalid for what it has not signed, or long ago */
  readMessage(platform: string, delivery: WebhookDelivery): WebhookMessage & { readonly platform: PlatformId } {
    const connector = this.registry.find(platform);
    if (connector?.webhook === undefined) throw nothingHere();
    const message = connector.webhook.read(delivery);
    if (message === null)
      throw new DomainError(
        'invalid',
        'invalid-request',
        'This was not signed with the secret of the webhook, or long ago.',
      );
    return { ...message, platform: connector.platform };
  }
}

const nothingHere = (): DomainError => new DomainError('not-found', 'not-found', 'There is nothing at this address.');
