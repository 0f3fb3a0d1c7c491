import {
  Erasures,
  type FactContext,
  FactLog,
  ReadModels,
  ReadStoreUnavailable,
  type LeavingNotes,
  type LeavingPerson,
  type LeavingStep,
} from '@linkage/event-sourcing';
import { platforms } from '@linkage/platform-guide';
import { Injectable } from '@nestjs/common';
import { invitedCreators, type AccountOfCreator } from '../invited-creator/invited-creators.projection';
import { AccountDisconnection } from '../social-account/account-disconnection.service';

/** A process that folds slowly is waited for. */
const PATIENCE_MS = 30_000;

const accounts = (count: number): string => `${count} ${count === 1 ? 'account' : 'accounts'}`;

/**
 * The accounts of a creator who is erased are disconnected: the grants go, and the platforms are asked to take them
 * back.
 */
@Injectable()
export class AccountsLeaving implements LeavingStep {
  readonly name = 'connections';
  readonly rank = 1;

  constructor(
    erasures: Erasures,
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
    private readonly disconnection: AccountDisconnection,
  ) {
    erasures.add(this);
  }

  async foretell(person: LeavingPerson): Promise<readonly string[]> {
    const connected = await this.connectedBy(person);
    if (connected.length === 0) return [];
    const names = [...new Set(connected.map(({ platform }) => platforms[platform].name))].join(', ');
    return [`${accounts(connected.length)} (${names}) ${connected.length === 1 ? 'is' : 'are'} disconnected.`];
  }

  async leave(person: LeavingPerson, context: FactContext): Promise<LeavingNotes> {
    const done: string[] = [];
    const remains: string[] = [];
    for (const account of await this.connectedBy(person)) {
      const { ended, revoked } = await this.disconnection.disconnect(account, 'operator', context);
      const { name } = platforms[account.platform];
      if (ended) done.push(`An account on ${name} was disconnected.`);
      if (revoked === true) done.push(`${name} took the access back.`);
      if (revoked === false)
        remains.push(
          `${name} did not take the access back. Linkage has no means to use it any more; the creator can remove Linkage in the settings there.`,
        );
    }
    return { done, remains };
  }

  private async connectedBy({ kind, subject }: LeavingPerson): Promise<readonly AccountOfCreator[]> {
    if (kind !== 'creator') return [];
    const head = await this.log.head();
    if (head !== null && !(await this.readModels.reached(invitedCreators, head, PATIENCE_MS)))
      throw new ReadStoreUnavailable('It is not known yet which accounts are connected. Ask again in a moment.');
    const creator = await this.readModels.get(invitedCreators, subject);
    return (creator?.accounts ?? []).filter(({ cause }) => cause !== 'disconnected');
  }
}
