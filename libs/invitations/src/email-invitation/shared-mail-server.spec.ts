import { eventually } from '@linkage/event-sourcing/testing';
import { workspaceFacts } from '@linkage/published-facts';
import type { Mail, MailOutcome, MailSender } from '@linkage/mail';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { ingrid, invitationsUnderTest, type InvitationsUnderTest } from '../invitations.harness';

const MANY = 1_050;
const other = {
  ...ingrid,
  memberId: '01936000-0000-7000-8000-00000000bbbb',
  workspaceId: '01936000-0000-7000-8000-0000000000ee',
  workspaceName: 'Sakura Media',
};

/** Takes its time with one domain: each of those mails waits until it is let go. Greylists another one. */
class SlowMailServer implements MailSender {
  readonly accepted: string[] = [];
  readonly held: (() => void)[] = [];
  readonly tries = new Map<string, number>();
  greylists = false;

  async send({ to: { address }, messageId }: Mail): Promise<MailOutcome> {
    this.tries.set(address, (this.tries.get(address) ?? 0) + 1);
    if (address.endsWith('@grey.example') && this.greylists)
      return { accepted: false, temporary: true, reason: 'Greylisted.' };
    if (address.endsWith('@slow.example')) await new Promise<void>((resolve) => this.held.push(resolve));
    this.accepted.push(address);
    return { accepted: true, messageId };
  }
}

describe('two brands that share one mail server', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let server: SlowMailServer;
  let under: InvitationsUnderTest;

  beforeEach(async () => {
    kernel = testKernel({ facts: workspaceFacts });
    vault = testVault();
    server = new SlowMailServer();
    under = await invitationsUnderTest(kernel, vault, server);
  });
  afterEach(async () => {
    for (const release of server.held) release();
    await under.close();
    await kernel.close();
    vault.remove();
  });

  const imports = async (domain: string): Promise<void> => {
    const rows = Array.from({ length: MANY }, (_, n) => ({
      line: n + 2,
      name: `Creator ${n}`,
      email: `c${n}@${domain}`,
    }));
    const path = '/invitations/imports/01936000-0000-4000-8000-000000000042';
    const parts = [rows.slice(0, 500), rows.slice(500, 1_000), rows.slice(1_000)];
    for (const [part, some] of parts.entries())
      expect((await under.ask('PUT', `${path}/parts/${part}`, { body: { rows: some } })).status).toBe(204);
    const body = { fileName: 'creators.csv', parts: parts.length };
    expect((await under.ask('POST', `${path}/start`, { body })).status).toBeLessThan(300);
  };
  const otherInvites = async (email: string): Promise<void> => {
    expect((await under.ask('POST', '/invitations', { body: { name: 'Hana', email }, as: other })).status).toBe(201);
    await eventually(() => expect(server.accepted).toContain(email));
  };

  it("lets one brand's mail through while all of the other's are greylisted, and tries those again", async () => {
    server.greylists = true;
    await imports('grey.example');
    await eventually(() => expect(server.tries.size).toBe(MANY), 60_000);
    await otherInvites('hana@sakura.example');
    server.greylists = false;
    kernel.clock.advance(15_000);
    await eventually(() => expect(server.accepted).toHaveLength(MANY + 1), 60_000);
    expect([...server.tries.values()].reduce((most, tries) => Math.max(most, tries), 0)).toBe(2);
  }, 120_000);

  it("lets one brand's mail through while the other's wait for a slow receiver", async () => {
    await imports('slow.example');
    await eventually(() => expect(server.held.length).toBeGreaterThanOrEqual(4), 60_000);
    await otherInvites('hana@sakura.example');
    expect(server.accepted).toEqual(['hana@sakura.example']);
  }, 120_000);
});
