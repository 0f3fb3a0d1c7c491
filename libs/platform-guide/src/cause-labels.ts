/** Why an account needs its creator, as a label. */
export const causeLabels = {
  disconnected: 'Disconnected',
  'password-changed': 'Password changed',
  'permission-revoked': 'Permission revoked',
  expired: 'Permission expired',
  'no-longer-valid': 'Permission no longer valid',
  'account-gone': 'Account is gone',
} as const;
