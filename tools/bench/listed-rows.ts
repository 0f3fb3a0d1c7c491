import { projection } from '@linkage/event-sourcing';
import { SqliteReadStore } from '@linkage/stores';
import type { Contestant } from './contestants';

const BATCH = 10_000;

export interface Row {
  readonly workspaceId: string;
  readonly invitationId: string;
  readonly name: string;
  readonly nameKey: string;
  readonly email: string;
  readonly status: string;
  readonly urgency: number;
  readonly invitedAt: string;
  readonly accounts: readonly unknown[];
}

export const { collection: listed } = projection<Row, never>({
  name: 'invitation-list',
  version: 1,
  streams: [],
  on: [],
  key: () => null,
  project: () => undefined,
  fields: { workspaceId: 'text', status: 'text', urgency: 'number', invitedAt: 'text', nameKey: 'text' },
  indexes: [
    ['workspaceId', 'urgency', 'invitedAt'],
    ['workspaceId', 'invitedAt'],
    ['workspaceId', 'nameKey'],
    ['workspaceId', 'status', 'invitedAt'],
    ['workspaceId', 'status', 'nameKey'],
  ],
  search: ['name', 'email'],
  searchParts: true,
  counts: [['workspaceId'], ['workspaceId', 'status']],
});

const statuses = ['invited', 'active', 'action-needed'] as const;
/** Spread over the whole range without order, the same in every run. */
export const scattered = (index: number): number => (index * 2_654_435_761) % 4_294_967_296;
export const timeOf = (share: number): string =>
  new Date(Date.UTC(2025, 0, 1) + share * 365 * 86_400_000).toISOString();
export const nameOf = (share: number): string =>
  Math.floor(share * 36 ** 6)
    .toString(36)
    .padStart(6, '0');

export const rowOf = (index: number, count: number): Row => {
  const [name, status] = [nameOf(scattered(index) / 2 ** 32), index % 3];
  return {
    workspaceId: 'w1',
    invitationId: `i${index}`,
    name: `${name} Creator`,
    nameKey: name,
    email: `${name}@example.com`,
    status: statuses[status] ?? '',
    urgency: status,
    invitedAt: timeOf(index / count),
    accounts: [
      { platform: 'instagram', username: `${name}.official`, broken: null },
      { platform: 'youtube', username: name, broken: null },
    ],
  };
};

/** So many rows in `documents.db` of the folder. */
export const fill: Contestant = async (folder, argument) => {
  const count = Number(argument);
  const store = SqliteReadStore.open(`${folder}/documents.db`);
  await store.ensure(listed);
  for (let start = 0; start < count; start += BATCH) {
    const changes = Array.from({ length: Math.min(BATCH, count - start) }, (_, offset) => start + offset).map(
      (index) => ({ key: `i${index}`, row: rowOf(index, count), position: `${index}` as never }),
    );
    const after = start === 0 ? null : (`${start - BATCH}` as never);
    await store.commit({ collection: listed, changes, after, checkpoint: `${start}` as never });
  }
  await store.close();
  return {};
};
