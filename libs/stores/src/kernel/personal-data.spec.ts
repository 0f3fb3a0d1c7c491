import { readFileSync, readdirSync } from 'node:fs';
import { opened, ticketContext, ticketFacts, ticketList } from '@linkage/event-sourcing/testing';
import { temporaryFolder, testKernel } from '../testing';

describe('personal data', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());
  const bytesOf = (prefix: string): string =>
    readdirSync(folder.path).filter((name) => name.startsWith(prefix)).map((name) => readFileSync(folder.file(name), 'latin1')).join('');

  it('never stands in the log in the clear, and is gone from history and rebuilt read models once its key is', async () => {
    const kernel = testKernel({ facts: ticketFacts, projections: [ticketList] }, { folder });
    await kernel.log.append({ stream: 'ticket-1', facts: [opened('1', 'Visible title', 'Secretive Person')], expected: 'no-stream', context: ticketContext() });
    await kernel.settled();
    expect((await kernel.readModels.get(ticketList, '1'))?.reporter).toBe('Secretive Person');
    expect(bytesOf('facts.db')).toContain('Visible title');
    expect(bytesOf('facts.db')).not.toContain('Secretive');

    await kernel.keys.erase('reporter-of-1');
    expect(await kernel.log.readStream('ticket-1')).toMatchObject([{ data: { title: 'Visible title', reporter: '[erased]' } }]);
    await kernel.consumers.stop();
    await kernel.store.clear(ticketList.collection);
    await kernel.close();

    const again = testKernel({ facts: ticketFacts, projections: [ticketList] }, { folder, keys: kernel.keys });
    await again.settled();
    expect((await again.readModels.get(ticketList, '1'))?.reporter).toBe('[erased]');
    await again.close();
  });
});
