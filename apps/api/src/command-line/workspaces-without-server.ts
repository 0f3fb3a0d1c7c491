import { createKernel, systemClock } from '@linkage/event-sourcing';
import { openVault } from '@linkage/vault';
import { workspacesByHand, WorkspacesModule, type WorkspacesByHand } from '@linkage/workspaces';
import type { Config } from '../config';
import { Opened } from '../opened';
import { openStorage } from '../storage';

/** Opens the stores in this process, where no server has them. @throws StoreUnusable, VaultUnusable with what to do */
export async function withWorkspaces<T>(
  config: Config,
  work: (workspaces: WorkspacesByHand) => Promise<T>,
): Promise<T> {
  const opened = new Opened();
  try {
    const { log, store } = await openStorage(config);
    opened.add(log);
    opened.add(store);
    const vault = opened.add(openVault({ directory: config.dataDirectory, masterKey: config.masterKey }));
    const kernel = createKernel({ log, store, clock: systemClock, keys: vault.keys, roles: [] });
    kernel.consumers.add(WorkspacesModule.parts);
    return await work(workspacesByHand(vault, kernel.commands, config));
  } finally {
    await opened.close();
  }
}
