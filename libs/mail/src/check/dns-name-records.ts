import { Resolver } from 'node:dns/promises';
import type { Lookup, MailExchange, NameRecords } from './name-records.port';

interface DnsOptions {
  /** `127.0.0.1:5353`; absent: those of this machine. */
  readonly servers?: readonly string[];
  /** For one try of two. */
  readonly timeoutMs?: number;
}

const isAbsent: ReadonlySet<string> = new Set(['ENODATA', 'ENOTFOUND']);

const troubles: Readonly<Record<string, string>> = {
  ETIMEOUT: 'The DNS server did not answer in time.',
  ECONNREFUSED: 'No DNS server could be reached.',
  ESERVFAIL: 'The DNS server could not answer.',
  EREFUSED: 'The DNS server refused to answer.',
  EBADNAME: 'This is no name that DNS knows.',
};

const troubleOf = (error: unknown): { readonly code: string; readonly sentence: string } => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return { code, sentence: troubles[code] ?? 'DNS gave no answer that could be understood.' };
};

const asked = async <Found>(answers: Promise<readonly Found[]>): Promise<Lookup<Found>> => {
  try {
    return { found: await answers };
  } catch (error) {
    const { code, sentence } = troubleOf(error);
    return isAbsent.has(code) ? { found: [] } : { trouble: sentence };
  }
};

const bothOf = (one: Lookup<string>, other: Lookup<string>): Lookup<string> => {
  const found = [one, other].flatMap((lookup) => ('found' in lookup ? lookup.found : []));
  if (found.length > 0) return { found };
  return 'trouble' in one ? one : other;
};

/** As the DNS servers of this machine answer. */
export class DnsNameRecords implements NameRecords {
  readonly #resolver: Resolver;

  constructor({ servers, timeoutMs = 2_000 }: DnsOptions = {}) {
    this.#resolver = new Resolver({ timeout: timeoutMs, tries: 2 });
    if (servers !== undefined) this.#resolver.setServers(servers);
  }

  async texts(name: string): Promise<Lookup<string>> {
    return asked(this.#resolver.resolveTxt(name).then((records) => records.map((pieces) => pieces.join(''))));
  }

  async exchanges(name: string): Promise<Lookup<MailExchange>> {
    const byPriority = (one: MailExchange, other: MailExchange): number => one.priority - other.priority;
    return asked(
      this.#resolver
        .resolveMx(name)
        .then((records) =>
          records
            .map(({ exchange, priority }) => ({ exchange: exchange.replace(/\.$/, ''), priority }))
            .sort(byPriority),
        ),
    );
  }

  async addresses(name: string): Promise<Lookup<string>> {
    const [four, six] = await Promise.all([asked(this.#resolver.resolve4(name)), asked(this.#resolver.resolve6(name))]);
    return bothOf(four, six);
  }

  async names(address: string): Promise<Lookup<string>> {
    return asked(this.#resolver.reverse(address));
  }
}
