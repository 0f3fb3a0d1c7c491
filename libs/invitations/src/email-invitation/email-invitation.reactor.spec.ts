import type { Recorded } from '@linkage/event-sourcing';
import type { MailOutcome } from '@linkage/mail';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { openVault, type Vault } from '@linkage/vault';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { invitationFacts, type InvitationIssued } from '../invitation/invitation.events';
import { issued } from '../invitation/invitation.fixtures';
import { publicUrl, ScriptedMailServer } from '../invitations.harness';
import { EmailInvitation } from './email-invitation.reactor';

/** A mail server that takes its time. */
class SlowMailServer extends ScriptedMailServer {
  override async send(mail: Parameters<ScriptedMailServer['send']>[0]): Promise<MailOutcome> {
    await new Promise((resolve) => setImmediate(resolve));
    return super.send(mail);
  }
}

describe('the reaction that mails invitations, in two processes', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let sameVault: Vault;
  let server: ScriptedMailServer;
  beforeEach(() => {
    kernel = testKernel({ facts: invitationFacts });
    vault = testVault();
    sameVault = openVault({ directory: vault.directory });
    server = new SlowMailServer();
  });
  afterEach(async () => {
    await kernel.close();
    sameVault.close();
    vault.remove();
  });

  const reactorOn = ({ links, locks }: Vault): EmailInvitation =>
    new EmailInvitation(
      kernel.log,
      kernel.commands,
      links,
      locks,
      { publicUrl, mode: 'demo', registration: 'open' },
      server,
    );

  it('sends one mail when both get the same fact at the same time', async () => {
    const context = {
      workspaceId: 'w',
      actor: { kind: 'member', id: 'm' },
      correlationId: 'c',
      causationId: null,
    } as const;
    const {
      facts: [asking],
    } = await kernel.log.append({ stream: 'invitation-1', facts: [issued()], expected: 'no-stream', context });
    await Promise.all([vault, sameVault].map((of) => reactorOn(of).react(asking as Recorded<InvitationIssued>)));
    expect(server.accepted).toHaveLength(1);
    expect((await kernel.log.readStream('invitation-1')).map(({ type }) => type)).toEqual([
      'InvitationIssued',
      'InvitationEmailed',
    ]);
  });
});
