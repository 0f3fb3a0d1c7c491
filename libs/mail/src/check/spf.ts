import { BlockList, isIP, isIPv4 } from 'node:net';
import type { NameRecords } from './name-records.port';

/** RFC 7208, 4.6.4: more are an error for the receiver. */
const MOST_LOOKUPS = 10;
const MOST_VOID = 2;

export type SpfEnding = '+' | '-' | '~' | '?' | 'redirect' | 'none';

export interface SpfReading {
  /** How many look-ups in DNS a receiver has to make; one more than allowed: it was not counted further. */
  readonly lookups: number;
  readonly ending: SpfEnding;
  /** Whether it lets each of the asked addresses send. */
  readonly allows: readonly boolean[];
  /** It names others' records, so that what sends may be among their addresses. */
  readonly includes: boolean;
  readonly faults: readonly string[];
}

interface Term {
  readonly qualifier: '+' | '-' | '~' | '?';
  readonly name: string;
  readonly value: string;
}

const termShape = /^([+\-~?]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?:[:=](\S+)|(\/\S+))?$/i;

export const isSpf = (text: string): boolean => /^v=spf1(\s|$)/i.test(text);

interface Walk {
  readonly records: NameRecords;
  readonly allowed: BlockList;
  readonly faults: string[];
  lookups: number;
  voids: number;
}

/** Goes through a record and all that it names, as a receiver does, and stops where a receiver gives up. */
export const readSpf = async (
  record: string,
  domain: string,
  addresses: readonly string[],
  records: NameRecords,
): Promise<SpfReading> => {
  const walk: Walk = { records, allowed: new BlockList(), faults: [], lookups: 0, voids: 0 };
  const { ending, includes } = await walkRecord(record, domain, walk);
  if (walk.lookups > MOST_LOOKUPS)
    walk.faults.push(
      `It takes more than ${MOST_LOOKUPS} look-ups in DNS, and receivers then treat it as broken. Leave out includes that are not needed, or write their addresses as ip4: and ip6:.`,
    );
  if (walk.voids > MOST_VOID)
    walk.faults.push(
      `${walk.voids} of the names in it have no record; receivers stop after ${MOST_VOID}. Leave these names out.`,
    );
  const allows = addresses.map((address) => walk.allowed.check(address, isIPv4(address) ? 'ipv4' : 'ipv6'));
  return { lookups: walk.lookups, ending, allows, includes, faults: walk.faults };
};

const walkRecord = async (
  record: string,
  domain: string,
  walk: Walk,
): Promise<{ readonly ending: SpfEnding; readonly includes: boolean }> => {
  const [, ...words] = record.trim().split(/\s+/);
  const redirect = words.find((word) => /^redirect=/i.test(word))?.slice('redirect='.length);
  let includes = false;
  for (const word of words) {
    const [, qualifier = '', name = '', value = '', size = ''] = termShape.exec(word) ?? [];
    if (name === '') {
      if (!/^[a-z][\w.-]*=/i.test(word))
        walk.faults.push(`“${word}” is no part of SPF; it makes the whole record void.`);
      continue;
    }
    const term = { qualifier: (qualifier || '+') as Term['qualifier'], name: name.toLowerCase(), value: value || size };
    if (term.name === 'all') return { ending: term.qualifier, includes };
    includes ||= term.name === 'include';
    await walkTerm(term, domain, walk);
    if (walk.lookups > MOST_LOOKUPS) return { ending: 'none', includes };
  }
  if (redirect === undefined) return { ending: 'none', includes };
  const { ending } = await walkOther(redirect, walk);
  return { ending: ending === 'none' ? 'redirect' : ending, includes: true };
};

const walkTerm = async (term: Term, domain: string, walk: Walk): Promise<void> => {
  const { name, value, qualifier } = term;
  if (name === 'ip4' || name === 'ip6') return allow(value, qualifier, walk, name);
  if (name === 'include') return void (await walkOther(value, walk));
  walk.lookups += 1;
  if (name === 'ptr') walk.faults.push('“ptr” is slow and not to be used any more (RFC 7208). Leave it out.');
  // What depends on the mail itself (%{i} and the like) says nothing without one.
  if (name === 'ptr' || name === 'exists' || value.includes('%')) return;
  const [, host = '', size] = /^([^/]*)(\/.*)?$/.exec(value) ?? [];
  if (name === 'a') return allowHost(host || domain, size, qualifier, walk);
  const exchanges = await walk.records.exchanges(host || domain);
  if ('trouble' in exchanges || exchanges.found.length === 0) return void (walk.voids += 1);
  for (const { exchange } of exchanges.found.slice(0, MOST_LOOKUPS)) await allowHost(exchange, size, qualifier, walk);
};

const walkOther = async (domain: string, walk: Walk): Promise<{ readonly ending: SpfEnding }> => {
  walk.lookups += 1;
  if (walk.lookups > MOST_LOOKUPS || domain.includes('%')) return { ending: 'none' };
  const texts = await walk.records.texts(domain);
  const [record, ...more] = 'found' in texts ? texts.found.filter(isSpf) : [];
  if (record === undefined || more.length > 0) {
    if ('found' in texts && texts.found.length === 0) walk.voids += 1;
    const why = more.length > 0 ? `${more.length + 1} SPF records` : 'no SPF record that can be read';
    walk.faults.push(`${domain}, which it names, has ${why}; that makes the whole record void.`);
    return { ending: 'none' };
  }
  return walkRecord(record, domain, walk);
};

const allowHost = async (host: string, size: string | undefined, qualifier: string, walk: Walk): Promise<void> => {
  const addresses = await walk.records.addresses(host);
  if ('trouble' in addresses || addresses.found.length === 0) return void (walk.voids += 1);
  for (const address of addresses.found) {
    const ofFour = size?.split('//')[0] ?? '';
    allow(isIPv4(address) ? `${address}${ofFour}` : address, qualifier, walk, isIPv4(address) ? 'ip4' : 'ip6');
  }
};

const allow = (range: string, qualifier: string, { allowed, faults }: Walk, name: 'ip4' | 'ip6'): void => {
  const [network = '', bits] = range.split('/');
  const [version, most] = name === 'ip4' ? ([4, 32] as const) : ([6, 128] as const);
  const prefix = bits === undefined ? most : Number(bits);
  if (isIP(network) !== version || !Number.isInteger(prefix) || prefix < 0 || prefix > most) {
    faults.push(`“${name}:${range}” holds no address of this kind; it makes the whole record void.`);
    return;
  }
  if (qualifier === '+') allowed.addSubnet(network, prefix, version === 4 ? 'ipv4' : 'ipv6');
};
