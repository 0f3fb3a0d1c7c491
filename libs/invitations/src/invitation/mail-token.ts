/** A mail of an invitation: `revision`, where in the invitation's stream the fact stands that asked for it. */
export interface MailAddressed {
  readonly invitationId: string;
  readonly revision: number;
}

const LENGTH = 44;
const [ID, REVISION, MAC] = [32, 4, 20] as const;

const toBase36 = (hex: string): string => BigInt(`0x${hex}`).toString(36).padStart(LENGTH, '0');
const toHex = (base36: string): string =>
  [...base36].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString(16);

/** What the MAC is made of. */
export const signedPart = ({ invitationId, revision }: MailAddressed): string =>
  invitationId.replaceAll('-', '') + revision.toString(16).padStart(REVISION, '0');

/** Lower-case letters and digits, for mail servers change the case. `mac`: at least 80 bits in hex. */
export const writeToken = (mail: MailAddressed, mac: string): string => toBase36(signedPart(mail) + mac.slice(0, MAC));

/** null: no token by its form. */
export const readToken = (token: string): (MailAddressed & { readonly mac: string }) | null => {
  if (!new RegExp(`^[0-9a-z]{${LENGTH}}$`).test(token)) return null;
  const hex = toHex(token).padStart(ID + REVISION + MAC, '0');
  if (hex.length > ID + REVISION + MAC) return null;
  const id = hex.slice(0, ID);
  return {
    invitationId: [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-'),
    revision: Number.parseInt(hex.slice(ID, ID + REVISION), 16),
    mac: hex.slice(ID + REVISION),
  };
};
