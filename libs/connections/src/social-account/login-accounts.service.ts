import type { PlatformId } from '@linkage/published-facts';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { SecretStore } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';

const ACCOUNTS_OF_LOGIN = 'accounts-of-login';

interface AccountsOfLogin {
  readonly accountIds: readonly string[];
  /** Attempts whose choice waits for an answer, and until when their access is kept (ISO UTC). */
  readonly choices?: Readonly<Record<string, string>>;
}

/**
 * What lives on the access that one log-in gave, over all workspaces: taking that access back on the platform ends it
 * for all of them. In the vault, since an id of a person stands there.
 */
@Injectable()
export class LoginAccounts {
  constructor(
    private readonly secrets: SecretStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(platform: PlatformId, loginId: string): Promise<readonly string[]> {
    return (await this.known(platform, loginId))?.accountIds ?? [];
  }

  /** An account, or a choice that is open, lives on it. */
  async isNeeded(platform: PlatformId, loginId: string): Promise<boolean> {
    return this.isHeld(await this.known(platform, loginId));
  }

  async add(platform: PlatformId, loginId: string, accountId: string): Promise<void> {
    await this.change(platform, loginId, (known) => ({
      ...known,
      accountIds: [...known.accountIds.filter((id) => id !== accountId), accountId],
    }));
  }

  /** Whether something else still needs it. */
  async remove(platform: PlatformId, loginId: string, accountId: string): Promise<boolean> {
    const left = await this.change(platform, loginId, (known) => ({
      ...known,
      accountIds: known.accountIds.filter((id) => id !== accountId),
    }));
    return this.isHeld(left);
  }

  async hold(platform: PlatformId, loginId: string, attemptId: string, until: Date): Promise<void> {
    await this.change(platform, loginId, (known) => ({
      ...known,
      choices: { ...known.choices, [attemptId]: until.toISOString() },
    }));
  }

  async letGo(platform: PlatformId, loginId: string, attemptId: string): Promise<void> {
    await this.change(platform, loginId, ({ choices = {}, ...known }) => ({
      ...known,
      choices: Object.fromEntries(Object.entries(choices).filter(([id]) => id !== attemptId)),
    }));
  }

  private isHeld(known: AccountsOfLogin | undefined): boolean {
    const now = this.clock.now().toISOString();
    return (
      known !== undefined &&
      (known.accountIds.length > 0 || Object.values(known.choices ?? {}).some((until) => until > now))
    );
  }

  private known(platform: PlatformId, loginId: string): Promise<AccountsOfLogin | undefined> {
    return this.secrets.get<AccountsOfLogin>(ACCOUNTS_OF_LOGIN, keyOf(platform, loginId), this.clock.now());
  }

  private change(
    platform: PlatformId,
    loginId: string,
    to: (known: AccountsOfLogin) => AccountsOfLogin,
  ): Promise<AccountsOfLogin | undefined> {
    return this.secrets.update<AccountsOfLogin>(
      ACCOUNTS_OF_LOGIN,
      keyOf(platform, loginId),
      this.clock.now(),
      (known) => to(known ?? { accountIds: [] }),
    );
  }
}

const keyOf = (platform: PlatformId, loginId: string): string => `${platform}:${loginId}`;
