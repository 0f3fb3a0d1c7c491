interface PolicyFactory {
  readonly defaultPolicy: object | null;
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): object;
}

/** An address of this origin whose file is one that the build names a worker. */
export const isOwnWorker = (address: string, page: string): boolean => {
  const { origin, pathname, search } = new URL(address, page);
  return origin === new URL(page).origin && /^\/worker-[\w-]+\.js$/.test(pathname) && search === '';
};

/**
 * Pages of ours turn no text into a script (Trusted Types). This lets a worker be started from the build's own files,
 * and from nowhere else.
 */
export function allowOwnWorkers(): void {
  const { trustedTypes } = window as { readonly trustedTypes?: PolicyFactory };
  if (trustedTypes === undefined || trustedTypes.defaultPolicy !== null) return;
  const createScriptURL = (address: string): string | null => (isOwnWorker(address, document.baseURI) ? address : null);
  trustedTypes.createPolicy('default', { createScriptURL });
}
