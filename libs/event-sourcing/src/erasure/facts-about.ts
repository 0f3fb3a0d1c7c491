import { wholeLog } from '../log-transfer/whole-log';
import { DamagedFact, type EventLog } from '../log/event-log.port';
import type { PersonalData } from '../personal-data/personal-data';

type FactCounts = Readonly<Record<string, number>>;

export interface FactsAbout {
  readonly encrypted: FactCounts;
  /** Left open by an older version, or encrypted for another person; withheld once the person was erased. */
  readonly open: FactCounts;
}

const TELL_EVERY = 5_000;

/** Damaged facts are left to `verifyLog`. */
export const factsAbout = async (
  log: EventLog,
  personalData: PersonalData,
  subject: string,
  onProgress: (facts: number) => void = () => undefined,
): Promise<FactsAbout> => {
  const [encrypted, open] = [new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, type: string): void => void counts.set(type, (counts.get(type) ?? 0) + 1);
  let facts = 0;
  for await (const fact of wholeLog(log, await log.head())) {
    facts += 1;
    if (facts % TELL_EVERY === 0) onProgress(facts);
    if (fact instanceof DamagedFact) continue;
    const persons = personalData.personsIn(fact);
    if (persons.sealed.includes(subject)) count(encrypted, fact.type);
    if (persons.open.includes(subject)) count(open, fact.type);
  }
  return { encrypted: Object.fromEntries(encrypted), open: Object.fromEntries(open) };
};
