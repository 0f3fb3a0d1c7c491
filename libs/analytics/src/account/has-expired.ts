/** A story is over once the platform takes it away (R118). */
export const hasExpired = ({ expiresAt }: { readonly expiresAt: string | null }, now: Date): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= now.getTime();
