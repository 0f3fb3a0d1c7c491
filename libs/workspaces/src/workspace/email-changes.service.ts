import { CommandHandling, FactLog, fold, type Recorded } from '@linkage/event-sourcing';
import { factContextOf } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { CredentialPlaces } from './credential-places.service';
import { Credentials } from './credentials.service';
import { isSettled } from './email-change';
import { memberOf, workspace, workspaceStream, type EmailChange, type Member } from './workspace';
import { emailTakenMeanwhile } from './workspace.errors';
import type { EmailChanged, EmailChangeStopped, WorkspaceFact } from './workspace.events';

export type EmailChangeSide = 'former' | 'new';

/** What stands beside a link: which change it is for, and to whom it was sent. */
export const markOfChange = (side: EmailChangeSide, changeId: string): string => `${side} ${changeId}`;
export const changeOfMark = (mark: string): { side: EmailChangeSide; changeId: string } | undefined => {
  const [side, changeId] = mark.split(' ');
  return (side === 'former' || side === 'new') && changeId ? { side, changeId } : undefined;
};

/**
 * The last part of a change: the credential is put under the new e-mail, then the fact makes it the one that signs in,
 * then the former one goes. Sign-in asks the log which e-mail is the member's, so whatever comes between, exactly one
 * of them opens. Harmless when repeated.
 */
@Injectable()
export class EmailChanges {
  constructor(
    private readonly log: FactLog,
    private readonly credentials: Credentials,
    private readonly places: CredentialPlaces,
    private readonly commands: CommandHandling,
  ) {}

  /**
   * Makes the change when no reader is waited for any more, and answers whether it is made: here, or by another process
   * a moment ago.
   * @throws email-already-registered when the new one has got an account meanwhile: the change is over then
   */
  async complete(workspaceId: string, memberId: string, changeId: string): Promise<boolean> {
    const member = memberOf(fold(workspace, await this.facts(workspaceId)), memberId);
    const change = member?.emailChange;
    if (member && change?.changeId === changeId && isSettled(change)) await this.make(workspaceId, member, change);
    const facts = await this.facts(workspaceId);
    if (
      facts.some(({ type, data }) => type === 'EmailChangeStopped' && data.changeId === changeId && data.by === 'taken')
    )
      throw emailTakenMeanwhile();
    return facts.some(({ type, data }) => type === 'EmailChanged' && data.changeId === changeId);
  }

  private async make(workspaceId: string, { memberId, email: former }: Member, change: EmailChange): Promise<void> {
    const credential = await this.credentials.get(await this.credentials.placeOf(former));
    if (credential?.memberId !== memberId) return;
    const place = await this.credentials.placeOf(change.email);
    const isFree = await this.places.take(place, { ...credential, pending: null });
    const isTaken = !isFree && (await this.credentials.get(place))?.memberId !== memberId;
    await this.record(workspaceId, memberId, change, isTaken ? 'taken' : 'changed');
    if (!isTaken) await this.tidyUp({ workspaceId, memberId, former });
  }

  /** After the fact: the former e-mail opens nothing and is free. */
  async tidyUp({
    workspaceId,
    memberId,
    former,
  }: Pick<EmailChanged['data'], 'workspaceId' | 'memberId' | 'former'>): Promise<void> {
    const member = memberOf(fold(workspace, await this.facts(workspaceId)), memberId);
    if (!member) return;
    const [formerPlace, place] = [await this.credentials.placeOf(former), await this.credentials.placeOf(member.email)];
    const credential = await this.credentials.get(formerPlace);
    // The member may have come back to the former e-mail since.
    if (credential?.memberId === memberId && formerPlace !== place) {
      // A password that was changed while the e-mail was is the one that counts.
      if (credential.passwordHash !== null) await this.credentials.setPassword(place, credential.passwordHash);
      await this.credentials.remove(formerPlace);
    }
  }

  private facts(workspaceId: string): Promise<readonly Recorded<WorkspaceFact>[]> {
    return this.log.readStream<WorkspaceFact>(workspaceStream(workspaceId));
  }

  private async record(
    workspaceId: string,
    memberId: string,
    { changeId }: EmailChange,
    outcome: 'changed' | 'taken',
  ): Promise<void> {
    await this.commands.handle({
      stream: workspaceStream(workspaceId),
      decider: workspace,
      context: factContextOf({ workspaceId, memberId }),
      decide: (state): readonly (EmailChanged | EmailChangeStopped)[] => {
        const member = memberOf(state, memberId);
        if (member?.emailChange?.changeId !== changeId) return [];
        if (outcome === 'taken')
          return [{ type: 'EmailChangeStopped', data: { workspaceId, memberId, changeId, by: 'taken' } }];
        const { email } = member.emailChange;
        return [{ type: 'EmailChanged', data: { workspaceId, memberId, changeId, email, former: member.email } }];
      },
    });
  }
}
