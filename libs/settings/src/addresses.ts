import { isIPv6 } from 'node:net';

/** Whether only this machine is meant by a host name or address, as in a URL (`[::1]`) or without brackets. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\]|::ffff:127\.\d+\.\d+\.\d+)$/i.test(host);

export interface LocalAddress {
  readonly host: string;
  readonly port: number;
  /** `http://[::1]:3000` */
  readonly url: string;
}

/**
 * Where a server that listens at this host is reached on this machine: one that listens everywhere at the loopback
 * address.
 */
export function localAddress(listensAt: string, port: number): LocalAddress {
  const host = listensAt === '0.0.0.0' ? '127.0.0.1' : listensAt === '::' ? '::1' : listensAt;
  return { host, port, url: `http://${isIPv6(host) ? `[${host}]` : host}:${port}` };
}
