import type { Recorded } from '@linkage/event-sourcing';
import type { Installation } from '@linkage/http';
import type { MailOutcome } from '@linkage/mail';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { LeaseLost, openVault, type Locks, type Vault } from '@linkage/vault';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { invitationFacts, type InvitationIssued } from '../invitation/invitation.events';
import { issued } from '../invitation/invitation.fixtures';
import { LostAccounts } from '../invitation/lost-accounts.service';
import { MessageTemplates } from '../message-template/message-templates.service';
import { ReplyAddresses } from '../message-template/reply-addresses.service';
import { publicUrl, ScriptedMailServer } from '../invitations.harness';
import { MailTokens } from '../invitation/mail-tokens.service';
import { OptOutLinks } from '../invitation/opt-out-links.service';
import { MailDelivery } from './mail-delivery.service';
import { MailMessages } from './mail-messages.service';

/** A mail server that takes its time. */
class SlowMailServer extends ScriptedMailServer {
  override async send(mail: Parameters<ScriptedMailServer['send']>[0]): Promise<MailOutcome> {
    await new Promise((resolve) => setImmediate(resolve));
    return super.send(mail);
  }
}

describe('the mail of an invitation, in two processes', () => {
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

  const installation: Installation = { publicUrl, mode: 'demo', registration: 'open', salesUrl: null, sendsMail: true };
  const deliveryOn = ({ links, locks, hashes }: Vault): MailDelivery =>
    new MailDelivery(
      kernel.log,
      kernel.commands,
      links,
      locks,
      new LostAccounts(kernel.readModels, kernel.log),
      new MailMessages(kernel.log, new MessageTemplates(kernel.log)),
      new ReplyAddresses(kernel.log, installation),
      installation,
      new MailTokens(hashes),
      new OptOutLinks(installation, new MailTokens(hashes)),
      server,
      kernel.clock,
    );

  const context = {
    workspaceId: 'w',
    actor: { kind: 'member', id: 'm' },
    correlationId: 'c',
    causationId: null,
  } as const;
  const anAsking = async (): Promise<Recorded<InvitationIssued>> => {
    const { facts } = await kernel.log.append({
      stream: 'invitation-1',
      facts: [issued()],
      expected: 'no-stream',
      context,
    });
    return facts[0] as Recorded<InvitationIssued>;
  };

  it('sends nothing any more when its lock was lost: another process may be sending the same mail', async () => {
    const lost: Locks = {
      withLock: (_, work) => work(AbortSignal.abort(new LeaseLost())),
      tryLock: (_, work) => work(AbortSignal.abort(new LeaseLost())),
    };
    await expect(deliveryOn({ ...vault, locks: lost }).deliver('invitation-1', (await anAsking()).id)).rejects.toThrow(
      LeaseLost,
    );
    expect(server.accepted).toEqual([]);
  });

  it('sends one mail when both get the same fact at the same time', async () => {
    const asking = await anAsking();
    await Promise.all([vault, sameVault].map((of) => deliveryOn(of).deliver('invitation-1', asking.id)));
    expect(server.accepted).toHaveLength(1);
    expect((await kernel.log.readStream('invitation-1')).map(({ type }) => type)).toEqual([
      'InvitationIssued',
      'InvitationEmailed',
    ]);
  });
});
