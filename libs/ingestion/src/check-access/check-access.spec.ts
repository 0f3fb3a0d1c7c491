import { eventually } from '@linkage/event-sourcing/testing';
import { PlatformError, type AccessGrant } from '@linkage/platforms';
import { Logger } from '@nestjs/common';
import { freshIngestion, type FreshIngestion } from '../ingestion.harness';
import { ScriptedConnector, trouble } from '../refresh/scripted-connector.fixtures';

const hour = 3_600_000;
const id = (n: number) => `01936000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const once = ['RefreshStarted', 'RefreshCompleted'];

/** A platform that wants to be asked every hour whether access still stands. */
class Asking extends ScriptedConnector {
  checked = 0;
  readonly accessCheck = {
    everyMs: hour,
    check: async (_grant: AccessGrant): Promise<void> => {
      this.checked += 1;
      this.stands();
    },
  };
  stands: () => void = () => undefined;
}

describe('checking access', () => {
  let fresh: FreshIngestion;
  let kernel: FreshIngestion['kernel'];
  let instagram: Asking;
  let under: FreshIngestion['under'];

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    instagram = new Asking('instagram');
    fresh = await freshIngestion([instagram, new ScriptedConnector('youtube')]);
    ({ kernel, under } = fresh);
    await under.connect(id(1));
    await under.connect(id(2), 'youtube');
    for (const account of [id(1), id(2)])
      await eventually(async () => expect(await under.runs(account)).toEqual(once), 20_000);
    await kernel.settled();
  });
  afterEach(() => fresh.close());

  it('asks at the start and then every hour, and only platforms that want it', async () => {
    expect(await under.checkAccess()).toBe(1);
    expect(await under.checkAccess()).toBe(0);
    kernel.clock.advance(hour - 1);
    expect(await under.checkAccess()).toBe(0);
    kernel.clock.advance(1);
    expect(await under.checkAccess()).toBe(1);
    expect(instagram.checked).toBe(2);
    expect(await under.runs(id(1))).toEqual(once);
  });

  it('refreshes an account at once whose access has ended, so that it is recorded', async () => {
    const ended = { outcome: 'needs-reauthorization', cause: 'no-longer-valid' } as const;
    instagram.stands = trouble({ outcome: 'refresh-token' });
    instagram.renewed = trouble(ended);
    instagram.naming = trouble(ended);
    await under.checkAccess();
    expect(await under.runs(id(1))).toEqual([...once, 'RefreshStarted', 'RefreshFailed']);
    await kernel.settled();
    kernel.clock.advance(hour);
    expect(await under.checkAccess()).toBe(0);
  });

  it.each([
    ['the platform is away', () => new PlatformError({ outcome: 'platform-down' }, 'x')],
    ['something is wrong with us', () => new Error('x')],
  ])('changes nothing when %s', async (_name, error) => {
    instagram.stands = () => {
      throw error();
    };
    expect(await under.checkAccess()).toBe(1);
    expect(await under.runs(id(1))).toEqual(once);
  });
});
