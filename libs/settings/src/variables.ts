import { isIP } from 'node:net';

/** What is wrong with the environment, one line for each variable, each with its cure. */
export class ConfigError extends Error {
  constructor(
    readonly troubles: readonly string[],
    what = 'Linkage',
  ) {
    super(`${what} cannot start with these settings:\n${troubles.map((trouble) => `  ${trouble}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads variables one by one and gathers what is wrong, so that a person sees all of it at once. An empty variable is
 * an absent one.
 */
export class Variables {
  readonly troubles: string[] = [];

  constructor(private readonly environment: Environment) {}

  text(name: string): string | undefined {
    const value = this.environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  trouble(name: string, cure: string): void {
    this.troubles.push(`${name}: ${cure}`);
  }

  isInTrouble(name: string): boolean {
    return this.troubles.some((trouble) => trouble.startsWith(`${name}:`));
  }

  choice<const Choice extends string>(name: string, choices: readonly Choice[], fallback: Choice): Choice {
    const value = this.text(name);
    const chosen = choices.find((choice) => choice === value);
    if (value !== undefined && chosen === undefined)
      this.trouble(name, `use one of ${choices.join(', ')}, not "${value}"`);
    return chosen ?? fallback;
  }

  list<const Choice extends string>(name: string, choices: readonly Choice[]): readonly Choice[] {
    const names = this.text(name)
      ?.split(',')
      .map((part) => part.trim())
      .filter(Boolean);
    if (names === undefined) return choices;
    const unknown = names.filter((part) => !choices.some((choice) => choice === part));
    if (unknown.length > 0)
      this.trouble(
        name,
        `use some of ${choices.join(', ')}, separated by commas; "${unknown.join(', ')}" is none of them`,
      );
    return choices.filter((choice) => names.includes(choice));
  }

  /**
   * Addresses and networks, such as `10.0.0.7, 192.168.0.0/16, fd00::/8`; `none` is an empty list. undefined: nothing
   * is said.
   */
  addresses(name: string): readonly string[] | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (value === 'none') return [];
    const ranges = value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
    const bad = ranges.filter((range) => !isRange(range));
    if (bad.length === 0) return ranges;
    const form = 'use addresses and networks, separated by commas, such as 10.0.0.7, 192.168.0.0/16, or none';
    this.trouble(name, `${form}; "${bad.join(', ')}" is none${bad.some(isAll) ? ' (it would be every address)' : ''}`);
    return undefined;
  }

  flag(name: string): boolean {
    const value = this.text(name);
    if (value !== undefined && value !== 'true' && value !== 'false')
      this.trouble(name, `use true or false, not "${value}"`);
    return value === 'true';
  }

  /** A name or an address to listen at; IPv6 with or without brackets. */
  host(name: string, fallback: string): string {
    const value = this.text(name)?.replace(/^\[(.*)\]$/, '$1') ?? fallback;
    if (isIP(value) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value)) return value;
    this.trouble(name, `use an address or a host name to listen at, such as 127.0.0.1, ::1 or 0.0.0.0, not "${value}"`);
    return fallback;
  }

  /** @param options orAny: 0 is allowed and leaves the choice to the system */
  port(name: string, fallback: number, { orAny = false }: { readonly orAny?: boolean } = {}): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
    if (value <= 65_535 && (value >= 1 || (orAny && value === 0))) return value;
    this.trouble(name, `use a port number from ${orAny ? 0 : 1} to 65535, not "${text}"`);
    return fallback;
  }

  /** A whole number within limits. */
  count(name: string, fallback: number, { from, to }: { readonly from: number; readonly to: number }): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (value >= from && value <= to) return value;
    this.trouble(name, `use a whole number from ${from} to ${to}, not "${text}"`);
    return fallback;
  }

  /** An address that people follow: a page, or an e-mail address with `mailto:`. */
  link(name: string): string | null {
    const value = this.text(name);
    if (value === undefined) return null;
    if (URL.canParse(value) && /^(https?|mailto):$/.test(new URL(value).protocol)) return value;
    this.trouble(name, 'use an address such as https://cal.example.com/sales or mailto:sales@example.com');
    return null;
  }

  /** The origin of an address that is nothing but one. */
  origin(name: string, fallback: string): string;
  origin(name: string, fallback: null): string | null;
  origin(name: string, fallback: string | null): string | null {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username)
      return url.origin;
    this.trouble(name, 'use an address such as https://linkage.example.com, with http or https and without a path');
    return fallback;
  }
}

const isAll = (range: string): boolean => range.endsWith('/0');

function isRange(range: string): boolean {
  const [address = '', prefix, ...rest] = range.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= (family === 4 ? 32 : 128);
}
