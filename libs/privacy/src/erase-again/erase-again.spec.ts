import { LogUnavailable, type FactLog } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import { JsonLogger } from '@linkage/http';
import { erasureFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import type { DataSubjectKeys } from '@linkage/vault';
import { Logger } from '@nestjs/common';
import { erased, misakiId, workspaceId } from '../erasure/erasure.fixtures';
import { erasures } from '../erasure/erasures.projection';
import { EraseAgain } from './erase-again.schedule';

describe('the key of an erased person that a restored vault brought back', () => {
  const lines: string[] = [];
  let kernel: TestKernel;
  beforeAll(() => Logger.overrideLogger(new JsonLogger('error', { write: (line) => lines.push(line) })));
  afterAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    lines.length = 0;
    kernel = testKernel({ facts: erasureFacts, projections: [erasures] });
    await kernel.keys.obtain(misakiId);
    await kernel.log.append({
      stream: `erasure-${misakiId}`,
      facts: [erased()],
      expected: 'no-stream',
      context: { workspaceId, actor: { kind: 'member', id: 'm' }, correlationId: 'c', causationId: null },
    });
  });
  afterEach(() => kernel.close());

  /** Its first questions to the log fail with these. */
  const started = (...troubles: Error[]): EraseAgain => {
    const head = async () => {
      const trouble = troubles.shift();
      if (trouble) throw trouble;
      return kernel.log.head();
    };
    const eraseAgain = new EraseAgain(
      kernel.readModels,
      { head } as FactLog,
      kernel.keys as unknown as DataSubjectKeys,
      kernel.erasures,
    );
    eraseAgain.onApplicationBootstrap();
    return eraseAgain;
  };
  const isGone = () => eventually(async () => expect(await kernel.keys.find(misakiId)).toBeUndefined(), 10_000);

  it('is deleted at the start', async () => {
    const eraseAgain = started();
    await isGone();
    await eraseAgain.onModuleDestroy();
  });

  it('is deleted once a log that was away at the start is back, and no line tells of that a second time', async () => {
    const eraseAgain = started(new LogUnavailable('It does not answer.', true));
    await isGone();
    await eraseAgain.onModuleDestroy();
    expect(lines).toEqual([]);
  }, 20_000);

  it('is looked for again after any other trouble, which is told', async () => {
    const eraseAgain = started(new Error('It broke.'));
    await isGone();
    await eraseAgain.onModuleDestroy();
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { msg: expect.stringContaining('tried again'), err: { message: 'It broke.' } },
    ]);
  }, 20_000);
});
