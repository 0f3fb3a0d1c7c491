import { isSealStream } from '../chain/seal';
import type { Fact } from '../fact';
import { projection } from '../projection';

export interface WorkspaceStream {
  readonly workspaceId: string;
  readonly stream: string;
}

/**
 * Lets the past of one workspace be read without that of all others. A stream belongs to the workspace of its first
 * fact, so a row is written once. Seals are left out: nothing is folded from them.
 */
export const workspaceStreams = projection<WorkspaceStream, Fact>({
  name: 'workspace-streams',
  version: 1,
  streams: [''],
  on: 'any',
  fields: { workspaceId: 'text', stream: 'text' },
  indexes: [['workspaceId', 'stream']],
  key: ({ stream, revision }) => (revision === 0 && !isSealStream(stream) ? stream : null),
  project: (_, { workspaceId, stream }) => ({ workspaceId, stream }),
});
