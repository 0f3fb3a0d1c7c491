import type { MailQuotas } from '@linkage/contracts';
import { CLOCK, FactLog, ReadModels, type Clock, type Position } from '@linkage/event-sourcing';
import { Installation, ProblemException, type SignedInMember } from '@linkage/http';
import { MAIL_QUOTAS } from '@linkage/mail';
import { Inject, Injectable } from '@nestjs/common';
import { mailAskings, OF_INSTALLATION, ofInvitation, ofWorkspace, type MailAskings } from './mail-askings.projection';
import {
  askedInAll,
  nothingAsked,
  quotaRefusal,
  roomForMails,
  roomForRecipient,
  type Asked,
  type MailKind,
  type MailRefusal,
} from './mail-quota';
import { RecentAskings } from './recent-askings';

/** The member who asks for a mail. */
export type MailAsker = Pick<SignedInMember, 'workspaceId' | 'mustConfirmEmail'>;

/** The mail's invitation. `recipient`: keyed hash of its e-mail, where the invitation may not know it yet. */
export interface MailTarget {
  readonly stream: string;
  readonly kind: MailKind;
  readonly recipient?: string;
}

/** More invitations to one address than any quota lets through in a day. */
const MOST_OF_RECIPIENT = 200;
const toRecipient = (recipient: string): string => `recipient ${recipient}`;

/** What was recorded of mails that were reserved: how many, and where the last one stands. */
export interface UsedMails {
  readonly used: number;
  readonly position: Position | null;
}

/**
 * Whether one more mail may be asked for: what the read model has, and what this process has asked for since. So a
 * restart forgets nothing, and of many at the same moment no more get through than may. Processes that share a data
 * folder hear of each other when their facts are folded.
 */
@Injectable()
export class MailAllowance {
  private readonly recent: RecentAskings;
  private caughtUp: Promise<boolean> | undefined;

  constructor(
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MAIL_QUOTAS) private readonly quotas: MailQuotas | null,
    private readonly installation: Installation,
  ) {
    this.recent = new RecentAskings((a, b) => log.port.compare(a, b));
  }

  /**
   * Runs `work` with the refusal it has to throw, if there is one. `work` gives the position of what it has recorded.
   */
  async within<T extends { readonly position: Position | null }>(
    { workspaceId, mustConfirmEmail }: MailAsker,
    { stream, kind, recipient: asked }: MailTarget,
    work: (refusal: MailRefusal | null) => Promise<T>,
  ): Promise<T> {
    if (mustConfirmEmail) return work('email-not-confirmed');
    if (!this.installation.sendsMail) return work(kind === 'invite' ? null : 'no-mail-server');
    await this.expectCaughtUp();
    const keys = [OF_INSTALLATION, ofWorkspace(workspaceId), ofInvitation(stream)];
    const rows = await this.readModels.getMany(mailAskings, keys);
    const [installation, ownRow] = [rows.get(OF_INSTALLATION), rows.get(ofInvitation(stream))];
    const recipient = asked ?? ownRow?.recipient ?? null;
    const toThem = recipient === null ? ownRow : await this.askedOf(recipient, ownRow, installation);
    // From here to the end of the decision nothing is waited for, so that two at the same moment know of each other.
    const now = this.clock.now().getTime();
    const usage = {
      installation: this.recent.with(OF_INSTALLATION, installation),
      workspace: this.recent.with(ofWorkspace(workspaceId), rows.get(ofWorkspace(workspaceId))),
      invitation: this.recent.with(ofInvitation(stream), ownRow),
      recipient: this.recent.with(recipient === null ? ofInvitation(stream) : toRecipient(recipient), toThem),
    };
    const refusal = quotaRefusal(usage, this.quotas, now, kind);
    if (refusal !== null) return work(refusal);
    const counted = recipient === null ? keys : [...keys, toRecipient(recipient)];
    const asking = this.recent.add(now, new Map(counted.map((key) => [key, 1])));
    try {
      const done = await work(null);
      if (done.position === null) this.recent.forget(asking);
      else this.recent.written(asking, done.position);
      return done;
    } catch (error) {
      this.recent.forget(asking);
      throw error;
    } finally {
      this.recent.sweep(installation?.upTo, now);
    }
  }

  /**
   * The same for first mails of one workspace to many at once: `work` is told of each recipient whether a mail may be
   * asked for now, and says how many were. The others have to wait.
   */
  async reserve<T extends UsedMails>(
    workspaceId: string,
    recipients: readonly (string | null)[],
    work: (mayGo: readonly boolean[]) => Promise<T>,
  ): Promise<T> {
    if (this.quotas === null || !this.installation.sendsMail) return work(recipients.map(() => true));
    await this.expectCaughtUp();
    const [ofAll, own] = [OF_INSTALLATION, ofWorkspace(workspaceId)];
    const rows = await this.readModels.getMany(mailAskings, [ofAll, own]);
    const toThem = await this.askedOfMany(recipients.filter((one) => one !== null));
    const now = this.clock.now().getTime();
    const usage = {
      installation: this.recent.with(ofAll, rows.get(ofAll)),
      workspace: this.recent.with(own, rows.get(own)),
    };
    let room = roomForMails(usage, this.quotas, now);
    const counts = new Map([ofAll, own].map((key) => [key, 0]));
    const mayGo = recipients.map((recipient) => {
      const key = recipient === null ? null : toRecipient(recipient);
      const isFree = key === null || this.isFree(recipient ?? '', key, toThem, rows.get(ofAll), now);
      if (room === 0 || !isFree) return false;
      room -= 1;
      for (const one of [ofAll, own, ...(key === null ? [] : [key])]) counts.set(one, (counts.get(one) ?? 0) + 1);
      return true;
    });
    const asking = this.recent.add(now, counts);
    try {
      const done = await work(mayGo);
      const used = new Map([ofAll, own].map((key) => [key, done.used]));
      if (done.used === 0 || done.position === null) this.recent.forget(asking);
      else this.recent.written(asking, done.position, used);
      return done;
    } catch (error) {
      // Some may have been recorded: until the read model is as far as the log is now, all of them count.
      const head = await this.log.head();
      if (head === null || counts.get(ofAll) === 0) this.recent.forget(asking);
      else this.recent.written(asking, head);
      throw error;
    } finally {
      this.recent.sweep(rows.get(ofAll)?.upTo, now);
    }
  }

  private isFree(
    recipient: string,
    key: string,
    toThem: ReadonlyMap<string, Asked>,
    installation: MailAskings | undefined,
    now: number,
  ): boolean {
    if (this.quotas === null) return true;
    const asked = { ...(toThem.get(recipient) ?? nothingAsked), recipient };
    const row = installation && { ...asked, upTo: installation.upTo };
    return roomForRecipient(this.recent.with(key, row), this.quotas, now);
  }

  private async askedOfMany(recipients: readonly string[]): Promise<ReadonlyMap<string, Asked>> {
    const found = new Map<string, Asked>();
    if (recipients.length === 0) return found;
    const pages = this.readModels.pages(mailAskings, {
      where: { recipient: { in: recipients } },
      sort: [{ field: 'recipient', direction: 'asc' }],
      limit: MOST_OF_RECIPIENT,
    });
    for await (const rows of pages)
      for (const row of rows) {
        const { recipient } = row;
        if (recipient !== null) found.set(recipient, askedInAll([found.get(recipient) ?? nothingAsked, row]));
      }
    return found;
  }

  /**
   * All invitations to one address, in whichever workspace. As new as the row of the installation, which was read
   * before.
   */
  private async askedOf(
    recipient: string,
    ownRow: MailAskings | undefined,
    installation: MailAskings | undefined,
  ): Promise<MailAskings | undefined> {
    const { rows } = await this.readModels.page(mailAskings, {
      where: { recipient },
      sort: [{ field: 'recipient', direction: 'asc' }],
      limit: MOST_OF_RECIPIENT,
    });
    const all = ownRow === undefined || ownRow.recipient === recipient ? rows : [ownRow, ...rows];
    return installation && { ...askedInAll(all), upTo: installation.upTo, recipient };
  }

  /** What was asked for at this position is undone. */
  takenBack(asked: Position): void {
    this.recent.forgetAt(asked);
  }

  /** Once per process: what was asked for before its start is in the read model. @throws unavailable */
  private async expectCaughtUp(): Promise<void> {
    this.caughtUp ??= this.log.head().then((head) => head === null || this.readModels.reached(mailAskings, head));
    const reached = await this.caughtUp.catch((error: unknown) => {
      this.caughtUp = undefined;
      throw error;
    });
    if (reached) return;
    this.caughtUp = undefined;
    throw ProblemException.unavailable(
      'Linkage is still reading what happened before its start. Try again in a few seconds.',
      5,
    );
  }
}
