import type { FastifyRequest } from 'fastify';

const forwarded = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];
const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** Whether a program on this machine asks, and not a proxy on it for another one: a proxy says so in a header. */
export const isFromThisMachine = ({ headers, socket }: Pick<FastifyRequest, 'headers' | 'socket'>): boolean =>
  loopback.test(socket.remoteAddress ?? '') && forwarded.every((name) => headers[name] === undefined);
