import type { Variables } from '@linkage/settings';

export interface BounceSettings {
  /** undefined: nothing is told of mails that come back. */
  readonly bounceAddress: string | undefined;
  /** undefined: this process takes none. */
  readonly bounceListen: { readonly host: string; readonly port: number } | undefined;
}

/** A mail address has at most 64 characters before the `@`; the sign and the token of a mail take 49. */
const LONGEST_LOCAL = 15;

const listenAddress = (variables: Variables): BounceSettings['bounceListen'] => {
  const value = variables.text('LINKAGE_BOUNCE_LISTEN');
  const [, host, port] = /^(?:([^\s:]+|\[[\da-fA-F:]+\]):)?(\d{1,5})$/.exec(value ?? '') ?? [];
  if (value === undefined) return undefined;
  if (port === undefined || Number(port) > 65_535) {
    variables.trouble(
      'LINKAGE_BOUNCE_LISTEN',
      'give host and port to listen at, such as 0.0.0.0:2525, or a port alone',
    );
    return undefined;
  }
  return { host: host?.replace(/^\[|\]$/g, '') ?? '127.0.0.1', port: Number(port) };
};

/** `LINKAGE_BOUNCE_ADDRESS` and `LINKAGE_BOUNCE_LISTEN`. */
export const bounceSettings = (variables: Variables): BounceSettings => {
  const bounceAddress = variables.text('LINKAGE_BOUNCE_ADDRESS');
  const isAddress = bounceAddress === undefined || /^[a-z0-9._-]+@[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(bounceAddress);
  if (!isAddress || (bounceAddress?.lastIndexOf('@') ?? 0) > LONGEST_LOCAL)
    variables.trouble(
      'LINKAGE_BOUNCE_ADDRESS',
      `give an address such as bounces@mail.example.com, with at most ${LONGEST_LOCAL} characters before the @`,
    );
  const bounceListen = listenAddress(variables);
  if (bounceListen !== undefined && bounceAddress === undefined)
    variables.trouble(
      'LINKAGE_BOUNCE_ADDRESS',
      'give the address that bounces are sent to, or leave LINKAGE_BOUNCE_LISTEN out',
    );
  return { bounceAddress, bounceListen };
};
