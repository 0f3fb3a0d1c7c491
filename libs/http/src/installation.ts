import type { RegistrationMode } from '@linkage/contracts';

/** What this installation is, for those who must say it to others. Provided by the application for every context. */
export abstract class Installation {
  /** Origin at which people reach Linkage, without a slash at the end: `https://linkage.example.com`. */
  abstract readonly publicUrl: string;
  abstract readonly mode: 'demo' | 'production';
  /** Who may register a workspace. */
  abstract readonly registration: RegistrationMode;
}

/** Whether people come over https; then cookies are `Secure` and carry `__Host-`. */
export const isSecure = (installation: Installation): boolean => installation.publicUrl.startsWith('https:');
