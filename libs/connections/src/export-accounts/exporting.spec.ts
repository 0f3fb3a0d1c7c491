import { exportedColumns } from '@linkage/contracts';
import { type TestKernel } from '@linkage/stores/testing';
import { ConnectionsUnderTest, ingrid, invitationOf, freshConnections } from '../connections.harness';
import { attemptColumns } from '../export-attempts/attempt-columns.mapper';
import { accountColumns } from './account-columns.mapper';

const stranger = { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000ee' };

describe('accounts and attempts as files', () => {
  let kernel: TestKernel;
  let under: ConnectionsUnderTest;
  let close: () => Promise<void>;
  let link: string;
  beforeEach(async () => {
    ({ kernel, under, close } = await freshConnections());
    link = await under.invite(invitationOf.misaki);
  });
  afterEach(() => close());

  const file = async (path: string, as = ingrid) => {
    const { body, headers } = await under.ask('GET', path, { as });
    const [head, ...lines] = (body as string).trim().split('\r\n');
    return { head, lines, headers };
  };

  it('have the columns that are promised, in their order', () => {
    expect(accountColumns.map(([name]) => name)).toEqual(exportedColumns.accounts);
    expect(attemptColumns.map(([name]) => name)).toEqual(exportedColumns.attempts);
  });

  it('hold what the lists hold under the same filter, and nothing of another workspace', async () => {
    const { authorizeUrl, cookie } = await under.start(link);
    await under.finish(under.instagram.agree(authorizeUrl), cookie);
    await kernel.settled();
    const { head, lines, headers } = await file('/api/accounts/export');
    expect(head).toBe(exportedColumns.accounts.join(','));
    expect(lines).toEqual([
      expect.stringMatching(
        /^田中 美咲,misaki\.tanaka@hinata\.example,instagram,misaki\.t,MISAKI\.T,ok,,,,,\d{4}-\d\d-\d\dT[\d:.]+Z,[^,]+,[^,]+$/,
      ),
    ]);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="accounts-nordlys-agency-\d{4}-\d\d-\d\d\.csv";/,
    );
    expect((await file('/api/accounts/export?platform=youtube')).lines).toEqual([]);
    expect((await file('/api/accounts/export', stranger)).lines).toEqual([]);
    expect((await file('/api/attempts/export?result=succeeded')).lines).toEqual([
      expect.stringMatching(/^田中 美咲,misaki\.tanaka@hinata\.example,instagram,[^,]+Z,succeeded,4,/),
    ]);
    expect((await file('/api/attempts/export')).lines).toEqual([]);
    expect((await file('/api/attempts/export?result=all', stranger)).lines).toEqual([]);
  });
});
