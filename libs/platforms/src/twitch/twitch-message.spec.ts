import { createHmac } from 'node:crypto';
import { readMessage } from './twitch-message';

const secret = 'a secret of some length';
const clientId = 'the-app';
const now = new Date('2026-11-24T12:00:00.000Z');
const receiver = { secret, clientId, now };
const subscription = { id: 's1', status: 'enabled', type: 'user.authorization.revoke', version: '1' };
const event = { client_id: clientId, user_id: '141981764', user_login: null, user_name: null };

const delivered = (body: string, { at = '2026-11-24T11:59:58.123456789Z', by = secret, id = 'm1' } = {}) => ({
  headers: {
    'twitch-eventsub-message-id': id,
    'twitch-eventsub-message-timestamp': at,
    'twitch-eventsub-message-signature': `sha256=${createHmac('sha256', by).update(`${id}${at}${body}`).digest('hex')}`,
  },
  body,
});
const read = (said: unknown, how = {}) => readMessage(delivered(JSON.stringify(said), how), receiver);

describe('a message of EventSub', () => {
  it('is a challenge, a withdrawal, the end of the subscription, or something else', () => {
    expect(read({ challenge: 'pogchamp', subscription })).toEqual({ id: 'm1', is: 'challenge', answer: 'pogchamp' });
    expect(read({ subscription, event })).toEqual({
      id: 'm1',
      is: 'withdrawal',
      notice: { loginId: '141981764', at: new Date('2026-11-24T11:59:58.123Z') },
    });
    expect(read({ subscription: { ...subscription, status: 'notification_failures_exceeded' } })).toEqual({
      id: 'm1',
      is: 'ended',
      why: 'notification_failures_exceeded',
    });
    const grant = { ...subscription, type: 'user.authorization.grant' };
    expect(read({ subscription: grant, event })).toEqual({ id: 'm1', is: 'other', what: 'user.authorization.grant' });
  });

  it('of another app is nothing to us', () =>
    expect(read({ subscription, event: { ...event, client_id: 'another-app' } })).toMatchObject({ is: 'other' }));

  it.each(['', 'null', '[]', '7', '{', '{"subscription":7,"event":{}}'])('with the body %j breaks nothing', (body) =>
    expect(readMessage(delivered(body), receiver)).toMatchObject({ is: 'other' }),
  );

  it('is heard for ten minutes', () => {
    expect(read({ challenge: 'x' }, { at: '2026-11-24T11:50:00.000Z' })).toMatchObject({ is: 'challenge' });
    expect(read({ challenge: 'x' }, { at: '2026-11-24T11:49:59.999Z' })).toBeNull();
    expect(read({ challenge: 'x' }, { at: 'yesterday' })).toBeNull();
  });

  it('is none unless id, time and body are signed with the secret', () => {
    expect(read({ subscription, event }, { by: 'another secret' })).toBeNull();
    expect(read({ subscription, event }, { id: '' })).toBeNull();
    const { headers, body } = delivered(JSON.stringify({ subscription, event }));
    expect(readMessage({ headers, body: body.replace('141981764', '141981765') }, receiver)).toBeNull();
    for (const change of [
      { 'twitch-eventsub-message-id': 'm2' },
      { 'twitch-eventsub-message-timestamp': '2026-11-24T11:59:59.123456789Z' },
      { 'twitch-eventsub-message-signature': headers['twitch-eventsub-message-signature'].slice('sha256='.length) },
      { 'twitch-eventsub-message-signature': undefined },
    ])
      expect(readMessage({ headers: { ...headers, ...change }, body }, receiver)).toBeNull();
  });
});
