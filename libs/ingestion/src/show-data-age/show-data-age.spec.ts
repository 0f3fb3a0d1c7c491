import { DATA_AGE, type DataAge } from '@linkage/contracts';
import { eventually } from '@linkage/event-sourcing/testing';
import { Logger } from '@nestjs/common';
import { freshIngestion, type FreshIngestion } from '../ingestion.harness';
import { ScriptedConnector, trouble } from '../refresh/scripted-connector.fixtures';
import { ShowDataAge, ShowDataAgeHandler } from './show-data-age.query';

const id = (n: number) => `01936000-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('how old the figures are', () => {
  let fresh: FreshIngestion;
  let kernel: FreshIngestion['kernel'];
  let youtube: ScriptedConnector;
  let under: FreshIngestion['under'];

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    youtube = new ScriptedConnector('youtube');
    fresh = await freshIngestion([new ScriptedConnector('instagram'), youtube]);
    ({ kernel, under } = fresh);
  });
  afterEach(() => fresh.close());
  const age = async (platform: 'instagram' | 'youtube'): Promise<DataAge> => {
    await kernel.settled();
    return new ShowDataAgeHandler(kernel.readModels, kernel.clock).execute(new ShowDataAge(platform));
  };
  const connected = async (account: string, platform: 'instagram' | 'youtube', last: string): Promise<void> => {
    await under.connect(account, platform);
    await eventually(async () => expect((await under.runs(account)).at(-1)).toBe(last), 20_000);
  };

  it('counts those that are older than they should be, and tells the oldest, per platform', async () => {
    await connected(id(1), 'instagram', 'RefreshCompleted');
    const first = kernel.clock.now();
    await connected(id(2), 'youtube', 'RefreshCompleted');
    kernel.clock.advance(DATA_AGE.within - 1);
    expect(await age('instagram')).toEqual({ accounts: 1, late: 0, oldest: null });
    await connected(id(3), 'instagram', 'RefreshCompleted');
    kernel.clock.advance(1);
    expect(await age('instagram')).toEqual({ accounts: 2, late: 1, oldest: first.toISOString() });
  });

  it('counts one that could never be read from the day that it was connected, and none that waits for its creator', async () => {
    youtube.naming = trouble({ outcome: 'platform-down' });
    await connected(id(1), 'youtube', 'RefreshFailed');
    const first = kernel.clock.now();
    kernel.clock.advance(DATA_AGE.within);
    expect(await age('youtube')).toEqual({ accounts: 1, late: 1, oldest: first.toISOString() });
    youtube.naming = trouble({ outcome: 'needs-reauthorization', cause: 'password-changed' });
    await connected(id(2), 'youtube', 'RefreshFailed');
    expect(await age('youtube')).toMatchObject({ accounts: 1, late: 1 });
  });
});
