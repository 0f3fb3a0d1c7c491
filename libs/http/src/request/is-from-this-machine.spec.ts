import type { FastifyRequest } from 'fastify';
import { isFromThisMachine } from './is-from-this-machine';

const asked = (remoteAddress: string, headers: Record<string, string> = {}) =>
  isFromThisMachine({ headers, socket: { remoteAddress } as FastifyRequest['socket'] });

describe('a request from this machine', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('comes from %s', (address) =>
    expect(asked(address)).toBe(true),
  );
  it.each(['192.0.2.1', '10.0.0.1', '::', '2001:db8::1', '::ffff:192.0.2.1'])('does not come from %s', (address) =>
    expect(asked(address)).toBe(false),
  );
  it.each(['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'])('is not what a proxy forwards with %s', (name) =>
    expect(asked('127.0.0.1', { [name]: '192.0.2.1' })).toBe(false),
  );
});
