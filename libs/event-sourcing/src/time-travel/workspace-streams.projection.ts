import { isSealStream } from '../audit-chain/seal';
import type { Fact } from '../facts/fact';
import { projection } from '../read-models/projection';

export interface WorkspaceStream {
  readonly workspaceId: string;
  readonly stream: string;
}

/** Lets one workspace's past be read without all others'. Seals are left out: nothing is folded from them. */
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
