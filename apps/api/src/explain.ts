import { isNativeError } from 'node:util/types';

/** Troubles whose message says what to do; of others the stack may help. */
const explained = new Set([
  'ConfigError',
  'DatabaseUnusable',
  'VaultUnusable',
  'DomainError',
  'LogUnavailable',
  'VaultUnavailable',
  'ReadStoreUnavailable',
  'DamagedFact',
  'ImportRefused',
  'FileTrouble',
  'OperatorKeyUnusable',
  'ServerRefused',
  'ServerWentAway',
  'FoldedElsewhere',
  'NothingHere',
  'DataFolderUnusable',
]);

/** What a person who runs this process should read about a trouble that ends it. */
export function explain(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  const listening = whyNotListening(error);
  if (listening !== undefined) return listening;
  return explained.has(error.name) ? error.message : (error.stack ?? error.message);
}

/** Node's words for what an operator can change by a variable; undefined: it is something else. */
function whyNotListening(error: NodeJS.ErrnoException): string | undefined {
  if (error.syscall !== 'listen' && error.syscall !== 'getaddrinfo') return undefined;
  const cures: Readonly<Record<string, string>> = {
    EADDRINUSE: 'The port is in use. Stop what runs there, or choose another: LINKAGE_PORT=3001',
    EACCES: 'This user may not listen at that port. Choose one above 1023: LINKAGE_PORT=3000',
    EADDRNOTAVAIL: 'LINKAGE_HOST is no address of this machine. Leave it out for 127.0.0.1, or use 0.0.0.0 for all.',
    ENOTFOUND: 'LINKAGE_HOST is not known on this machine. Leave it out for 127.0.0.1, or use 0.0.0.0 for all.',
  };
  const cure = cures[error.code ?? ''];
  return cure && `${cure} (${error.message})`;
}
