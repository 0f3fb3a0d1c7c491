import { projection } from '@linkage/event-sourcing';
import type { PersonErased } from '@linkage/published-facts';

/** By the id of the invitation: when its creator was erased. */
export const erasedCreators = projection<{ readonly at: string }, PersonErased>({
  name: 'erased-creators',
  version: 1,
  streams: ['erasure-'],
  on: ['PersonErased'],
  fields: {},
  key: ({ data: { kind, subject } }) => (kind === 'creator' ? subject : null),
  project: (row, { at }) => row ?? { at },
});
