import { CommandHandling, FactLog, ReadModels } from '@linkage/event-sourcing';
import { Installation, systemContext } from '@linkage/http';
import { Locks } from '@linkage/vault';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { invitation } from '../invitation/invitation';
import { MailAllowance, type UsedMails } from '../invitation/mail-allowance.service';
import { ReleaseWaitingMails } from './release-waiting-mails.command';
import { releaseMail } from './release-mail';
import { waitingMails, type WaitingMail } from './waiting-mails.projection';

const AT_ONCE = 200;
const NAME = 'release-waiting-mails';

/** Workspace by workspace, so that the long queue of one does not stand in the way of another. */
@CommandHandler(ReleaseWaitingMails)
export class ReleaseWaitingMailsHandler implements ICommandHandler<ReleaseWaitingMails> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly mails: MailAllowance,
    private readonly locks: Locks,
    private readonly installation: Installation,
  ) {}

  async execute(): Promise<number> {
    if (!this.installation.sendsMail) return 0;
    return (await this.locks.tryLock(NAME, () => this.releaseAll())) ?? 0;
  }

  private async releaseAll(): Promise<number> {
    let released = 0;
    for (
      let workspaceId = await this.nextWorkspace('');
      workspaceId;
      workspaceId = await this.nextWorkspace(workspaceId)
    )
      released += await this.releaseOf(workspaceId);
    return released;
  }

  private async nextWorkspace(after: string): Promise<string | undefined> {
    const { rows } = await this.readModels.page(waitingMails, {
      where: { open: 1, workspaceId: { gte: `${after}\0` } },
      sort: [{ field: 'workspaceId', direction: 'asc' }],
      limit: 1,
    });
    return rows[0]?.workspaceId;
  }

  private async releaseOf(workspaceId: string): Promise<number> {
    const { rows } = await this.readModels.page(waitingMails, {
      where: { open: 1, workspaceId },
      sort: [{ field: 'since', direction: 'asc' }],
      limit: AT_ONCE,
    });
    const recipients = rows.map(({ recipient }) => recipient);
    const { used } = await this.mails.reserve(workspaceId, recipients, (mayGo) =>
      this.release(rows.filter((_, index) => mayGo[index])),
    );
    return used;
  }

  private async release(rows: readonly WaitingMail[]): Promise<UsedMails> {
    let [used, position] = [0, await this.log.head()];
    for (const { stream, workspaceId } of rows) {
      const context = systemContext(workspaceId, NAME);
      const done = await this.commands.handle({ stream, decider: invitation, context, decide: releaseMail });
      used += done.facts.length;
      position = done.facts.at(-1)?.position ?? position;
    }
    return { used, position };
  }
}
