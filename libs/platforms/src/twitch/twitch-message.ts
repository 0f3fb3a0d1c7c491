import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookDelivery, WebhookMessage } from '../connector';
import { isObject } from '../http';

/** The subscription of which an app hears that a person disconnected it. */
export const revocations = 'user.authorization.revoke';

/** Twitch's own advice: what is older may be said again by another. */
const oldest = 10 * 60_000;

/** What a message is checked against. */
interface Receiver {
  readonly secret: string;
  readonly clientId: string;
  readonly now: Date;
}

/**
 * A message of EventSub. What it is follows from the body, which is signed together with id and time; the header that
 * says it is not. null: it was not signed with the secret, or long ago.
 */
export function readMessage({ headers, body }: WebhookDelivery, receiver: Receiver): WebhookMessage | null {
  const id = headers['twitch-eventsub-message-id'] ?? '';
  const time = headers['twitch-eventsub-message-timestamp'] ?? '';
  const signature = headers['twitch-eventsub-message-signature'] ?? '';
  if (id === '' || !isSigned(`${id}${time}${body}`, signature, receiver.secret)) return null;
  const sent = new Date(time);
  // Also where it says no time.
  if (!(receiver.now.getTime() - sent.getTime() <= oldest)) return null;
  return understood(jsonIn(body), id, sent, receiver);
}

function understood(said: unknown, id: string, at: Date, { clientId }: Receiver): WebhookMessage {
  if (!isObject(said)) return { id, is: 'other', what: 'nothing that can be read' };
  const { challenge, event, subscription } = said;
  if (typeof challenge === 'string') return { id, is: 'challenge', answer: challenge };
  const { type, status } = isObject(subscription) ? subscription : {};
  if (event === undefined && typeof status === 'string') return { id, is: 'ended', why: status };
  const { user_id: user, client_id: client } = isObject(event) ? event : {};
  return type === revocations && client === clientId && typeof user === 'string'
    ? { id, is: 'withdrawal', notice: { loginId: user, at } }
    : { id, is: 'other', what: typeof type === 'string' ? type : 'no type' };
}

function isSigned(message: string, signature: string, secret: string): boolean {
  const right = Buffer.from(`sha256=${createHmac('sha256', secret).update(message).digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === right.length && timingSafeEqual(given, right);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
