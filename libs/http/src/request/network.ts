const GROUPS = 8;

/** The eight groups of an IPv6 address, however it was shortened. */
const groupsOf = (address: string): readonly string[] => {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  const between = Array.from({ length: Math.max(0, GROUPS - before.length - after.length) }, () => '0');
  return [...before, ...between, ...after];
};

const plain = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '');

/** The first 64 bits: one household or attacker has the other 2^64 addresses, too. */
const slash64 = (address: string): string =>
  `${groupsOf(address)
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;

/** What attempts are counted by: an IPv4 address, or the /64 network of an IPv6 one. */
export const clientOf = (address: string): string => {
  const given = plain(address);
  return given.includes(':') ? slash64(given) : given;
};

/** What takes turns with others: the /24 network of an IPv4 address, or the /64 network of an IPv6 one. */
export const networkOf = (address: string): string => {
  const client = clientOf(address);
  return client.includes(':') ? client : `${client.split('.').slice(0, 3).join('.')}.0/24`;
};
