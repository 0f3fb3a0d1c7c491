import type { Lookup, MailExchange, NameRecords } from '../name-records.port';

/** What a test's DNS knows, by name; of an address by the address. */
export interface Zone {
  readonly texts?: Readonly<Record<string, readonly string[]>>;
  readonly exchanges?: Readonly<Record<string, readonly MailExchange[]>>;
  readonly addresses?: Readonly<Record<string, readonly string[]>>;
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** Names that it cannot answer about. */
  readonly broken?: readonly string[];
}

/** In memory, for tests of what is read from records. */
export class ListedNameRecords implements NameRecords {
  /** What was asked, in order. */
  readonly asked: string[] = [];

  constructor(private readonly zone: Zone) {}

  async texts(name: string): Promise<Lookup<string>> {
    return this.answer(this.zone.texts, name);
  }

  async exchanges(name: string): Promise<Lookup<MailExchange>> {
    const answer = this.answer(this.zone.exchanges, name);
    if ('trouble' in answer) return answer;
    return { found: [...answer.found].sort((one, other) => one.priority - other.priority) };
  }

  async addresses(name: string): Promise<Lookup<string>> {
    return this.answer(this.zone.addresses, name);
  }

  async names(address: string): Promise<Lookup<string>> {
    return this.answer(this.zone.names, address);
  }

  private answer<Found>(known: Readonly<Record<string, readonly Found[]>> | undefined, name: string): Lookup<Found> {
    const key = name.toLowerCase();
    this.asked.push(key);
    if (this.zone.broken?.includes(key) === true) return { trouble: 'The DNS server could not answer.' };
    return { found: known !== undefined && Object.hasOwn(known, key) ? (known[key] ?? []) : [] };
  }
}
