import { createKernel, systemClock } from '@linkage/event-sourcing';
import { openVault } from '@linkage/vault';
import { workspacesByHand, WorkspacesModule, type WorkspacesByHand } from '@linkage/workspaces';
import type { Config } from '../config';
import { close } from '../close';
import { openStorage } from '../storage';

/**
 * Opens the stores in this process, where no server has them.
 * @throws DatabaseUnusable, VaultUnusable with what to do
 */
export async function withWorkspaces<T>(
  config: Config,
  work: (workspaces: WorkspacesByHand) => Promise<T>,
): Promise<T> {
  const opened = new AsyncDisposableStack();
  try {
    const { log, store } = await openStorage(config);
    opened.adopt(log, close);
    opened.adopt(store, close);
    const vault = opened.adopt(openVault({ directory: config.dataDirectory, masterKey: config.masterKey }), close);
    const kernel = createKernel({ log, store, clock: systemClock, keys: vault.keys, roles: [] });
    kernel.consumers.add(WorkspacesModule.parts);
    return await work(workspacesByHand(vault, kernel, config));
  } finally {
    await opened.disposeAsync();
  }
}
