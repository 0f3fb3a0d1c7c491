import { BlockList, isIPv4 } from 'node:net';

/** https://www.iana.org/assignments/iana-ipv4-special-registry */
const special4 = new BlockList();
for (const range of [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24',
  '192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
].flatMap((line) => line.split(' '))) {
  const [address = '', prefix] = range.split('/');
  special4.addSubnet(address, Number(prefix), 'ipv4');
}

/**
 * Of IPv6 only what is given out to be reached from everywhere, without what carries an IPv4 address or is for
 * examples.
 */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const special6 = new BlockList();
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) {
  const [address = '', prefix] = range.split('/');
  special6.addSubnet(address, Number(prefix), 'ipv6');
}

/**
 * Whether an IP address is one of the open internet: none of this machine, of a network around it, or with one of those
 * inside.
 */
export const isPublicAddress = (address: string): boolean =>
  isIPv4(address)
    ? !special4.check(address, 'ipv4')
    : global6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
