import { projection } from '@linkage/event-sourcing';
import type { PersonErased } from './erasure.events';

/** What a certificate says of one person who was erased. */
export type ErasureRow = PersonErased['data'] & { readonly workspaceId: string; readonly at: string };

export const erasures = projection<ErasureRow, PersonErased>({
  name: 'erasures',
  version: 1,
  streams: ['erasure-'],
  on: ['PersonErased'],
  fields: { at: 'text' },
  indexes: [['at']],
  key: (fact) => fact.data.subject,
  project: (row, { data, workspaceId, at }) => row ?? { ...data, workspaceId, at },
});
