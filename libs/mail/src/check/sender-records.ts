import { isIP } from 'node:net';
import type { MailFinding } from '@linkage/contracts';
import { isPublic, tagsOf, upwards } from './domains';
import { Finding, notPublic } from './finding';
import type { Lookup, NameRecords } from './name-records.port';
import { isSpf, readSpf } from './spf';

/** What of the settings DNS is asked about. */
export interface CheckedSender {
  /** The domain of the sender's address. */
  readonly from: string;
  /** The domain that mails come back to, which SPF is looked up for. */
  readonly returnPath: string;
  /** The host of the mail server. */
  readonly host: string;
}

/** The address, where the settings name the mail server by its address. */
const literalIn = (host: string): string | undefined => {
  const bare = host.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? undefined : bare;
};

const addressesOf = async (host: string, records: NameRecords): Promise<Lookup<string>> => {
  const literal = literalIn(host);
  return literal === undefined ? records.addresses(host) : { found: [literal] };
};

const termFor = (host: string): string => {
  const literal = literalIn(host);
  return literal === undefined ? `a:${host}` : `ip${isIP(literal)}:${literal}`;
};

/** Whether the record of the return path lets the mail server send. */
export const spfFinding = async ({ returnPath, host }: CheckedSender, records: NameRecords): Promise<MailFinding> => {
  if (!isPublic(returnPath)) return notPublic('spf', returnPath);
  const texts = await records.texts(returnPath);
  if ('trouble' in texts) return new Finding('spf', returnPath).unknown(texts.trouble).shown();
  const found = texts.found.filter(isSpf);
  const finding = new Finding('spf', returnPath, found);
  const [record] = found;
  if (record === undefined)
    return finding
      .bad(`There is no SPF record, so that receivers cannot know that ${host} may send for ${returnPath}.`)
      .good(`If your provider sends from other machines, take the include that it names instead of “${termFor(host)}”.`)
      .publish('TXT', returnPath, `v=spf1 ${termFor(host)} ~all`)
      .shown();
  if (found.length > 1) return severalSpf(finding, found, returnPath);
  const resolved = await addressesOf(host, records);
  const addresses = 'found' in resolved ? resolved.found : [];
  const reading = await readSpf(record, returnPath, addresses, records);
  for (const fault of reading.faults) finding.bad(fault);
  if (reading.ending === '+')
    finding.bad('It ends with “+all”: all the world may send for this domain. End it with “~all”.');
  if (reading.ending === '?' || reading.ending === 'none')
    finding.hint('It does not say what of all other senders. End it with “~all”, or with “-all” once all is in it.');
  const missing = addresses.filter((_, index) => reading.allows[index] !== true);
  if (missing.length === 0 && addresses.length > 0) finding.good(`It lets ${host} (${addresses.join(', ')}) send.`);
  else if (reading.includes)
    finding.hint(
      `${host} (${missing.join(', ') || 'address not known'}) is not in it. That is well if your provider sends from the machines that it includes.`,
    );
  else if (addresses.length > 0)
    finding
      .bad(`${host} (${missing.join(', ')}) is not in it, so that its mails fail SPF.`)
      .publish('TXT', returnPath, withTerm(record, termFor(host)));
  else
    finding.unknown(
      'trouble' in resolved
        ? resolved.trouble
        : `${host} has no address in DNS, so that it is not known whether it may send.`,
    );
  finding.good(
    `It takes ${Math.min(reading.lookups, 11)} of the 10 look-ups that are allowed.`.replace(
      '11 of',
      'more than 10 of',
    ),
  );
  return finding.shown();
};

const withTerm = (record: string, term: string): string => {
  const [version = 'v=spf1', ...rest] = record.trim().split(/\s+/);
  return [version, term, ...rest].join(' ');
};

const severalSpf = (finding: Finding, found: readonly string[], domain: string): MailFinding => {
  const terms = found.flatMap((record) => record.trim().split(/\s+/).slice(1));
  const others = [...new Set(terms.filter((term) => !/^[+\-~?]?all$/i.test(term)))];
  return finding
    .bad(`There are ${found.length} SPF records, and receivers then heed none of them. Put one in their place.`)
    .publish('TXT', domain, ['v=spf1', ...others, '~all'].join(' '))
    .shown();
};

interface Published {
  readonly domain: string;
  readonly record: string;
}

/** The record that holds for a domain: its own, or that of a domain above it. */
const dmarcOf = async (
  domain: string,
  records: NameRecords,
): Promise<{ readonly trouble: string } | { readonly found: readonly Published[] }> => {
  for (const one of upwards(domain)) {
    const texts = await records.texts(`_dmarc.${one}`);
    if ('trouble' in texts) return texts;
    const found = texts.found.filter((text) => /^v=DMARC1\s*(;|$)/.test(text));
    if (found.length > 0) return { found: found.map((record) => ({ domain: one, record })) };
  }
  return { found: [] };
};

const policies = ['none', 'quarantine', 'reject'];

/** Whether receivers find what holds for the sender, and whether the return path counts for it. */
export const dmarcFinding = async ({ from, returnPath }: CheckedSender, records: NameRecords): Promise<MailFinding> => {
  if (!isPublic(from)) return notPublic('dmarc', from);
  const published = await dmarcOf(from, records);
  if ('trouble' in published) return new Finding('dmarc', `_dmarc.${from}`).unknown(published.trouble).shown();
  const [only] = published.found;
  const finding = new Finding(
    'dmarc',
    `_dmarc.${only?.domain ?? from}`,
    published.found.map(({ record }) => record),
  );
  if (only === undefined)
    return withAlignment(
      finding
        .bad(
          'There is no DMARC record. Large receivers want one of all that send many mails, and refuse these without.',
        )
        .publish('TXT', `_dmarc.${from}`, `v=DMARC1; p=none; rua=mailto:postmaster@${from}`),
      { from, returnPath, organization: from, strict: false },
    );
  if (published.found.length > 1)
    finding.bad('There is more than one DMARC record, and receivers then heed none of them.');
  const tags = tagsOf(only.record);
  const policy = (only.domain === from ? tags.get('p') : (tags.get('sp') ?? tags.get('p'))) ?? '';
  if (!policies.includes(policy.toLowerCase()))
    finding
      .bad('It names no policy, so that receivers do not heed it.')
      .publish('TXT', `_dmarc.${only.domain}`, `v=DMARC1; p=none; rua=mailto:postmaster@${only.domain}`);
  else if (policy.toLowerCase() === 'none')
    finding.good(
      'Its policy is “none”: receivers report, and let mails through that fail. Tighten it once the reports are clean.',
    );
  else finding.good(`Its policy is “${policy}”: what neither SPF nor DKIM proves for ${from} does not arrive.`);
  return withAlignment(finding, { from, returnPath, organization: only.domain, strict: tags.get('aspf') === 's' });
};

interface Alignment {
  readonly from: string;
  readonly returnPath: string;
  /** The domain that holds the record. */
  readonly organization: string;
  readonly strict: boolean;
}

const withAlignment = (finding: Finding, { from, returnPath, organization, strict }: Alignment): MailFinding => {
  const isUnder = returnPath === organization || returnPath.endsWith(`.${organization}`);
  if (returnPath === from || (isUnder && !strict))
    finding.good(`Mails come back to ${returnPath}, which counts as ${from}: SPF proves the sender.`);
  else if (isUnder)
    finding.hint(
      `It asks for exact domains (aspf=s), so that SPF of ${returnPath} proves nothing for ${from}; only DKIM can.`,
    );
  else
    finding.hint(
      `Mails come back to ${returnPath}, which is not of ${from}: SPF proves nothing for the sender, and DKIM has to sign as ${from}.`,
    );
  return finding.shown();
};

/** @param bounceHost where Linkage is reached, for the record to publish */
export const returnPathFinding = async (
  { returnPath }: CheckedSender,
  { bounces, bounceHost }: { readonly bounces: boolean; readonly bounceHost: string },
  records: NameRecords,
): Promise<MailFinding> => {
  if (!isPublic(returnPath)) return notPublic('return-path', returnPath);
  const exchanges = await records.exchanges(returnPath);
  if ('trouble' in exchanges) return new Finding('return-path', returnPath).unknown(exchanges.trouble).shown();
  const found = exchanges.found.map(({ priority, exchange }) => `${priority} ${exchange || '.'}`);
  const finding = new Finding('return-path', returnPath, found);
  const [first] = exchanges.found;
  if (first === undefined || first.exchange === '') {
    // Without an MX record, the address of the domain itself takes its mails (RFC 5321, 5.1).
    const itself = first === undefined ? await records.addresses(returnPath) : { found: [] };
    if ('trouble' in itself) finding.unknown(`There is no MX record. ${itself.trouble}`);
    else if (itself.found.length > 0)
      finding.hint(
        `There is no MX record, so that mails that come back go to ${returnPath} itself (${itself.found.join(', ')}). Publish one if another machine is to take them.`,
      );
    else
      finding
        .bad(
          `${first === undefined ? 'There is no MX record' : 'The domain says that it takes no mail'}, so that mails that cannot be delivered are lost on their way back.`,
        )
        .publish('MX', returnPath, `10 ${bounceHost}`);
  } else {
    const addresses = await records.addresses(first.exchange);
    if ('found' in addresses && addresses.found.length === 0)
      finding.bad(`${first.exchange}, which is to take mails that come back, has no address in DNS.`);
    else finding.good(`Mails that come back go to ${first.exchange}.`);
  }
  if (!bounces)
    finding.hint(
      'LINKAGE_BOUNCE_ADDRESS is not set, so that Linkage is not told of mails that come back, and no row says “Bounced” for them.',
    );
  return finding.shown();
};

/** A hint and no more: it counts only where the mail server itself speaks to receivers. */
export const reverseNameFinding = async ({ host }: CheckedSender, records: NameRecords): Promise<MailFinding> => {
  const resolved = await addressesOf(host, records);
  if ('trouble' in resolved) return new Finding('reverse-name', host).unknown(resolved.trouble).shown();
  const [address] = resolved.found;
  if (address === undefined) return new Finding('reverse-name', host).unknown(`${host} has no address in DNS.`).shown();
  const names = await records.names(address);
  if ('trouble' in names) return new Finding('reverse-name', address).unknown(names.trouble).shown();
  const finding = new Finding('reverse-name', address, names.found);
  const backwards = await Promise.all(names.found.slice(0, 3).map((name) => records.addresses(name)));
  const isSound = backwards.some((lookup) => 'found' in lookup && lookup.found.includes(address));
  const counts = 'It counts only if this machine itself speaks to receivers; the provider of the address sets it.';
  if (isSound)
    return finding.good(`${address} has the name ${names.found[0]}, and that name leads back to it.`).shown();
  return finding
    .hint(names.found.length === 0 ? `${address} has no name.` : `${names.found[0]} does not lead back to ${address}.`)
    .good(counts)
    .shown();
};
