import { DamagedFact, type EventLog } from '../log/event-log.port';
import { wholeLog } from './whole-log';
import { closingLine, headerLine, toLine } from './log-line';

export type OnProgress = (facts: number) => void;

const TELL_EVERY = 5_000;

/** NDJSON, without facts appended meanwhile. @throws DamagedFact */
export async function* exportLog(log: EventLog, onProgress: OnProgress = () => undefined): AsyncGenerator<string> {
  yield headerLine();
  let facts = 0;
  for await (const fact of wholeLog(log, await log.head())) {
    if (fact instanceof DamagedFact) throw fact;
    yield toLine(fact);
    facts += 1;
    if (facts % TELL_EVERY === 0) onProgress(facts);
  }
  yield closingLine(facts);
  onProgress(facts);
}
