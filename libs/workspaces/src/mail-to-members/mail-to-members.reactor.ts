import { ERASED, FactLog, fold, type Reactor, type Recorded } from '@linkage/event-sourcing';
import { asksToConfirmEmail, Installation } from '@linkage/http';
import { MAIL_SENDER, type MailSender, type RenderedMail } from '@linkage/mail';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CredentialPlaces } from '../workspace/credential-places.service';
import { Credentials, passwordMark } from '../workspace/credentials.service';
import { OPEN_DAYS } from '../workspace/email-change';
import { markOfChange } from '../workspace/email-changes.service';
import { OneTimeLinks } from '../workspace/one-time-links.service';
import { memberOf, workspace, workspaceStream, type Member } from '../workspace/workspace';
import type {
  EmailChanged,
  EmailChangeMailRequested,
  EmailChangeRequested,
  EmailConfirmationRequested,
  MemberJoined,
  PasswordChanged,
  PasswordResetRequested,
  WorkspaceFact,
} from '../workspace/workspace.events';
import {
  changedEmailEmail,
  changedPasswordEmail,
  confirmationEmail,
  formerAddressEmail,
  knownAddressEmail,
  newAddressEmail,
  resetEmail,
  unconfirmedAddressEmail,
} from './member-email.service';

const DAY_MS = 24 * 3_600_000;
const CONFIRMATION_DAYS = 3;
const HOUR_DAYS = 1 / 24;

type Told =
  | MemberJoined
  | EmailConfirmationRequested
  | PasswordResetRequested
  | PasswordChanged
  | EmailChangeRequested
  | EmailChangeMailRequested
  | EmailChanged;
type Asking = Recorded<Told>;

interface Letter {
  readonly to: string;
  readonly mail: RenderedMail;
  /** Tells the letters of one fact apart. */
  readonly part: string;
}

/**
 * Mails about a member's own account: to confirm the e-mail, to choose another password or e-mail, and that one was
 * chosen. A link is made when the mail goes out: its token is in the mail and nowhere else. A mail that is repeated
 * after a lost answer has another link; each of them works.
 */
@Injectable()
export class MailToMembers implements Reactor<Told> {
  readonly name = 'mail-to-members';
  readonly streams = ['workspace-'];
  readonly on = [
    'MemberJoined',
    'EmailConfirmationRequested',
    'PasswordResetRequested',
    'PasswordChanged',
    'EmailChangeRequested',
    'EmailChangeMailRequested',
    'EmailChanged',
  ] as const;
  readonly maxAgeMs = DAY_MS;

  private readonly logger = new Logger('MailToMembers');

  constructor(
    private readonly log: FactLog,
    private readonly credentials: Credentials,
    private readonly places: CredentialPlaces,
    private readonly links: OneTimeLinks,
    private readonly installation: Installation,
    @Inject(MAIL_SENDER) private readonly sender: MailSender,
  ) {}

  async react(asking: Asking): Promise<void> {
    if (!this.installation.sendsMail) return;
    const { memberId } = asking.data;
    const stream = workspaceStream(asking.workspaceId);
    const member = memberOf(fold(workspace, await this.log.readStream<WorkspaceFact>(stream)), memberId);
    for (const letter of member ? await this.lettersFor(asking, member) : []) await this.send(letter, asking);
  }

  private async send({ to, mail, part }: Letter, asking: Asking): Promise<void> {
    const messageId = `member.${asking.id}${part}`;
    const answer = await this.sender.send({ ...mail, to: { name: '', address: to }, messageId });
    if (answer.accepted) return;
    if (answer.temporary) throw new Error(`The mail to the member is tried again: ${answer.reason}`);
    this.logger.warn(`A mail to member ${asking.data.memberId} was refused: ${answer.reason}`);
  }

  private async lettersFor(asking: Asking, member: Member): Promise<readonly Letter[]> {
    switch (asking.type) {
      case 'EmailChangeRequested':
      case 'EmailChangeMailRequested':
        return this.lettersOfChange(asking.data.changeId, member);
      case 'EmailChanged': {
        const { former } = asking.data;
        const mail = changedEmailEmail(`${this.installation.publicUrl}/sign-in`, this.host());
        return former === ERASED ? [] : [{ to: former, mail, part: '' }];
      }
      default: {
        const mail = await this.mailFor(asking, member);
        return mail ? [{ to: member.email, mail, part: '' }] : [];
      }
    }
  }

  /** To each of the two addresses that has not answered. */
  private async lettersOfChange(
    changeId: string,
    { memberId, email, emailChange }: Member,
  ): Promise<readonly Letter[]> {
    if (emailChange?.changeId !== changeId) return [];
    const place = await this.credentials.placeOf(email);
    const linkFor = async (side: 'former' | 'new'): Promise<string> =>
      (await this.links.make('change-email', { days: HOUR_DAYS, place, mark: markOfChange(side, changeId) })).url;
    const letters: Letter[] = [];
    if (!emailChange.confirmed.includes('new')) {
      const newPlace = await this.credentials.placeOf(emailChange.email);
      const found = await this.places.find(newPlace);
      const isFree = found?.place !== newPlace || found.credential.memberId === memberId;
      const mail = isFree
        ? newAddressEmail(await linkFor('new'), this.host())
        : knownAddressEmail(`${this.installation.publicUrl}/sign-in`, this.host());
      letters.push({ to: emailChange.email, mail, part: '.new' });
    }
    if (!emailChange.confirmed.includes('former')) {
      const stop = (await this.links.make('stop-email-change', { days: OPEN_DAYS, place, mark: changeId })).url;
      const mail = emailChange.confirmsFormer
        ? formerAddressEmail(await linkFor('former'), stop, this.host())
        : unconfirmedAddressEmail(stop, this.host());
      letters.push({ to: email, mail, part: '' });
    }
    return letters;
  }

  private host(): string {
    return new URL(this.installation.publicUrl).host;
  }

  private async mailFor(asking: Asking, member: Member): Promise<RenderedMail | undefined> {
    const { publicUrl } = this.installation;
    const host = this.host();
    const place = await this.credentials.placeOf(member.email);
    switch (asking.type) {
      case 'PasswordChanged':
        return changedPasswordEmail(`${publicUrl}/forgotten-password`, host);
      case 'PasswordResetRequested': {
        const credential = await this.credentials.get(place);
        if (credential?.memberId !== member.memberId) return undefined;
        const mark = passwordMark(credential);
        return resetEmail((await this.links.make('reset-password', { days: HOUR_DAYS, place, mark })).url, host);
      }
      default:
        if (!asksToConfirmEmail(this.installation) || member.emailConfirmed) return undefined;
        return confirmationEmail(
          (await this.links.make('confirm-email', { days: CONFIRMATION_DAYS, place })).url,
          host,
        );
    }
  }

  /** The member sees that the e-mail is not confirmed, and has the mail sent again. */
  async giveUp(): Promise<boolean> {
    return false;
  }
}
