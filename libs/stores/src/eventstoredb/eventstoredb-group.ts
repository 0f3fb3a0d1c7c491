import {
  ErrorType,
  type EventStoreDBClient,
  type PersistentSubscriptionToAllInfo,
  type PersistentSubscriptionToAllSettings,
  persistentSubscriptionToAllSettingsFromDefaults,
  PINNED,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import type { ConsumeOptions, Position } from '@linkage/event-sourcing';
import { isType } from './eventstoredb.errors';
import { fromPosition, toPosition } from './eventstoredb-position';

/** 24 days: the server keeps it in 32 bits. */
const MOST_MS = 2 ** 31 - 1;

export const named = (url: string, name: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}connectionName=${name}`;

/** Facts in flight, by connection. @throws when the server does not answer in time */
export const inFlightOf = async (
  client: EventStoreDBClient,
  group: string,
  name: string,
  withinMs: number,
): Promise<readonly number[]> => {
  const { connections } = await client.getPersistentSubscriptionToAllInfo(group, { deadline: withinMs });
  return connections.flatMap(({ connectionName, inFlightMessages }) =>
    connectionName === name ? [inFlightMessages] : [],
  );
};

export const parkedStreamOf = (group: string): string => `$persistentsubscription-$all::${group}-parked`;

export const groupInfo = async (
  client: EventStoreDBClient,
  group: string,
): Promise<PersistentSubscriptionToAllInfo | undefined> => {
  try {
    return await client.getPersistentSubscriptionToAllInfo(group);
  } catch (error) {
    if (isType(error, ErrorType.PERSISTENT_SUBSCRIPTION_DOES_NOT_EXIST)) return undefined;
    throw error;
  }
};

const settingsFrom = (startFrom: PersistentSubscriptionToAllSettings['startFrom']) =>
  persistentSubscriptionToAllSettingsFromDefaults({
    startFrom,
    // A stream stays with one consumer.
    consumerStrategyName: PINNED,
    // In effect no limit (0 would mean 0 ms): a dead consumer loses its connection.
    messageTimeout: MOST_MS,
    // The consumers count tries themselves; for the server every lost connection is one.
    maxRetryCount: 1_000_000_000,
    liveBufferSize: 2_000,
    historyBufferSize: 2_000,
    readBatchSize: 200,
  });

/**
 * Drops every connection of the group, also those that the server takes for alive: consumers join again. It goes on as
 * after a restart of the server: what was acknowledged since its checkpoint comes again.
 */
export const renewGroup = async (client: EventStoreDBClient, group: string): Promise<void> => {
  const info = await groupInfo(client, group);
  if (info) await client.updatePersistentSubscriptionToAll(group, settingsFrom(info.settings.startFrom));
};

/** Never begins at the server's `END`: without a checkpoint a restart would lose what was appended meanwhile. */
export const ensureGroup = async (
  client: EventStoreDBClient,
  { group, prefixes, from }: ConsumeOptions,
  head: () => Promise<Position | null>,
): Promise<Position | null> => {
  const there = await groupInfo(client, group);
  if (there) return startOf(there);
  const start = from === 'now' ? await head() : from;
  const settings = settingsFrom(start === null ? START : fromPosition(start));
  try {
    await client.createPersistentSubscriptionToAll(group, settings, {
      filter: streamNameFilter({ prefixes: [...prefixes] }),
    });
    return start;
  } catch (error) {
    if (!isType(error, ErrorType.PERSISTENT_SUBSCRIPTION_EXISTS)) throw error;
    const made = await groupInfo(client, group);
    return made ? startOf(made) : start;
  }
};

/** The server includes the position itself, this port does not. */
const startOf = ({ settings: { startFrom } }: PersistentSubscriptionToAllInfo): Position | null =>
  typeof startFrom === 'string' ? null : toPosition(startFrom);
