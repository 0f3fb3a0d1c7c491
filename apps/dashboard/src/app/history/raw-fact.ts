import type { HistoryFact } from '@linkage/contracts';

/** The fact as the log has it, in the order in which a person reads it. */
export const rawFact = ({ item, data, storedVersion, version, position }: HistoryFact) => ({
  id: item.factId,
  type: item.type,
  version: storedVersion,
  ...(version !== storedVersion && { shownAs: version }),
  at: item.at,
  actor: { kind: item.actor.kind, id: item.actor.id },
  stream: item.stream,
  revision: item.revision,
  position,
  correlationId: item.correlationId,
  causationId: item.causationId,
  data,
});
