import { exportedColumns } from '@linkage/contracts';
import { eventually } from '@linkage/event-sourcing/testing';
import { workspaceFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { ingrid, invitationsUnderTest, ScriptedMailServer, type InvitationsUnderTest } from '../invitations.harness';
import { invitationColumns } from './invitation-columns.mapper';

const other = { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000ee', workspaceName: 'Other' };

describe('invitations as a file', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let under: InvitationsUnderTest;
  beforeEach(async () => {
    kernel = testKernel({ facts: workspaceFacts });
    vault = testVault();
    under = await invitationsUnderTest(kernel, vault, new ScriptedMailServer());
    await kernel.consumers.start();
  });
  afterEach(async () => {
    await under.close();
    await kernel.close();
    vault.remove();
  });

  const invite = async (name: string, email: string): Promise<string> => {
    const { body } = await under.ask('POST', '/invitations', { body: { name, email } });
    const search = encodeURIComponent(email);
    await eventually(
      async () => expect((await under.ask('GET', `/invitations?search=${search}`)).body.items).toHaveLength(1),
      60_000,
    );
    return body.invitationId;
  };
  const lines = (text: string): string[] => text.trim().split('\r\n');
  const file = async (query = '', as = ingrid) =>
    lines((await under.file('GET', `/invitations/export${query}`, { as })).text);

  it('has the columns that are promised, in their order', () =>
    expect(invitationColumns.map(([name]) => name)).toEqual(exportedColumns.invitations));

  it('is every row that the filter lets through, raw, under a name that says what it is', async () => {
    await invite('=HYPERLINK("x");=1', 'zoe@example.org');
    kernel.clock.advance(1_000);
    const id = await invite('Noa', 'noa@example.org');
    const { text, headers } = await under.file('GET', '/invitations/export?sort=invitedAt&direction=asc');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="invites-nordlys-agency-\d{4}-\d\d-\d\d\.csv";/,
    );
    const [head, first, second, ...others] = lines(text);
    expect(head).toBe(exportedColumns.invitations.join(','));
    expect(first).toMatch(/^"'=HYPERLINK\(""x""\);'=1",zoe@example\.org,\d{4}-\d\d-\d\dT[\d:.]+Z,invited,/);
    expect(second).toMatch(new RegExp(`^Noa,noa@example\\.org,.*,no,,${id}$`));
    expect(others).toEqual([]);
    expect(await file('?search=noa')).toHaveLength(2);
    expect(await file('?status=active')).toHaveLength(1);
    expect((await under.file('GET', '/invitations/export?bom=1')).text.startsWith('\uFEFFname,')).toBe(true);
    // Nothing of another workspace.
    expect(await file('', other)).toHaveLength(1);
  });

  it('goes over as many pages as there are', async () => {
    const id = '01936000-0000-4000-8000-000000000050';
    const rows = Array.from({ length: 250 }, (_, n) => ({
      line: n + 2,
      name: `Row ${n}`,
      email: `row${n}@example.org`,
    }));
    await under.ask('PUT', `/invitations/imports/${id}/parts/0`, { body: { rows } });
    await under.ask('POST', `/invitations/imports/${id}/start`, { body: { fileName: 'a.csv', parts: 1 } });
    await eventually(async () => expect((await under.ask('GET', '/invitations')).body.counts.all).toBe(250), 60_000);
    const names = (await file()).slice(1).map((line) => line.split(',')[1]);
    expect(new Set(names).size).toBe(250);
    expect(names).toHaveLength(250);
  });

  it('is what was selected, in that order, and never what is of another workspace', async () => {
    const [one, two] = [await invite('Zoë', 'zoe@example.org'), await invite('Noa', 'noa@example.org')];
    const post = async (body: object, as = ingrid) =>
      lines((await under.file('POST', '/invitations/export', { body, as })).text).slice(1);
    const names = (found: readonly string[]) => found.map((line) => line.split(',')[0]);
    expect(names(await post({ invitationIds: [two, one, 'unknown'] }))).toEqual(['Noa', 'Zoë']);
    expect(names(await post({ matching: { except: [one] } }))).toEqual(['Noa']);
    expect(await post({ invitationIds: [one, two] }, other)).toEqual([]);
    expect((await under.ask('POST', '/invitations/export', { body: {} })).status).toBe(400);
  });
});
