/** Troubles whose message says what to do; of others the stack may help. */
const explained = new Set([
  'ConfigError',
  'StoreUnusable',
  'VaultUnusable',
  'LogUnavailable',
  'ReadStoreUnavailable',
  'DamagedFact',
  'ImportRefused',
  'FileTrouble',
  'OperatorKeyUnusable',
  'ServerRefused',
  'ServerWentAway',
  'FoldedElsewhere',
  'DataFolderUnusable',
  'MailboxUnusable',
]);

/** What a person who runs this process should read about a trouble that ends it. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE')
    return `The port is in use: ${error.message}. Stop what runs there, or choose another: LINKAGE_PORT=3001`;
  return explained.has(error.name) ? error.message : (error.stack ?? error.message);
}
