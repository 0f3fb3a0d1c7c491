import { transferContract } from '@linkage/event-sourcing/testing';
import { temporaryFolder } from '../testing';
import { SqliteEventLog } from './sqlite-event-log';

describe('the embedded log', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());
  let logs = 0;

  transferContract(async () => SqliteEventLog.open(folder.file(`log-${(logs += 1)}.db`)), SqliteEventLog.IN_ONE_TURN);
});
