/** `found` is empty where the name has no such record; `trouble`: no answer came, and why. */
export type Lookup<Found> = { readonly found: readonly Found[] } | { readonly trouble: string };

export interface MailExchange {
  /** Empty: the domain says that it takes no mail. */
  readonly exchange: string;
  readonly priority: number;
}

/** What is asked of the domain name system. Never rejects. */
export interface NameRecords {
  /** Each record as one text, however it is cut into pieces. */
  texts(name: string): Promise<Lookup<string>>;
  /** The most wanted first. */
  exchanges(name: string): Promise<Lookup<MailExchange>>;
  /** IPv4 first, then IPv6. */
  addresses(name: string): Promise<Lookup<string>>;
  /** Of an address. */
  names(address: string): Promise<Lookup<string>>;
}
