import type { AccessGrant } from '../connector';
import type { GrantSource } from '../with-fresh-access';

/**
 * Grants in memory with the promises of the vault: one refresh per account at a time, and no refresh token is ever
 * lost.
 */
export class GrantBook implements GrantSource {
  private readonly grants = new Map<string, AccessGrant>();
  private readonly turns = new Map<string, Promise<unknown>>();

  put(accountId: string, grant: AccessGrant): void {
    this.grants.set(accountId, grant);
  }

  get(accountId: string): Promise<AccessGrant | undefined> {
    return Promise.resolve(this.grants.get(accountId));
  }

  refresh(
    accountId: string,
    refresh: (current: AccessGrant) => Promise<AccessGrant | null>,
  ): Promise<AccessGrant | undefined> {
    const turn = (this.turns.get(accountId) ?? Promise.resolve()).then(async () => {
      const current = this.grants.get(accountId);
      if (current === undefined) return undefined;
      const answer = await refresh(current);
      if (answer === null) return current;
      const merged = { ...answer, refreshToken: answer.refreshToken ?? current.refreshToken };
      this.grants.set(accountId, merged);
      return merged;
    });
    this.turns.set(
      accountId,
      turn.catch(() => undefined),
    );
    return turn;
  }
}
