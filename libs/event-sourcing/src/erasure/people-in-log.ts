import { wholeLog } from '../log-transfer/whole-log';
import { DamagedFact, type EventLog } from '../log/event-log.port';
import { sealedFieldsOf } from '../personal-data/sealed-fields';

const TELL_EVERY = 5_000;

/** Erased or not. Damaged facts are left to `verifyLog`. */
export const peopleInLog = async (
  log: EventLog,
  onProgress: (facts: number) => void = () => undefined,
): Promise<ReadonlySet<string>> => {
  const people = new Set<string>();
  let facts = 0;
  for await (const fact of wholeLog(log, await log.head())) {
    facts += 1;
    if (facts % TELL_EVERY === 0) onProgress(facts);
    if (!(fact instanceof DamagedFact)) for (const { of } of sealedFieldsOf(fact.data)) people.add(of);
  }
  return people;
};
