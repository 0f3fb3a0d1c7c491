import { CLOCK, CommandHandling, FactLog, type Clock } from '@linkage/event-sourcing';
import type { MessageTested } from '@linkage/contracts';
import { factContextOf, Installation } from '@linkage/http';
import { MAIL_SENDER, type MailSender } from '@linkage/mail';
import { Locks } from '@linkage/vault';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { invitationEmail } from '../message-template/invitation-email.service';
import { mailedNames } from '../message-template/mailed-names';
import { emailNotConfirmed, noMailServer } from '../invitation/invitation.errors';
import { OptOutLinks } from '../invitation/opt-out-links.service';
import { messageTemplate } from '../message-template/message-template';
import type { MessageTemplateFact, MessageTestRequested } from '../message-template/message-template.events';
import { testNotSent } from '../message-template/message-template.errors';
import { expectTestAllowed } from './test-bound';
import { TestMessage } from './test-message.command';

/**
 * Recorded before it is sent, so that what bounds it is never forgotten. Its link leads nowhere: it is of no creator.
 */
@CommandHandler(TestMessage)
export class TestMessageHandler implements ICommandHandler<TestMessage> {
  constructor(
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly locks: Locks,
    private readonly installation: Installation,
    private readonly optOutLinks: OptOutLinks,
    @Inject(MAIL_SENDER) private readonly sender: MailSender,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(test: TestMessage): Promise<MessageTested> {
    if (!this.installation.sendsMail) throw noMailServer();
    if (test.member.mustConfirmEmail) throw emailNotConfirmed();
    const id = await this.locks.withLock(`message-test:${test.member.memberId}`, () => this.record(test));
    const answer = await this.send(test, id);
    if (!answer.accepted) throw testNotSent(answer.reason);
    return { sentTo: test.member.email };
  }

  private async record({ member }: TestMessage): Promise<string> {
    const stream = `message-test-${member.memberId}`;
    const asked = await this.log.readStream<MessageTemplateFact>(stream);
    expectTestAllowed(
      asked.map(({ at }) => at),
      this.clock.now(),
    );
    const requested: MessageTestRequested = {
      type: 'MessageTestRequested',
      data: { workspaceId: member.workspaceId, memberId: member.memberId },
    };
    const { facts } = await this.commands.handle({
      stream,
      decider: messageTemplate,
      context: factContextOf(member),
      decide: () => [requested],
    });
    return facts[0]?.id ?? '';
  }

  private send({ message, name, member }: TestMessage, id: string): ReturnType<MailSender['send']> {
    const names = mailedNames({ name, brandName: member.workspaceName, invitedBy: member.name });
    const link = `${this.installation.publicUrl}/connect/example`;
    const mail = invitationEmail({ names, email: member.email, link, optOutUrl: this.optOutLinks.example, message });
    return this.sender.send({
      ...mail,
      to: { name: member.name, address: member.email },
      fromName: names.brandName,
      replyTo: { name: names.invitedBy, address: member.email },
      messageId: `message-test.${id}`,
    });
  }
}
