import { projection } from '@linkage/event-sourcing';
import type { InvitationImportFact } from '../invitation-import/invitation-import.events';

export interface ImportRow {
  readonly importId: string;
  readonly workspaceId: string;
  readonly fileName: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly rows: number;
  readonly skipped: number;
  readonly already: number;
}

/** One row per file that was taken. */
export const imports = projection<ImportRow, InvitationImportFact>({
  name: 'imports',
  version: 1,
  streams: ['import-'],
  on: ['InvitationImportStarted', 'InvitationImportFinished'],
  fields: { workspaceId: 'text', startedAt: 'text' },
  indexes: [['workspaceId', 'startedAt']],
  key: ({ stream }) => stream,
  project: (row, fact) => {
    if (fact.type === 'InvitationImportFinished')
      return row && { ...row, finishedAt: fact.at, already: fact.data.already };
    const { importId, fileName, rows, skipped } = fact.data;
    const { workspaceId, at } = fact;
    return { importId, workspaceId, fileName, startedAt: at, finishedAt: null, rows, skipped, already: 0 };
  },
});
