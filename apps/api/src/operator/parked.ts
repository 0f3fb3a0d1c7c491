import type { ParkedFacts } from '@linkage/contracts';
import { parkedReactions, type EventLog } from '@linkage/event-sourcing';

/** So many are named; all are counted. */
const MOST_NAMED = 100;

/** What a reaction gave up, as the log keeps it; no data of the facts is in it. */
export async function parkedOf(log: EventLog, reaction: string): Promise<ParkedFacts> {
  const [state, parked] = await Promise.all([log.groups.state(reaction), parkedReactions(log, reaction, MOST_NAMED)]);
  const facts = parked.map(({ fact, message, ...when }) => ({ ...fact, ...when, lastError: message }));
  return { reaction, total: state?.parked ?? 0, facts };
}
