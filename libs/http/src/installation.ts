import type { RegistrationMode } from '@linkage/contracts';

/** What this installation is, for parts that must say it to others. Provided by the application for every context. */
export abstract class Installation {
  /** Origin at which people reach Linkage, without a slash at the end: `https://linkage.example.com`. */
  abstract readonly publicUrl: string;
  abstract readonly mode: 'demo' | 'production';
  /** The visitors that may register a workspace. */
  abstract readonly registration: RegistrationMode;
  /** Where a call with sales is booked; null: nowhere. */
  abstract readonly salesUrl: string | null;
  /** false: there is no mail server, and links are given by hand. */
  abstract readonly sendsMail: boolean;
}

/**
 * Whether members confirm their e-mail before they invite: mails of the demo stay on its machine, and without a mail
 * server none goes out.
 */
export const asksToConfirmEmail = ({ mode, sendsMail }: Pick<Installation, 'mode' | 'sendsMail'>): boolean =>
  mode === 'production' && sendsMail;

/** Whether people come over https; then cookies are `Secure` and carry `__Host-`. */
export const isSecure = (installation: Installation): boolean => installation.publicUrl.startsWith('https:');
