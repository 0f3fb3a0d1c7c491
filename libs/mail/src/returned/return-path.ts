/**
 * An address that bounces come back to: `bounces+<token>@mail.example`. The token says which mail it was (VERP), so
 * that a report is understood whatever mail server wrote it.
 */
export class ReturnPath {
  private readonly local: string;
  private readonly domain: string;

  constructor(readonly base: string) {
    const at = base.lastIndexOf('@');
    this.local = base.slice(0, at).toLowerCase();
    this.domain = base.slice(at + 1).toLowerCase();
  }

  of(token: string): string {
    return `${this.local}+${token}@${this.domain}`;
  }

  /** null: not an address of ours. Case and domain do not count: mail servers change the one, relays the other. */
  tokenOf(address: string): string | null {
    const local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
    return local.startsWith(`${this.local}+`) ? local.slice(this.local.length + 1) : null;
  }
}
