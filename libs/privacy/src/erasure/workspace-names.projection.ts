import { projection, foldedName } from '@linkage/event-sourcing';
import type { WorkspaceRegistered } from './erasure.events';

interface WorkspaceName {
  readonly workspaceId: string;
  readonly name: string;
  /** By which names are compared: no case, no accents. */
  readonly nameKey: string;
}

/** By name an operator says which workspace is meant. */
export const workspaceNames = projection<WorkspaceName, WorkspaceRegistered>({
  name: 'workspace-names',
  version: 2,
  streams: ['workspace-'],
  on: ['WorkspaceRegistered'],
  fields: { nameKey: 'text' },
  indexes: [['nameKey']],
  key: (fact) => fact.data.workspaceId,
  project: (_row, { data: { workspaceId, name } }) => ({ workspaceId, name, nameKey: foldedName(name) }),
});
