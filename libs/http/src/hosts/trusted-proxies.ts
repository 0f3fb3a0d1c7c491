import { BlockList, isIP, isIPv6 } from 'node:net';

const LOOPBACK = ['127.0.0.0/8', '::1/128'];

/**
 * The machines that may say on whose behalf (`X-Forwarded-For`) and under which name (`X-Forwarded-Host`) they ask. A
 * browser on this machine asks from its loopback address, too, and a page under a rebound name may send any header: so
 * a name is believed only from proxies that were named.
 */
export class TrustedProxies {
  /** Until others are named: a proxy on this machine may give the address of its client, but no name. */
  static readonly onThisMachine = new TrustedProxies(LOOPBACK, false);

  /** @param ranges addresses and networks in CIDR notation; empty: none is believed */
  static of(ranges: readonly string[]): TrustedProxies {
    return new TrustedProxies(ranges, true);
  }

  readonly #known = new BlockList();

  private constructor(
    ranges: readonly string[],
    private readonly named: boolean,
  ) {
    for (const range of ranges) {
      const [address = '', prefix] = range.split('/');
      const family = isIPv6(address) ? 'ipv6' : 'ipv4';
      if (prefix === undefined) this.#known.addAddress(address, family);
      else this.#known.addSubnet(address, Number(prefix), family);
    }
  }

  mayGiveAddress(proxy: string | undefined): boolean {
    if (proxy === undefined || isIP(proxy) === 0) return false;
    return this.#known.check(proxy, isIPv6(proxy) ? 'ipv6' : 'ipv4');
  }

  mayGiveName(proxy: string | undefined): boolean {
    return this.named && this.mayGiveAddress(proxy);
  }
}
