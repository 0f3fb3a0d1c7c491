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
import { openAttempts } from '../attempt/open-attempts.projection';
import { OpenChoices } from '../attempt/open-choices.service';
import { invitedCreators, type AccountOfCreator } from '../invited-creator/invited-creators.projection';
import { AccountDisconnection } from '../social-account/account-disconnection.service';
import { LoginAccounts } from '../social-account/login-accounts.service';

/** A process that folds slowly is waited for. */
const PATIENCE_MS = 30_000;

const isConnected = ({ cause }: AccountOfCreator): boolean => cause !== 'disconnected';
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
    private readonly logins: LoginAccounts,
    private readonly choices: OpenChoices,
  ) {
    erasures.add(this);
  }

  async foretell(person: LeavingPerson): Promise<readonly string[]> {
    const connected = (await this.accountsOf(person)).filter(isConnected);
    const waiting = person.kind === 'creator' ? await this.choices.of(person.subject) : [];
    const names = [...new Set(connected.map(({ platform }) => platforms[platform].name))].join(', ');
    return [
      ...(connected.length === 0
        ? []
        : [`${accounts(connected.length)} (${names}) ${connected.length === 1 ? 'is' : 'are'} disconnected.`]),
      ...waiting.map(
        ({ platform }) => `What was offered on ${platforms[platform].name} and not chosen yet is forgotten.`,
      ),
    ];
  }

  async leave(person: LeavingPerson, context: FactContext): Promise<LeavingNotes> {
    const done: string[] = [];
    const remains: string[] = [];
    const known = await this.accountsOf(person);
    for (const account of known.filter(isConnected)) {
      const { ended, revoked } = await this.disconnection.disconnect(account, 'operator', context);
      const { name } = platforms[account.platform];
      if (ended) done.push(`An account on ${name} was disconnected.`);
      if (revoked === true) done.push(`${name} took the access back.`);
      if (revoked === false)
        remains.push(
          `${name} did not take the access back. Linkage has no means to use it any more; the creator can remove Linkage in the settings there.`,
        );
    }
    for (const { accountId } of known) await this.logins.forget(accountId);
    if (person.kind === 'creator' && (await this.choices.end(person.subject, context)) > 0)
      done.push(
        'What a platform had offered and the creator had not chosen yet was forgotten, and the access given back.',
      );
    return { done, remains };
  }

  private async accountsOf({ kind, subject }: LeavingPerson): Promise<readonly AccountOfCreator[]> {
    if (kind !== 'creator') return [];
    const head = await this.log.head();
    const isKnown =
      head === null ||
      ((await this.readModels.reached(invitedCreators, head, PATIENCE_MS)) &&
        (await this.readModels.reached(openAttempts, head, PATIENCE_MS)));
    if (!isKnown)
      throw new ReadStoreUnavailable('It is not known yet which accounts are connected. Ask again in a moment.');
    return (await this.readModels.get(invitedCreators, subject))?.accounts ?? [];
  }
}
