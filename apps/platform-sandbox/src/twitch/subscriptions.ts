import { createHmac, randomUUID } from 'node:crypto';
import type { TwitchMessage, TwitchSubscription, TwitchSubscriptions } from '@linkage/platforms/wire';
import { postToApp } from '../http/post-to-app';
import { client } from '../oauth/client';
import type { Sandbox } from '../sandbox';
import { badRequest, TwitchRefusal } from './errors';
import { twitch } from './population';

const revocations = 'user.authorization.revoke';
type MessageType = 'webhook_callback_verification' | 'notification';

interface Kept {
  readonly shown: TwitchSubscription;
  readonly secret: string;
}

/** RFC 3339 with nanoseconds, as Twitch has it. */
const timeOf = (ms: number): string => new Date(ms).toISOString().replace('Z', '000000Z');

/**
 * EventSub by webhook: the subscriptions of the app, and what is posted to them. They are forgotten with the process.
 */
export class Subscriptions {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly sandbox: Sandbox) {}

  list(type: string | undefined): TwitchSubscriptions {
    const data = [...this.kept.values()]
      .map(({ shown }) => shown)
      .filter((one) => type === undefined || one.type === type);
    return { total: data.length, data, total_cost: 0, max_total_cost: 10_000, pagination: {} };
  }

  /** @throws TwitchRefusal for what Twitch would not take, and for an address of no server that is registered here */
  add(body: unknown): TwitchSubscriptions {
    const { callback, secret } = this.read(body);
    const shown: TwitchSubscription = {
      id: randomUUID(),
      status: 'webhook_callback_verification_pending',
      type: revocations,
      version: '1',
      cost: 0,
      condition: { client_id: client.id },
      transport: { method: 'webhook', callback },
      created_at: timeOf(this.sandbox.clock.now()),
    };
    this.kept.set(shown.id, { shown, secret });
    void this.verify({ shown, secret });
    return { ...this.list(revocations), data: [shown] };
  }

  /** @throws TwitchRefusal for one that is not there */
  remove(id: string | undefined): void {
    if (id === undefined || !this.kept.delete(id)) throw new TwitchRefusal(404, 'subscription not found', 'Not Found');
  }

  /** A person disconnected the app. */
  async tell(person: string): Promise<void> {
    const account = this.sandbox.world.of(twitch).get(person);
    if (account === undefined) return;
    const event = { client_id: client.id, user_id: account.userId, user_login: person, user_name: account.person.name };
    for (const one of this.kept.values())
      if (one.shown.status === 'enabled')
        await this.post(one, 'notification', { event }, `${person} disconnected the app`);
  }

  private read(body: unknown): { readonly callback: string; readonly secret: string } {
    const { type, version, condition, transport } = (body ?? {}) as Readonly<Record<string, unknown>>;
    if (type !== revocations || version !== '1') throw badRequest('invalid subscription type and version');
    const { client_id: app } = (condition ?? {}) as Readonly<Record<string, unknown>>;
    if (app !== client.id) throw new TwitchRefusal(403, 'subscription missing proper authorization', 'Forbidden');
    const { method, callback, secret } = (transport ?? {}) as Readonly<Record<string, unknown>>;
    if (method !== 'webhook' || typeof callback !== 'string' || !this.sandbox.redirectUris.isOfApp('twitch', callback))
      throw badRequest('invalid callback');
    if (typeof secret !== 'string' || !/^[\x20-\x7e]{10,100}$/.test(secret)) throw badRequest('invalid secret');
    const isThere = [...this.kept.values()].some(({ shown }) => shown.transport.callback === callback);
    if (isThere) throw new TwitchRefusal(409, 'subscription already exists', 'Conflict');
    return { callback, secret };
  }

  private async verify(one: Kept): Promise<void> {
    const challenge = randomUUID();
    const answer = await this.post(one, 'webhook_callback_verification', { challenge }, 'tried the webhook');
    const isOurs = answer?.status === 200 && (await answer.text()) === challenge;
    const status = isOurs ? 'enabled' : 'webhook_callback_verification_failed';
    if (this.kept.has(one.shown.id)) this.kept.set(one.shown.id, { ...one, shown: { ...one.shown, status } });
  }

  private post(
    { shown, secret }: Kept,
    type: MessageType,
    more: Omit<TwitchMessage, 'subscription'>,
    note: string,
  ): Promise<Response | undefined> {
    const body = JSON.stringify({ subscription: shown, ...more } satisfies TwitchMessage);
    const [id, at] = [randomUUID(), timeOf(this.sandbox.clock.now())];
    const headers = {
      'content-type': 'application/json',
      'twitch-eventsub-message-id': id,
      'twitch-eventsub-message-retry': '0',
      'twitch-eventsub-message-type': type,
      'twitch-eventsub-message-signature': `sha256=${createHmac('sha256', secret).update(`${id}${at}${body}`).digest('hex')}`,
      'twitch-eventsub-message-timestamp': at,
      'twitch-eventsub-subscription-type': shown.type,
      'twitch-eventsub-subscription-version': shown.version,
    };
    return postToApp(this.sandbox, 'twitch', shown.transport.callback, { body, headers }, note);
  }
}
