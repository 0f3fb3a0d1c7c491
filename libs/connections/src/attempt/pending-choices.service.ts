import type { OfferedAccount } from '@linkage/platforms';
import type { PlatformId } from '@linkage/published-facts';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { SecretStore } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { LogIns } from './log-ins.port';

const PENDING_CHOICE = 'pending-choice';

/** How long a creator may take to choose. The access to what was offered is given back then. */
export const CHOICE_LIFE_MS = 24 * 3_600_000;
/**
 * Kept so much longer than it can be answered, so that the access can be given back also after a stop, or when the
 * platform is down.
 */
const GIVING_BACK_MS = 7 * 24 * 3_600_000;

/** An account of a choice that is connected already. */
export interface ChosenAccount {
  readonly platformAccountId: string;
  readonly accountId: string;
  readonly reconnected: boolean;
  readonly factId: string | null;
}

/**
 * What a consent gave access to, until the creator has said which of it is meant. It holds tokens, so that it never
 * leaves the vault.
 */
export interface PendingChoice {
  readonly attemptId: string;
  readonly workspaceId: string;
  readonly invitationId: string;
  readonly platform: PlatformId;
  readonly offered: readonly OfferedAccount[];
  /** Id here of the account that was to be connected again; null: any. */
  readonly reconnects: string | null;
  /** Ids on the platform; null: nothing was chosen yet. */
  readonly chosen: readonly string[] | null;
  readonly connected: readonly ChosenAccount[];
  /** ISO UTC. */
  readonly until: string;
}

/** Choices that are open. Each step is on the disk before the next begins, so that a stop in between loses nothing. */
@Injectable()
export class PendingChoices {
  constructor(
    private readonly secrets: SecretStore,
    private readonly logins: LogIns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async offer(choice: Omit<PendingChoice, 'chosen' | 'connected' | 'until'>): Promise<PendingChoice> {
    const until = new Date(this.clock.now().getTime() + CHOICE_LIFE_MS);
    const expiresAt = new Date(until.getTime() + GIVING_BACK_MS);
    const pending: PendingChoice = { ...choice, chosen: null, connected: [], until: until.toISOString() };
    await this.secrets.put(PENDING_CHOICE, choice.attemptId, pending, { expiresAt });
    for (const loginId of loginsOf(pending))
      await this.logins.hold(choice.platform, loginId, choice.attemptId, expiresAt);
    return pending;
  }

  /** undefined: there is none that can be answered (any more). */
  async get(attemptId: string): Promise<PendingChoice | undefined> {
    const choice = await this.kept(attemptId);
    return choice !== undefined && choice.until > this.clock.now().toISOString() ? choice : undefined;
  }

  /** Also after it can be answered, until the access was given back. */
  kept(attemptId: string): Promise<PendingChoice | undefined> {
    return this.secrets.get<PendingChoice>(PENDING_CHOICE, attemptId, this.clock.now());
  }

  choose(attemptId: string, chosen: readonly string[]): Promise<PendingChoice | undefined> {
    return this.change(attemptId, (choice) => ({ ...choice, chosen }));
  }

  noteConnected(attemptId: string, account: ChosenAccount): Promise<PendingChoice | undefined> {
    return this.change(attemptId, (choice) => ({ ...choice, connected: [...choice.connected, account] }));
  }

  /** Its log-ins are needed by it no longer. */
  async letGo(choice: PendingChoice): Promise<void> {
    for (const loginId of loginsOf(choice)) await this.logins.letGo(choice.platform, loginId, choice.attemptId);
  }

  async forget(choice: PendingChoice): Promise<void> {
    await this.letGo(choice);
    await this.secrets.remove(PENDING_CHOICE, choice.attemptId);
  }

  private change(attemptId: string, to: (choice: PendingChoice) => PendingChoice): Promise<PendingChoice | undefined> {
    return this.secrets.update<PendingChoice>(PENDING_CHOICE, attemptId, this.clock.now(), (choice) =>
      choice === undefined ? undefined : to(choice),
    );
  }
}

/** The platform's ids of the log-ins that gave access to what is offered. */
const loginsOf = ({ offered }: PendingChoice): readonly string[] => [...new Set(offered.map(loginOf))];

/** Of a platform on which an account is its own log-in, the account's id. */
export const loginOf = ({ identity, grant }: OfferedAccount): string => grant.loginId ?? identity.platformAccountId;
