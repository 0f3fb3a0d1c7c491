import type { Webhook, WebhookDelivery, WebhookMessage } from '../connector';
import type { ConnectorContext } from '../define-connector';
import { urlOf, type PlatformRequest } from '../http';
import { appTokenAnswer, subscriptionsAnswer, type Subscription } from './twitch.answers';
import { twitchRules, twitchTokenRules } from './twitch.errors';
import { readMessage, revocations } from './twitch-message';

const path = '/helix/eventsub/subscriptions';

/** EventSub by webhook, for revocations alone: one subscription stands for all people. In the app's own name. */
export class TwitchWebhook implements Webhook {
  constructor(
    private readonly context: ConnectorContext<'twitch'>,
    private readonly secret: string,
  ) {}

  /** Subscriptions of other addresses are left alone: another installation may have the same app. */
  async subscribe(address: string): Promise<'stands' | 'asked'> {
    const token = await this.appToken();
    const known = (await this.subscriptions(token)).filter(({ callback }) => callback === address);
    if (known.some(({ status }) => status === 'enabled')) return 'stands';
    if (known.some(({ status }) => status === 'webhook_callback_verification_pending')) return 'asked';
    for (const { id } of known) await this.remove(token, id);
    await this.add(token, address);
    return 'asked';
  }

  read(delivery: WebhookDelivery): WebhookMessage | null {
    const { client, settings } = this.context;
    return readMessage(delivery, { secret: this.secret, clientId: settings.clientId, now: client.now });
  }

  private async appToken(): Promise<string> {
    const { client, hosts, settings } = this.context;
    const call = 'POST /oauth2/token';
    const form = {
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
      grant_type: 'client_credentials',
    };
    const request: PlatformRequest = { method: 'POST', url: urlOf(hosts.id, '/oauth2/token'), call, form };
    return (await client.read(request, twitchTokenRules, appTokenAnswer)).access_token;
  }

  private async subscriptions(token: string): Promise<readonly Subscription[]> {
    const request = this.request('GET', token, { type: revocations });
    return (await this.context.client.read(request, twitchRules, subscriptionsAnswer)).data;
  }

  /** 409: another process has asked meanwhile. */
  private add(token: string, callback: string): Promise<void> {
    const json = {
      type: revocations,
      version: '1',
      condition: { client_id: this.context.settings.clientId },
      transport: { method: 'webhook', callback, secret: this.secret },
    };
    return this.done({ ...this.request('POST', token), json }, 409);
  }

  /** 404: it is gone already. */
  private remove(token: string, id: string): Promise<void> {
    return this.done(this.request('DELETE', token, { id }), 404);
  }

  private async done(request: PlatformRequest, asGood: number): Promise<void> {
    const { client } = this.context;
    const answer = await client.send(request);
    if (answer.status < 300 || answer.status === asGood) return;
    throw client.trouble(request, answer, client.verdict(request, answer, twitchRules));
  }

  private request(
    method: PlatformRequest['method'],
    bearer: string,
    parameters: Readonly<Record<string, string>> = {},
  ): PlatformRequest {
    const { hosts, settings } = this.context;
    const headers = { 'client-id': settings.clientId };
    return { method, url: urlOf(hosts.api, path, parameters), call: `${method} ${path}`, bearer, headers };
  }
}
