import type { PlatformId } from '@linkage/published-facts';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { SecretStore } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';

const ACCOUNTS_OF_LOGIN = 'accounts-of-login';
const FORMER_LOGINS = 'former-logins';

/** Log-ins that gave access to one account and do so no more. */
interface FormerLogins {
  readonly logins: readonly { readonly platform: PlatformId; readonly loginId: string }[];
}

interface AccountsOfLogin {
  readonly accountIds: readonly string[];
  /** Those whose access has ended: what was read of them is still here. */
  readonly former?: readonly string[];
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

  /** Also those whose access has ended. */
  async everOf(platform: PlatformId, loginId: string): Promise<readonly string[]> {
    const { accountIds = [], former = [] } = (await this.known(platform, loginId)) ?? {};
    return [...accountIds, ...former];
  }

  /** An account, or a choice that is open, lives on it. */
  async isNeeded(platform: PlatformId, loginId: string): Promise<boolean> {
    return this.isHeld(await this.known(platform, loginId));
  }

  async add(platform: PlatformId, loginId: string, accountId: string): Promise<void> {
    await this.change(platform, loginId, (known) => ({
      ...known,
      accountIds: [...without(known.accountIds, accountId), accountId],
      former: without(known.former, accountId),
    }));
  }

  /** Its access has ended. Whether something else still needs the log-in. */
  async end(platform: PlatformId, loginId: string, accountId: string): Promise<boolean> {
    await this.secrets.update<FormerLogins>(FORMER_LOGINS, accountId, this.clock.now(), (known) => ({
      logins: [...(known?.logins ?? []).filter((each) => each.loginId !== loginId), { platform, loginId }],
    }));
    const left = await this.change(platform, loginId, (known) => ({
      ...known,
      accountIds: without(known.accountIds, accountId),
      former: [...without(known.former, accountId), accountId],
    }));
    return this.isHeld(left);
  }

  /** Of an erased person: no log-in leads to the account any more. */
  async forget(accountId: string): Promise<void> {
    const known = await this.secrets.get<FormerLogins>(FORMER_LOGINS, accountId, this.clock.now());
    for (const { platform, loginId } of known?.logins ?? []) await this.remove(platform, loginId, accountId);
    await this.secrets.remove(FORMER_LOGINS, accountId);
  }

  /** The account has nothing to do with it any more. Whether something else still needs the log-in. */
  async remove(platform: PlatformId, loginId: string, accountId: string): Promise<boolean> {
    const left = await this.change(platform, loginId, (known) => ({
      ...known,
      accountIds: without(known.accountIds, accountId),
      former: without(known.former, accountId),
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

const without = (ids: readonly string[] = [], id: string): readonly string[] => ids.filter((each) => each !== id);

const keyOf = (platform: PlatformId, loginId: string): string => `${platform}:${loginId}`;
