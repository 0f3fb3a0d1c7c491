import {
  type AllStreamRecordedEvent,
  type EventData,
  jsonEvent,
  type JSONEventType,
  type RecordedEvent,
} from '@eventstore/db-client';
import type { FactToStore, StoredFact, StoredMeta } from '@linkage/event-sourcing';
import { toPosition } from './eventstoredb-position';

type ServerEvent = JSONEventType<string, Record<string, unknown>, StoredMeta>;

const utf8 = new TextEncoder();

/** Metadata are given as bytes: the client would convert an object through base64 several times. */
export const toEvent = ({ id, type, data, meta }: FactToStore): EventData =>
  jsonEvent({ id, type, data: data as ServerEvent['data'], metadata: utf8.encode(JSON.stringify(meta)) });

/** Undefined for system events and links. */
export const toFact = (event: RecordedEvent | AllStreamRecordedEvent | undefined): StoredFact | undefined => {
  if (!event || event.type.startsWith('$') || !event.isJson || !event.position) return undefined;
  return {
    id: event.id,
    type: event.type,
    stream: event.streamId,
    revision: Number(event.revision),
    position: toPosition(event.position),
    data: event.data as StoredFact['data'],
    meta: event.metadata as unknown as StoredMeta,
  };
};
